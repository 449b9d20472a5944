import Elections
import Outcomes
import Rulebooks
import Tallying
import TestSupport
import Testing

/// The published cases and derived vectors of rules §12, and the cases of §6 and §7.
@Suite("Decisions by the rules")
struct VectorTests {
  static let tieBreak = Round.later(number: 2, kind: .tieBreak, follows: "a")

  struct Row: Sendable, CustomTestStringConvertible {
    var rule: String
    var base: Int
    var seats: Int
    var votes: [Int]
    var round = Round.first
    var status: ContestStatus
    var elected: [Int]
    var tied: [Int] = []
    var testDescription: String { rule }
  }

  static let rows: [Row] = [
    Row(rule: "§12: base 20, 10 no", base: 20, seats: 1, votes: [10, 9], status: .short, elected: []),
    Row(rule: "§12: base 20, 11 yes", base: 20, seats: 1, votes: [11, 9], status: .filled, elected: [1]),
    Row(rule: "§12: base 21, 10 no", base: 21, seats: 1, votes: [10, 9], status: .short, elected: []),
    Row(rule: "§12: base 21, 11 yes", base: 21, seats: 1, votes: [9, 11], status: .filled, elected: [2]),
    Row(rule: "§12: 5 of a branch of 11", base: 11, seats: 1, votes: [5], status: .short, elected: []),
    Row(rule: "§12: 6 of a branch of 11", base: 11, seats: 1, votes: [6], status: .filled, elected: [1]),
    Row(rule: "§12: 26/44", base: 44, seats: 1, votes: [26, 10], status: .filled, elected: [1]),
    Row(rule: "§7.5: 22/44 is half", base: 44, seats: 1, votes: [22, 22], status: .short, elected: []),
    Row(rule: "§12: 32/32", base: 32, seats: 1, votes: [32], status: .filled, elected: [1]),
    Row(
      rule: "§12: three tied for two seats", base: 24, seats: 3, votes: [20, 15, 15, 15], status: .tied,
      elected: [1], tied: [2, 3, 4]),
    Row(
      rule: "§12: one short, no tie, for half is not above half", base: 30, seats: 3,
      votes: [20, 16, 15, 15],
      status: .short, elected: [1, 2]),
    Row(
      rule: "§12: 8 of a committee of 15", base: 15, seats: 1, votes: [8, 6], status: .filled, elected: [1]),
    Row(rule: "§12: 7 of a committee of 15", base: 15, seats: 1, votes: [7, 7], status: .short, elected: []),
    Row(
      rule: "§7.1: from the highest down", base: 20, seats: 2, votes: [12, 18, 15], status: .filled,
      elected: [2, 3]),
    Row(
      rule: "§7.1: fewer names, all above half", base: 9, seats: 3, votes: [9, 5, 8], status: .filled,
      elected: [1, 3, 2]),
    Row(
      rule: "§7.2: all tied", base: 9, seats: 2, votes: [6, 6, 6], status: .tied, elected: [],
      tied: [1, 2, 3]),
    Row(
      rule: "§7.2: a tie at one seat", base: 9, seats: 2, votes: [6, 8, 6], status: .tied, elected: [2],
      tied: [1, 3]),
    Row(
      rule: "§7.3: a tie that does not straddle", base: 9, seats: 3, votes: [6, 8, 6, 5], status: .filled,
      elected: [2, 1, 3]),
    Row(
      rule: "§7.3: a tie above the last seat", base: 9, seats: 3, votes: [6, 8, 8, 5], status: .filled,
      elected: [2, 3, 1]),
    Row(
      rule: "§7.3: a tie behind the last seat", base: 9, seats: 1, votes: [8, 6, 6], status: .filled,
      elected: [1]),
    Row(
      rule: "§7.5: two with half beside one elected", base: 10, seats: 2, votes: [6, 5, 5], status: .short,
      elected: [1]),
    Row(
      rule: "§7.2: in a re-vote the higher vote wins", base: 58, seats: 1, votes: [27, 28], round: tieBreak,
      status: .filled, elected: [2]),
    Row(
      rule: "§7.2: one vote is enough", base: 58, seats: 1, votes: [1, 0], round: tieBreak, status: .filled,
      elected: [1]),
    Row(
      rule: "§7.2: nobody without a vote", base: 58, seats: 1, votes: [0, 0], round: tieBreak, status: .short,
      elected: []),
    Row(
      rule: "§7.2: nobody without a vote, a seat left", base: 58, seats: 2, votes: [3, 0, 0], round: tieBreak,
      status: .short, elected: [1]),
    Row(
      rule: "§7.2: tied again", base: 58, seats: 1, votes: [28, 28], round: tieBreak, status: .tied,
      elected: [],
      tied: [1, 2]),
    Row(
      rule: "§7.2: tied again in part", base: 58, seats: 2, votes: [30, 14, 14], round: tieBreak,
      status: .tied,
      elected: [1], tied: [2, 3]),
    Row(
      rule: "§7.4: a continuation needs the majority", base: 58, seats: 1, votes: [29, 20],
      round: .later(number: 2, kind: .continuation, follows: "a"), status: .short, elected: []),
    Row(
      rule: "§7.4: a continuation with the majority", base: 58, seats: 1, votes: [30, 20],
      round: .later(number: 2, kind: .continuation, follows: "a"), status: .filled, elected: [1]),
  ]

