/// The blocks of a sheet in WordprocessingML. Elements stand in the order that the schema demands.
struct WordBlocks {
  private let page: WordPage

  init(_ page: WordPage) {
    self.page = page
  }

  func xml(_ block: Sheet.Block) -> String {
    switch block {
    case .letterhead(let left, let right):
      bare(
        [1, 1], [left.map { paragraph($0, centered: true) }, right.map { paragraph($0, centered: true) }])
    case .title(let title, let lines):
      paragraph(title, style: "Title") + lines.map { paragraph($0, style: "Subtitle") }.joined()
    case .heading(let text): paragraph(text, style: "Heading1")
    case .paragraph(let text): paragraph(text)
    case .table(let table): self.table(table)
    case .signatures(let spaces): signatures(spaces)
    case .frame(let lines): frame(lines)
    case .pageBreak: tag("w:p", [], tag("w:r", [], tag("w:br", [("w:type", "page")])))
    }
  }

  // MARK: Paragraphs

  static func style(_ name: String) -> String { setting("w:pStyle", name) }

  /// The paragraph without height that stands behind a table: two tables side by side would become one, and a text cannot end with one.
  ///
  /// - Parameter section: the properties of the section that ends here.
  static func end(_ section: String = "") -> String {
    tag("w:p", [], tag("w:pPr", [], style("End") + section))
  }

  private func paragraph(_ text: String, style: String) -> String {
    tag("w:p", [], tag("w:pPr", [], Self.style(style)) + run(Paragraph.Run(text)))
  }

  private func paragraph(_ text: Paragraph, centered: Bool = false) -> String {
    let style =
      switch text.placement {
      case _ where centered: "Centered"
      case .body: "BodyText"
      case .item: "Item"
      case .centered: "Centered"
      case .right: "Right"
      case .note: "Note"
      }
    let properties = Self.style(style) + (text.keepsNext ? tag("w:keepNext") : "")
    return tag("w:p", [], tag("w:pPr", [], properties) + text.runs.map(run).joined())
  }

  private func run(_ run: Paragraph.Run) -> String {
    let bold = run.isBold ? tag("w:b") : ""
    let italic = run.isItalic ? tag("w:i") : ""
    let properties = bold + italic
    return tag(
      "w:r", [],
      (properties.isEmpty ? "" : tag("w:rPr", [], properties))
        + tag("w:t", [("xml:space", "preserve")], escaped(run.text)))
  }

  // MARK: Tables

  private func table(_ table: Table) -> String {
    let widths = page.columns(table.columns.map(\.width))
    let header = row(
      zip(table.columns, widths).map { column, width in
        cell(width, tableText(column.title, .center, bold: true, isSmall: table.isSmall))
      }, isHeader: true)
    let rows = table.rows.enumerated().map { place, row in
      self.row(
        table.columns.indices.map { index in
          // The last row takes the one before it along to a new page.
          cell(
            widths[index],
            tableText(
              row.cells[index], table.columns[index].alignment, bold: row.isBold, isSmall: table.isSmall,
              keepsNext: place == table.rows.count - 2))
        })
    }
    return grid("TableGrid", widths, header + rows.joined())
      + Self.end()
  }

  private func grid(_ style: String, _ widths: [Int], _ rows: String) -> String {
    let sum = widths.reduce(0, +)
    let properties =
      setting("w:tblStyle", style) + tag("w:tblW", [("w:w", String(sum)), ("w:type", "dxa")])
      + tag("w:tblLayout", [("w:type", "fixed")])
    let columns = widths.map { tag("w:gridCol", [("w:w", String($0))]) }.joined()
    return tag("w:tbl", [], tag("w:tblPr", [], properties) + tag("w:tblGrid", [], columns) + rows)
  }

  private func row(_ cells: [String], isHeader: Bool = false) -> String {
    tag(
      "w:tr", [],
      tag("w:trPr", [], tag("w:cantSplit") + (isHeader ? tag("w:tblHeader") : "")) + cells.joined())
  }

  private func cell(_ width: Int, _ content: String, isMiddle: Bool = true) -> String {
    let properties =
      tag("w:tcW", [("w:w", String(width)), ("w:type", "dxa")])
      + (isMiddle ? setting("w:vAlign", "center") : "")
    return tag("w:tc", [], tag("w:tcPr", [], properties) + content)
  }

  private func tableText(
    _ text: String, _ alignment: Table.Alignment, bold: Bool, isSmall: Bool, keepsNext: Bool = false
  )
    -> String
  {
    let edge =
      switch alignment {
      case .left: "left"
      case .center: "center"
      case .right: "right"
      }
    return tag(
      "w:p", [],
      tag(
        "w:pPr", [],
        Self.style(isSmall ? "TableSmall" : "TableText") + (keepsNext ? tag("w:keepNext") : "")
          + setting("w:jc", edge))
        + run(Paragraph.Run(text, bold: bold)))
  }

  /// A row of columns without lines.
  private func bare(_ parts: [Int], _ columns: [[String]]) -> String {
    let widths = page.columns(parts)
    let cells = zip(widths, columns).map { width, lines in
      cell(width, lines.isEmpty ? tag("w:p") : lines.joined(), isMiddle: false)
    }
    return grid("TableBare", widths, row(cells)) + Self.end()
  }

  private func signatures(_ spaces: [SignatureSpace]) -> String {
    guard !spaces.isEmpty else { return "" }
    return bare(
      spaces.map { _ in 1 },
      spaces.map { space in
        space.lines.map { paragraph($0, style: "Signature") }
          + [
            paragraph(space.instruction, style: "SignatureSpace"),
            paragraph(space.name ?? "", style: "Signature"),
          ]
      })
  }

  private func frame(_ lines: [Paragraph]) -> String {
    let widths = page.columns([1])
    let text = lines.isEmpty ? tag("w:p") : lines.map { paragraph($0) }.joined()
    return grid("TableFrame", widths, row([cell(widths[0], text, isMiddle: false)]))
      + tag("w:p", [], tag("w:pPr", [], Self.style("BodyText")))
  }
}
