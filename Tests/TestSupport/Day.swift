public import Elections

/// A day written `YYYY-MM-DD` in a test.
public func day(_ text: String) -> CalendarDate {
  guard let date = CalendarDate(text) else { preconditionFailure("no such day: \(text)") }
  return date
}
