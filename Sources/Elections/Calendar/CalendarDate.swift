/// A day of the Gregorian calendar.
public struct CalendarDate: Sendable, Hashable, Comparable, CustomStringConvertible {
  public let year: Int
  /// From 1 to 12.
  public let month: Int
  /// From 1.
  public let day: Int

  /// - Returns: `nil` for a day that the calendar does not have.
  public init?(year: Int, month: Int, day: Int) {
    guard (1...9999).contains(year), (1...12).contains(month),
      (1...Self.days(inMonth: month, of: year)).contains(day)
    else { return nil }
    self.year = year
    self.month = month
    self.day = day
  }

  /// Reads `YYYY-MM-DD`, ASCII digits only.
  public init?(_ text: String) {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    guard parts.count == 3,
      let year = digits(parts[0], count: 4), let month = digits(parts[1], count: 2),
      let day = digits(parts[2], count: 2)
    else { return nil }
    self.init(year: year, month: month, day: day)
  }

  /// `YYYY-MM-DD`.
  public var description: String {
    padded(year, to: 4) + "-" + padded(month, to: 2) + "-" + padded(day, to: 2)
  }

  /// `18/6/2020`, `09/6/2014`: the short form of Vietnamese documents, for tables, lists and citations.
  public var dayFirst: String { safeDay(day) + "/" + CalendarMonth.monthFirst(month, year) }

  /// `ngày 18 tháng 6 năm 2020`, `ngày 09 tháng 02 năm 2015`: the long form, for headings and for the day of a paper itself.
  public var writtenOut: String {
    "ngày \(safeDay(day)) tháng \(CalendarMonth.safeMonth(month)) năm \(year)"
  }

  public static func < (a: CalendarDate, b: CalendarDate) -> Bool {
    (a.year, a.month, a.day) < (b.year, b.month, b.day)
  }

  /// The day so many days later; `nil` beyond the year 9999.
  ///
  /// - Parameter days: not negative.
  /// - Complexity: linear in the months between.
  public func adding(days: Int) -> CalendarDate? {
    precondition(days >= 0)
    var (year, month, rest) = (year, month, days)
    var day = day
    while day + rest > Self.days(inMonth: month, of: year) {
      rest -= Self.days(inMonth: month, of: year) - day + 1
      day = 1
      (year, month) = month == 12 ? (year + 1, 1) : (year, month + 1)
      if year > 9999 { return nil }
    }
    return CalendarDate(year: year, month: month, day: day + rest)
  }

  static func days(inMonth month: Int, of year: Int) -> Int {
    switch month {
    case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }
}

/// A month of the Gregorian calendar, the precision to which ages are counted.
public struct CalendarMonth: Sendable, Hashable, Comparable, CustomStringConvertible {
  public let year: Int
  /// From 1 to 12.
  public let month: Int

  public init?(year: Int, month: Int) {
    guard (1...9999).contains(year), (1...12).contains(month) else { return nil }
    self.year = year
    self.month = month
  }

  /// Reads `YYYY-MM`, ASCII digits only.
  public init?(_ text: String) {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    guard parts.count == 2, let year = digits(parts[0], count: 4), let month = digits(parts[1], count: 2)
    else { return nil }
    self.init(year: year, month: month)
  }

  /// `YYYY-MM`.
  public var description: String { padded(year, to: 4) + "-" + padded(month, to: 2) }

  /// `4/1965`, `02/1965`: the short form of Vietnamese documents.
  public var monthFirst: String { Self.monthFirst(month, year) }

  static func monthFirst(_ month: Int, _ year: Int) -> String { safeMonth(month) + "/" + padded(year, to: 4) }

  /// The digits of a month, 1 and 2 behind a zero: see ``safeDay(_:)``.
  static func safeMonth(_ month: Int) -> String { padded(month, to: month < 3 ? 2 : 1) }

  public static func < (a: CalendarMonth, b: CalendarMonth) -> Bool {
    (a.year, a.month) < (b.year, b.month)
  }
}

/// When somebody was born, to the day or to the month.
public struct BirthDate: Sendable, Hashable, Comparable, CustomStringConvertible {
  public let month: CalendarMonth
  /// `nil` where only the month is known.
  public let day: Int?

  /// Reads `YYYY-MM-DD` or `YYYY-MM`.
  public init?(_ text: String) {
    if let date = CalendarDate(text), let month = CalendarMonth(year: date.year, month: date.month) {
      self.month = month
      day = date.day
    } else if let month = CalendarMonth(text) {
      self.month = month
      day = nil
    } else {
      return nil
    }
  }

  /// `YYYY-MM-DD` or `YYYY-MM`.
  public var description: String {
    day.map { month.description + "-" + padded($0, to: 2) } ?? month.description
  }

  /// `17/5/1970` or `5/1970`: the short form of Vietnamese documents.
  public var dayFirst: String { (day.map { safeDay($0) + "/" } ?? "") + month.monthFirst }

  /// Whether both can be the same day.
  public func agrees(with other: BirthDate) -> Bool {
    guard month == other.month else { return false }
    guard let day, let otherDay = other.day else { return true }
    return day == otherDay
  }

  public static func < (a: BirthDate, b: BirthDate) -> Bool {
    (a.month, a.day ?? 0) < (b.month, b.day ?? 0)
  }
}

/// The digits of a day as offices of the Party write them (thể thức văn bản của Đảng): those below 10 behind a zero, as the months 1 and
/// 2 are, so that nobody can put a digit before them.
private func safeDay(_ day: Int) -> String { padded(day, to: 2) }

private func digits(_ text: Substring, count: Int) -> Int? {
  guard text.utf8.count == count, text.utf8.allSatisfy({ (0x30...0x39).contains($0) }) else { return nil }
  return Int(text)
}

private func padded(_ number: Int, to width: Int) -> String {
  let text = String(number)
  return String(repeating: "0", count: max(0, width - text.utf8.count)) + text
}
