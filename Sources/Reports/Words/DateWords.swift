import Elections
import Faults

extension CalendarDate {
  /// The day as documents write it out: `ngày 18 tháng 6 năm 2020`, `18 June 2020`.
  ///
  /// Offices put a zero before days below 10 and before the months 1 and 2, so that nobody can add a digit.
  var words: Phrase {
    let months = [
      "January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
      "November", "December",
    ]
    let safeDay = (day < 10 ? "0" : "") + String(day)
    let safeMonth = (month < 3 ? "0" : "") + String(month)
    return Phrase(
      vi: "ngày \(safeDay) tháng \(safeMonth) năm \(year)", en: "\(day) \(months[month - 1]) \(year)")
  }
}

extension BirthDate {
  /// The date of birth as lists print it: `05/1970` or `17/05/1970`; in English as the files write it.
  func words(_ language: Language) -> String {
    guard language == .vietnamese else { return description }
    let day = day.map { ($0 < 10 ? "0" : "") + String($0) + "/" } ?? ""
    return day + month.monthFirst
  }
}
