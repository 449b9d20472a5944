/// `text` made fit for a terminal or a page: control, formatting and bidirectional characters, and those of
/// private use, appear as `\u{1B}`, so that no name or cell can move the cursor, reorder a line or hide.
///
/// - Parameters:
///   - limit: at most so many characters are shown; `…` stands for the rest.
///   - showsOddSpaces: whether spaces other than U+0020 appear as `\u{A0}` too. They belong in a name; where a cell is refused for
///     one, nobody would see why.
public func visible(_ text: String, limit: Int = 60, showsOddSpaces: Bool = false) -> String {
  // Nearly all text is short and plain; a file may have a thousand faults to show.
  if text.utf8.count <= limit, text.utf8.allSatisfy({ 0x20..<0x7F ~= $0 }) { return text }
  var shown = ""
  var count = 0
  for scalar in text.unicodeScalars {
    if count == limit {
      shown += "…"
      break
    }
    count += 1
    let isOddSpace =
      showsOddSpaces && !scalar.isASCII && scalar.properties.generalCategory == .spaceSeparator
    if isVisible(scalar), !isOddSpace {
      shown.unicodeScalars.append(scalar)
    } else {
      shown += "\\u{" + String(scalar.value, radix: 16, uppercase: true) + "}"
    }
  }
  return shown
}

/// The same for text that may take a line to itself, such as a path or the name of a congress: up to 200 characters of it.
public func visibleLine(_ text: String) -> String { visible(text, limit: 200) }

/// Whether a character may stand in a name or on a page as it is: not a control, formatting
/// (bidirectional, zero-width), separator, surrogate, private or unassigned character, nor one that leaves no trace
/// (`Default_Ignorable_Code_Point` of Unicode: fillers, selectors of variants).
public func isVisible(_ scalar: Unicode.Scalar) -> Bool {
  if scalar.value >= 0x20 && scalar.value < 0x7F { return true }
  switch scalar.properties.generalCategory {
  case .control, .format, .surrogate, .privateUse, .unassigned, .lineSeparator, .paragraphSeparator:
    return false
  default:
    return !scalar.properties.isDefaultIgnorableCodePoint
  }
}

/// Whether a character is only room on a page: a space of any kind, or the Braille pattern without dots.
public func isBlank(_ scalar: Unicode.Scalar) -> Bool {
  scalar.properties.isWhitespace || scalar == "\u{2800}"
}

/// Whether a text shows all that it has, and has something: a character that is not blank, and none that ``isVisible(_:)`` refuses.
public func isLegible(_ text: String) -> Bool {
  let scalars = text.unicodeScalars
  return scalars.contains { !isBlank($0) } && scalars.allSatisfy(isVisible)
}
