import Elections
import Faults

extension CalendarDate {
  /// The day written out, for headings and sentences: `ngày 18 tháng 6 năm 2020`, `18 June 2020`.
  var words: Phrase {
    let months = [
      "January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
      "November", "December",
    ]
    return Phrase(vi: writtenOut, en: "\(day) \(months[month - 1]) \(year)")
  }

  /// The day in digits, for tables and lists: `18/6/2020`, `2020-06-18`.
  var digits: Phrase { Phrase(vi: dayFirst, en: description) }

  /// The day of something that is cited: `ngày 18/6/2020`, `of 18 June 2020`.
  var cited: Phrase { Phrase(vi: "ngày " + dayFirst, en: "of " + words.en) }
}

extension BirthDate {
  /// The date of birth as lists print it: `5/1970` or `17/5/1970`; in English as the files write it.
  func words(_ language: Language) -> String {
    language == .vietnamese ? dayFirst : description
  }
}
