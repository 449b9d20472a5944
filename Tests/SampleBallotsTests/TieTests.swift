import BallotFiles
import SampleBallots
import Tallying
import Testing

@Suite("Planted ties")
struct TieTests {
  private static let shapes: [(names: Int, seats: Int)] = [
    (2, 1), (3, 1), (3, 2), (4, 3), (5, 2), (10, 9), (20, 1), (20, 15), (65, 64), (200, 100), (1024, 1000),
  ]

  @Test(
    "Two names tie at the last seat, whatever else is on the ballots", arguments: shapes,
    [1, 2] as [UInt64])
  func tie(size: (names: Int, seats: Int), seed: UInt64) throws {
    var shape = SampleShape(
      BallotStyle(names: size.names, seats: size.seats), ballots: 4096 + 1003, seed: seed)
    if size.names > 500 { shape.ballots = 1003 }
    shape.popularity = .tied
    shape.rates.undervotes = size.seats > 1 ? 20_000 : 0
    shape.rates.overvotes = 10_000
    shape.rates.declared = 10_000
    let (bytes, planted) = try shape.written(as: .matrix)
    let tie = try #require(planted.tieAtLastSeat)
    #expect(tie.candidates.count == 2)
    #expect(tie.seats == 1)
    // Of one seat, nobody who ties can have more than half.
    if size.seats > 1 { #expect(2 * tie.votes > shape.ballots) }
    #expect(try BallotSetReading(bytes, shape.style).tally.votes == planted.votes)
  }

  @Test("A tie keeps the number of votes on each ballot, except where nobody else can have them")
  func votesKept() throws {
    var shape = SampleShape(BallotStyle(names: 3, seats: 2), ballots: 4097, seed: 9)
    shape.popularity = .tied
    let planted = try shape.written(as: .list).counts
    #expect(planted.valid == 4097)
    #expect(planted.votes.reduce(0, +) == 2 * 4097)
    shape.style = BallotStyle(names: 2, seats: 1)
    let two = try shape.written(as: .list).counts
    #expect(two.votes[0] == two.votes[1])
    #expect(two.invalid == 1)
  }

  @Test("Shapes that cannot be are refused")
  func obstacles() {
    var shape = SampleShape(BallotStyle(names: 3, seats: 3), ballots: 10, seed: 1)
    #expect(shape.obstacle == nil)
    shape.popularity = .tied
    #expect(shape.obstacle == .tieWithoutSurplus)
    shape.style = BallotStyle(names: 3, seats: 1)
    #expect(shape.obstacle == nil)
    shape.rates.undervotes = 1
    #expect(shape.obstacle == .undervotesForOneSeat)
    shape.rates.undervotes = 0
    (shape.rates.blank, shape.rates.malformed) = (500_000, 500_001)
    #expect(shape.obstacle == .ratesAboveWhole)
  }
}
