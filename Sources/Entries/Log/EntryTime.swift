import Elections

/// A minute of Coordinated Universal Time, as the log writes it: `2026-11-23T05:38Z`.
///
/// A minute and no less: the log says when a stack of papers was opened and checked, not when one paper was in somebody's hands.
public struct EntryTime: Sendable, Hashable, CustomStringConvertible {
  private let day: CalendarDate
  private let minute: Int

  /// - Parameter seconds: since the beginning of 1970, leap seconds left out.
  /// - Returns: `nil` beyond the year 9999.
  public init?(secondsSince1970 seconds: Int) {
    guard seconds >= 0, let day = Self.day(seconds / 86_400) else { return nil }
    self.day = day
    minute = seconds % 86_400 / 60
  }

  /// Reads what ``description`` writes, and nothing else.
  public init?(_ text: String) {
    let parts = text.split(separator: "T", omittingEmptySubsequences: false)
    guard parts.count == 2, let day = CalendarDate(String(parts[0])) else { return nil }
    let clock = Array(parts[1].utf8)
    guard clock.count == 6, clock[2] == UInt8(ascii: ":"), clock[5] == UInt8(ascii: "Z"),
      let hour = Self.twoDigits(clock[0...1]), let minute = Self.twoDigits(clock[3...4]), hour < 24,
      minute < 60
    else { return nil }
    self.day = day
    self.minute = hour * 60 + minute
  }

  public var description: String {
    let (hour, rest) = minute.quotientAndRemainder(dividingBy: 60)
    return "\(day)T\(hour < 10 ? "0" : "")\(hour):\(rest < 10 ? "0" : "")\(rest)Z"
  }

  private static func twoDigits(_ digits: ArraySlice<UInt8>) -> Int? {
    guard digits.allSatisfy({ (0x30...0x39).contains($0) }) else { return nil }
    return digits.reduce(0) { $0 * 10 + Int($1) - 0x30 }
  }

  /// The day so many days after 1 January 1970, counting years from March so that the day of leap years is the last
  /// (H. Hinnant, "chrono-Compatible Low-Level Date Algorithms").
  private static func day(_ days: Int) -> CalendarDate? {
    let shifted = days + 719_468
    let era = shifted / 146_097
    let dayOfEra = shifted % 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let fromMarch = (5 * dayOfYear + 2) / 153
    let month = fromMarch < 10 ? fromMarch + 3 : fromMarch - 9
    return CalendarDate(
      year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month: month,
      day: dayOfYear - (153 * fromMarch + 2) / 5 + 1)
  }
}
