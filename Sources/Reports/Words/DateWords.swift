import Elections
import Faults

extension CalendarDate {
  /// The day written out, for headings and sentences: `ngày 18 tháng 6 năm 2020`, `18 June 2020`.
  var words: Phrase {
    return Phrase(vi: writtenOut, en: "\(day) " + englishMonth(year: year, month: month))
  }

  /// The day written out, and never broken: where it does not fit behind a place, it stands on a line of its own.
  var unbroken: Phrase {
    func joined(_ text: String) -> String {
      String(text.map { $0 == " " ? "\u{A0}" : $0 })
    }
    return Phrase(vi: joined(words.vi), en: joined(words.en))
  }

  /// The day for tables and lists: in Vietnamese in digits, `18/6/2020`; in English there is one form.
  var digits: Phrase { Phrase(vi: dayFirst, en: words.en) }

  /// The day of something that is cited: `ngày 18/6/2020`, `of 18 June 2020`.
  var cited: Phrase { Phrase(vi: "ngày " + dayFirst, en: "of " + words.en) }
}

extension BirthDate {
  /// The date of birth as lists print it: `5/1970` or `17/5/1970`, `May 1970` or `17 May 1970`.
  func words(_ language: Language) -> String {
    guard language == .english else { return dayFirst }
    return (day.map { "\($0) " } ?? "") + englishMonth(year: month.year, month: month.month)
  }
}

/// A month as English writes it: `June 2020`.
private func englishMonth(year: Int, month: Int) -> String {
  let months = [
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
    "November", "December",
  ]
  return "\(months[month - 1]) \(year)"
}
