import Typesetting

extension Slides {
  /// The style sheet. Everything is measured in the height of a slide, `--h`: letters of the body have a nineteenth of it.
  static let style = """

    :root { --h: min(100vh, 56.25vw); }
    * { box-sizing: border-box; }
    html { background: \(Palette.shade); color: \(Palette.ink); font-family: \(PageFonts.sans); }
    body, main { margin: 0; }
    .slide { background: \(Palette.paper); border-bottom: 1px solid \(Palette.hairline); display: flex; flex-direction: column; font-size: calc(var(--h) / 19); height: var(--h); line-height: 1.2; margin: 0 auto; outline: none; overflow: hidden; overflow-wrap: anywhere; padding: .7em 1.4em .45em; width: calc(var(--h) * 16 / 9); }
    .head { border-bottom: .12em solid \(Palette.accent); flex: none; padding-bottom: .2em; }
    .body { flex: 1; min-height: 0; padding-top: .35em; }
    p { margin: 0 0 .4em; }
    .title { font-weight: 700; margin: 0; text-wrap: balance; }
    h2 { color: \(Palette.accent); font-size: 1.3em; line-height: 1.2; margin: 0; text-wrap: balance; }
    .opening .head { margin-top: 1em; }
    .opening h2 { font-size: 1.6em; }
    .place { font-size: .8em; font-weight: 400; white-space: nowrap; }
    \(HTML.wholeWords)
    .strong { font-weight: 700; }
    .warning { background: \(Palette.alert); border: .12em solid \(Palette.ink); font-weight: 700; padding: .3em .6em; }
    table { border-collapse: collapse; width: 100%; }
    caption { font-weight: 700; padding-bottom: .15em; text-align: left; }
    th, td { border-bottom: 1px solid \(Palette.hairline); font-weight: 400; padding: .06em .35em; text-align: left; vertical-align: top; }
    th:first-child, td:first-child { padding-left: 0; }
    th:last-child, td:last-child { padding-right: 0; }
    thead th { border-bottom: .08em solid \(Palette.ink); font-weight: 700; }
    .number { font-variant-numeric: tabular-nums; text-align: right; white-space: nowrap; width: 1%; }
    .name span { -webkit-box-orient: vertical; display: -webkit-box; -webkit-line-clamp: 2; overflow: hidden; }
    .pair { display: grid; gap: 2.2em; grid-template-columns: 1fr 1fr; }
    .pair th, .pair td { padding: .3em 0; }
    .pair td { font-weight: 700; }
    .rule { margin-top: .5em; }
    .foot { color: \(Palette.quiet); display: flex; flex: none; font-size: .62em; gap: 1em; justify-content: space-between; margin: 0; }
    nav { bottom: .4rem; display: none; gap: .4rem; left: 50%; position: fixed; transform: translateX(-50%); }
    button { background: \(Palette.paper); border: 1px solid \(Palette.ink); border-radius: .25rem; color: \(Palette.ink); font: 1.1rem/1 \(PageFonts.sans); height: 2rem; width: 2.4rem; }
    button:focus-visible { outline: 3px solid \(Palette.accent); outline-offset: 2px; }
    .js body { align-items: center; display: flex; height: 100vh; justify-content: center; overflow: hidden; }
    .js .slide { border: 0; display: none; }
    .js .slide.now { display: flex; }
    .js nav { display: flex; }
    :fullscreen nav:not(:focus-within) { opacity: 0; }
    @media print {
      @page { size: 338.4mm 190.35mm; margin: 0; }
      :root { --h: 190.35mm; }
      .js body { display: block; height: auto; overflow: visible; }
      .slide, .js .slide { border: 0; break-after: page; break-inside: avoid; display: flex; }
      .slide:last-child { break-after: auto; }
      .js nav { display: none; }
    }

    """
}
