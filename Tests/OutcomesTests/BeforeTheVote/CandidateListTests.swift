import Elections
import Outcomes
import Rulebooks
import TestSupport
import Testing

@Suite("The list before the vote")
struct CandidateListTests {
  /// R-SURPLUS: at most 30 % of the seats, one at least; 190 makes a surplus mandatory for two offices.
  @Test(
    "Surplus",
    arguments: [
      (Office.committee, 17, 15, [FindingCode](), [FindingCode]()), (.committee, 19, 15, [], []),
      (.committee, 20, 15, [.surplusTooLarge], [.surplusTooLarge]),
      (.committee, 15, 15, [], [.surplusMissing]),
      (.standingCommittee, 3, 3, [], [.surplusMissing]), (.standingCommittee, 4, 3, [], []),
      (.standingCommittee, 5, 3, [.surplusTooLarge], [.surplusTooLarge]),
      (.standingCommittee, 6, 5, [], []), (.standingCommittee, 7, 5, [.surplusTooLarge], [.surplusTooLarge]),
      (.secretary, 1, 1, [], []), (.secretary, 2, 1, [], []),
      (.secretary, 3, 1, [.surplusTooLarge], [.surplusTooLarge]),
      (.delegates, 5, 5, [], []), (.inspectionCommittee, 3, 3, [], []), (.delegates, 191, 163, [], []),
    ])
  func surplus(office: Office, names: Int, seats: Int, of244: [FindingCode], of190: [FindingCode]) throws {
    let contest = Contest.sample(office, names: names, seats: seats, base: 200)
    #expect(CandidateList.surplus(contest, .regulation244).map(\.code) == of244)
    #expect(CandidateList.surplus(contest, .regulation190).map(\.code) == of190)
    var later = contest
    later.round = .later(number: 2, kind: .continuation, follows: "a")
    #expect(CandidateList.surplus(later, .regulation190).isEmpty)
  }

  @Test("A surplus names the cap and its article")
  func surplusValues() {
    let contest = Contest.sample(names: 20, seats: 15, base: 99)
    let finding = CandidateList.surplus(contest, .regulation190)[0]
    #expect(finding.values == ["names": .integer(20), "seats": .integer(15), "atMost": .integer(4)])
    #expect(finding.rule == .surplus && finding.article == "Đ14" && finding.severity == .warning)
    #expect(CandidateList.surplus(contest, .regulation244)[0].article == "Đ16")
  }

  @Test(
    "The list is in the order of given names (R-FORM)",
    arguments: [
      (["Lê An", "Vũ Bình", "Hà Dung", "Tô Đức"], [Int]()), (["Vũ Bình", "Lê An"], [2]),
      (["Lê An", "Tô Đức", "Hà Dung", "Bùi Hoa", "Bùi Hòa", "Cao Hoa"], [3, 6]), (["Lê An", "Lê An"], []),
    ])
  func order(names: [String], places: [Int]) {
    let contest = Contest.sample(candidates: names, seats: 1, base: 9)
    let found = CandidateList.order(contest, .regulation244)
    #expect(found.map { $0.values["candidate"] } == places.map { .integer($0) })
    #expect(found.allSatisfy { $0.code == .listOrder && $0.rule == .form && $0.attestation == .practice })
    #expect(found.map { $0.values["before"] } == places.map { .text(names[$0 - 2]) })
  }

  @Test("Two of one name are allowed and told")
  func sameNames() {
    let contest = Contest.sample(
      candidates: ["Lê An", "Vũ Bình", "Lê  An", "Huệ", "Hue\u{323}\u{302}", " Lê\u{A0}An"], seats: 1, base: 9
    )
    let found = CandidateList.sameNames(contest, .regulation244)
    #expect(found.map(\.code) == [.sameName, .sameName])
    #expect(found.map { $0.values["candidates"] } == [.integers([1, 3, 6]), .integers([4, 5])])
    #expect(found.allSatisfy { !$0.code.breaksRule })
    // Two spellings of one name: it is shown as the list has it first.
    #expect(
      found[1].values["name"].map { "\($0)".utf8.elementsEqual("\(FindingValue.text("Huệ"))".utf8) } == true)
  }

  @Test("Those of one name are told in the order in which the list has the first of them")
  func orderOfSameNames() {
    let names = ["An", "Bình", "Cường", "Dung", "Em", "Giang", "Hoa", "Lan"]
    let contest = Contest.sample(candidates: names + names.reversed(), seats: 1, base: 9)
    let found = CandidateList.sameNames(contest, .regulation244)
    #expect(found.map { $0.values["name"] } == names.map { .text($0) })
    #expect(found.map { $0.values["candidates"] } == (1...8).map { .integers([$0, 17 - $0]) })
  }

  @Test("Names that are not in NFC are told")
  func normalization() {
    let contest = Contest.sample(
      candidates: ["Lê Huệ", "Lê Hue\u{323}\u{302}", "Lê Huê\u{323}", "Y Brăm 😀", "Å"], seats: 1, base: 9)
    let found = CandidateList.normalization(contest, .regulation244)
    #expect(found.map { $0.values["candidate"] } == [.integer(2), .integer(3)])
    #expect(found.allSatisfy { $0.code == .nameNotNormalized })
  }

  @Test("Members of the counting board are not on the list (R-SURPLUS)")
  func boardMembers() {
    let contest = Contest.sample(candidates: ["Lê An", "Vũ Bình", "Lê Huệ"], seats: 1, base: 9)
    let board = [
      BoardMember(name: "Vũ Bình", role: .head), BoardMember(name: "Lê Hue\u{323}\u{302}", role: .member),
      BoardMember(name: "Ai Đó", role: .member),
    ]
    let found = CandidateList.boardMembers(contest, board, .regulation190)
    #expect(found.map { $0.values["candidate"] } == [.integer(2), .integer(3)])
    #expect(found.first?.code == .boardMemberOnList && found.first?.article == "Đ8")
  }
}
