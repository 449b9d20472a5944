import Elections
import Outcomes
import Rulebooks
import TestSupport
import Testing

/// R-OFFICE: a candidate for a later office must have been elected to the body that the list is taken from.
@Suite("The chain of offices")
struct OfficeChainTests {
  func findings(
    _ office: Office, _ people: [Candidate], after others: [DecidedContest], body: ElectingBody = .committee,
    isBranch: Bool = false
  ) -> [Finding] {
    var contest = Contest.sample(office, body: body, names: people.count, seats: 1, base: 15)
    contest.candidates = people.numbered
    return OfficeChain(contest, others: others, rulebook: .regulation244, isBranch: isBranch).findings()
      .filter { $0.code != .membersDiffer }
  }

  static let committee = DecidedContest.sample(
    .committee, [person("Lê An"), person("Vũ Bình"), person("Tô Cường"), person("Hà Dung")], elected: 3)

  @Test("Elected to the body, or not")
  func membership() throws {
    let found = findings(
      .standingCommittee, [person("Lê An"), person("Hà Dung"), person("Cao Em")], after: [Self.committee])
    #expect(found.map(\.code) == [.notElectedToBody, .notElectedToBody])
    let first = try #require(found.first)
    #expect(first.values == ["candidate": .integer(2), "name": .text("Hà Dung"), "body": .text("committee")])
    #expect(first.rule == .office && first.article == "Đ21" && first.severity == .warning)
  }

  @Test(
    "One person or several of one name",
    arguments: [
      // Candidates, members elected, codes
      ([person("Lê An")], [person("Lê An", "1970-05")], []),
      ([person("Lê An", "1970-05")], [person("Lê An")], []),
      ([person("Lê An", "1970-05")], [person("Lê An", "1970-05-17")], []),
      ([person("Lê An", "1970-06")], [person("Lê An", "1970-05-17")], [.notElectedToBody]),
      ([person("Lê An")], [person("Lê An", "1970-05"), person("Lê An", "1975-01")], [.ambiguousPerson]),
      ([person("Lê An", "1975-01")], [person("Lê An", "1970-05"), person("Lê An", "1975-01")], []),
      (
        [person("Lê An", "1980-01")], [person("Lê An", "1970-05"), person("Lê An", "1975-01")],
        [.notElectedToBody]
      ),
      ([person("Lê An", "1975-01")], [person("Lê An"), person("Lê An", "1975-01")], []),
      ([person("Lê An")], [person("Lê An"), person("Lê An")], [.ambiguousPerson]),
      // Two candidates who both claim one member
      ([person("Lê An"), person("Lê An")], [person("Lê An")], [.ambiguousPerson, .ambiguousPerson]),
      ([person("Lê An", "1970-05"), person("Lê An")], [person("Lê An", "1970-05")], [.ambiguousPerson]),
      (
        [person("Lê An", "1970-05"), person("Lê An", "1975-01")], [person("Lê An", "1970-05")],
        [.notElectedToBody]
      ),
      // Keys
      ([person("Lê An", key: "a")], [person("Lê An", key: "b")], [.notElectedToBody]),
      ([person("Lê An", key: "b")], [person("Lê An", key: "a"), person("Lê An", key: "b")], []),
      ([person("Lê Thị An", key: "a")], [person("Lê An", key: "a")], []),
      ([person("Lê Huệ")], [person("Lê Hue\u{323}\u{302}")], []),
    ] as [([Candidate], [Candidate], [FindingCode])])
  func namesakes(candidates: [Candidate], members: [Candidate], codes: [FindingCode]) {
    let body = DecidedContest.sample(.committee, members, elected: members.count)
    #expect(findings(.standingCommittee, candidates, after: [body]).map(\.code) == codes)
  }

