import Faults
import Foundation
import Testing

@testable import Typesetting

#if canImport(FoundationXML)
  import FoundationXML
#endif

/// The parts of a Word file against the schema of what they use, transcribed from ECMA-376 (transitional, `wml.xsd`): which elements an
/// element may hold, in which order. Development also checks against the schema itself with `xmllint`.
@Suite("Word files follow the schema")
struct WordSchemaTests {
  /// The order of the children that are used; `*` where one may repeat. An element that is not here holds nothing.
  private static let children: [String: [String]] = [
    "w:document": ["w:body"],
    "w:body": ["(w:p|w:tbl)*", "w:sectPr"],
    "w:p": ["w:pPr", "(w:r|w:fldSimple)*"],
    "w:pPr": [
      "w:pStyle", "w:keepNext", "w:pBdr", "w:tabs", "w:spacing", "w:ind", "w:jc", "w:outlineLvl", "w:sectPr",
    ],
    "w:pBdr": ["w:top", "w:left", "w:bottom", "w:right"],
    "w:tabs": ["(w:tab)*"],
    "w:r": ["w:rPr", "(w:t|w:br|w:tab)*"],
    "w:rPr": ["w:rFonts", "w:b", "w:i", "w:sz", "w:szCs", "w:lang"],
    "w:fldSimple": ["w:r"],
    "w:tbl": ["w:tblPr", "w:tblGrid", "(w:tr)*"],
    "w:tblPr": ["w:tblStyle", "w:tblW", "w:tblBorders", "w:tblLayout", "w:tblCellMar"],
    "w:tblBorders": ["w:top", "w:left", "w:bottom", "w:right", "w:insideH", "w:insideV"],
    "w:tblCellMar": ["w:top", "w:left", "w:bottom", "w:right"],
    "w:tblGrid": ["(w:gridCol)*"],
    "w:tr": ["w:trPr", "(w:tc)*"],
    "w:trPr": ["(w:cantSplit|w:tblHeader)*"],
    "w:tc": ["w:tcPr", "(w:p)*"],
    "w:tcPr": ["w:tcW", "w:vAlign"],
    "w:sectPr": ["w:headerReference", "w:footerReference", "w:pgSz", "w:pgMar", "w:pgNumType"],
    "w:hdr": ["(w:p)*"],
    "w:ftr": ["(w:p)*"],
    "w:styles": ["w:docDefaults", "(w:style)*"],
    "w:docDefaults": ["w:rPrDefault", "w:pPrDefault"],
    "w:rPrDefault": ["w:rPr"],
    "w:pPrDefault": ["w:pPr"],
    "w:style": ["w:name", "w:basedOn", "w:qFormat", "w:pPr", "w:rPr", "w:tblPr"],
    "w:settings": ["w:defaultTabStop", "w:compat"],
    "w:compat": ["w:compatSetting"],
    "Types": ["(Default|Override)*"],
    "Relationships": ["(Relationship)*"],
    "cp:coreProperties": ["(dc:title|dc:language)*"],
  ]

  private static let documents: [[Sheet]] = [
    [.sample()], [.sample(.english, landscape: true, warnings: [])],
    [.sample(), .sample(landscape: true), .sample(warnings: [])],
    [Sheet(title: "", language: .vietnamese)],
  ]

  @Test("The last row of a table takes the one before it along to a new page", arguments: 1...4)
  func lastRows(_ rows: Int) {
    var table = Table([Table.Column("A", width: 1), Table.Column("B", width: 1)])
    for row in 0..<rows { table.append(Table.Row(["\(row)", ""])) }
    let xml = WordBlocks(WordPage(isLandscape: false)).xml(.table(table))
    let kept = xml.components(separatedBy: "<w:tr>").dropFirst(2).map { $0.contains("w:keepNext") }
    #expect(kept == (0..<rows).map { $0 == rows - 2 })
  }

  @Test("Every element holds what it may, in order", arguments: documents.indices)
  func order(_ index: Int) throws {
    for (name, root) in try Self.parts(Self.documents[index]) {
      root.walk { element in
        let names = element.children.map(\.name)
        #expect(
          Self.fits(names, Self.children[element.name] ?? []), "\(name): \(element.name) holds \(names)")
        // A cell must end with a paragraph, and so must every header and footer.
        if ["w:tc", "w:ftr", "w:hdr"].contains(element.name) { #expect(names.last == "w:p") }
      }
    }
  }

