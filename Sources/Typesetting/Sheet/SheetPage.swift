/// Sheets as one HTML page that prints as the Word file does: A4, Times New Roman 13 pt, each sheet beginning a page.
public struct SheetPage: Sendable {
  private let sheets: [Sheet]

  /// - Parameter sheets: at least one; all in one language.
  public init(_ sheets: [Sheet]) {
    precondition(!sheets.isEmpty)
    self.sheets = sheets
  }

  /// The bytes of the file, in UTF-8.
  public func text() -> String {
    HTMLPage(
      title: sheets[0].title, language: sheets[0].language, style: Self.style + printedFoot,
      body: sheets.map(article)
    ).text()
  }

  private func article(_ sheet: Sheet) -> HTML {
    let head = sheet.warnings.map { HTML("p", ["class": "warning"], text: $0) }
    let foot = HTML("footer", sheet.footer.map { HTML("p", text: $0) })
    return HTML(
      "article", ["class": sheet.isLandscape ? "landscape" : "portrait"],
      head + sheet.blocks.flatMap(block) + [foot])
  }

  private func block(_ block: Sheet.Block) -> [HTML] {
    switch block {
    case .letterhead(let left, let right):
      [HTML("div", ["class": "letterhead"], [left, right].map { HTML("div", $0.map(paragraph)) })]
    case .title(let title, let lines):
      [HTML("h1", text: title)] + lines.map { HTML("p", ["class": "subtitle"], words: $0) }
    case .heading(let text): [HTML("h2", text: text)]
    case .paragraph(let text): [paragraph(text)]
    case .table(let table): [self.table(table)]
    case .signatures(let spaces): [HTML("div", ["class": "signatures"], spaces.map(signature))]
    case .frame(let lines): [HTML("div", ["class": "frame"], lines.map(paragraph))]
    case .pageBreak: [HTML("div", ["class": "break"], [])]
    }
  }

  private func paragraph(_ text: Paragraph) -> HTML {
    HTML(
      "p", ["class": text.placement.rawValue + (text.keepsNext ? " keep" : "")],
      text.runs.flatMap { run in
        let words = run.isItalic ? [HTML("i", words: run.text)] : HTML.unbroken(run.text)
        return run.isBold ? [HTML("b", words)] : words
      })
  }

  /// The most columns that stand side by side on a telephone.
  private static let columnsOnTelephone = 5

  private func table(_ table: Table) -> HTML {
    func name(_ column: Table.Column) -> String {
      switch column.alignment {
      case .left: "left"
      case .center: "center"
      case .right: "right"
      }
    }
    // A telephone shows a table of many columns row by row, each cell behind the heading of its column.
    let isWide = table.columns.count > Self.columnsOnTelephone
    let head = table.columns.map { HTML("th", ["scope": "col"], text: $0.title) }
    let rows = table.rows.map { row in
      HTML(
        "tr", row.isBold ? ["class": "strong"] : [:],
        zip(table.columns, row.cells).map { column, cell in
          HTML(
            "td",
            isWide ? ["class": name(column), "data-label": column.title] : ["class": name(column)], text: cell
          )
        })
    }
    let kinds = (table.isSmall ? ["small"] : []) + (isWide ? ["wide"] : [])
    return HTML(
      "table", kinds.isEmpty ? [:] : ["class": kinds.joined(separator: " ")],
      [HTML("thead", [HTML("tr", head)]), HTML("tbody", rows)])
  }

  private func signature(_ space: SignatureSpace) -> HTML {
    HTML(
      "div",
      space.lines.map { HTML("p", [HTML("b", text: $0)]) }
        + [
          HTML("p", ["class": "space"], [HTML("i", text: space.instruction)])
        ] + (space.name.map { [HTML("p", [HTML("b", text: $0)])] } ?? []))
  }

