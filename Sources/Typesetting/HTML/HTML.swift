/// A part of an HTML page: an element with what is in it, or text.
///
/// What parses is all that can be made of it: names of elements and attributes are literals of the program, everything else is escaped, every
/// element that is opened is closed. For example
///
///     HTML("p", ["class": "note"], [.text("5 < 6, "), HTML("b", text: "Ân & Bình")])
///
/// is `<p class="note">5 &lt; 6, <b>Ân &amp; Bình</b></p>`. An element that begins a block of the page ends its line, so that a page can be
/// compared with another line by line; no such line break stands where a reader would see it.
public struct HTML: Sendable, Equatable {
  /// The part as it stands in the page.
  public let markup: String
  /// Whether the part is a block, which stands on lines of its own.
  private let isBlock: Bool

  private init(markup: String, isBlock: Bool) {
    self.markup = markup
    self.isBlock = isBlock
  }

  /// An element.
  ///
  /// - Parameters:
  ///   - name: of the element; of SVG too.
  ///   - attributes: names with values, in the order in which they are written. An empty value is written as such.
  ///   - children: what is in the element; nothing in one that HTML never closes, such as `br`.
  /// - Complexity: linear in the length of the markup.
  public init(
    _ name: StaticString, _ attributes: KeyValuePairs<StaticString, String>, _ children: [HTML] = []
  ) {
    let tag = name.description
    isBlock = Self.blocks.contains(tag)
    var markup = "<" + tag
    for (key, value) in attributes { markup += " \(key)=\"\(escaped(value))\"" }
    markup += ">"
    if Self.neverClosed.contains(tag) {
      precondition(children.isEmpty, "an element \(tag) holds nothing")
    } else {
      if children.first?.isBlock == true { markup += "\n" }
      for child in children { markup += child.markup }
      markup += "</" + tag + ">"
    }
    if isBlock { markup += "\n" }
    self.markup = markup
  }

  /// An element without attributes.
  public init(_ name: StaticString, _ children: [HTML]) {
    self.init(name, [:], children)
  }

  /// An element that holds text alone.
  public init(_ name: StaticString, _ attributes: KeyValuePairs<StaticString, String> = [:], text: String) {
    self.init(name, attributes, [.text(text)])
  }

  /// An element that holds ``unbroken(_:)`` text alone.
  public init(_ name: StaticString, _ attributes: KeyValuePairs<StaticString, String> = [:], words: String) {
    self.init(name, attributes, Self.unbroken(words))
  }

  /// Text as a reader is to see it. What hides or reorders a line becomes visible; see ``escaped(_:)``.
  public static func text(_ text: String) -> HTML {
    HTML(markup: escaped(text), isBlock: false)
  }

  /// Text in which lines are not broken at hyphens, as browsers do: `2020-2025`, `190-QĐ/TW` and `R-TIE` stay whole, by the class `whole`
  /// of ``wholeWords``. Longer words are broken where they must be.
  public static func unbroken(_ text: String) -> [HTML] {
    var parts: [HTML] = []
    var plain = ""
    for (index, word) in text.split(separator: " ", omittingEmptySubsequences: false).enumerated() {
      if index > 0 { plain += " " }
      guard word.contains("-"), word.unicodeScalars.count <= longestWhole else {
        plain += word
        continue
      }
      if !plain.isEmpty { parts.append(.text(plain)) }
      plain = ""
      parts.append(HTML("span", ["class": "whole"], text: String(word)))
    }
    return plain.isEmpty ? parts : parts + [.text(plain)]
  }

  /// The rule of a style sheet that keeps ``unbroken(_:)`` text together.
  public static let wholeWords = ".whole { white-space: nowrap; }"

  /// What still fits on a line of the narrowest telephone, in the largest letters.
  private static let longestWhole = 16

  /// Text of a style or a script, which HTML reads as it stands.
  ///
  /// - Precondition: `code` does not end the element; it is a literal of the program.
  static func raw(_ name: StaticString, _ code: String) -> HTML {
    precondition(!code.contains("</") && !code.contains("<!--"), "this would end the element \(name)")
    return HTML(markup: "<\(name)>\(code)</\(name)>\n", isBlock: true)
  }

  /// Elements without content, and without an end tag (HTML standard, void elements).
  private static let neverClosed: Set<String> = ["br", "col", "hr", "img", "meta", "wbr"]

  private static let blocks: Set<String> = [
    "article", "aside", "body", "caption", "colgroup", "dd", "details", "div", "dl", "dt", "figcaption",
    "figure",
    "footer", "g", "h1", "h2", "h3", "h4", "head", "header", "hr", "li", "main", "meta", "nav", "ol", "p",
    "section",
    "summary", "svg", "table", "tbody", "tfoot", "thead", "title", "tr", "ul",
  ]
}