  @Test("The standing committee goes before the committee; a body that is not known is silent")
  func preference() {
    let standing = DecidedContest.sample(
      .standingCommittee, [person("Lê An"), person("Vũ Bình")], elected: 1)
    for office in [Office.secretary, .deputySecretary] {
      let bodies = [Self.committee, standing]
      #expect(findings(office, [person("Lê An")], after: bodies).isEmpty)
      #expect(
        findings(office, [person("Vũ Bình")], after: bodies).map(\.values["body"]) == [
          .text("standingCommittee")
        ])
      #expect(findings(office, [person("Vũ Bình")], after: [Self.committee]).isEmpty)
      #expect(findings(office, [person("Ai Đó")], after: []).isEmpty)
    }
    #expect(findings(.inspectionChair, [person("Ai Đó")], after: [Self.committee]).isEmpty)
    // The inspection committee is taken from the committee and from others.
    #expect(findings(.inspectionCommittee, [person("Ai Đó")], after: [Self.committee]).isEmpty)
    let inspection = DecidedContest.sample(.inspectionCommittee, [person("Lê An")], elected: 1)
    #expect(
      findings(.inspectionChair, [person("Ai Đó")], after: [inspection]).map(\.code) == [.notElectedToBody])
    #expect(
      findings(.inspectionDeputyChair, [person("Ai Đó")], after: [inspection], body: .inspectionCommittee)
        .map(\.code) == [.notElectedToBody])
  }

  @Test("Those elected in a later round are members too")
  func rounds() {
    let second = DecidedContest.sample(
      .committee, [person("Hà Dung")], elected: 1,
      round: .later(number: 2, kind: .continuation, follows: "truoc"))
    #expect(findings(.standingCommittee, [person("Hà Dung")], after: [Self.committee, second]).isEmpty)
  }

  @Test("The secretary is no deputy")
  func secretaryAsDeputy() {
    let secretary = DecidedContest.sample(.secretary, [person("Lê An")], elected: 1)
    let found = findings(
      .deputySecretary, [person("Lê An"), person("Vũ Bình")], after: [Self.committee, secretary])
    #expect(found.map(\.code) == [.holdsHigherOffice])
    #expect(found.first?.values["name"] == .text("Lê An"))
  }

  @Test(
    "Who elects whom",
    arguments: [
      (Office.committee, [ElectingBody.memberCongress, .delegateCongress]),
      (.standingCommittee, [.committee]),
      (.secretary, [.memberCongress, .delegateCongress, .committee]),
      (.deputySecretary, [.memberCongress, .delegateCongress, .committee]),
      (.inspectionCommittee, [.committee]), (.inspectionChair, [.committee]),
      (.inspectionDeputyChair, [.inspectionCommittee]),
      (.delegates, [.memberCongress, .delegateCongress]),
      (.alternateDelegates, [.memberCongress, .delegateCongress]),
    ])
  func electingBodies(office: Office, bodies: [ElectingBody]) {
    for body in ElectingBody.allCases {
      let found = findings(office, [person("Lê An")], after: [], body: body)
      #expect(found.map(\.code) == (bodies.contains(body) ? [] : [.wrongElectingBody]))
      #expect(
        found.allSatisfy { $0.values == ["body": .text(body.rawValue), "office": .text(office.rawValue)] })
    }
  }

  @Test("In a branch the congress elects secretary and deputy, not its committee")
  func branchElectingBodies() {
    for office in [Office.secretary, .deputySecretary] {
      for body in ElectingBody.allCases {
        let found = findings(office, [person("Lê An")], after: [], body: body, isBranch: true)
        let isRight = body == .memberCongress || body == .delegateCongress
        #expect(found.map(\.code) == (isRight ? [] : [.wrongElectingBody]))
        // Only of the committee is it the rule for branches that is broken.
        let article = body == .committee ? "Điều lệ Đảng" : "Đ22"
        #expect(found.allSatisfy { $0.article == article })
      }
    }
  }

  @Test("A branch votes on its secretary in three rounds at most", arguments: [1, 2, 3, 4, 5])
  func branchSecretaryRounds(number: Int) {
    for (office, isBranch) in [(Office.secretary, true), (.secretary, false), (.deputySecretary, true)] {
      var contest = Contest.sample(office, names: 2, seats: 1, base: 8)
      if number > 1 { contest.round = .later(number: number, kind: .continuation, follows: "truoc") }
      let found = OfficeChain(contest, others: [], rulebook: .regulation244, isBranch: isBranch).findings()
      let isTooMany = number > 3 && isBranch && office == .secretary
      #expect(found.map(\.code) == (isTooMany ? [.tooManyRounds] : []))
      #expect(
        found.allSatisfy {
          $0.values == ["round": .integer(number), "atMost": .integer(3)] && $0.rule == .short
        })
    }
  }

  @Test("The same office twice, even under the same id in an earlier result")
  func repetition() {
    for id in ["truoc", "committee"] {
      let earlier = DecidedContest.sample(.committee, [person("Lê An")], elected: 1, id: id)
      let found = findings(.committee, [person("Vũ Bình")], after: [earlier], body: .memberCongress)
      #expect(found.map(\.code) == [.officeRepeated])
      #expect(found.first?.article == "Đ19.9")
      #expect(found.first?.values == ["office": .text("committee"), "contest": .text(id)])
    }
    for status in [ContestStatus.void, .incomplete] {
      let undecided = DecidedContest.sample(.committee, [person("Lê An")], elected: 0, status: status)
      #expect(findings(.committee, [person("Vũ Bình")], after: [undecided], body: .memberCongress).isEmpty)
    }
    var second = Contest.sample(
      names: 2, seats: 1, base: 15, round: .later(number: 2, kind: .continuation, follows: "truoc"))
    second.id = "sau"
    let chain = OfficeChain(second, others: [Self.committee], rulebook: .regulation244, isBranch: false)
    #expect(chain.findings().isEmpty)
  }

  @Test("Two rounds after the same contest, so that nobody votes until the outcome pleases")
  func roundTwice() {
    let people = [person("Lê An"), person("Vũ Bình")]
    let again = Round.later(number: 2, kind: .tieBreak, follows: "truoc")
    var second = Contest.sample(names: 2, seats: 1, base: 15, round: again)
    second.id = "sau"
    for (round, status, isSaid) in [
      (again, ContestStatus.filled, true), (again, .tied, true), (again, .short, true), (again, .void, false),
      (again, .incomplete, false), (.first, .filled, false),
      (.later(number: 2, kind: .tieBreak, follows: "khac"), .filled, false),
    ] {
      let before = DecidedContest.sample(
        second.office, people, elected: 1, id: "bau-lai", round: round, status: status)
      let chain = OfficeChain(second, others: [before], rulebook: .regulation244, isBranch: false)
      #expect(
        chain.findings().map(\.code) == (isSaid ? [.officeRepeated] : []), "\(round) \(status)")
    }
  }
}
