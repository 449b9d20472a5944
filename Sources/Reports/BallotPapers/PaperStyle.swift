import Typesetting

/// The style sheets of what a board prints. Measures are those of the paper, black on white; the screen shows the same.
enum PaperStyle {
  static let common = """

    * { box-sizing: border-box; }
    html { background: \(Palette.paper); color: \(Palette.ink); font-family: \(PageFonts.serif); }
    body, main, p, h1 { margin: 0; }
    body { overflow-wrap: anywhere; }
    header { display: grid; gap: 4mm; grid-template-columns: 1fr 1fr; text-align: center; }
    .organization, .party { font-weight: 700; }
    .party { text-decoration: underline; text-underline-offset: 1mm; }
    .date { font-style: italic; margin-top: 1.5mm; }
    h1 { text-align: center; }
    .title { font-weight: 700; text-align: center; text-wrap: balance; }
    .congress { text-align: center; text-wrap: balance; }
    table { border-collapse: collapse; width: 100%; }
    th { font-weight: 400; text-align: left; }
    thead { display: table-header-group; }
    tr { break-inside: avoid; }
    .number { font-variant-numeric: tabular-nums; text-align: right; white-space: nowrap; }
    \(HTML.wholeWords)
    .quiet { color: \(Palette.quiet); font-style: italic; }

    """

  /// Ballots: the sheet is the whole page, so that two ballots lie exactly on the halves of an A4.
  static func ballot(_ layout: BallotLayout) -> String {
    let isA4 = layout.paper == .a4
    func length(_ tenths: Int) -> String { "\(tenths / 10).\(tenths % 10)mm" }
    func letters(_ tenths: Int) -> String { "\(tenths / 10).\(tenths % 10)pt" }
    let padding =
      "\(length(layout.padding.top)) \(length(layout.padding.side)) \(length(layout.padding.bottom))"
    return """
      .sheet { display: grid; grid-template-columns: \(isA4 ? "210mm" : "148.5mm 148.5mm"); margin: 0 auto; width: \(isA4 ? "210mm" : "297mm"); }
      .paper { display: flex; flex-direction: column; font-size: \(letters(layout.text)); line-height: 1.25; min-height: \(length(layout.paperHeight)); padding: \(padding); }
      .paper + .paper { border-left: 1px dashed \(Palette.quiet); }
      .top { display: grid; gap: \(length(layout.gap)); grid-template-columns: \(length(layout.stamp)) 1fr; margin-top: 2mm; }
      .top > div + div { align-self: center; }
      .stamp { align-items: center; border: 1px dotted \(Palette.quiet); border-radius: 50%; color: \(Palette.quiet); display: flex; font-style: italic; height: \(length(layout.stamp)); justify-content: center; width: \(length(layout.stamp)); }
      h1 { font-size: \(letters(layout.heading)); }
      .title { font-size: \(letters(layout.name)); }
      .instruction { border-bottom: 1px solid \(Palette.ink); border-top: 1px solid \(Palette.ink); margin: 2mm 0; padding: 1.2mm 0; text-align: center; text-wrap: balance; }
      .instruction p + p { font-weight: 700; }
      .ended { border-bottom: 0; padding: 0; }
      .names { align-items: start; display: grid; flex: 1; font-size: \(letters(layout.name)); gap: \(length(layout.columnGap)); }
      .columns2 { grid-template-columns: 1fr 1fr; }
      .names td, .names th { padding: \(length(layout.rowPadding)) 1mm; vertical-align: baseline; }
      .names .number { width: \(length(layout.numberWidth)); }
      .detail { font-size: \(letters(layout.small)); font-style: italic; }
      \(layout.nameSizes.enumerated().dropFirst().map { ".size\($0) { display: block; font-size: \(letters($1)); }" }.joined(separator: " "))
      .names thead th { border-bottom-color: \(Palette.ink); font-size: \(letters(layout.text)); font-weight: 700; padding: 1mm; }
      .names .choice { padding: 0; text-align: center; vertical-align: middle; width: \(length(layout.boxWidth)); }
      .box { border: 1.5px solid \(Palette.ink); display: inline-block; height: 5mm; vertical-align: middle; width: 5mm; }
      .agreeDisagree td, .agreeDisagree th { border-bottom: 1px solid \(Palette.hairline); }
      .invalid { border-top: 1px solid \(Palette.ink); font-size: \(letters(layout.small)); margin-top: 2mm; padding-top: 1mm; }
      .place { font-size: \(letters(layout.small)); font-weight: 700; margin-top: 1.5mm; text-align: center; }
      @page { size: A4 \(isA4 ? "portrait" : "landscape"); margin: 0; }
      @media print { .sheet { break-after: page; } .sheet:last-child { break-after: auto; } }
      @media screen { html { background: \(Palette.shade); } .sheet { background: \(Palette.paper); margin: 6mm auto; } }

      """
  }

