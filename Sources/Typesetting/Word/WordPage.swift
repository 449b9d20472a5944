/// The page of a sheet, in twentieths of a point: A4 with the margins of Vietnamese office documents (left 30 mm, right 15 mm, above and
/// below 20 mm).
struct WordPage {
  let isLandscape: Bool

  private static let short = 11_906
  private static let long = 16_838
  private static let left = 1_701
  private static let right = 850
  private static let vertical = 1_134

  private var width: Int { isLandscape ? Self.long : Self.short }
  private var height: Int { isLandscape ? Self.short : Self.long }

  /// The width of the text.
  var textWidth: Int { width - Self.left - Self.right }

  /// The properties of a section of such pages, whose numbers begin with 1.
  func section(header: String?, footer: String) -> String {
    let head = header.map { tag("w:headerReference", [("w:type", "default"), ("r:id", $0)]) } ?? ""
    var size = [("w:w", String(width)), ("w:h", String(height))]
    if isLandscape { size.append(("w:orient", "landscape")) }
    let margins = [
      ("w:top", Self.vertical), ("w:right", Self.right), ("w:bottom", Self.vertical), ("w:left", Self.left),
      ("w:header", 567), ("w:footer", 397), ("w:gutter", 0),
    ]
    return tag(
      "w:sectPr", [],
      head + tag("w:footerReference", [("w:type", "default"), ("r:id", footer)]) + tag("w:pgSz", size)
        + tag("w:pgMar", margins.map { ($0, String($1)) }) + tag("w:pgNumType", [("w:start", "1")]))
  }

  /// The text's width in parts that relate as `parts` do and fill it.
  func columns(_ parts: [Int]) -> [Int] {
    let sum = parts.reduce(0, +)
    var before = 0
    return parts.map { part in
      let start = before * textWidth / sum
      before += part
      return before * textWidth / sum - start
    }
  }
}
