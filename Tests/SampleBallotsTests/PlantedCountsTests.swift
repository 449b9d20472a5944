import BallotFiles
import Elections
import Faults
import SampleBallots
import Tallying
import Testing

/// What was planted is what reading and counting the file gives.
@Suite("Planted counts")
struct PlantedCountsTests {
  struct Case: Sendable, CustomTestStringConvertible {
    var shape: SampleShape
    var testDescription: String {
      "\(shape.style.seats) of \(shape.style.names), \(shape.ballots) ballots, \(shape.rates), \(shape.popularity)"
    }

    init(_ names: Int, _ seats: Int, _ ballots: Int, _ change: (inout SampleShape) -> Void = { _ in }) {
      shape = SampleShape(
        BallotStyle(names: names, seats: seats), ballots: ballots, seed: UInt64(names * 31 + seats))
      change(&shape)
    }
  }

  private static func everything(_ shape: inout SampleShape) {
    shape.hasSerials = true
    shape.rates.undervotes = shape.style.seats > 1 ? 100_000 : 0
    shape.rates.overvotes = 50_000
    shape.rates.blank = 50_000
    shape.rates.declared = 60_000
    shape.rates.malformed = 40_000
  }

  private static let sizes = [1, 2, 3, 4, 5, 7, 8, 9, 16, 17, 31, 32, 33, 63, 64, 65, 127, 128, 129, 1024]

  static let cases: [Case] =
    sizes.flatMap { names in
      Set([1, 2, names / 2, names - 1, names]).filter { (1...names).contains($0) }.sorted().flatMap { seats in
        [
          Case(names, seats, 70),
          Case(names, seats, names > 100 ? 130 : 700, everything),
        ]
      }
    }
    + [0, 1, 2, 63, 64, 65, 4095, 4096, 4097, 8192].flatMap {
      [Case(3, 2, $0), Case(2, 2, $0, everything), Case(9, 4, $0, everything)]
    }
    + [0, 1000].map { skew in Case(20, 15, 3000) { $0.popularity = .skewed(perMille: skew) } }
    + [
      Case(15, 7, 2000) { $0.rates.malformed = 1_000_000 },
      Case(15, 7, 2000) { $0.rates.declared = 1_000_000 },
      Case(15, 7, 2000) { $0.rates.overvotes = 1_000_000 },
      Case(15, 15, 2000) { $0.rates.overvotes = 1_000_000 },
      Case(2, 2, 2000) { $0.rates.undervotes = 1_000_000 },
      Case(15, 15, 2000) { $0.rates.blank = 1_000_000 },
      Case(15, 7, 2000) {
        ($0.rates.undervotes, $0.rates.overvotes, $0.rates.blank) = (400_000, 300_000, 300_000)
      },
      Case(1, 1, 3000) { ($0.rates.overvotes, $0.rates.declared) = (300_000, 100_000) },
    ]

  @Test("Counting gives what was planted", arguments: cases, [SampleFormat.matrix, .list])
  func counts(sample: Case, format: SampleFormat) throws {
    let shape = sample.shape
    let (bytes, planted) = try shape.written(as: format)
    let reading = try BallotSetReading(bytes, shape.style)
    #expect(planted.rows == shape.ballots)
    let file = try #require(reading.files.first)
    #expect(file.rows == planted.rows)
    #expect(file.faultyRows == planted.malformed)
    #expect(reading.faults.isEmpty == (planted.malformed == 0))
    let tally = reading.tally
    #expect(tally.recorded == planted.recorded)
    #expect(tally.valid == planted.valid)
    #expect(tally.invalid == planted.invalid)
    #expect(tally.invalidByFirstGround == planted.invalidByFirstGround)
    #expect(tally.debatable == planted.debatable)
    #expect(tally.votes == planted.votes)
  }

  @Test("Both texts hold the same ballots")
  func formats() throws {
    var shape = SampleShape(BallotStyle(names: 20, seats: 15), ballots: 6000, seed: 7)
    Self.everything(&shape)
    let both = try [SampleFormat.matrix, .list].map { try shape.written(as: $0).counts }
    #expect(both[0] == both[1])
  }

  @Test("The rates are what was asked for, and ordinary ballots use all votes")
  func rates() throws {
    var shape = SampleShape(BallotStyle(names: 20, seats: 15), ballots: 200_000, seed: 3)
    shape.rates.undervotes = 100_000
    shape.rates.overvotes = 20_000
    shape.rates.blank = 10_000
    shape.rates.declared = 5_000
    shape.rates.malformed = 2_000
    let (bytes, planted) = try shape.written(as: .list)
    // Five standard deviations of 200,000 draws.
    #expect(abs(planted.malformed - 400) < 100)
    #expect(abs(planted.invalidByFirstGround[InvalidityGround.tooMany.index] - 4000) < 330)
    #expect(abs(planted.invalidByFirstGround[InvalidityGround.nobody.index] - 2000) < 230)
    let declared = planted.invalid - 4000 - 2000
    #expect(abs(declared - 1000) < 500)
    let full = try BallotSetReading(bytes, shape.style).tally.validByVotes
    #expect(abs(full[..<15].reduce(0, +) - 20_000) < 1000)
    #expect(full[1..<15].allSatisfy { abs($0 - 20_000 / 14) < 250 })
  }

  @Test("Skew spreads the votes")
  func skew() throws {
    func spread(_ skew: Int) throws -> Int {
      var shape = SampleShape(BallotStyle(names: 20, seats: 10), ballots: 50_000, seed: 5)
      shape.popularity = .skewed(perMille: skew)
      let votes = try shape.written(as: .matrix).counts.votes
      return (votes.max() ?? 0) - (votes.min() ?? 0)
    }
    let spreads = try [0, 500, 1000].map(spread)
    #expect(spreads[0] < 2000)
    #expect((15_000...30_000).contains(spreads[1]))
    #expect(spreads[2] > 35_000)
  }
}