  @Test("Elected, short, tied", arguments: rows)
  func decision(row: Row) {
    let tally = Tally(giving: row.votes, seats: row.seats)
    let contest = Contest.sample(
      names: row.votes.count, seats: row.seats, base: row.base, recorded: tally.recorded, round: row.round)
    let outcome = contest.decide(tally, by: .regulation244)
    #expect(outcome.status == row.status)
    #expect(outcome.elected == row.elected)
    #expect(outcome.vacant == row.seats - row.elected.count)
    #expect(outcome.tie?.candidates ?? [] == row.tied)
    #expect(outcome.tie?.seats ?? outcome.vacant == outcome.vacant)
    #expect(outcome.base == row.base)
    #expect(outcome.needed == (row.round.isTieBreak ? 1 : row.base / 2 + 1))
  }

  /// §12: 15 members, of whom 2 exempt and absent, 1 suspended, 1 excused throughout, 1 absent without reason: base
  /// 11, needs 6; if the 2 exempt attend: base 13, needs 7.
  @Test("Deductions lower the base, invalid and missing ballots do not")
  func deductions() {
    for (exempt, base, needed) in [(2, 11, 6), (0, 13, 7)] {
      var contest = Contest.sample(names: 2, seats: 1, base: 15, recorded: 10)
      contest.electorate.present = 12 - exempt
      contest.electorate.deductions = [
        Deduction(.exemptAbsent, exempt), Deduction(.suspended, 1), Deduction(.excusedAbsent, 1),
      ]
      var tally = Tally(giving: [6, 2], seats: 1)
      let style = BallotStyle(names: 2, seats: 1)
      tally.add(Ballot(style), times: 2)
      contest.ballots = BallotAccount(issued: 10, returned: 10, files: [])
      let outcome = contest.decide(tally, by: .regulation244)
      #expect(outcome.base == base && outcome.needed == needed)
      #expect(outcome.elected == (needed == 6 ? [1] : []))
    }
  }

  @Test("A vote that is void or does not close elects nobody, and keeps each person's votes (R-INVENTORY)")
  func decidesNothing() {
    let tally = Tally(giving: [7, 6, 2], seats: 2)
    for (issued, returned, status) in [
      (tally.recorded - 1, tally.recorded, ContestStatus.void),
      (tally.recorded, tally.recorded - 1, .incomplete),
    ] {
      var contest = Contest.sample(names: 3, seats: 2, base: 9, recorded: tally.recorded)
      contest.ballots = BallotAccount(issued: issued, returned: returned, files: [])
      let outcome = contest.decide(tally, by: .regulation244)
      #expect(outcome.status == status && outcome.elected.isEmpty && outcome.vacant == 2)
      #expect(outcome.standings.map(\.number) == [1, 2, 3] && outcome.standings.map(\.votes) == [7, 6, 2])
      #expect(outcome.standings.allSatisfy { !$0.elected })
    }
  }

  @Test("Each part of an outcome says which provision it rests on")
  func because() {
    let tally = Tally(giving: [20, 15, 15, 15, 12], seats: 3)
    let contest = Contest.sample(names: 5, seats: 3, base: 24, recorded: tally.recorded)
    let tied = contest.decide(tally, by: .regulation244)
    #expect(tied.statusBecause == .tieAtLastSeat)
    #expect(
      tied.standings.map(\.because) == [.ranking, .tieAtLastSeat, .tieAtLastSeat, .tieAtLastSeat, .majority])

    let clear = Tally(giving: [20, 14, 15, 16, 12], seats: 3)
    let filled = Contest.sample(names: 5, seats: 3, base: 24, recorded: clear.recorded)
      .decide(clear, by: .regulation244)
    #expect(filled.statusBecause == .ranking)
    // Number 2 has the majority, but not a seat.
    #expect(filled.standings.map(\.because) == [.ranking, .ranking, .ranking, .ranking, .majority])

    // Likewise number 4 with 13, the least that is more than half of 24; 12 is half (§7.5).
    let least = Tally(giving: [20, 14, 15, 13, 12], seats: 3)
    let outcome = Contest.sample(names: 5, seats: 3, base: 24, recorded: least.recorded)
      .decide(least, by: .regulation244)
    #expect(outcome.standings.map(\.because) == [.ranking, .ranking, .ranking, .ranking, .majority])

    let few = Tally(giving: [20, 3], seats: 2)
    let short = Contest.sample(names: 2, seats: 2, base: 24, recorded: few.recorded).decide(
      few, by: .regulation244)
    #expect(short.statusBecause == .fewerThanSeats)

    let again = Tally(giving: [5, 5, 0], seats: 1)
    let tiedAgain = Contest.sample(
      names: 3, seats: 1, base: 24, recorded: again.recorded, round: Self.tieBreak
    )
    .decide(again, by: .regulation244)
    #expect(tiedAgain.statusBecause == .tiedAgain)
    #expect(tiedAgain.standings.map(\.because) == [.tieAtLastSeat, .tieAtLastSeat, .tieAtLastSeat])
  }
}
