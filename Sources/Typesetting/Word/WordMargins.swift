import Faults

/// What stands at the head and at the foot of the pages of a Word file.
enum WordMargins {
  static func header(_ sheet: Sheet) -> String {
    part("w:hdr", sheet.warnings.map { paragraph("Warning", text($0)) }.joined())
  }

  /// The lines of the foot, the page number at the right edge behind the last.
  ///
  /// - Parameter countsPages: whether the number of all pages stands beside that of the page.
  static func footer(_ sheet: Sheet, countsPages: Bool) -> String {
    let word = Phrase(vi: "Trang ", en: "Page ")[sheet.language]
    let number = text(word) + field("PAGE") + (countsPages ? text("/") + field("NUMPAGES") : "")
    let edge = String(WordPage(isLandscape: sheet.isLandscape).textWidth)
    let tab = tag("w:tabs", [], tag("w:tab", [("w:val", "right"), ("w:pos", edge)]))
    let last = text(sheet.footer.last ?? "") + tag("w:r", [], tag("w:tab")) + number
    return part(
      "w:ftr",
      sheet.footer.dropLast().map { paragraph("Footer", text($0)) }.joined()
        + paragraph("Footer", last, tabs: tab))
  }

  private static func part(_ name: String, _ content: String) -> String {
    tag(name, [("xmlns:w", WordRelations.main)], content)
  }

  private static func paragraph(_ style: String, _ runs: String, tabs: String = "") -> String {
    tag("w:p", [], tag("w:pPr", [], WordBlocks.style(style) + tabs) + runs)
  }

  private static func text(_ text: String) -> String {
    tag("w:r", [], tag("w:t", [("xml:space", "preserve")], escaped(text)))
  }

  /// A number that whoever opens the document works out.
  private static func field(_ name: String) -> String {
    tag("w:fldSimple", [("w:instr", " \(name) ")], text("1"))
  }
}