  @Test("Every style, header and footer that is named exists", arguments: documents.indices)
  func references(_ index: Int) throws {
    let parts = Dictionary(uniqueKeysWithValues: try Self.parts(Self.documents[index]))
    let styles = try #require(parts["word/styles.xml"])
    let known = Set(styles.children.compactMap { $0.attributes["w:styleId"] })
    let relations = try #require(parts["word/_rels/document.xml.rels"]).children
    let ids = Set(relations.compactMap { $0.attributes["Id"] })
    #expect(ids.count == relations.count)
    for relation in relations { #expect(parts["word/" + (relation.attributes["Target"] ?? "")] != nil) }
    for (_, root) in parts {
      root.walk { element in
        if ["w:pStyle", "w:tblStyle", "w:basedOn"].contains(element.name) {
          #expect(known.contains(element.attributes["w:val"] ?? ""))
        }
        if let id = element.attributes["r:id"] { #expect(ids.contains(id)) }
      }
    }
    let types = try #require(parts["[Content_Types].xml"]).children.compactMap { $0.attributes["PartName"] }
    let overridden = Set(
      parts.keys.filter { $0.hasSuffix(".xml") && $0 != "[Content_Types].xml" }.map { "/" + $0 })
    #expect(Set(types) == overridden)
  }

  @Test("The text is there as it was given, what hides made visible; the rows' widths are those of the grid")
  func content() throws {
    let parts = Dictionary(uniqueKeysWithValues: try Self.parts([.sample()]))
    let body = try #require(parts["word/document.xml"])
    var texts: [String] = []
    body.walk { if $0.name == "w:t" { texts.append($0.text) } }
    #expect(texts.contains("Nguyễn <script>alert(1)</script> & Ân"))
    #expect(texts.contains("\"Trần\" ]]> 'Bình'\\u{202E}"))
    body.walk { table in
      guard table.name == "w:tbl" else { return }
      let widths = table.children[1].children.compactMap { $0.attributes["w:w"] }
      for row in table.children.dropFirst(2) {
        #expect(
          row.children.dropFirst().compactMap { $0.children.first?.children.first?.attributes["w:w"] }
            == widths)
      }
    }
    // A4 less margins of 30 and 15 mm, in twentieths of a point.
    #expect(WordPage(isLandscape: false).columns([1, 1, 1]).reduce(0, +) == 9355)
  }

  @Test("The same sheets give the same bytes")
  func deterministic() {
    #expect(WordDocument(Self.documents[2]).bytes() == WordDocument(Self.documents[2]).bytes())
  }

  // MARK: Reading

  private static func parts(_ sheets: [Sheet]) throws -> [(String, XMLNode)] {
    let entries = try #require(StoredArchiveTests.entries(WordDocument(sheets).bytes()))
    return try entries.map { name, bytes in (name, try #require(XMLNode.parse(bytes), "\(name)")) }
  }

  /// Whether names follow a pattern, whose parts may each be missing and are repeated where they end with `*`.
  private static func fits(_ names: [String], _ pattern: [String]) -> Bool {
    var rest = names[...]
    for part in pattern {
      if part.hasSuffix("*") {
        let choices = part.dropFirst().dropLast(2).split(separator: "|").map(String.init)
        rest = rest.drop { choices.contains($0) }
      } else if rest.first == part {
        rest = rest.dropFirst()
      }
    }
    return rest.isEmpty
  }
}

/// An element of a parsed part.
final class XMLNode {
  let name: String
  let attributes: [String: String]
  fileprivate(set) var children: [XMLNode] = []
  fileprivate(set) var text = ""

  init(_ name: String, _ attributes: [String: String]) {
    self.name = name
    self.attributes = attributes
  }

  func walk(_ visit: (XMLNode) -> Void) {
    visit(self)
    for child in children { child.walk(visit) }
  }

  /// - Returns: `nil` for what is not well-formed.
  static func parse(_ bytes: [UInt8]) -> XMLNode? {
    let reader = Reader()
    let parser = XMLParser(data: Data(bytes))
    parser.delegate = reader
    return parser.parse() ? reader.root : nil
  }

  private final class Reader: NSObject, XMLParserDelegate {
    var root: XMLNode?
    private var open: [XMLNode] = []

    func parser(
      _ parser: XMLParser, didStartElement name: String, namespaceURI: String?, qualifiedName: String?,
      attributes: [String: String]
    ) {
      let node = XMLNode(name, attributes)
      open.last?.children.append(node)
      if root == nil { root = node }
      open.append(node)
    }

    func parser(_ parser: XMLParser, didEndElement: String, namespaceURI: String?, qualifiedName: String?) {
      open.removeLast()
    }

    func parser(_ parser: XMLParser, foundCharacters text: String) { open.last?.text += text }
  }
}
