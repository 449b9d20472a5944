import Faults

/// A line of a screen, made of pieces that look different. It knows its width in columns, which is not that of its bytes.
struct StyledText: Sendable {
  /// How a piece looks, beside what it says.
  enum Style: Sendable, Hashable {
    case plain, bold, dim
    /// Light on dark the other way round: a name that is marked.
    case reverse
    case good, bad

    /// The numbers of the sequence that turns it on (ECMA-48, SGR).
    var codes: String? {
      switch self {
      case .plain: nil
      case .bold: "1"
      case .dim: "2"
      case .reverse: "7"
      case .good: "1;32"
      case .bad: "1;31"
      }
    }
  }

  private(set) var pieces: [(text: String, style: Style)] = []
  /// In columns of the terminal.
  private(set) var width = 0

  init() {}

  init(_ text: String, _ style: Style = .plain) {
    append(text, style)
  }

  /// Appends a text that is fit to be shown.
  mutating func append(_ text: String, _ style: Style = .plain) {
    pieces.append((text, style))
    width += displayWidth(text)
  }

  mutating func append(_ other: StyledText) {
    pieces += other.pieces
    width += other.width
  }

  mutating func pad(to columns: Int) {
    if columns > width { append(String(repeating: " ", count: columns - width)) }
  }

  /// The line, cut at `columns`.
  ///
  /// - Parameter hasColour: whether the terminal is told how pieces look; if not, the text alone has to say everything.
  func text(columns: Int, hasColour: Bool) -> String {
    var room = columns
    var line = ""
    for (text, style) in pieces where room > 0 {
      let part = cut(text, to: room)
      room -= displayWidth(part)
      if hasColour, let codes = style.codes, !part.isEmpty {
        line += "\u{1B}[\(codes)m\(part)\u{1B}[0m"
      } else {
        line += part
      }
      if part.utf8.count < text.utf8.count { break }
    }
    return line
  }
}

/// As much of the beginning of a text as fits into so many columns, `…` standing for the rest.
func cut(_ text: String, to columns: Int) -> String {
  guard displayWidth(text) > columns else { return text }
  var part = ""
  var width = 0
  for character in text {
    width += displayWidth(String(character))
    if width > columns - 1 { break }
    part.append(character)
  }
  return columns > 0 ? part + "…" : ""
}

/// As much of the end of a text as fits into so many columns, `…` standing for what goes before.
func cutBeginning(_ text: String, to columns: Int) -> String {
  guard displayWidth(text) > columns else { return text }
  return String(cut(String(text.reversed()), to: columns).reversed())
}
