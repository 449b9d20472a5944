import Auditing
import BallotFiles
import Tallying
import TestSupport
import Testing

/// A wrong outcome is confirmed no more often than the limit allows: worked out for all small stacks and every order, and counted for larger
/// ones.
@Suite("Safety")
struct SafetyTests {
  /// The stacks of `ballots` papers by how many overstate by -2, -1, 0, 1, 2.
  private static func stacks(_ ballots: Int) -> [[Int]] {
    func split(_ rest: Int, _ kinds: Int) -> [[Int]] {
      if kinds == 1 { return [[rest]] }
      return (0...rest).flatMap { first in split(rest - first, kinds - 1).map { [first] + $0 } }
    }
    return split(ballots, 5)
  }

  /// In how many of all orders of the papers an audit that may stop after any of them, short of the last, would have stopped; and of how many.
  private static func stopped(_ stack: [Int], margin: Int, percent: Int) -> (Int, Int) {
    let ballots = stack.reduce(0, +)
    // Orders that lead to each sample without having stopped.
    var going: [[Int]: Int] = [[0, 0, 0, 0, 0]: 1]
    var (stopped, all) = (0, 1)
    for seen in 1...ballots {
      all *= seen
      var next: [[Int]: Int] = [:]
      for (drawn, orders) in going {
        for kind in 0..<5 where drawn[kind] < stack[kind] {
          var more = drawn
          more[kind] += 1
          next[more, default: 0] += orders * (stack[kind] - drawn[kind])
        }
      }
      going = [:]
      for (drawn, orders) in next {
        let errors = ErrorCounts(over1: drawn[3], over2: drawn[4], under1: drawn[1], under2: drawn[0])
        let risk = KaplanMarkov.risk(seen: seen, errors: errors, margin: margin, of: ballots)
        if seen < ballots, risk.isWithin(percent: percent) {
          stopped += orders * (1...ballots - seen).reduce(1, *)
        } else {
          going[drawn] = orders
        }
      }
    }
    return (stopped, all)
  }

  @Test("All small stacks in every order, looking after every paper", arguments: 2...8)
  func exhaustive(ballots: Int) {
    var largest = 0
    for stack in Self.stacks(ballots) {
      // As many votes overstated as there are between the two: the least that makes an assertion false.
      let margin = zip(stack, -2...2).reduce(0) { $0 + $1.0 * $1.1 }
      guard margin > 0 else { continue }
      for percent in [5, 10, 20, 30, 40, 50] {
        let (stopped, all) = Self.stopped(stack, margin: margin, percent: percent)
        #expect(stopped * 100 <= all * percent, "\(stack), \(percent) %: \(stopped) of \(all)")
        largest = max(largest, stopped)
      }
    }
    // Nothing would be shown if no audit ever stopped.
    #expect(largest > 0 || ballots == 2)
  }

  struct World: CustomTestStringConvertible {
    var testDescription: String
    /// Papers with what was recorded, what is on them, and how many there are.
    var papers: [(recorded: String, paper: String, count: Int)]
    /// How often out of 2,000 times it is confirmed at the least: never, or nearly as often as the limit allows.
    var atLeast = 0
  }

  static let worlds = [
    World(
      testDescription: "votes of the one recorded for the other",
      papers: [("2", "2", 100), ("2", "1", 50), ("1", "1", 50)], atLeast: 40),
    World(
      testDescription: "votes out of nothing", papers: [("2", "2", 60), ("2", "1 2", 90), ("1", "1", 60)]),
    World(
      testDescription: "errors in both directions",
      papers: [("2", "2", 80), ("2", "1", 70), ("1", "1", 30), ("1", "2", 10), ("2", "1 2", 10)]),
  ]

  @Test("Larger stacks, many draws", arguments: worlds)
  func simulation(world: World) throws {
    let style = BallotStyle(names: 2, seats: 1)
    var random = SeededGenerator(seed: 11)
    let rows = world.papers.flatMap { Array(repeating: ($0.recorded, $0.paper), count: $0.count) }.shuffled(
      using: &random)
    func list(_ marks: [String]) throws -> [ListedBallot] {
      try StackTests.listing(
        "serial,struck\n" + marks.enumerated().map { "\($0.offset + 1),\($0.element)\n" }.joined(), style)
    }
    let stack = PaperStack([try list(rows.map(\.0))])
    let truth = try list(rows.map(\.1))
    let assertions = try #require(
      try OutcomeTests.assertions(stack.papers.map(\.recorded.ballot), style, needed: 1))
    let closest = try #require(assertions.closest)
    let size = KaplanMarkov.sampleSize(percent: 5, margin: closest.margin, of: rows.count)
    try #require(size < rows.count / 2)
    let draws = 2000
    var confirmed = 0
    for draw in 0..<draws {
      let readings = stack.draw(size, seed: "lần \(draw)").map {
        PaperReading(paper: $0, read: truth[$0.name.serial - 1])
      }
      if RiskAssessment(assertions, readings, style).risk.isWithin(percent: 5) { confirmed += 1 }
    }
    // 5 in a hundred, and four standard deviations of such a count.
    #expect(confirmed >= world.atLeast)
    #expect(confirmed <= 100 + 39, "\(confirmed) of \(draws)")
  }
}
