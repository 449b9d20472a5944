import Documents
import Elections
import Faults
import Outcomes
import Typesetting

/// The slides of one contest.
struct ContestSlides {
  /// Lines of letters that a table has room for below the head of a slide.
  static let lines = 8
  /// Columns of letters that stand on one line of a name.
  static let nameColumns = 26
  /// Lines of a name; the rest of a longer one is on the result page.
  private static let nameLines = 2
  private static let titleColumns = 92
  /// What of a title stands before the round that it does not name.
  private static let titleColumnsOfRound = 48

  private let contest: ContestResult
  /// A later round and whom it elects; `nil` for a first one.
  private let round: Phrase?
  private let language: Language
  private let rounding: Percent.Rounding

  init(_ contest: ContestResult, isBranch: Bool, _ language: Language, _ rounding: Percent.Rounding) {
    self.contest = contest
    round = contest.round.name(office: contest.office, isBranch: isBranch)
    self.language = language
    self.rounding = rounding
  }

  func slides() -> [Slide] {
    guard contest.status.isDecided else { return [undecided] }
    var slides = [figures]
    slides += tables(contest.candidates, heading: say("Số phiếu bầu", "Votes"), isRanking: false)
    slides += tables(
      contest.ranked,
      heading: say(
        "Trúng cử \(contest.elected.count)/\(contest.seats)",
        "Elected \(contest.elected.count)/\(contest.seats)"),
      isRanking: true)
    return slides + open
  }

  private func say(_ vi: String, _ en: String) -> String { Phrase(vi: vi, en: en)[language] }

  private var title: String {
    guard let round else { return clipped(contest.title, columns: Self.titleColumns) }
    return clipped(contest.title, columns: Self.titleColumnsOfRound) + " · " + round[language]
  }

  // MARK: Figures

  private var figures: Slide {
    let (who, papers) = (contest.electorate, contest.ballots)
    let people = [
      (say("Triệu tập", "Convened"), who.convened), (say("Có mặt", "Present"), who.present),
      (say("Tính trên", "Base"), contest.base),
      (
        contest.round.isTieBreak
          ? say("Cần ít nhất", "At least") : say("Cần, quá một nửa", "Needed, over half"),
        contest.needed
      ),
    ]
    let ballots = [
      (say("Phát ra", "Issued"), papers.issued), (say("Thu về", "Returned"), papers.returned),
      (say("Hợp lệ", "Valid"), papers.valid), (say("Không hợp lệ", "Invalid"), papers.invalid),
    ]
    return Slide(
      title: title,
      heading: say(
        "Bầu \(contest.seats) trong danh sách \(contest.candidates.count) người",
        "\(contest.seats) of \(several(contest.candidates.count, "name"))"),
      body: [
        HTML(
          "div", ["class": "pair"],
          [list(say("Người", "People"), people), list(say("Phiếu", "Ballots"), ballots)])
      ] + rule)
  }

  /// Of a later round by which majority it elects, which is not that of a first one where people were tied (R-TIE, R-SHORT).
  private var rule: [HTML] {
    let words: Phrase
    switch contest.round.kind {
    case nil: return []
    case .tieBreak:
      words = Phrase(
        vi: "Bầu lại trong số người bằng phiếu: ai nhiều phiếu hơn thì trúng cử, không cần quá một nửa.",
        en: "A re-vote among the tied: the higher vote is elected, more than half is not needed.")
    case .continuation:
      words = Phrase(
        vi: "Bầu tiếp cho đủ số lượng: vẫn cần quá một nửa.",
        en: "A continuation for the seats left: more than half is needed as before.")
    }
    return [HTML("p", ["class": "rule"], text: words[language])]
  }

  private func list(_ caption: String, _ rows: [(label: String, count: Int)]) -> HTML {
    HTML(
      "table",
      [
        HTML("caption", text: caption),
        HTML(
          "tbody",
          rows.map { row in
            HTML(
              "tr",
              [
                HTML("th", ["scope": "row"], text: row.label),
                HTML("td", ["class": "number"], text: grouped(row.count, language)),
              ])
          }),
      ])
  }

  // MARK: Names and votes

  /// As many slides as the names need; a name that takes two lines takes the room of two.
  private func tables(_ people: [CandidateResult], heading: String, isRanking: Bool) -> [Slide] {
    let pages = pagedEvenly(
      people.map { min(Self.nameLines, lineCount($0.candidate.name, columns: Self.nameColumns)) },
      capacity: Self.lines)
    return pages.enumerated().map { index, page in
      Slide(
        title: title, heading: heading, place: pages.count > 1 ? "\(index + 1)/\(pages.count)" : "",
        body: [table(Array(people[page]), first: page.lowerBound + 1, isRanking: isRanking)])
    }
  }

  private func shown(_ name: String) -> String {
    clipped(name, columns: Self.nameLines * Self.nameColumns - 6)
  }

  private func table(_ people: [CandidateResult], first: Int, isRanking: Bool) -> HTML {
    let head = HTML(
      "tr",
      [
        HTML.columnHead(isRanking ? "#" : say("Số", "No."), "number"),
        HTML.columnHead(say("Họ và tên", "Name"), "name"),
        HTML.columnHead(say("Phiếu", "Votes"), "number"),
        HTML.columnHead(
          say("Tỷ lệ trên ", "Share of ") + grouped(contest.base, language), "number"),
      ])
    let rows = people.enumerated().map { index, person in
      HTML(
        "tr",
        [
          HTML("td", ["class": "number"], text: String(isRanking ? first + index : person.candidate.number)),
          HTML("th", ["scope": "row", "class": "name"], [HTML("span", text: shown(person.candidate.name))]),
          HTML("td", ["class": "number"], text: grouped(person.votes, language)),
          HTML(
            "td", ["class": "number"],
            text: percentage(Percent(person.votes, of: contest.base, rounding: rounding), language)),
        ])
    }
    return HTML("table", ["class": "votes"], [HTML("thead", [head]), HTML("tbody", rows)])
  }

  // MARK: What is open

  /// Seats that are left, and what is to be done about them; where it is a re-vote, among whom.
  private var open: [Slide] {
    if contest.status == .filled { return [] }
    if contest.status == .tied, !contest.round.isTieBreak, let tie = contest.tie {
      let tied = contest.candidates.filter { tie.candidates.contains($0.candidate.number) }
      let heading = say(
        "Bằng phiếu: bầu lại \(tie.seats) trong \(tied.count) người",
        "Tied: a re-vote for \(tie.seats) among \(tied.count)")
      return tables(tied, heading: heading, isRanking: false)
    }
    return [
      Slide(
        title: title, heading: firstUpper(contest.status.words[language]),
        body: [HTML("p", text: firstUpper(NextStep.text(contest)[language]))])
    ]
  }

  /// A contest whose counts decide nothing shows none of them.
  private var undecided: Slide {
    let reasons = contest.findings.filter { $0.severity == .error }
      .map { HTML("p", text: clipped(firstUpper($0.words[language]) + ".", columns: 170)) }
    return Slide(
      title: title, heading: firstUpper(contest.status.words[language]),
      body: reasons.prefix(2) + [
        HTML(
          "p", ["class": "strong"],
          text: say("Không có kết quả: không ai trúng cử.", "There is no result: nobody is elected.")),
        HTML("p", text: firstUpper(NextStep.text(contest)[language])),
      ])
  }
}
