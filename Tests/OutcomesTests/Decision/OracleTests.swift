import Elections
import Outcomes
import Rulebooks
import Tallying
import TestSupport
import Testing

@Suite("Every small election, compared with the prose of the rules")
struct OracleTests {
  static let tieBreak = Round.later(number: 2, kind: .tieBreak, follows: "a")

  /// Calls `body` with every list of `names` numbers from 0 to 5.
  static func forEachVotes(_ names: Int, _ body: ([Int]) -> Void) {
    var votes = Array(repeating: 0, count: names)
    while true {
      body(votes)
      guard let i = votes.lastIndex(where: { $0 < 5 }) else { return }
      votes[i] += 1
      for j in votes.indices where j > i { votes[j] = 0 }
    }
  }

  @Test("Votes 0 to 5, bases 1 to 8, ordinary and among the tied", arguments: 1...4, 1...4)
  func everySmallElection(names: Int, seats: Int) {
    guard seats <= names else { return }
    Self.forEachVotes(names) { votes in
      let tally = Tally(giving: votes, seats: seats)
      #expect(tally.votes == votes && tally.invalid == 0)
      for base in 1...8 {
        for round in [Round.first, Self.tieBreak] {
          let contest = Contest.sample(
            names: names, seats: seats, base: base, recorded: tally.recorded, round: round)
          let outcome = contest.decide(tally, by: .regulation244)
          let oracle = Oracle(votes: votes, seats: seats, base: base, isTieBreak: round.isTieBreak)
          if !agree(outcome, oracle, votes) {
            Issue.record(
              "votes \(votes), \(seats) seats, base \(base), \(round): \(outcome) instead of \(oracle)")
          }
        }
      }
    }
  }

  private func agree(_ outcome: Outcome, _ oracle: Oracle, _ votes: [Int]) -> Bool {
    outcome.status.rawValue == oracle.status && outcome.elected == oracle.elected
      && outcome.vacant == oracle.vacant && outcome.needed == oracle.needed
      && (outcome.tie?.candidates ?? []) == oracle.tied
      && outcome.tie.map { tie in
        tie.seats == oracle.vacant && oracle.tied.allSatisfy { votes[$0 - 1] == tie.votes }
      } ?? true
      && outcome.standings.map(\.votes) == votes
      && outcome.standings.map(\.number) == Array(1...votes.count)
      && outcome.standings.filter(\.elected).map(\.number) == oracle.elected.sorted()
  }
}