  /// The list for the wall.
  ///
  /// - Parameter isWide: whether the long side of the page lies at the bottom.
  static func list(isWide: Bool) -> String {
    """
      .wall { font-size: 13pt; line-height: 1.25; margin: 0 auto; max-width: 174mm; }
      h1 { font-size: 20pt; margin-top: 6mm; }
      .title { font-size: 15pt; }
      .facts { margin: 3mm 0; text-align: center; text-wrap: balance; }
      .wall td, .wall th { border: 1px solid \(Palette.ink); padding: 1.1mm 1.5mm; vertical-align: top; }
      .wall thead th { font-weight: 700; text-align: center; }
      .wide { max-width: 262mm; }
      .wall table { table-layout: fixed; }
      .order { width: 11mm; } .person { width: 38mm; } .born { white-space: nowrap; width: 24mm; }
      .born:lang(en) { width: 33mm; } .gender { width: 17mm; } .group { width: 17mm; } .again { width: 15mm; }
      tbody .name { font-weight: 700; }
      .wall .detail { font-size: 11pt; }
      .end { break-inside: avoid; }
      .wall .signing { border: 0; padding: 6mm 0 0 50%; }
      .signature { min-height: 30mm; text-align: center; }
      .signature p:first-child { font-weight: 700; }
      @page { size: A4 \(isWide ? "landscape" : "portrait"); margin: 15mm 15mm 15mm 20mm; @bottom-right { content: counter(page) "/" counter(pages); font: 10pt \(PageFonts.serif); } }
      @media screen { .wall { padding: 5mm; } }

    """
  }

  static let tally = """
    .tally { font-size: 11pt; line-height: 1.2; margin: 0 auto; width: 277mm; }
    header { align-items: start; grid-template-columns: 1fr auto; margin-bottom: 2mm; text-align: left; }
    header div + div { text-align: right; }
    .title { font-size: 13pt; text-align: left; }
    .place { font-size: 13pt; font-weight: 700; margin-bottom: 1mm; }
    .tally td, .tally th { border: 1px solid \(Palette.ink); padding: .6mm 1mm; vertical-align: middle; }
    .tally thead th { font-size: 10pt; font-weight: 700; text-align: center; }
    .tally .number { width: 9mm; }
    .tally .name { width: 70mm; }
    .tally .strokes { padding-left: 1.2mm; }
    .tally .sum { width: 19mm; }
    svg { display: block; }
    header svg { display: inline-block; }
    .defs { position: absolute; }
    .guide { fill: none; stroke: \(Palette.quiet); stroke-dasharray: 2 6; stroke-width: 2; }
    .drawn { fill: none; stroke: \(Palette.ink); stroke-linecap: round; stroke-width: 7; }
    footer { break-inside: avoid; margin-top: 2.5mm; }
    .account { display: flex; flex-wrap: wrap; gap: 1mm 6mm; margin-bottom: 1.5mm; }
    .account p { display: flex; flex: 1 0 auto; gap: 1.5mm; }
    .grounds { font-size: 9.5pt; }
    .line { border-bottom: 1px dotted \(Palette.ink); flex: 1; min-width: 14mm; }
    .people { margin-top: 4mm; }
    @page { size: A4 landscape; margin: 10mm; }
    @media print { .tally { break-after: page; } .tally:last-child { break-after: auto; } }
    @media screen { .tally { padding: 6mm 0; } }

    """
}
