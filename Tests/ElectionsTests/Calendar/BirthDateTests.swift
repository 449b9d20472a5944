import Elections
import Testing

@Suite("Dates of birth")
struct BirthDateTests {
  @Test("To the day or to the month", arguments: [("1970-05", nil), ("1970-05-01", 1), ("1972-02-29", 29)])
  func forms(text: String, day: Int?) throws {
    let date = try #require(BirthDate(text))
    #expect(date.day == day)
    #expect(date.month.description == String(text.prefix(7)))
    #expect(date.description == text)
  }

  @Test(
    "Nothing else",
    arguments: [
      "", "1970", "1970-5", "1970-13", "1970-02-30", "1971-02-29", "05/1970", "1970-05-", "1970-05-1",
      "१९७०-05",
    ])
  func badForms(text: String) {
    #expect(BirthDate(text) == nil)
  }

  @Test(
    "A month agrees with every day in it",
    arguments: [
      ("1970-05", "1970-05", true), ("1970-05", "1970-05-31", true), ("1970-05-31", "1970-05", true),
      ("1970-05-31", "1970-05-31", true), ("1970-05-31", "1970-05-30", false), ("1970-05", "1970-06", false),
      ("1970-05", "1971-05", false), ("1970-05-01", "1970-06-01", false),
    ])
  func agreement(a: String, b: String, agrees: Bool) throws {
    let (first, second) = (try #require(BirthDate(a)), try #require(BirthDate(b)))
    #expect(first.agrees(with: second) == agrees)
    #expect(second.agrees(with: first) == agrees)
  }

  @Test("Order")
  func order() {
    let dates = ["1969-12-31", "1970-05", "1970-05-01", "1970-05-02", "1970-06", "1971-01"].compactMap {
      BirthDate($0)
    }
    #expect(dates.count == 6)
    #expect(dates == dates.reversed().sorted())
  }
}
