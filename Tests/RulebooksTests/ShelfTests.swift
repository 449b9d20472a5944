import Elections
import Faults
import Rulebooks
import TestSupport
import Testing

/// Rules §1: the regulation is chosen by the date of the congress and can be forced.
@Suite("Choice of the regulation")
struct ShelfTests {
  @Test(
    "By date",
    arguments: [
      ("2014-06-08", nil), ("2014-06-09", "244-QD/TW"), ("2020-06-18", "244-QD/TW"),
      ("2024-10-09", "244-QD/TW"),
      ("2024-10-10", "190-QD/TW"), ("2025-06-18", "190-QD/TW"), ("9999-12-31", "190-QD/TW"),
      ("0001-01-01", nil),
    ])
  func byDate(date: String, id: String?) throws {
    switch RulebookShelf.standard.rulebook(on: day(date)) {
    case .success(let found): #expect(found.id == id)
    case .failure(let none):
      #expect(id == nil)
      #expect(none == NoRulebook(date: day(date), firstDay: day("2014-06-09")))
      #expect(none.problem.vi.contains("09/6/2014") && none.problem.en.contains("2014-06-09"))
      #expect(none.problem.en.contains(date))
    }
  }

  @Test("By id")
  func byID() {
    #expect(RulebookShelf.standard.rulebook(id: "244-QD/TW")?.number == "244-QĐ/TW")
    #expect(RulebookShelf.standard.rulebook(id: "190-QD/TW")?.number == "190-QĐ/TW")
    for id in ["", "auto", "244", "190-QĐ/TW", "244-qd/tw", "29-QD/TW"] {
      #expect(RulebookShelf.standard.rulebook(id: id) == nil)
    }
  }

  @Test("No day has two regulations, and none between them has none")
  func periodsMeet() {
    let rulebooks = RulebookShelf.standard.rulebooks
    #expect(rulebooks.map(\.id) == ["244-QD/TW", "190-QD/TW"])
    #expect(rulebooks[0].validThrough == day("2024-10-09") && rulebooks[1].validFrom == day("2024-10-10"))
    #expect(rulebooks[1].validThrough == nil)
  }

  @Test(
    "Guidance in force: two share a number, so the date tells them apart",
    arguments: [
      ("2014-06-09", nil), ("2014-10-05", nil), ("2014-10-06", "04-HD/TW 2014-10-06"),
      ("2020-03-19", "04-HD/TW 2014-10-06"), ("2020-03-20", "03-HD/TW 2020-03-20"),
      ("2024-10-09", "03-HD/TW 2020-03-20"), ("2024-10-10", nil), ("2024-12-30", nil),
      ("2024-12-31", "04-HD/TW 2024-12-31"), ("2026-01-01", "04-HD/TW 2024-12-31"),
    ])
  func guidance(date: String, guidance: String?) throws {
    let rulebook = try RulebookShelf.standard.rulebook(on: day(date)).get()
    #expect(rulebook.guidance(on: day(date)).map { "\($0.number) \($0.issued)" } == guidance)
  }

  @Test("A shelf is in order of periods, however it was filled")
  func order() {
    let shelf = RulebookShelf([.regulation190, .regulation244])
    #expect(shelf.rulebooks.map(\.id) == ["244-QD/TW", "190-QD/TW"])
    #expect(throws: NoRulebook(date: day("2020-01-01"), firstDay: nil)) {
      try RulebookShelf([]).rulebook(on: day("2020-01-01")).get()
    }
  }
}