  /// The foot and the page number in the margin of every page that is printed; the sheets of a page have one foot.
  private var printedFoot: String {
    let foot = sheets[0].footer.map(styleString).joined(separator: #" "\A " "#)
    return """
      @page { @bottom-left { content: \(foot.isEmpty ? "none" : foot); font: 7.5pt/1.15 \(PageFonts.serif); text-align: left; white-space: pre-wrap; width: 90%; } }
      @page { @bottom-right { content: counter(page) " / " counter(pages); font: 9pt \(PageFonts.serif); } }

      """
  }

  private static let style = """
    @page { size: A4; margin: 18mm 15mm 21mm 30mm; }
    @page wide { size: A4 landscape; }
    * { box-sizing: border-box; }
    body { margin: 0; background: \(Palette.shade); color: \(Palette.ink);
      font: 13pt/1.2 \(PageFonts.serif); }
    article { max-width: 210mm; margin: 1rem auto; padding: 20mm 15mm 20mm 30mm; background: \(Palette.paper);
      overflow-wrap: anywhere; }
    article.landscape { max-width: 297mm; page: wide; }
    \(HTML.wholeWords)
    p { margin: .15em 0; }
    p.body { text-align: justify; text-indent: 1cm; }
    p.item { margin-left: 1cm; }
    p.centered, .letterhead p, p.subtitle { text-align: center; text-indent: 0; }
    p.subtitle { font-weight: bold; }
    p.right { text-align: right; }
    p.note { font-size: 11pt; }
    p.keep { break-after: avoid; }
    h1 { font-size: 15pt; text-align: center; margin: .8em 0 .2em; }
    h2 { font-size: 13pt; margin: .6em 0 .2em; break-after: avoid; }
    .letterhead { display: grid; grid-template-columns: 1fr 1fr; gap: 2mm; }
    .letterhead p { margin: 0; }
    table { width: 100%; border-collapse: collapse; margin: .4em 0; font-size: 12pt; }
    table.small { font-size: 10pt; }
    th, td { border: 1px solid \(Palette.ink); padding: .1em .4em; vertical-align: middle; }
    th { overflow-wrap: normal; }
    thead { display: table-header-group; }
    tr { break-inside: avoid; }
    td.center { text-align: center; } td.right { text-align: right; }
    tr.strong td { font-weight: bold; }
    .signatures { display: flex; gap: 4mm; margin-top: .5em; break-inside: avoid; text-align: center; }
    .signatures > div { flex: 1; }
    .signatures p { margin: 0; }
    .signatures .space { padding-bottom: 3.5em; }
    .frame { border: 2px solid \(Palette.ink); padding: 5mm; margin: 5mm 0; break-inside: avoid; }
    .break { break-after: page; }
    .warning { border: 2px solid \(Palette.ink); background: \(Palette.alert); padding: .3em .6em; text-align: center; font-weight: bold; }
    footer { margin-top: 1em; border-top: 1px solid \(Palette.ink); font-size: 8pt; break-inside: avoid; }
    @media print, (min-width: 601px) {
      td.center, td.right { white-space: nowrap; }
      td.left { min-width: 5.5em; }
    }
    @media (max-width: 600px) {
      article { padding: 1rem; margin: 0; }
      .letterhead { grid-template-columns: 1fr; }
      .signatures { flex-direction: column; }
      td.left { min-width: 3.8em; }
      td.center, td.right { overflow-wrap: normal; }
    }
    @media screen and (max-width: 600px) {
      .wide, .wide tbody, .wide tr, .wide td { display: block; }
      .wide thead, .wide td:empty { display: none; }
      .wide tr { border: 1px solid \(Palette.ink); margin-bottom: .5em; }
      .wide td { border: 0; text-align: left; }
      .wide td::before { content: attr(data-label) ": "; font-weight: bold; }
    }
    @media print {
      body { background: \(Palette.paper); }
      article { max-width: none; margin: 0; padding: 0; }
      article footer { display: none; }
      tbody tr:nth-last-child(2) { break-after: avoid; }
      article + article { break-before: page; }
    }

    """
}
