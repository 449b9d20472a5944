import Faults

/// Rows of cells in CSV (RFC 4180) such as a spreadsheet opens without harm.
struct SpreadsheetText {
  private let separator: Character
  private var rows = "\u{FEFF}"

  /// Nothing but the byte order mark, by which Excel knows UTF-8.
  init(separator: Character) {
    self.separator = separator
  }

  /// The rows so far.
  var text: String { rows }

  /// Adds a row.
  mutating func append(_ cells: [String]) {
    rows += cells.map(cell).joined(separator: String(separator)) + "\r\n"
  }

  /// A cell in quotes where it needs them; characters that no page shows become visible.
  ///
  /// A cell that begins with a character by which spreadsheets know a formula is led by an apostrophe, as OWASP advises against CSV
  /// injection; blanks and tabs do not hide it.
  private func cell(_ text: String) -> String {
    var shown = visible(text, limit: .max)
    if let first = shown.first(where: { !$0.isWhitespace }), "=+-@＝＋－＠".contains(first) {
      shown = "'" + shown
    }
    let needsQuotes = shown.contains { $0 == separator || $0 == "\"" || $0 == "," || $0 == ";" }
    guard needsQuotes else { return shown }
    return "\"" + shown.split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\"\"")
      + "\""
  }
}
