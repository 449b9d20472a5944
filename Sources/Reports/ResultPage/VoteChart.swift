import Documents
import Elections
import Faults
import Outcomes
import Typesetting

/// The votes of a contest as bars in ballot order, each with a mark where more than half begins, in inline SVG.
///
/// Lengths are percentages of the width, so that the letters keep their size on a telephone, on a screen and on paper; coordinates are whole
/// numbers. Those elected, tied and not elected differ by filling, not by colour. A long list is drawn in several pictures of a few names, so
/// that each stands on one printed page.
struct VoteChart {
  /// Names in one picture.
  static let names = 10
  private static let (rowHeight, barHeight) = (36, 12)
  /// Columns of letters that stand beside the number of votes on the narrowest screen.
  private static let nameWidth = 28

  private let contest: ContestResult
  private let language: Language
  /// What the ids of the elements begin with, different for each contest of a page.
  private let id: String

  init(_ contest: ContestResult, _ language: Language, id: String) {
    self.contest = contest
    self.language = language
    self.id = id
  }

  /// The fillings, once for all charts of a page.
  static let fillings = HTML(
    "svg", ["class": "defs", "width": "0", "height": "0", "aria-hidden": "true"],
    [
      HTML(
        "defs",
        [
          pattern("lost", HTML("path", ["d": "M-2 2 L2 -2 M0 8 L8 0 M6 10 L10 6", "class": "stroke"])),
          pattern("tied", HTML("circle", ["cx": "4", "cy": "4", "r": "2", "class": "dot"])),
        ])
    ])

  private static func pattern(_ id: String, _ shape: HTML) -> HTML {
    HTML("pattern", ["id": id, "width": "8", "height": "8", "patternUnits": "userSpaceOnUse"], [shape])
  }

  /// The pictures, with a legend.
  func figure() -> HTML {
    let pictures = stride(from: 0, to: contest.candidates.count, by: Self.names).map { first in
      picture(Array(contest.candidates[first..<min(first + Self.names, contest.candidates.count)]))
    }
    return HTML("figure", [legend()] + pictures)
  }

  private func say(_ vi: String, _ en: String) -> String { Phrase(vi: vi, en: en)[language] }

  private func legend() -> HTML {
    var keys = [key("won", say("trúng cử", "elected"))]
    if contest.tie != nil {
      keys.append(key("tied", say("bằng phiếu ở cuối danh sách trúng cử", "tied at the last seat")))
    }
    if contest.candidates.contains(where: { kind($0) == "lost" }) {
      keys.append(key("lost", say("không trúng cử", "not elected")))
    }
    if let half {
      keys.append(
        HTML(
          "span",
          [
            HTML(
              "svg", ["width": "14", "height": "14", "aria-hidden": "true"],
              [HTML("rect", ["x": "6", "y": "0", "width": "3", "height": "14", "class": "half"])]),
            .text(say(" một nửa của \(half.base): phải vượt quá", " half of \(half.base), to be exceeded")),
          ]))
    }
    return HTML("figcaption", keys)
  }

  private func key(_ kind: String, _ words: String) -> HTML {
    HTML(
      "span",
      [
        HTML(
          "svg", ["width": "22", "height": "14", "aria-hidden": "true"],
          [bar(kind, width: "20", x: "1", y: 1, height: 12)]),
        .text(" " + words),
      ])
  }

  private func picture(_ people: [CandidateResult]) -> HTML {
    let first = people.first?.candidate.number ?? 0
    let last = people.last?.candidate.number ?? 0
    let (titleID, textID) = ("\(id)-\(first)-title", "\(id)-\(first)-text")
    let title = say(
      "Biểu đồ số phiếu, số \(first) đến \(last)", "Chart of votes, numbers \(first) to \(last)")
    return HTML(
      "svg",
      [
        "class": "chart", "role": "img", "aria-labelledby": "\(titleID) \(textID)", "width": "100%",
        "height": String(people.count * Self.rowHeight),
      ],
      [
        HTML("title", ["id": titleID], text: title),
        HTML("desc", ["id": textID], text: people.map(spoken).joined(separator: "; ")),
      ] + people.enumerated().map { row($1, top: $0 * Self.rowHeight) })
  }

  /// A bar as one hears it.
  private func spoken(_ person: CandidateResult) -> String {
    let kind =
      switch self.kind(person) {
      case "won": say("trúng cử", "elected")
      case "tied": say("bằng phiếu", "tied")
      default: say("không trúng cử", "not elected")
      }
    return say(
      "\(visible(person.candidate.name, limit: 100)) \(person.votes) phiếu, \(kind)",
      "\(visible(person.candidate.name, limit: 100)) \(several(person.votes, "vote")), \(kind)")
  }

  private func row(_ person: CandidateResult, top: Int) -> HTML {
    let label = "\(person.candidate.number). " + clipped(person.candidate.name, columns: Self.nameWidth)
    let barTop = top + 17
    var parts = [
      HTML("text", ["x": "0", "y": String(top + 13)], text: label),
      HTML(
        "text", ["x": "100%", "y": String(top + 13), "text-anchor": "end", "class": "votes"],
        text: grouped(person.votes, language)),
      HTML(
        "rect",
        [
          "class": "track", "x": "0", "y": String(barTop), "width": "100%", "height": String(Self.barHeight),
        ]),
      bar(
        kind(person), width: length(person.votes), x: "0", y: barTop, height: Self.barHeight),
    ]
    if let half {
      parts.append(
        HTML(
          "rect",
          [
            "class": "half", "x": half.place, "y": String(barTop - 3), "width": "3",
            "height": String(Self.barHeight + 6),
          ]))
    }
    return HTML("g", parts)
  }

  private func bar(_ kind: String, width: String, x: String, y: Int, height: Int) -> HTML {
    HTML(
      "rect", ["class": "bar \(kind)", "x": x, "y": String(y), "width": width, "height": String(height)])
  }

  /// `won`, `tied` or `lost`: the filling of a person's bar.
  private func kind(_ person: CandidateResult) -> String {
    if person.elected { return "won" }
    return contest.tie?.candidates.contains(person.candidate.number) == true ? "tied" : "lost"
  }

  /// What the whole width stands for: the base, or the most votes where somebody has more.
  private var scale: Int { max(contest.base, contest.candidates.map(\.votes).max() ?? 0) }

  private func length(_ votes: Int) -> String { Percent(votes, of: scale).withPoint + "%" }

  /// Where half of the base lies; in a re-vote among the tied more than half is not needed.
  private var half: (base: Int, place: String)? {
    contest.round.isTieBreak ? nil : (contest.base, Percent(contest.base, of: 2 * scale).withPoint + "%")
  }
}
