import Elections
import Outcomes
import Rulebooks
import TestSupport
import Testing

/// R-OFFICE: numbers that bodies must have.
@Suite("Sizes of bodies")
struct BodySizeTests {
  func codes(
    _ office: Office, body: ElectingBody, convened: Int, seats: Int = 1, after others: [DecidedContest] = [],
    isBranch: Bool = false
  ) -> [FindingCode] {
    let contest = Contest.sample(office, body: body, names: seats + 1, seats: seats, base: convened)
    return OfficeChain(contest, others: others, rulebook: .regulation190, isBranch: isBranch).findings().map(
      \.code)
  }

  @Test("A standing committee only of a committee of 9 or more")
  func standingCommittee() {
    #expect(codes(.standingCommittee, body: .committee, convened: 8) == [.committeeTooSmall])
    #expect(codes(.standingCommittee, body: .committee, convened: 9) == [])
    #expect(codes(.secretary, body: .committee, convened: 8) == [])
  }

  @Test("A committee's meeting convenes all who were elected to it")
  func members() {
    let people = (1...9).map { person("Người \($0)") }
    for (office, body) in [
      (Office.committee, ElectingBody.committee), (.inspectionCommittee, .inspectionCommittee),
    ] {
      let elected = DecidedContest.sample(office, people, elected: 7)
      let later = DecidedContest.sample(
        office, [person("Cao Em"), person("Hồ Gấm")], elected: 2,
        round: .later(number: 2, kind: .continuation, follows: "truoc"))
      let head: Office = body == .committee ? .inspectionCommittee : .inspectionDeputyChair
      func differs(_ convened: Int, _ others: [DecidedContest]) -> Bool {
        codes(head, body: body, convened: convened, after: others).contains(.membersDiffer)
      }
      #expect(!differs(7, [elected]))
      #expect(differs(8, [elected]))
      #expect(differs(6, [elected]))
      #expect(!differs(9, [elected, later]))
      #expect(!differs(5, []))
    }
  }

  @Test(
    "Branches: a committee from 9 official members on, of at most 7; one deputy",
    arguments: [
      (Office.committee, 8, 3, true, [FindingCode.branchTooSmall]), (.committee, 9, 3, true, []),
      (.committee, 8, 3, false, []), (.committee, 30, 7, true, []),
      (.committee, 30, 8, true, [.branchCommitteeTooLarge]),
      (.committee, 30, 8, false, []), (.deputySecretary, 8, 1, true, []),
      (.deputySecretary, 8, 2, true, [.branchDeputies]),
      (.deputySecretary, 30, 2, false, []), (.secretary, 8, 1, true, []),
    ])
  func branches(office: Office, members: Int, seats: Int, isBranch: Bool, expected: [FindingCode]) {
    #expect(
      codes(office, body: .memberCongress, convened: members, seats: seats, isBranch: isBranch) == expected)
  }

  /// "Members exempted from activities count towards the 9."
  @Test("The exempted count towards the 9")
  func exempted() {
    var contest = Contest.sample(names: 4, seats: 3, base: 9)
    contest.electorate.deductions = [Deduction(.exemptAbsent, 3)]
    #expect(OfficeChain(contest, others: [], rulebook: .regulation244, isBranch: true).findings().isEmpty)
  }
}
