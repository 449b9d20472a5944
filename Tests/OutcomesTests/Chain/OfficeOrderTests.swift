import Elections
import Outcomes
import Rulebooks
import TestSupport
import Testing

/// R-OFFICE: committee, standing committee, secretary, deputies, inspection committee, its chair, its deputy chair.
@Suite("Order of offices")
struct OfficeOrderTests {
  static let inOrder: [Office] = [
    .committee, .standingCommittee, .secretary, .deputySecretary, .inspectionCommittee, .inspectionChair,
    .inspectionDeputyChair,
  ]

  func places(_ offices: [Office]) -> [Int] {
    let contests = offices.map { Contest.sample($0, names: 2, seats: 1, base: 9) }
    return OfficeOrder.findings(contests, .regulation244).map(\.contest)
  }

  @Test("Every pair of offices")
  func pairs() {
    for (i, first) in Self.inOrder.enumerated() {
      for (j, second) in Self.inOrder.enumerated() { #expect(places([first, second]) == (j < i ? [1] : [])) }
      for delegates in [Office.delegates, .alternateDelegates] {
        #expect(places([first, delegates]) == [] && places([delegates, first]) == [])
      }
    }
    #expect(places(Self.inOrder) == [])
  }

  @Test("Each that comes too late is told, with the one before it")
  func several() {
    #expect(
      places([.secretary, .committee, .delegates, .standingCommittee, .inspectionCommittee]) == [1, 3])
    let contests = [Office.secretary, .committee].map { Contest.sample($0, names: 2, seats: 1, base: 9) }
    let finding = OfficeOrder.findings(contests, .regulation244)[0].finding
    #expect(finding.code == .officeOrder)
    #expect(finding.values == ["office": .text("committee"), "before": .text("secretary")])
  }

  @Test("The same office twice in one file, whatever stands between")
  func repetitions() throws {
    var contests = [Office.committee, .delegates, .committee, .committee, .alternateDelegates].map {
      Contest.sample($0, names: 2, seats: 1, base: 9)
    }
    for index in contests.indices { contests[index].id = "bau-\(index + 1)" }
    let found = OfficeOrder.repetitions(contests, .regulation244)
    #expect(found.map(\.contest) == [2, 3])
    let finding = try #require(found.first?.finding)
    #expect(finding.code == .officeRepeated && finding.article == "Đ19.9")
    #expect(finding.values == ["office": .text("committee"), "contest": .text("bau-1")])
    contests[2].round = .later(number: 2, kind: .continuation, follows: "bau-1")
    #expect(OfficeOrder.repetitions(contests, .regulation244).map(\.contest) == [3])
  }

  @Test("Later rounds come when they come")
  func laterRounds() {
    let round = Round.later(number: 2, kind: .tieBreak, follows: "committee")
    let contests = [
      Contest.sample(.secretary, names: 2, seats: 1, base: 9),
      Contest.sample(.committee, names: 2, seats: 1, base: 9, round: round),
      Contest.sample(.deputySecretary, names: 2, seats: 1, base: 9),
    ]
    #expect(OfficeOrder.findings(contests, .regulation244).isEmpty)
  }
}
