import Faults

/// The styles of a Word file: Times New Roman, 13 pt, as Vietnamese offices write. Whoever changes a style changes all that is
/// written in it.
enum WordStyles {
  /// `word/settings.xml`
  static var settings: String {
    tag(
      "w:settings", [("xmlns:w", WordRelations.main)],
      tag("w:defaultTabStop", [("w:val", "567")])
        // Without it Word opens the file in the mode of 2007, and says so.
        + tag(
          "w:compat", [],
          tag(
            "w:compatSetting",
            [
              ("w:name", "compatibilityMode"), ("w:uri", "http://schemas.microsoft.com/office/word"),
              ("w:val", "15"),
            ])))
  }

  /// `word/styles.xml`
  static func xml(_ language: Language) -> String {
    let locale = language == .vietnamese ? "vi-VN" : "en-GB"
    let fonts = tag(
      "w:rFonts",
      ["ascii", "hAnsi", "eastAsia", "cs"].map { ("w:" + $0, "Times New Roman") })
    let letters =
      fonts + size(26) + tag("w:lang", [("w:val", locale), ("w:eastAsia", "en-US"), ("w:bidi", "ar-SA")])
    let defaults = tag(
      "w:docDefaults", [],
      tag("w:rPrDefault", [], tag("w:rPr", [], letters))
        + tag("w:pPrDefault", [], tag("w:pPr", [], spacing(0, 0))))
    return tag("w:styles", [("xmlns:w", WordRelations.main)], defaults + paragraphs + tables)
  }

  private static var paragraphs: String {
    let rule = { (edge: String) in
      tag("w:" + edge, [("w:val", "single"), ("w:sz", "12"), ("w:space", "2"), ("w:color", "auto")])
    }
    let box = tag("w:pBdr", [], ["top", "left", "bottom", "right"].map(rule).joined())
    return [
      style("Normal", "Normal", isDefault: true),
      style("BodyText", "Body Text", spacing(40, 40) + tag("w:ind", [("w:firstLine", "567")]) + jc("both")),
      style("Item", "List", spacing(30, 30) + tag("w:ind", [("w:left", "567")])),
      style("Centered", "Centered", jc("center")),
      style("Right", "Right", jc("right")),
      style("Note", "Note", spacing(40, 40) + jc("both"), size(22)),
      style("Title", "Title", keep + spacing(160, 40) + jc("center"), tag("w:b") + size(30)),
      style("Subtitle", "Subtitle", keep + spacing(0, 60) + jc("center"), tag("w:b") + size(26)),
      style(
        "Heading1", "heading 1", keep + spacing(120, 40) + setting("w:outlineLvl", "0"), tag("w:b") + size(26)
      ),
      style("TableText", "Table Text", spacing(20, 20), size(24)),
      style("TableSmall", "Table Small", spacing(20, 20), size(20)),
      style("Signature", "Signature", keep + jc("center"), tag("w:b")),
      // The room in which to sign.
      style(
        "SignatureSpace", "Signature Space", keep + spacing(0, 1080) + jc("center"), tag("w:i") + size(24)),
      style("Warning", "Warning", box + spacing(0, 60) + jc("center"), tag("w:b") + size(24)),
      style("Footer", "footer", jc("left"), size(17)),
      // A point high, so that it fits below a table that fills its page.
      style("End", "End of Table", tag("w:spacing", [("w:line", "20"), ("w:lineRule", "exact")]), size(2)),
    ].joined()
  }

  private static var tables: String {
    let edges = ["top", "left", "bottom", "right", "insideH", "insideV"]
    let lines = edges.map {
      tag("w:" + $0, [("w:val", "single"), ("w:sz", "4"), ("w:space", "0"), ("w:color", "auto")])
    }
    func margins(_ width: String) -> String {
      let edges = ["left", "right"].map { tag("w:" + $0, [("w:w", width), ("w:type", "dxa")]) }
      return tag("w:tblCellMar", [], edges.joined())
    }
    let wide = tag(
      "w:tblCellMar", [],
      ["top", "left", "bottom", "right"].map { tag("w:" + $0, [("w:w", "227"), ("w:type", "dxa")]) }.joined())
    return table("TableGrid", "Table Grid", tag("w:tblBorders", [], lines.joined()) + margins("85"))
      + table("TableBare", "Table Bare", margins("20"))
      + table("TableFrame", "Table Frame", tag("w:tblBorders", [], lines.prefix(4).joined()) + wide)
  }

  // MARK: Parts of a style

  /// With the paragraph that follows on one page.
  private static var keep: String { tag("w:keepNext") }

  /// Space above and below, in twentieths of a point.
  private static func spacing(_ before: Int, _ after: Int) -> String {
    tag("w:spacing", [("w:before", String(before)), ("w:after", String(after))])
  }

  private static func jc(_ edge: String) -> String { setting("w:jc", edge) }

  /// In half points.
  private static func size(_ halves: Int) -> String {
    setting("w:sz", String(halves)) + setting("w:szCs", String(halves))
  }

  private static func style(
    _ id: String, _ name: String, isDefault: Bool = false, _ paragraph: String = "", _ letters: String = ""
  ) -> String {
    var attributes = [("w:type", "paragraph")]
    if isDefault { attributes.append(("w:default", "1")) }
    attributes.append(("w:styleId", id))
    var content = setting("w:name", name)
    if !isDefault { content += setting("w:basedOn", "Normal") }
    content += tag("w:qFormat")
    if !paragraph.isEmpty { content += tag("w:pPr", [], paragraph) }
    if !letters.isEmpty { content += tag("w:rPr", [], letters) }
    return tag("w:style", attributes, content)
  }

  private static func table(_ id: String, _ name: String, _ properties: String) -> String {
    tag(
      "w:style", [("w:type", "table"), ("w:styleId", id)],
      setting("w:name", name) + tag("w:tblPr", [], properties))
  }
}
