import Typesetting

extension ResultPage {
  /// The style sheet: one column that fits a telephone and A4, few lines, no colour that anything depends on.
  ///
  /// - Parameter foot: stands at the foot of every printed page, beside its number.
  static func style(_ foot: String) -> String {
    """

    * { box-sizing: border-box; }
    html { background: \(Palette.paper); color: \(Palette.ink); font: 1rem/1.45 \(PageFonts.sans); }
    body { margin: 0 auto; max-width: 62rem; padding: 1rem; overflow-wrap: anywhere; }
    h1 { color: \(Palette.accent); font-size: 1.75rem; line-height: 1.2; margin: 0 0 .25rem; text-wrap: balance; }
    h2 { color: \(Palette.accent); font-size: 1.35rem; line-height: 1.25; margin: 0 0 .4rem; text-wrap: balance; }
    h3 { font-size: 1.05rem; margin: 1.2rem 0 .3rem; }
    p { margin: .15rem 0; }
    a { color: inherit; }
    a:focus-visible { outline: 3px solid \(Palette.accent); outline-offset: 2px; }
    header { border-bottom: 3px solid \(Palette.accent); padding-bottom: .75rem; }
    .over { font-size: .9rem; font-weight: 700; letter-spacing: .06em; text-transform: uppercase; }
    .quiet { color: \(Palette.quiet); font-size: .9rem; }
    .warning { background: \(Palette.alert); border: 3px solid \(Palette.ink); font-weight: 700; margin-top: .75rem; padding: .5rem .75rem; }
    .note, header .attention { border-left: 4px solid \(Palette.ink); margin-top: .5rem; padding-left: .6rem; }
    section { border-top: 1px solid \(Palette.hairline); margin-top: 1.5rem; padding-top: 1rem; }
    #summary { border: 0; margin-top: 0; }
    .summary { margin: 0; padding-left: 1.6rem; }
    .summary li { margin-bottom: .9rem; }
    .summary a { font-weight: 700; }
    .outcome { font-weight: 700; }
    .outcome .quiet { font-weight: 400; }
    .figures { align-items: start; display: grid; gap: 0 2.5rem; grid-template-columns: repeat(auto-fit, minmax(min(100%, 21rem), 1fr)); }
    table { border-collapse: collapse; margin-top: 1.1rem; width: 100%; }
    caption { font-weight: 700; padding-bottom: .25rem; text-align: left; }
    th, td { border-bottom: 1px solid \(Palette.hairline); font-weight: 400; padding: .28rem .4rem; text-align: left; vertical-align: top; }
    th:first-child, td:first-child { padding-left: 0; }
    th:last-child, td:last-child { padding-right: 0; }
    thead th { border-bottom: 2px solid \(Palette.ink); font-size: .9rem; font-weight: 700; vertical-align: bottom; }
    .number { font-variant-numeric: tabular-nums; text-align: right; white-space: nowrap; width: 1%; }
    thead .others { min-width: 10rem; white-space: normal; }
    \(HTML.wholeWords)
    .source { white-space: nowrap; }
    .part th { padding-left: 1.2rem; }
    .badge { border: 1px solid \(Palette.ink); border-radius: .25rem; font-size: .8rem; font-weight: 700; padding: 0 .3rem; white-space: nowrap; }
    .people .name { width: 42%; }
    td.ground { color: \(Palette.quiet); font-size: .9rem; }
    figure { margin: 1.2rem 0 0; }
    figcaption { display: flex; flex-wrap: wrap; font-size: .9rem; gap: .2rem 1.1rem; margin-bottom: .5rem; }
    figcaption svg { vertical-align: -2px; }
    svg.chart { display: block; font-size: 13px; overflow: hidden; }
    svg.chart text { fill: \(Palette.ink); }
    svg.chart .votes { font-weight: 700; }
    .defs { position: absolute; }
    .track { fill: \(Palette.shade); }
    .bar { stroke: \(Palette.ink); stroke-width: 1; }
    .won { fill: \(Palette.ink); }
    .lost { fill: url(#lost); }
    .tied { fill: url(#tied); }
    .stroke { stroke: \(Palette.ink); stroke-width: 1; }
    .dot { fill: \(Palette.ink); }
    .half { fill: \(Palette.accent); paint-order: stroke; stroke: \(Palette.paper); stroke-width: 3; }
    .findings { list-style: none; margin: 0; padding: 0; }
    .findings li { margin: .25rem 0; }
    .attention { font-weight: 700; }
    .certificate { font-size: .85rem; line-height: 1.35; margin-top: .75rem; }
    .certificate p { white-space: pre-wrap; }
    footer { border-top: 3px solid \(Palette.accent); color: \(Palette.quiet); font-size: .9rem; margin-top: 2rem; padding-top: .6rem; }
    .code { color: \(Palette.ink); font-family: \(PageFonts.mono); font-weight: 700; overflow-wrap: normal; }
    @media (max-width: 30rem) {
      body { padding: .75rem; }
      h1 { font-size: 1.4rem; }
      h2 { font-size: 1.2rem; }
      .share, .source { white-space: normal; }
      thead .others { font-size: .8rem; min-width: 4.6rem; }
    }
    @media print {
      @page { size: A4; margin: 16mm 15mm 18mm 20mm; }
      @page { @bottom-left { content: \(styleString(foot)); font: 7.5pt \(PageFonts.mono); } }
      @page { @bottom-right { content: counter(page) "/" counter(pages); font: 9pt \(PageFonts.sans); } }
      html { font-size: 10.5pt; }
      body { max-width: none; padding: 0; }
      h1, h2, h3, caption, figcaption, thead { break-after: avoid; }
      h2 + p, h2 + p + p, h2 + p + p + p, h2 + p + p + p + p { break-after: avoid; }
      tbody tr:nth-last-child(2) { break-after: avoid; }
      tr, li, h1, h2, h3, svg.chart, .figures, .warning, .short { break-inside: avoid; }
      .figures, th, td { line-height: 1.3; }
      thead { display: table-header-group; }
      .figures { grid-template-columns: 1fr 1fr; }
      .summary a { text-decoration: none; }
    }

    """
  }
}
