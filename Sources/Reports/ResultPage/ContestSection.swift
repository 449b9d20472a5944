import Documents
import Elections
import Faults
import Outcomes
import Rulebooks
import Typesetting

/// One contest of a result page.
struct ContestSection {
  private let contest: ContestResult
  /// What the contest is about, in one line.
  private let facts: String
  /// The regulation that the result names; `nil` where this program does not know it.
  private let rulebook: Rulebook?
  private let language: Language
  private let rounding: Percent.Rounding
  /// Of the section in the page.
  private let id: String

  init(
    _ contest: ContestResult, facts: String, _ rulebook: Rulebook?, _ language: Language,
    _ rounding: Percent.Rounding,
    id: String
  ) {
    self.contest = contest
    self.facts = facts
    self.rulebook = rulebook
    self.language = language
    self.rounding = rounding
    self.id = id
  }

  /// A table of no more rows stays on one printed page.
  private static let shortTable = 12

  func html() -> HTML {
    HTML(
      "section", ["id": id],
      head() + figures() + votes() + chart() + decided() + findings())
  }

  private func say(_ vi: String, _ en: String) -> String { Phrase(vi: vi, en: en)[language] }

  // MARK: Head and figures

  private func head() -> [HTML] {
    var parts = [
      HTML("h2", words: visible(contest.title, limit: 1000)),
      HTML("p", ["class": "quiet"], text: facts),
      HTML(
        "p", ["class": "outcome"],
        [
          .text(OutcomeLine.text(contest)[language]),
          source(contest.statusBecause.words[language]),
        ]),
      HTML("p", text: say("Việc tiếp theo: ", "What comes next: ") + NextStep.text(contest)[language]),
    ]
    if let distance = DistanceLine.text(contest) { parts.append(HTML("p", text: distance[language])) }
    return parts
  }

  private func quiet(_ text: String) -> HTML { HTML("span", ["class": "quiet"], text: text) }

  /// A rule and its article, which stay on one line where there is room.
  private func source(_ text: String) -> HTML { HTML("span", ["class": "quiet source"], text: " (\(text))") }

  private func figures() -> [HTML] {
    let figures = ContestFigures(contest, rulebook)
    return [
      HTML(
        "div", ["class": "figures"],
        [
          table(figures.people, "\(firstUpper(contest.electorate.body.words[language]))"),
          table(figures.papers, say("Phiếu", "Ballots")),
        ])
    ]
  }

  private func table(_ figures: [ContestFigure], _ caption: String) -> HTML {
    HTML(
      "table",
      [
        HTML("caption", text: caption),
        HTML("tbody", figures.map(row)),
      ])
  }

  private func row(_ figure: ContestFigure) -> HTML {
    var label = [HTML.text((figure.code.map { $0 + " " } ?? "") + figure.label[language])]
    if let source = figure.source { label.append(self.source(source.words[language])) }
    if let note = figure.note { label.append(quiet(": " + visible(note, limit: 2000))) }
    return HTML(
      "tr", ["class": figure.isPart ? "part" : ""],
      [
        HTML("th", ["scope": "row"], label),
        HTML("td", ["class": "number"], text: grouped(figure.count, language)),
      ])
  }

  // MARK: Votes

  private func votes() -> [HTML] {
    let caption =
      contest.status.isDecided
      ? say("Số phiếu, theo thứ tự trên phiếu bầu", "Votes, in the order of the ballot")
      : say(
        "Số phiếu đọc được, theo thứ tự trên phiếu bầu: các số này không quyết định điều gì",
        "Votes as read, in the order of the ballot: these counts decide nothing")
    let columns = VoteColumns(contest)
    let others = columns.others.map { [HTML.columnHead($0[language], "number others")] } ?? []
    let note = columns.note(columns.others, source: sourcePhrase(.lineWithoutVote))
    return [
      HTML(
        "table", ["class": "votes"],
        [
          HTML("caption", text: caption),
          HTML(
            "thead",
            [
              HTML(
                "tr",
                [
                  HTML.columnHead(say("Số", "No."), "number"),
                  HTML.columnHead(say("Họ và tên", "Name"), "name"),
                  HTML.columnHead(columns.inFavour[language], "number"),
                ] + others + [
                  HTML.columnHead(
                    say(
                      "Tỷ lệ trên \(grouped(contest.base, language))",
                      "Share of \(grouped(contest.base, language))"), "number share")
                ])
            ]),
          HTML("tbody", contest.candidates.map(voteRow)),
        ])
    ]
      + [note, rounding.note].compactMap {
        $0.map { HTML("p", ["class": "quiet"], text: firstUpper($0[language])) }
      }
  }

