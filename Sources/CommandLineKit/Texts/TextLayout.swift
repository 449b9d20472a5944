/// Sets texts in lines of at most ``width`` characters, as people see them (grapheme clusters).
enum TextLayout {
  static let width = 80
  /// Where the explanations of a list begin.
  private static let column = 26

  /// Breaks `text` between words; a word longer than a line stays whole.
  ///
  /// - Parameters:
  ///   - first: the beginning of the first line.
  ///   - indent: the spaces at the beginning of the others.
  static func wrapped(_ text: String, first: String = "", indent: Int = 0) -> String {
    wrapped(text.split(separator: " ").map(String.init), first: first, indent: indent)
  }

  /// Sets `parts` one behind the other, with line breaks only between them.
  static func wrapped(_ parts: [String], first: String, indent: Int) -> String {
    var lines: [String] = []
    var line = first
    var isEmpty = true
    for part in parts {
      let needed = line.count + part.count + (isEmpty ? 0 : 1)
      if needed > width, !isEmpty {
        lines.append(line)
        line = String(repeating: " ", count: indent)
        isEmpty = true
      }
      line += (isEmpty ? "" : " ") + part
      isEmpty = false
    }
    return (lines + [line]).joined(separator: "\n")
  }

  /// Paragraphs, which line feeds separate.
  static func paragraphs(_ text: String) -> String {
    text.split(separator: "\n", omittingEmptySubsequences: false).map { wrapped(String($0)) }.joined(
      separator: "\n")
  }

  /// A titled list of terms and their explanations; nothing where the list is empty.
  static func list(_ title: String, _ rows: [(term: String, explanation: String)]) -> String? {
    if rows.isEmpty { return nil }
    let lines = rows.map { row in
      let term = "  " + row.term
      let gap = String(repeating: " ", count: max(0, column - term.count))
      // A long term has a line of its own.
      return term.count < column
        ? wrapped(row.explanation, first: term + gap, indent: column)
        : term + "\n" + wrapped(row.explanation, first: String(repeating: " ", count: column), indent: column)
    }
    return ([title + ":"] + lines).joined(separator: "\n")
  }
}
