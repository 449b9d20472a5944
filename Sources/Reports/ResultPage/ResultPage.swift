public import Documents
import Elections
public import Faults
public import Outcomes
import Rulebooks
import Typesetting

/// A result as one self-contained HTML page, to be read on any screen and printed on A4: a summary first, then contest by contest the decision,
/// the figures, the votes in ballot order with a chart, those elected from high to low, and what should be looked at.
public enum ResultPage {
  /// The bytes of the page, in UTF-8.
  ///
  /// - Parameters:
  ///   - result: what was counted and decided.
  ///   - standing: how far it may be relied on; whatever is lacking stands at the top.
  ///   - language: of the words; names and titles stay as they are.
  ///   - percent: how shares are rounded (R-PERCENT).
  ///   - earlier: the results that this one comes after, as far as they are at hand.
  public static func html(
    _ result: ElectionResult, _ standing: ResultStanding, _ language: Language, percent: Percent.Rounding,
    earlier: [ElectionResult] = []
  ) -> String {
    let rulebook = RulebookShelf.standard.rulebook(id: result.regulation)
    let sections = result.contests.enumerated().map { index, contest in
      let facts = ContestFacts.text(contest, earlier + [result])[language]
      return ContestSection(contest, facts: facts, rulebook, language, percent, id: "c\(index + 1)").html()
    }
    let body =
      [VoteChart.fillings, head(result, rulebook, standing, language)]
      + [HTML("main", [ResultSummary(result, language).html()] + sections)]
      + [certificate(standing, language), foot(result, standing, language)]
    let congress = visibleLine(result.election.congress)
    return HTMLPage(
      title: Phrase(vi: "Kết quả bầu cử: \(congress)", en: "Result of the election: \(congress)")[language],
      language: language, style: style(codeLine(standing, language)), body: body
    ).text()
  }

  // MARK: Above and below the contests

  private static func head(
    _ result: ElectionResult, _ rulebook: Rulebook?, _ standing: ResultStanding, _ language: Language
  ) -> HTML {
    let election = result.election
    let warnings = standing.warnings(isRehearsal: result.isRehearsal).map { HTML("p", text: $0[language]) }
    let notes = ResultNotes.lines(result, language)
    return HTML(
      "header",
      [
        HTML(
          "p", ["class": "over"], text: Phrase(vi: "Kết quả bầu cử", en: "Result of the election")[language]),
        HTML("h1", words: visible(election.congress, limit: 1000)),
        HTML(
          "p",
          words: [election.organization, election.term].map { visible($0, limit: 1000) }.joined(
            separator: " · ")),
        HTML(
          "p",
          text: [election.place.map { visible($0, limit: 1000) }, election.date.words[language]].compactMap {
            $0
          }.joined(separator: ", ")),
        HTML(
          "p", ["class": "quiet"],
          words: RegulationLine.text(rulebook?.number ?? visible(result.regulation), result.guidance)[
            language]
        ),
      ]
        + (warnings.isEmpty ? [] : [HTML("div", ["class": "warning", "role": "note"], warnings)])
        + notes.map { HTML("p", ["class": "note"], words: $0) }
        + result.findings.map { FindingItem.html($0, "p", language) })
  }

  private static func certificate(_ standing: ResultStanding, _ language: Language) -> HTML {
    let title = Phrase(vi: "Kiểm tra độc lập", en: "Independent verification")[language]
    let signed = standing.ordered.map {
      HTML("li", text: $0.role.words[language] + ": " + visible($0.name, limit: 1000))
    }
    let lines = standing.certificate.map { HTML("p", text: $0[language]) }
    var parts = [
      HTML("h2", text: title), HTML("p", ["class": "outcome"], text: standing.verified.words[language]),
    ]
    if case .unfinished(let reasons) = standing.verified, !reasons.isEmpty {
      parts.append(HTML("ul", reasons.map { HTML("li", text: $0[language]) }))
    }
    if !signed.isEmpty {
      parts.append(HTML("h3", text: Phrase(vi: "Đã ký", en: "Signed")[language]))
      parts.append(HTML("ul", signed))
    }
    if !lines.isEmpty { parts.append(HTML("div", ["class": "certificate"], lines)) }
    return HTML("section", ["id": "certificate"], parts)
  }

  private static func foot(_ result: ElectionResult, _ standing: ResultStanding, _ language: Language) -> HTML
  {
    HTML(
      "footer",
      [
        HTML("p", ["class": "code"], text: codeLine(standing, language)),
        HTML("p", text: ToolNotice.text([result.regulation])[language]),
      ])
  }

  private static func codeLine(_ standing: ResultStanding, _ language: Language) -> String {
    Phrase(vi: "Mã kết quả: \(standing.code)", en: "Code of the result: \(standing.code)")[language]
  }
}

/// A finding in a page: what matters stands out from what is only to be known.
enum FindingItem {
  static func html(_ finding: Finding, _ element: StaticString, _ language: Language) -> HTML {
    let kind = finding.severity == .info ? "info" : "attention"
    return HTML(element, ["class": kind], words: FindingLine.text(finding, language))
  }
}
