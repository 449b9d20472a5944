import Faults

/// Sheets as an Office Open XML document (ISO/IEC 29500-1, WordprocessingML, transitional), which LibreOffice and Word open and an
/// office can go on writing in: tables are tables, headings are styles.
///
/// The package, as it is written:
///
/// ```
/// [Content_Types].xml           what each part is
/// _rels/.rels                   where the document and its properties are
/// docProps/core.xml             title and language; no author and no time, so that the same result gives the same bytes
/// word/document.xml             the text
/// word/styles.xml               Times New Roman 13 pt, the headings, the table
/// word/settings.xml
/// word/header1.xml, …           what must be seen first, for each sheet that has such
/// word/footer1.xml, …           code and page number, for each sheet
/// word/_rels/document.xml.rels  which header and footer is which
/// ```
public struct WordDocument: Sendable {
  private let sheets: [Sheet]

  /// - Parameter sheets: at least one; each begins on a page of its own, whose number is 1.
  public init(_ sheets: [Sheet]) {
    precondition(!sheets.isEmpty)
    self.sheets = sheets
  }

  /// The file; the same sheets give the same bytes.
  public func bytes() -> [UInt8] {
    let relations = WordRelations(sheets)
    var archive = StoredArchive()
    archive.add("[Content_Types].xml", part(relations.contentTypes))
    archive.add("_rels/.rels", part(WordRelations.package))
    archive.add("docProps/core.xml", part(properties))
    archive.add("word/document.xml", part(body(relations)))
    archive.add("word/styles.xml", part(WordStyles.xml(sheets[0].language)))
    archive.add("word/settings.xml", part(WordStyles.settings))
    for (index, sheet) in sheets.enumerated() {
      if let name = relations.headers[index] { archive.add("word/" + name, part(WordMargins.header(sheet))) }
      let isOnly = sheets.count == 1
      archive.add("word/" + relations.footers[index], part(WordMargins.footer(sheet, countsPages: isOnly)))
    }
    archive.add("word/_rels/document.xml.rels", part(relations.document))
    return archive.finished()
  }

  private func part(_ xml: String) -> [UInt8] {
    Array("<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n".utf8) + Array(xml.utf8)
  }

  private var properties: String {
    tag(
      "cp:coreProperties",
      [
        ("xmlns:cp", "http://schemas.openxmlformats.org/package/2006/metadata/core-properties"),
        ("xmlns:dc", "http://purl.org/dc/elements/1.1/"),
      ],
      tag("dc:title", [], escaped(sheets[0].title)) + tag("dc:language", [], sheets[0].language.rawValue))
  }

  private func body(_ relations: WordRelations) -> String {
    let sections = sheets.enumerated().map { index, sheet in
      let page = WordPage(isLandscape: sheet.isLandscape)
      let properties = page.section(header: relations.headerID(index), footer: relations.footerID(index))
      let blocks = sheet.blocks.map { WordBlocks(page).xml($0) }.joined()
      // The last section's properties stand in the body, those of the others in the paragraph that ends them.
      let isLast = index == sheets.count - 1
      let end = WordBlocks.end(isLast ? "" : properties)
      return blocks + end + (isLast ? properties : "")
    }
    return tag(
      "w:document", [("xmlns:w", WordRelations.main), ("xmlns:r", WordRelations.relationships)],
      tag("w:body", [], sections.joined()))
  }
}

/// An element of XML.
///
/// - Parameters:
///   - attributes: in this order; their values are not escaped here.
///   - content: markup; nothing for an empty element.
func tag(_ name: String, _ attributes: [(String, String)] = [], _ content: String = "") -> String {
  let list = attributes.map { " \($0.0)=\"\($0.1)\"" }.joined()
  return content.isEmpty ? "<\(name)\(list)/>" : "<\(name)\(list)>\(content)</\(name)>"
}

/// An element that has nothing but a value: `<w:jc w:val="center"/>`.
func setting(_ name: String, _ value: String) -> String {
  tag(name, [("w:val", value)])
}
