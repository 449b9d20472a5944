/// Which part of a Word file is what, and how the parts name each other (ISO/IEC 29500-2).
struct WordRelations {
  static let main = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
  static let relationships = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
  private static let packageRelationships = "http://schemas.openxmlformats.org/package/2006/relationships"
  private static let word = "application/vnd.openxmlformats-officedocument.wordprocessingml."

  /// For each sheet the name of the part with what stands at the head of its pages; `nil` where nothing does.
  let headers: [String?]
  /// For each sheet the name of the part with what stands at the foot of its pages.
  let footers: [String]

  init(_ sheets: [Sheet]) {
    headers = sheets.enumerated().map { $1.warnings.isEmpty ? nil : "header\($0 + 1).xml" }
    footers = sheets.indices.map { "footer\($0 + 1).xml" }
  }

  func headerID(_ sheet: Int) -> String? { headers[sheet].map { _ in "rIdH\(sheet + 1)" } }

  func footerID(_ sheet: Int) -> String { "rIdF\(sheet + 1)" }

  /// `_rels/.rels`
  static var package: String {
    tag(
      "Relationships", [("xmlns", packageRelationships)],
      relationship("rId1", relationships + "/officeDocument", "word/document.xml")
        + relationship(
          "rId2", "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties",
          "docProps/core.xml"))
  }

  /// `word/_rels/document.xml.rels`
  var document: String {
    var list =
      Self.relationship("rIdS1", Self.relationships + "/styles", "styles.xml")
      + Self.relationship("rIdS2", Self.relationships + "/settings", "settings.xml")
    for index in footers.indices {
      if let id = headerID(index), let name = headers[index] {
        list += Self.relationship(id, Self.relationships + "/header", name)
      }
      list += Self.relationship(footerID(index), Self.relationships + "/footer", footers[index])
    }
    return tag("Relationships", [("xmlns", Self.packageRelationships)], list)
  }

  /// `[Content_Types].xml`
  var contentTypes: String {
    let parts =
      [
        ("/word/document.xml", Self.word + "document.main+xml"),
        ("/word/styles.xml", Self.word + "styles+xml"),
        ("/word/settings.xml", Self.word + "settings+xml"),
        ("/docProps/core.xml", "application/vnd.openxmlformats-package.core-properties+xml"),
      ] + headers.compactMap { $0.map { ("/word/" + $0, Self.word + "header+xml") } }
      + footers.map { ("/word/" + $0, Self.word + "footer+xml") }
    return tag(
      "Types", [("xmlns", "http://schemas.openxmlformats.org/package/2006/content-types")],
      tag(
        "Default",
        [
          ("Extension", "rels"),
          ("ContentType", "application/vnd.openxmlformats-package.relationships+xml"),
        ])
        + tag("Default", [("Extension", "xml"), ("ContentType", "application/xml")])
        + parts.map { tag("Override", [("PartName", $0), ("ContentType", $1)]) }.joined())
  }

  private static func relationship(_ id: String, _ type: String, _ target: String) -> String {
    tag("Relationship", [("Id", id), ("Type", type), ("Target", target)])
  }
}
