import Documents
import Elections
import Faults
import Outcomes
import Typesetting

/// The first thing on a result page: every contest with its outcome and those elected.
struct ResultSummary {
  /// So many names are shown; of longer lists the number says enough, and the contest has them.
  private static let names = 30

  private let result: ElectionResult
  private let language: Language

  init(_ result: ElectionResult, _ language: Language) {
    self.result = result
    self.language = language
  }

  func html() -> HTML {
    HTML(
      "section", ["id": "summary"],
      [
        HTML("h2", text: say("Tóm tắt", "Summary")),
        HTML("ol", ["class": "summary"], result.contests.enumerated().map { item($1, id: "c\($0 + 1)") }),
      ])
  }

  private func say(_ vi: String, _ en: String) -> String { Phrase(vi: vi, en: en)[language] }

  private func item(_ contest: ContestResult, id: String) -> HTML {
    var parts = [
      HTML("p", [HTML("a", ["href": "#\(id)"], words: visible(contest.title, limit: 1000))]),
      HTML("p", ["class": "outcome"], text: OutcomeLine.text(contest)[language]),
    ]
    if contest.status.isDecided, !contest.elected.isEmpty {
      parts.append(HTML("p", text: people(contest)))
    }
    if contest.status != .filled {
      parts.append(
        HTML("p", text: say("Việc tiếp theo: ", "What comes next: ") + NextStep.text(contest)[language]))
    }
    return HTML("li", parts)
  }

  private func people(_ contest: ContestResult) -> String {
    let shown = contest.ranked.prefix(Self.names).map { visibleLine($0.candidate.name) }
    let rest = contest.elected.count - shown.count
    return shown.joined(separator: ", ")
      + (rest > 0 ? say(" và \(rest) người nữa", " and \(rest) more") : "")
  }
}

/// How a contest ended, in one line.
enum OutcomeLine {
  static func text(_ contest: ContestResult) -> Phrase {
    let words = contest.status.words
    guard contest.status.isDecided else {
      return Phrase(
        vi: firstUpper(words.vi) + ": các số đếm được không quyết định điều gì",
        en: firstUpper(words.en) + ": the counts decide nothing")
    }
    return Phrase(
      vi: "Trúng cử \(contest.elected.count)/\(contest.seats): \(words.vi)",
      en: "Elected \(contest.elected.count)/\(contest.seats): \(words.en)")
  }
}
