public import Documents
import Elections
public import Faults
public import Outcomes
import Typesetting

/// A result for the hall's projector, as one self-contained HTML page of slides in 16:9: the figures of a contest, its votes in ballot order, those
/// elected from high to low, and what comes next, in letters of a twentieth of the height or more.
///
/// A contest that decides nothing shows that and no votes; nothing is ever shown of a part of the ballots. Without its script the page is all slides one
/// below the other; printed, it has a slide on each page.
public enum Slides {
  /// The bytes of the page, in UTF-8.
  ///
  /// - Parameters:
  ///   - result: what was counted and decided.
  ///   - standing: how far it may be relied on; whatever is lacking stands at the beginning, and in short at the foot of every slide.
  ///   - language: of the words; names and titles stay as they are.
  ///   - percent: how shares are rounded (R-PERCENT).
  public static func html(
    _ result: ElectionResult, _ standing: ResultStanding, _ language: Language, percent: Percent.Rounding
  ) -> String {
    var slides = OpeningSlides.slides(result, standing, language)
    let isBranch = result.asElection.isBranch
    for contest in result.contests {
      slides += ContestSlides(contest, isBranch: isBranch, language, percent).slides()
    }
    let cut = percent.note.map { " · " + $0[language] } ?? ""
    let foot = foot(result, standing, language) + cut
    let sections = slides.enumerated().map { index, slide in
      slide.html(number: index + 1, of: slides.count, foot: foot)
    }
    let congress = visibleLine(result.election.congress)
    return HTMLPage(
      title: Phrase(vi: "Trình chiếu: \(congress)", en: "Slides: \(congress)")[language], language: language,
      style: style, script: script, body: [HTML("main", sections), controls(language)]
    ).text()
  }

  /// What stands at the foot of every slide: the marked groups of the code, and in short what the result lacks.
  private static func foot(_ result: ElectionResult, _ standing: ResultStanding, _ language: Language)
    -> String
  {
    let groups = standing.code.split(separator: " ")
    let code =
      groups.count > 2 ? "\(groups[0]) … \(groups[groups.count - 1])" : clipped(standing.code, columns: 20)
    var foot = [Phrase(vi: "Mã kết quả \(code)", en: "Code \(code)")[language]]
    if result.isRehearsal { foot.append(Phrase(vi: "KIỂM THỬ", en: "REHEARSAL")[language]) }
    if case .unfinished = standing.verified {
      foot.append(Phrase(vi: "chưa kiểm tra xong", en: "not verified")[language])
    }
    if standing.signatures.isEmpty { foot.append(Phrase(vi: "chưa ký", en: "not signed")[language]) }
    if result.part != nil { foot.append(Phrase(vi: "chỉ một phần", en: "a part only")[language]) }
    return foot.joined(separator: " · ")
  }

  /// Buttons for who has a mouse; the keys do the same.
  private static func controls(_ language: Language) -> HTML {
    func button(_ id: String, _ sign: String, _ vi: String, _ en: String) -> HTML {
      let words = Phrase(vi: vi, en: en)[language]
      return HTML("button", ["type": "button", "id": id, "title": words, "aria-label": words], text: sign)
    }
    return HTML(
      "nav",
      [
        button("back", "‹", "Trang trước (mũi tên, PageUp)", "Back (arrow keys, PageUp)"),
        button("next", "›", "Trang sau (mũi tên, PageDown, phím cách)", "Next (arrow keys, PageDown, space)"),
        button("full", "F", "Toàn màn hình (F)", "Full screen (F)"),
      ])
  }
}

/// One slide.
struct Slide {
  /// A contest's title, above the heading; empty on the first slide.
  var title: String
  var heading: String
  /// Which slide of several with this heading: `2/5`; empty for one.
  var place = ""
  var body: [HTML]
  var isOpening = false

  /// - Parameters:
  ///   - number: from 1.
  ///   - foot: what stands at the foot, beside the number.
  func html(number: Int, of count: Int, foot: String) -> HTML {
    var head: [HTML] = []
    if !title.isEmpty { head.append(HTML("p", ["class": "title"], words: title)) }
    var heading = HTML.unbroken(heading)
    if !place.isEmpty { heading += [.text(" "), HTML("span", ["class": "place"], text: place)] }
    head.append(HTML("h2", heading))
    return HTML(
      "section", ["class": isOpening ? "slide opening" : "slide", "id": "s\(number)", "tabindex": "-1"],
      [
        HTML("div", ["class": "head"], head), HTML("div", ["class": "body"], body),
        HTML(
          "p", ["class": "foot"], [HTML("span", text: foot), HTML("span", text: "\(number)/\(count)")]),
      ])
  }
}
