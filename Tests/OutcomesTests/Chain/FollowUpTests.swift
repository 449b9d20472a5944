import Elections
import Foundation
import Outcomes
import Rulebooks
import TestSupport
import Testing

/// R-TIE, R-SHORT: whether a later round fits the contest that it follows.
@Suite("Later rounds")
struct FollowUpTests {
  static let people = ["Lê An", "Vũ Bình", "Tô Cường", "Hà Dung"].map { person($0) }
  /// Vũ Bình and Tô Cường are tied for one seat.
  static let tied = DecidedContest.sample(
    .committee, people, elected: 1, seats: 2, tie: Tie(votes: 6, candidates: [2, 3], seats: 1))

  func round(
    _ kind: RoundKind, _ candidates: [Candidate], seats: Int = 1, office: Office = .committee, number: Int = 2
  ) -> Contest {
    var contest = Contest.sample(
      office, names: candidates.count, seats: seats, base: 9,
      round: .later(number: number, kind: kind, follows: "truoc"))
    contest.candidates = candidates.numbered
    return contest
  }

  @Test("The round that is derived fits the contest that it follows")
  func derived() throws {
    let electorate = Contest.sample(.committee, names: 4, seats: 2, base: 9).electorate
    func next(_ previous: DecidedContest) throws(FollowUp.Nothing) -> Contest {
      let next = try FollowUp.contest(after: previous, title: "Bầu", electorate: electorate)
      #expect(FollowUp.contradictions(next, after: previous) == [])
      #expect(
        next.round == .later(number: previous.round.number + 1, kind: next.round.kind!, follows: previous.id))
      return next
    }
    let again = try next(Self.tied)
    // No paper of the round has been given out yet.
    #expect(again.ballots == BallotAccount(issued: 0, returned: 0, files: []))
    #expect(again.round.isTieBreak && again.seats == 1)
    #expect(
      again.candidates.map(\.name) == ["Vũ Bình", "Tô Cường"] && again.candidates.map(\.number) == [1, 2])
    let short = DecidedContest.sample(.committee, Self.people, elected: 1, seats: 3)
    let more = try next(short)
    #expect(more.round.kind == .continuation && more.seats == 2)
    #expect(more.candidates.map(\.name) == ["Vũ Bình", "Tô Cường", "Hà Dung"])
    let filled = DecidedContest.sample(.committee, Self.people, elected: 3)
    #expect(throws: FollowUp.Nothing.filled) { try next(filled) }
    let empty = DecidedContest.sample(.committee, Array(Self.people.prefix(2)), elected: 1, seats: 3)
    #expect(throws: FollowUp.Nothing.nobodyLeft(seats: 2)) { try next(empty) }
    for status in [ContestStatus.void, .incomplete] {
      let undecided = DecidedContest.sample(.committee, Self.people, elected: 0, seats: 2, status: status)
      #expect(throws: FollowUp.Nothing.undecided(status)) { try next(undecided) }
    }
  }

  @Test("What follows can be written: texts no longer than may be, and no round behind the last")
  func limits() throws {
    var previous = Self.tied
    func next(_ title: String) throws(FollowUp.Nothing) -> Contest {
      try FollowUp.contest(
        after: previous, title: title,
        electorate: Contest.sample(.committee, names: 4, seats: 2, base: 9).electorate)
    }
    let words = "Bầu lại trong số người bằng phiếu: "
    let (short, long) = (
      String(repeating: "ố", count: 1000 - words.count), String(repeating: "ố", count: 1000)
    )
    #expect(try next(short).title == words + short)
    #expect(try next(short + "ố").title == short + "ố")
    #expect(try next(long).title == long)
    previous.id = long
    #expect(try next("Bầu").id == String(repeating: "ố", count: 998) + "-2")
    previous.round = .later(number: 999, kind: .continuation, follows: "a")
    #expect(try next("Bầu").id == String(repeating: "ố", count: 995) + "-1000")
    previous.round = .later(number: 1000, kind: .continuation, follows: "a")
    #expect(throws: FollowUp.Nothing.lastRound) { try next("Bầu") }
  }

  @Test("A re-vote is among the tied exactly, in any order, for the seats left")
  func tieBreak() {
    let (an, binh, cuong) = (Self.people[0], Self.people[1], Self.people[2])
    func check(_ contest: Contest) -> [FollowUp.Contradiction] {
      FollowUp.contradictions(contest, after: Self.tied)
    }
    let names = FollowUp.Contradiction.otherNames(tied: ["Vũ Bình", "Tô Cường"])
    #expect(check(round(.tieBreak, [binh, cuong])) == [])
    #expect(check(round(.tieBreak, [cuong, binh])) == [])
    #expect(check(round(.tieBreak, [binh])) == [names])
    #expect(check(round(.tieBreak, [binh, an])) == [names])
    #expect(check(round(.tieBreak, [binh, cuong, an])) == [names])
    #expect(check(round(.tieBreak, [binh, binh])) == [names])
    #expect(check(round(.tieBreak, [binh, cuong], seats: 2)) == [.otherSeats(left: 1)])
    #expect(check(round(.tieBreak, [binh, an], seats: 2)) == [names, .otherSeats(left: 1)])
    #expect(check(round(.tieBreak, [binh, cuong], office: .secretary)) == [.otherOffice(.committee)])
  }

  @Test(
    "A re-vote follows a tie, whatever else the contest ended in",
    arguments: [ContestStatus.filled, .short, .void, .incomplete])
  func noTie(status: ContestStatus) {
    let elected = status == .filled ? 2 : 0
    let previous = DecidedContest.sample(.committee, Self.people, elected: elected, seats: 2, status: status)
    #expect(
      FollowUp.contradictions(round(.tieBreak, [Self.people[1], Self.people[2]]), after: previous)
        == [.noTie(status)])
  }

  @Test(
    "Namesakes are paired as a whole",
    arguments: [
      (
        [person("An", "1970-05"), person("An", "1975-01")],
        [person("An", "1975-01"), person("An", "1970-05")], true
      ),
      ([person("An"), person("An", "1970-05")], [person("An", "1970-05"), person("An", "1975-01")], true),
      ([person("An", "1970-05"), person("An")], [person("An", "1970-05"), person("An", "1975-01")], true),
      (
        [person("An", "1970-05"), person("An", "1970-05")],
        [person("An", "1970-05"), person("An", "1975-01")], false
      ),
      ([person("An"), person("An", key: "a")], [person("An", key: "a"), person("An", key: "b")], true),
      ([person("An"), person("An", key: "c")], [person("An", key: "a"), person("An", key: "b")], false),
      (
        [person("An", "1970-05"), person("An", "1970-05-10")],
        [person("An", "1970-05-10"), person("An", "1970-05-20")], true
      ),
      ([person("Huệ"), person("Hoa")], [person("Hoa"), person("Hue\u{323}\u{302}")], true),
    ] as [([Candidate], [Candidate], Bool)])
  func namesakes(candidates: [Candidate], tied: [Candidate], same: Bool) {
    let previous = DecidedContest.sample(
      .committee, tied, elected: 0, seats: 1, tie: Tie(votes: 6, candidates: [1, 2], seats: 1))
    #expect(FollowUp.contradictions(round(.tieBreak, candidates), after: previous).isEmpty == same)
  }

  @Test("A continuation needs a vacant seat")
  func continuation() {
    let short = DecidedContest.sample(.committee, Self.people, elected: 1, seats: 2)
    let filled = DecidedContest.sample(.committee, Self.people, elected: 2)
    let contest = round(.continuation, [Self.people[2], Self.people[3]])
    for status in [ContestStatus.void, .incomplete] {
      let undecided = DecidedContest.sample(.committee, Self.people, elected: 0, seats: 2, status: status)
      #expect(FollowUp.contradictions(contest, after: undecided) == [.undecided(status)])
    }
    #expect(FollowUp.contradictions(contest, after: short) == [])
    #expect(FollowUp.contradictions(contest, after: filled) == [.nothingLeft])
    #expect(
      FollowUp.contradictions(round(.continuation, [Self.people[2]], office: .secretary), after: short)
        == [.otherOffice(.committee)])
  }

  @Test("A continuation is no way round the re-vote of a tie, and may follow it")
  func continuationAfterATie() {
    let (binh, cuong, dung) = (Self.people[1], Self.people[2], Self.people[3])
    let unresolved = FollowUp.Contradiction.tieUnresolved(tied: ["Vũ Bình", "Tô Cường"])
    for names in [[binh, cuong], [dung], [binh, cuong, dung]] {
      #expect(FollowUp.contradictions(round(.continuation, names), after: Self.tied) == [unresolved])
    }
    // A continuation that is tied in its turn is resolved by a re-vote as well.
    var second = Self.tied
    second.round = .later(number: 2, kind: .continuation, follows: "a")
    #expect(FollowUp.contradictions(round(.continuation, [dung], number: 3), after: second) == [unresolved])
    #expect(FollowUp.contradictions(round(.tieBreak, [binh, cuong], number: 3), after: second) == [])
    // After the re-vote: tied again, the congress decides; filled, nothing is left; short, its seats are.
    var again = Self.tied
    again.round = .later(number: 2, kind: .tieBreak, follows: "a")
    #expect(FollowUp.contradictions(round(.continuation, [dung], number: 3), after: again) == [])
    #expect(FollowUp.contradictions(round(.tieBreak, [binh, cuong], number: 3), after: again) == [])
    #expect(
      FollowUp.contradictions(round(.tieBreak, [binh, dung], number: 3), after: again)
        == [.otherNames(tied: ["Vũ Bình", "Tô Cường"])])
    let short = DecidedContest.sample(.committee, [binh, cuong], elected: 0, round: again.round, seats: 1)
    #expect(FollowUp.contradictions(round(.continuation, [dung], number: 3), after: short) == [])
  }

  @Test("What should be looked at in a later round")
  func findings() {
    let short = DecidedContest.sample(.committee, Self.people, elected: 2, seats: 3)
    let here = DecidedContest.Sitting(organization: "Đảng bộ A", term: "2020-2025")
    func codes(
      _ contest: Contest, after previous: DecidedContest = short, known: [DecidedContest] = []
    ) -> [FindingCode] {
      FollowUp.findings(contest, in: here, after: previous, known: known + [previous], .regulation244).map(
        \.code)
    }
    let more = round(.continuation, [Self.people[2]])
    for (organization, term, expected) in [
      ("Đảng bộ A", "2020-2025", []), ("Đảng bộ A".decomposedStringWithCanonicalMapping, "2020-2025", []),
      ("Đảng bộ a", "2020-2025", [.otherOrganization]), ("Đảng bộ A", "2025-2030", [.otherTerm]),
      ("Đảng bộ B", "2020", [.otherOrganization, .otherTerm]),
    ] as [(String, String, [FindingCode])] {
      var elsewhere = short
      elsewhere.sitting = DecidedContest.Sitting(organization: organization, term: term)
      #expect(codes(more, after: elsewhere) == expected)
    }
    #expect(codes(round(.continuation, [Self.people[2], Self.people[3]])) == [])
    #expect(codes(round(.continuation, [Self.people[2], Self.people[3]], seats: 2)) == [.continuationSeats])
    #expect(codes(round(.continuation, [Self.people[0], Self.people[3]])) == [.alreadyElected])
    let second = DecidedContest.sample(
      .committee, Self.people, elected: 2, round: .later(number: 2, kind: .continuation, follows: "a"),
      seats: 3)
    #expect(codes(round(.continuation, [Self.people[2]]), after: second) == [.roundNumber])
    #expect(codes(round(.continuation, [Self.people[2]], number: 3), after: second) == [])
    // Elected two rounds before, to this office or to another.
    let nobody = DecidedContest.sample(
      .committee, [Self.people[2]], elected: 0, round: .later(number: 2, kind: .continuation, follows: "a"))
    let third = round(.continuation, [Self.people[0], Self.people[2]], number: 3)
    #expect(codes(third, after: nobody) == [])
    #expect(codes(third, after: nobody, known: [short]) == [.alreadyElected])
    var delegates = short
    delegates.office = .delegates
    #expect(codes(third, after: nobody, known: [delegates]) == [])
    #expect(codes(round(.tieBreak, [Self.people[1], Self.people[2]]), after: Self.tied) == [])
  }
}
