import Elections
import Foundation
import Rulebooks
import Testing

/// Each citation of the regulations that ship, as rules.md states it.
@Suite("Articles")
struct CitationTests {
  struct Row: Sendable, CustomTestStringConvertible {
    var provision: Provision
    var of244: Citation
    var of190: Citation
    var testDescription: String { "\(provision)" }

    init(
      _ provision: Provision, _ article244: String, _ attestation244: Attestation, _ article190: String,
      _ attestation190: Attestation
    ) {
      self.provision = provision
      of244 = Citation(article244, attestation244)
      of190 = Citation(article190, attestation190)
    }

    init(_ provision: Provision, both article: String, _ attestation: Attestation) {
      self.init(provision, article, attestation, article, attestation)
    }
  }

  static let table: [Row] = [
    // §1, §2
    Row(.election(of: .committee), "Đ19", .text, "Đ17", .text),
    Row(.election(of: .standingCommittee), "Đ21", .unverified, "Đ20", .reading),
    Row(.election(of: .secretary), "Đ22", .unverified, "Đ21", .reading),
    Row(.election(of: .deputySecretary), "Đ22", .unverified, "Đ21", .reading),
    Row(.election(of: .inspectionCommittee), "Đ23-24", .unverified, "Đ22", .reading),
    Row(.election(of: .inspectionChair), "Đ23-24", .unverified, "Đ22", .reading),
    Row(.election(of: .inspectionDeputyChair), "Đ23-24", .unverified, "Đ22", .reading),
    Row(.election(of: .delegates), "Đ20", .text, "Đ18", .unverified),
    Row(.election(of: .alternateDelegates), "Đ20", .unverified, "Đ18", .unverified),
    Row(.oneBallotPerOffice, "Đ19.9", .text, "Đ17", .unverified),
    Row(.branchCommittee, both: "Điều lệ Đảng", .text),
    // §3
    Row(.ballotForms, "Đ17.1", .text, "Đ15", .reading),
    Row(.listOrder, both: "thông lệ", .practice),
    // §4
    Row(.boardDecidesValidity, "Đ7.2", .text, "Đ8.2", .text),
    Row(.ground(.notIssued), "Đ17", .text, "Đ15", .text),
    Row(.ground(.tooMany), "Đ17", .text, "Đ15", .text),
    Row(.ground(.nobody), "Đ17", .text, "Đ15", .text),
    Row(.ground(.bothMarked), both: "thông lệ", .practice),
    Row(.ground(.blank), "Đ17", .reading, "Đ15", .reading),
    Row(.ground(.outsider), both: "thông lệ", .practice),
    Row(.ground(.marked), both: "thông lệ", .practice),
    Row(.ground(.signed), both: "thông lệ", .practice),
    Row(.ground(.other), "Đ7.2", .text, "Đ8.2", .text),
    Row(.debatableBallot, "Đ17", .reading, "Đ15", .reading),
    Row(.lineWithoutVote, "Đ32.1", .text, "Đ30", .text),
    // §5
    Row(.inventory, "Đ7", .reading, "Đ8", .reading),
    Row(.voidVote, both: "Giải đáp năm 2020", .text),
    // §6
    Row(.base(of: .memberCongress), "Đ32.2", .text, "Đ30", .text),
    Row(.base(of: .delegateCongress), "Đ32.3", .text, "Đ30", .unverified),
    Row(.base(of: .committee), "Đ32.4", .unverified, "Đ30", .unverified),
    Row(.base(of: .inspectionCommittee), "Đ32.4", .unverified, "Đ30", .unverified),
    Row(.majority, "Đ32", .text, "Đ30", .text),
    // §7
    Row(.ranking, "Đ32.5", .practice, "Đ30", .practice),
    Row(.tieAtLastSeat, "Đ32", .unverified, "Đ30", .unverified),
    Row(.tiedAgain, "Đ32", .unverified, "Đ30", .unverified),
    Row(.fewerThanSeats, "Đ32", .reading, "Đ30", .reading),
    Row(.delegateRounds, "Đ20.2", .text, "Đ18", .unverified),
    Row(.branchSecretaryRounds, both: "29-QĐ/TW (2016) mục 24; 294-QĐ/TW (2025)", .text),
    // §8, §10
    Row(.surplusCap, "Đ16", .text, "Đ14", .text),
    Row(.surplusRequired, "Đ16", .unverified, "Đ14", .text),
    Row(.boardMembers, "Đ7", .text, "Đ8", .text),
    Row(.plan, both: "Kế hoạch đại hội", .practice),
    Row(.percent, both: "thông lệ", .practice),
  ]

  @Test("Article and attestation", arguments: table)
  func citation(row: Row) {
    #expect(Rulebook.regulation244.citation(row.provision) == row.of244)
    #expect(Rulebook.regulation190.citation(row.provision) == row.of190)
  }

  @Test("The table has every provision, and each regulation cites every one")
  func complete() {
    #expect(Set(Self.table.map(\.provision)) == Set(Provision.allCases))
    #expect(Self.table.count == Provision.allCases.count)
    for rulebook in RulebookShelf.standard.rulebooks {
      #expect(Set(rulebook.citations.keys) == Set(Provision.allCases))
      #expect(!rulebook.citations.values.contains { $0.article == "?" || $0.article.isEmpty })
    }
  }

  @Test("The page on what a result cites says the same")
  func page() throws {
    let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    let page = root.appending(path: "Sources/Documents/Documents.docc/Citations.md")
    let lines = try String(contentsOf: page, encoding: .utf8).split(separator: "\n")
    // Those that no decision and no finding of a result rests on are left out.
    let left: Set<Provision> = [
      .listOrder, .boardDecidesValidity, .lineWithoutVote, .tiedAgain, .surplusCap, .surplusRequired,
      .boardMembers, .plan, .percent,
    ]
    let rows = Self.table.filter {
      if case .ground = $0.provision { false } else { !left.contains($0.provision) }
    }
    let cells = rows.map { row in
      "| `\(row.provision.rule.rawValue)` | \(row.of244.article) | \(row.of244.attestation) "
        + "| \(row.of190.article) | \(row.of190.attestation) |"
    }
    let found = lines.filter { $0.contains("| `R-") }.map { String($0.drop { $0 != "|" }.dropFirst()) }
    #expect(found.map { String($0.drop { $0 != "|" }) } == cells)
  }

  @Test("A provision that a regulation forgot is unverified, not hidden")
  func forgotten() {
    var rulebook = Rulebook.regulation244
    rulebook.citations[.majority] = nil
    #expect(rulebook.citation(.majority) == Citation("?", .unverified))
  }

  @Test("Every rule has a provision, and its id is that of rules.md")
  func rules() {
    #expect(Set(Provision.allCases.map(\.rule)) == Set(RuleID.allCases))
    #expect(
      RuleID.allCases.map(\.rawValue) == [
        "R-OFFICE", "R-FORM", "R-VALID", "R-INVENTORY", "R-BASE", "R-MAJORITY", "R-RANK", "R-TIE", "R-SHORT",
        "R-SURPLUS", "R-PLAN", "R-PERCENT",
      ])
  }
}
