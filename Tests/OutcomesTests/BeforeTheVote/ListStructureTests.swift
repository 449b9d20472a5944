import Elections
import Outcomes
import Rulebooks
import TestSupport
import Testing

/// R-PLAN: structure to report on, not to enforce.
@Suite("Structure of a list")
struct ListStructureTests {
  static let people: [Candidate] = [
    Candidate(
      number: 1, name: "Lê An", birthDate: BirthDate("1985-06"), gender: .female, ethnicity: "Kinh",
      unit: "Chi bộ I", leadership: true),
    Candidate(
      number: 2, name: "Y Khôi Êban", birthDate: BirthDate("1985-05-31"), gender: .male, ethnicity: "Ê Đê",
      unit: "Chi bộ II", leadership: false),
    Candidate(
      number: 3, name: "Điểu Lãng", birthDate: BirthDate("1990-01-01"), gender: .male, ethnicity: "M'Nông",
      unit: "Chi bộ I"),
    Candidate(number: 4, name: "Vũ Bình", gender: .female, ethnicity: "KINH"),
    Candidate(number: 5, name: "Tô Cường"),
  ]

  @Test("Women, young members, minorities, leadership, units")
  func figures() {
    let figures: [String: FindingValue] = [
      "candidates": .integer(5), "women": .integer(2), "minorities": .integer(2), "leadership": .integer(1),
      "units": .integer(2),
    ]
    let plan = Plan(young: CalendarMonth("1985-06").map(YoungMembers.init(bornFrom:)))
    let finding = ListStructure(Self.people, plan).finding(.regulation244)
    #expect(finding?.values == figures.merging(["young": .integer(2)]) { $1 })
    #expect(finding?.code == .structure && finding?.severity == .info && finding?.rule == .plan)
    #expect(ListStructure(Self.people, nil).finding(.regulation244)?.values == figures)
    #expect(ListStructure(Self.people, Plan()).finding(.regulation244)?.values == figures)
  }

  @Test("What nobody states is no figure")
  func unstated() {
    #expect(ListStructure([], nil).finding(.regulation244) == nil)
    #expect(ListStructure([Candidate(number: 1, name: "Lê An")], nil).finding(.regulation244) == nil)
    let man = Candidate(number: 1, name: "Lê An", gender: .male)
    #expect(
      ListStructure([man], nil).finding(.regulation244)?.values == [
        "candidates": .integer(1), "women": .integer(0),
      ])
  }
}
