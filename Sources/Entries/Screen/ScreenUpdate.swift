/// What a terminal is sent so that it shows the next screen: the lines that changed and nothing else, for terminals that are far away.
public struct ScreenUpdate: Sendable {
  private var shown: [String]?
  private var columns = 0

  public init() {}

  /// Forgets what is shown: the next update draws everything.
  public mutating func forget() {
    shown = nil
  }

  /// The sequences (ECMA-48) that turn what is shown into `lines`.
  ///
  /// - Parameter cursor: where it is to stand then, from 1.
  public mutating func sequences(_ lines: [String], columns: Int, cursor: (row: Int, column: Int)) -> String {
    let before = shown?.count == lines.count && self.columns == columns ? shown : nil
    // Gathered and sent at once, with the cursor out of sight where it would jump about.
    var text = before == nil ? "\u{1B}[2J" : ""
    for (row, line) in lines.enumerated()
    where before.map({ !$0[row].utf8.elementsEqual(line.utf8) }) ?? !line.isEmpty {
      // Erased first: behind a full line the cursor still stands on its last character.
      text += "\u{1B}[\(row + 1);1H\u{1B}[2K" + line
    }
    shown = lines
    self.columns = columns
    return "\u{1B}[?25l" + text + "\u{1B}[\(cursor.row);\(cursor.column)H\u{1B}[?25h"
  }
}
