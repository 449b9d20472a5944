import Elections
import Rulebooks
import TestSupport
import Testing

@testable import Verification

@Suite("Standing")
struct StandingTests {
  private func contest(names: Int, seats: Int, base: Int, papers: Int, tieBreak: Bool = false) -> Contest {
    Contest.sample(
      names: names, seats: seats, base: base, recorded: papers,
      round: tieBreak ? .later(number: 2, kind: .tieBreak, follows: "x") : .first)
  }

  /// A vector of rules §12.
  struct Vector: Sendable, CustomTestStringConvertible {
    var votes: [Int]
    var seats: Int
    var base: Int
    var elected: [Int]
    var tie: Standing.Tie?
    var testDescription: String { "\(votes) for \(seats), base \(base)" }
  }

  static let vectors: [Vector] = [
    Vector(votes: [5, 0], seats: 1, base: 11, elected: []),
    Vector(votes: [26, 18], seats: 1, base: 44, elected: [1]),
    Vector(votes: [10, 0], seats: 1, base: 20, elected: []),
    Vector(votes: [11, 0], seats: 1, base: 20, elected: [1]),
    Vector(votes: [10, 0], seats: 1, base: 21, elected: []),
    Vector(votes: [11, 0], seats: 1, base: 21, elected: [1]),
    Vector(
      votes: [20, 15, 15, 15], seats: 3, base: 24, elected: [1],
      tie: Standing.Tie(votes: 15, candidates: [2, 3, 4], seats: 2)),
    Vector(votes: [20, 16, 15, 15], seats: 3, base: 30, elected: [1, 2]),
    Vector(votes: [8, 7], seats: 2, base: 15, elected: [1]),
    Vector(votes: [14, 20, 14], seats: 3, base: 24, elected: [2, 1, 3]),
  ]

  @Test("The vectors of the rules", arguments: vectors)
  func vector(_ given: Vector) {
    let contest = contest(names: given.votes.count, seats: given.seats, base: given.base, papers: given.base)
    let standing = Standing(contest, votes: given.votes, recorded: given.base, .regulation244)
    #expect(standing.elected == given.elected)
    #expect(standing.tie == given.tie)
    #expect(standing.needed == given.base / 2 + 1)
  }

  @Test("Every small vote, against the definition of being elected", arguments: [false, true])
  func exhaustive(tieBreak: Bool) {
    for base in 1...5 {
      for code in 0..<(6 * 6 * 6 * 6) {
        let votes = [code % 6, code / 6 % 6, code / 36 % 6, code / 216]
        for seats in 1...4 { expectDefinition(votes, seats, base, tieBreak) }
      }
    }
  }

  /// Somebody is elected who has enough votes and a seat even if everybody with as many came before; tied are those who have a seat
  /// only if others with as many do not.
  private func expectDefinition(_ votes: [Int], _ seats: Int, _ base: Int, _ tieBreak: Bool) {
    let contest = contest(names: 4, seats: seats, base: base, papers: base, tieBreak: tieBreak)
    let standing = Standing(contest, votes: votes, recorded: base, .regulation190)
    let enough = { (count: Int) in tieBreak ? count > 0 : 2 * count > base }
    var elected: [Int] = []
    var tied: [Int] = []
    for (index, own) in votes.enumerated() where enough(own) {
      let above = votes.count { $0 > own }
      let level = votes.count { $0 == own }
      if above + level <= seats { elected.append(index + 1) } else if above < seats { tied.append(index + 1) }
    }
    #expect(Set(standing.elected) == Set(elected))
    #expect(standing.tie?.candidates ?? [] == tied)
    #expect(standing.elected == standing.elected.sorted { (votes[$1 - 1], $0) < (votes[$0 - 1], $1) })
    let status: ContestStatus = !tied.isEmpty ? .tied : elected.count == seats ? .filled : .short
    #expect(standing.status == status)
  }

  @Test("Papers that do not add up decide nothing; void goes before incomplete")
  func papers() {
    var contest = contest(names: 2, seats: 1, base: 10, papers: 8)
    func status(_ issued: Int, _ returned: Int, recorded: Int) -> ContestStatus {
      contest.ballots.issued = issued
      contest.ballots.returned = returned
      let standing = Standing(contest, votes: [8, 0], recorded: recorded, .regulation244)
      #expect(standing.status.isDecided != standing.elected.isEmpty)
      return standing.status
    }
    #expect(status(8, 8, recorded: 8) == .filled)
    #expect(status(9, 8, recorded: 8) == .filled)
    #expect(status(7, 8, recorded: 8) == .void)
    #expect(status(7, 8, recorded: 3) == .void)
    #expect(status(8, 8, recorded: 7) == .incomplete)
    #expect(status(11, 8, recorded: 8) == .incomplete)
  }

  @Test(
    "Shares of the base, rounded half up",
    arguments: [
      (150, 159, "94,34"), (26, 44, "59,09"), (32, 32, "100,00"), (80, 163, "49,08"), (188, 494, "38,06"),
      (8, 390, "2,05"), (0, 7, "0,00"), (1, 3, "33,33"), (2, 3, "66,67"), (1, 8, "12,50"), (1, 16, "6,25"),
      (1, 32, "3,13"), (1, 20_000, "0,01"), (1, 20_001, "0,00"), (1_000_000_000_000, 1, "100000000000000,00"),
    ])
  func shares(votes: Int, base: Int, text: String) {
    #expect(Percentage.text(votes, of: base) == text)
  }
}
