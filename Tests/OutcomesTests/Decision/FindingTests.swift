import Elections
import Outcomes
import Rulebooks
import Tallying
import TestSupport
import Testing

@Suite("What a decision has to say")
struct FindingTests {
  func outcome(
    _ contest: Contest, _ votes: [Int], by rulebook: Rulebook = .regulation244, isBranch: Bool = false
  ) -> Outcome {
    let tally = Tally(giving: votes, seats: contest.seats)
    var contest = contest
    contest.ballots = BallotAccount(issued: tally.recorded, returned: tally.recorded, files: [])
    contest.electorate.present = max(contest.electorate.present, tally.recorded)
    return contest.decide(tally, by: rulebook, isBranch: isBranch)
  }

  @Test("Short: whether to vote again is for the congress (R-SHORT)")
  func short() {
    let findings = outcome(.sample(names: 3, seats: 2, base: 9), [6, 4, 1]).findings
    #expect(findings.map(\.code) == [.short])
    #expect(findings[0].rule == .short && findings[0].severity == .info)
    #expect(findings[0].values == ["elected": .integer(1), "seats": .integer(2)])
  }

  @Test("Delegates: several rounds, then the congress decides (244 Đ20.2)")
  func delegates() {
    for office in [Office.delegates, .alternateDelegates] {
      let findings = outcome(.sample(office, names: 3, seats: 2, base: 9), [6, 4, 1]).findings
      #expect(findings.map(\.code) == [.short, .delegatesShort])
      #expect(findings[1].article == "Đ20.2" && findings[1].values == ["round": .integer(1)])
    }
  }

  @Test(
    "Branch secretary: at most three rounds, then the higher committee appoints",
    arguments: [(1, true, false), (2, true, false), (3, true, true), (4, true, true), (3, false, false)])
  func branchSecretary(round: Int, isBranch: Bool, appoints: Bool) {
    let later = Round.later(number: round, kind: .continuation, follows: "a")
    for office in [Office.secretary, .deputySecretary] {
      let contest = Contest.sample(office, names: 2, seats: 1, base: 9, round: round == 1 ? .first : later)
      let findings = outcome(contest, [4, 4], isBranch: isBranch).findings
      #expect(findings.contains { $0.code == .higherCommitteeAppoints } == (appoints && office == .secretary))
      #expect(findings.first?.code == .short)
    }
    let elected = Contest.sample(.secretary, names: 2, seats: 1, base: 9, round: round == 1 ? .first : later)
    #expect(outcome(elected, [5, 4], isBranch: isBranch).findings == [])
  }

  @Test("A tie, with its votes, numbers and seats left (R-TIE)")
  func tied() {
    let findings = outcome(.sample(names: 4, seats: 3, base: 24), [20, 15, 15, 15]).findings
    let values: [String: FindingValue] = [
      "votes": .integer(15), "candidates": .integers([2, 3, 4]), "seats": .integer(2),
    ]
    #expect(findings.map(\.code) == [.tied, .unverifiedRule])
    #expect(
      findings[0].values == values && findings[0].rule == .tie && findings[0].attestation == .unverified)

    let tieBreak = Round.later(number: 2, kind: .tieBreak, follows: "a")
    let again = outcome(.sample(names: 3, seats: 1, base: 24, round: tieBreak), [7, 7, 3]).findings
    #expect(again.map(\.code) == [.tieBreak, .tiedAgain, .unverifiedRule])
    #expect(again[1].values["candidates"] == .integers([1, 2]))
  }

  @Test(
    "A base whose wording was not read is never hidden (R-BASE)",
    arguments: [
      (ElectingBody.memberCongress, Rulebook.regulation244.id, false), (.memberCongress, "190-QD/TW", false),
      (.delegateCongress, "244-QD/TW", false), (.delegateCongress, "190-QD/TW", true),
      (.committee, "244-QD/TW", true), (.committee, "190-QD/TW", true),
      (.inspectionCommittee, "244-QD/TW", true), (.inspectionCommittee, "190-QD/TW", true),
    ])
  func unverifiedBase(body: ElectingBody, id: String, isUnverified: Bool) throws {
    let rulebook = try #require(RulebookShelf.standard.rulebook(id: id))
    let findings = outcome(.sample(body: body, names: 2, seats: 1, base: 9), [5, 4], by: rulebook).findings
    #expect(findings.map(\.code) == (isUnverified ? [.unverifiedRule] : []))
    #expect(findings.allSatisfy { $0.rule == .base && $0.attestation == .unverified })
  }

  @Test("Debatable ballots are flagged for the board and change nobody's votes (R-VALID)")
  func debatable() {
    let style = BallotStyle(names: 2, seats: 2)
    var tally = Tally(giving: [5, 5], seats: 2)
    tally.add(Ballot(style), times: 2)
    var ruled = Ballot(style)
    ruled.ruledValid = true
    tally.add(ruled)
    var contest = Contest.sample(names: 2, seats: 2, base: 9, recorded: tally.recorded)
    contest.electorate.present = 9
    let outcome = contest.decide(tally, by: .regulation190)
    #expect(outcome.elected == [1, 2])
    #expect(outcome.findings.map(\.code) == [.debatable])
    #expect(outcome.findings[0].values == ["debatable": .integer(3), "ruledValid": .integer(1)])
    #expect(outcome.findings[0].article == "Đ15")
  }

  @Test("A single debatable ballot is flagged (R-VALID)")
  func oneDebatable() {
    var tally = Tally(giving: [5, 5], seats: 2)
    tally.add(Ballot(BallotStyle(names: 2, seats: 2)))
    let contest = Contest.sample(names: 2, seats: 2, base: 9, recorded: tally.recorded)
    let findings = contest.decide(tally, by: .regulation190).findings
    #expect(findings.first { $0.code == .debatable }?.values["debatable"] == .integer(1))
  }

  @Test("More people present than the base counts")
  func presentExceedsBase() {
    var contest = Contest.sample(names: 2, seats: 1, base: 9)
    contest.electorate.deductions = [Deduction(.exemptAbsent, 1)]
    #expect(outcome(contest, [5, 3]).findings.map(\.code) == [.presentExceedsBase])
    #expect(
      outcome(contest, [5, 3]).findings.first?.values == ["present": .integer(9), "base": .integer(8)])
    contest.electorate.present = 8
    #expect(outcome(contest, [5, 3]).findings == [])
  }

  @Test("Codes are stable, and what breaks a rule is no mere information")
  func codes() {
    #expect(FindingCode.allCases.count == Set(FindingCode.allCases.map(\.rawValue)).count)
    for code in FindingCode.allCases where code.severity == .error { #expect(code.breaksRule) }
    for code in FindingCode.allCases where code.severity == .info { #expect(!code.breaksRule) }
  }
}
