import Elections
import Tallying
import TestSupport
import Testing

@Suite("Merging tallies")
struct MergeTests {
  static let styles = [(1, 1), (2, 1), (4, 4), (15, 9), (65, 64), (70, 70)].map {
    BallotStyle(names: $0, seats: $1)
  }

  static func tallies(_ style: BallotStyle, _ count: Int, seed: UInt64) -> [Tally] {
    var random = SeededGenerator(seed: seed)
    return (0..<count).map { _ in
      var tally = Tally(style)
      for _ in 0..<Int.random(in: 0...40, using: &random) {
        tally.add(random.ballot(style), times: Int.random(in: 1...5, using: &random))
      }
      return tally
    }
  }

  @Test("Any order and any grouping give the same", arguments: styles)
  func associative(style: BallotStyle) {
    let parts = Self.tallies(style, 6, seed: 11)
    let sum = parts.reduce(into: Tally(style)) { $0.add($1) }
    var random = SeededGenerator(seed: 12)
    for _ in 0..<50 {
      var pool = parts.shuffled(using: &random)
      while pool.count > 1 {
        // Two neighbours become one: a random tree over a random order.
        let at = Int.random(in: 0..<pool.count - 1, using: &random)
        pool[at].add(pool.remove(at: at + 1))
      }
      #expect(pool == [sum])
    }
    sum.checkInvariants()
  }

  @Test("Nothing added changes nothing", arguments: styles)
  func neutral(style: BallotStyle) {
    let tally = Self.tallies(style, 1, seed: 13)[0]
    var left = Tally(style)
    left.add(tally)
    var right = tally
    right.add(Tally(style))
    #expect(left == tally && right == tally)
  }

  @Test("Ballots in chunks of any size", arguments: styles, [1, 63, 64, 65, 300])
  func chunks(style: BallotStyle, size: Int) {
    var random = SeededGenerator(seed: 14)
    let ballots = (0..<300).map { _ in random.ballot(style) }
    let blocks = stride(from: 0, to: ballots.count, by: size).map { start in
      var block = PackedBallots(style)
      for ballot in ballots[start..<min(start + size, ballots.count)] { block.append(ballot) }
      return block
    }
    let loop = ballots.reduce(into: Tally(style)) { $0.add($1) }
    #expect(Tally(style, counting: blocks) == loop)
    #expect(Tally(style, counting: blocks.reversed()) == loop)
  }

  @Test("A batch is as many ballots as it says", arguments: styles)
  func batches(style: BallotStyle) {
    var random = SeededGenerator(seed: 15)
    for _ in 0..<50 {
      let ballot = random.ballot(style)
      var batch = Tally(style)
      batch.add(ballot, times: 12)
      var single = Tally(style)
      for _ in 0..<12 { single.add(ballot) }
      #expect(batch == single)
    }
  }

  @Test("The largest sums fit")
  func largest() {
    let style = BallotStyle(names: 1024, seats: 1024)
    var all = Ballot(style)
    for name in 0..<style.names { all.inFavour.insert(name) }
    var tally = Tally(style)
    tally.add(all, times: ElectionLimits.count)
    tally.add(Ballot(style), times: ElectionLimits.count)
    tally.checkInvariants()
    #expect(tally.votesCast == 1024 * ElectionLimits.count)
    #expect(tally.undervotes == 0)
    #expect(tally.debatable == ElectionLimits.count)
  }
}