  /// Where a provision stands, in brackets; nothing where the regulation is not known.
  private func sourcePhrase(_ provision: Provision) -> Phrase {
    guard let words = rulebook?.source(provision).words else { return Phrase("") }
    return Phrase(vi: " (\(words.vi))", en: " (\(words.en))")
  }

  private func voteRow(_ person: CandidateResult) -> HTML {
    let share = percentage(Percent(person.votes, of: contest.base, rounding: rounding), language)
    let columns = VoteColumns(contest)
    let others = grouped(columns.others(than: person), language)
    return HTML(
      "tr",
      [
        HTML("td", ["class": "number"], text: String(person.candidate.number)),
        HTML("th", ["scope": "row", "class": "name"], name(person)),
        HTML("td", ["class": "number"], text: grouped(person.votes, language)),
      ] + (columns.others == nil ? [] : [HTML("td", ["class": "number"], text: others)]) + [
        HTML(
          "td", ["class": "number share"],
          [
            HTML("span", ["class": "whole"], text: "\(person.votes)/\(contest.base) ="), .text(" "),
            HTML("span", ["class": "whole"], text: share),
          ])
      ])
  }

  private func name(_ person: CandidateResult) -> [HTML] {
    let name = HTML.text(visible(person.candidate.name, limit: 1000))
    if person.elected { return [name, .text(" "), badge("✓ " + say("trúng cử", "elected"))] }
    if contest.tie?.candidates.contains(person.candidate.number) == true {
      return [name, .text(" "), badge("= " + say("bằng phiếu", "tied"))]
    }
    return [name]
  }

  private func badge(_ text: String) -> HTML { HTML("span", ["class": "badge"], text: text) }

  private func chart() -> [HTML] {
    contest.status.isDecided ? [VoteChart(contest, language, id: id).figure()] : []
  }

  // MARK: The decision

  private func decided() -> [HTML] {
    guard contest.status.isDecided else { return [] }
    return ranking(
      contest.ranked,
      say(
        "Trúng cử \(contest.elected.count)/\(contest.seats), từ cao xuống thấp",
        "Elected \(contest.elected.count)/\(contest.seats), from high to low"))
      + ranking(contest.notElected, say("Không trúng cử", "Not elected"))
  }

  private func ranking(_ people: [CandidateResult], _ caption: String) -> [HTML] {
    if people.isEmpty { return [] }
    let head = HTML(
      "thead",
      [
        HTML(
          "tr",
          [
            HTML.columnHead("#", "number"), HTML.columnHead(say("Họ và tên", "Name"), "name"),
            HTML.columnHead(say("Căn cứ", "Ground"), "ground"),
          ])
      ])
    let rows = people.enumerated().map { place, person in
      HTML(
        "tr",
        [
          HTML("td", ["class": "number"], text: "\(place + 1)."),
          HTML("th", ["scope": "row", "class": "name"], text: visible(person.candidate.name, limit: 1000)),
          HTML("td", ["class": "ground"], words: Explanation.text(person, contest)[language]),
        ])
    }
    return [
      HTML(
        "table", ["class": people.count <= Self.shortTable ? "people short" : "people"],
        [HTML("caption", text: caption), head, HTML("tbody", rows)])
    ]
  }

  private func findings() -> [HTML] {
    if contest.findings.isEmpty { return [] }
    return [
      HTML("h3", text: say("Nhận xét", "Findings")),
      HTML("ul", ["class": "findings"], contest.findings.map { FindingItem.html($0, "li", language) }),
    ]
  }
}
