import Elections
import Testing

@Suite("Calendar")
struct CalendarTests {
  @Test(
    "Days that there are",
    arguments: [
      "2020-02-29", "2000-02-29", "2400-02-29", "2024-02-29", "2023-02-28", "1900-02-28", "0001-01-01",
      "9999-12-31", "2020-04-30", "2020-12-31",
    ])
  func days(text: String) throws {
    let date = try #require(CalendarDate(text))
    #expect(date.description == text)
    #expect(CalendarDate(year: date.year, month: date.month, day: date.day) == date)
  }

  @Test(
    "Days that there are not, and other forms",
    arguments: [
      "2019-02-29", "1900-02-29", "2100-02-29", "2020-02-30", "2020-04-31", "2020-13-01", "2020-00-10",
      "2020-01-00", "2020-01-32", "0000-01-01", "", "2020", "2020-06", "2020-6-18", "2020-06-8", "20-06-18",
      "02020-06-18", "2020/06/18", "18-06-2020", "18/06/2020", "2020-06-18T00:00", " 2020-06-18",
      "2020-06-18 ",
      "2020-06-18-", "-2020-06-18", "2020--06-18", "+202-06-18", "2020-+6-18", "2020-06-1a", "２０２０-06-18",
      "2020-٠٦-18", "2020-06-१८", "2020-06-1\u{301}8", "2020–06–18", "2020-06-18\u{301}", "2020-0६-18",
    ])
  func noDays(text: String) {
    #expect(CalendarDate(text) == nil)
  }

  @Test("Every day of 2019 and 2020, and no other")
  func everyDay() {
    for (year, february) in [(2019, 28), (2020, 29)] {
      let lengths = [31, february, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
      for (index, length) in lengths.enumerated() {
        for day in 0...32 {
          #expect((CalendarDate(year: year, month: index + 1, day: day) != nil) == (1...length).contains(day))
        }
      }
    }
  }

  @Test("Order and Vietnamese form")
  func orderAndForm() throws {
    let dates = ["2014-06-08", "2014-06-09", "2014-10-06", "2015-01-01"].compactMap { CalendarDate($0) }
    #expect(dates.count == 4)
    #expect(dates == dates.shuffled().sorted())
    #expect(dates.map(\.dayFirst) == ["08/6/2014", "09/6/2014", "06/10/2014", "01/01/2015"])
    #expect(dates[0].writtenOut == "ngày 08 tháng 6 năm 2014")
    #expect(dates[3].writtenOut == "ngày 01 tháng 01 năm 2015")
  }

  @Test("Months", arguments: ["1965-04", "0001-01", "9999-12"])
  func months(text: String) throws {
    let month = try #require(CalendarMonth(text))
    #expect(month.description == text)
  }

  @Test(
    "No months",
    arguments: ["", "1965", "1965-13", "1965-00", "1965-4", "1965-04-01", "0000-04", "٢٠٢٠-04", "1965/04"])
  func noMonths(text: String) {
    #expect(CalendarMonth(text) == nil)
  }

  @Test("Months in Vietnamese form and in order")
  func monthForm() throws {
    let month = try #require(CalendarMonth("1965-04"))
    #expect(month.monthFirst == "4/1965")
    #expect(BirthDate("1965-02")?.dayFirst == "02/1965" && BirthDate("1965-04-07")?.dayFirst == "07/4/1965")
    #expect(try month < #require(CalendarMonth("1965-05")))
    #expect(try month > #require(CalendarMonth("1964-12")))
  }

  @Test(
    "Days later",
    arguments: [
      ("2020-06-18", 0, "2020-06-18"), ("2020-06-18", 3, "2020-06-21"), ("2020-04-30", 1, "2020-05-01"),
      ("2020-02-28", 1, "2020-02-29"), ("2019-02-28", 1, "2019-03-01"), ("2020-12-31", 1, "2021-01-01"),
      ("2020-01-01", 366, "2021-01-01"), ("1999-12-31", 36525, "2099-12-31"), ("9999-12-30", 1, "9999-12-31"),
    ])
  func later(from: String, days: Int, to: String) throws {
    #expect(try #require(CalendarDate(from)).adding(days: days) == CalendarDate(to))
  }

  @Test("One day after another is every day of the calendar in order")
  func dayByDay() throws {
    let first = try #require(CalendarDate("1999-12-30"))
    var day = first
    for count in 1...1500 {
      let next = try #require(day.adding(days: 1))
      #expect(next > day && first.adding(days: count) == next)
      day = next
    }
    #expect(CalendarDate("9999-12-31")?.adding(days: 1) == nil)
  }
}
