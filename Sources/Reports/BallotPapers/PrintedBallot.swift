import Elections
import Faults
import Rulebooks
import Typesetting

/// One ballot paper: heading, title, instruction, names, and what makes a ballot invalid.
struct PrintedBallot {
  /// Longer titles would leave no room for names; no organization has one.
  private static let titleColumns = 200

  private let election: Election
  private let contest: Contest
  private let words: BallotWords
  private let layout: BallotLayout
  private let language: Language

  init(
    _ election: Election, _ contest: Contest, _ rulebook: Rulebook, _ layout: BallotLayout,
    _ language: Language
  ) {
    self.election = election
    self.contest = contest
    self.words = BallotWords(contest, rulebook, language)
    self.layout = layout
    self.language = language
  }

  /// The pages of the ballot, all of one paper.
  func pages() -> [HTML] {
    let columns = self.columns()
    let pages = stride(from: 0, to: columns.ranges.count, by: columns.onPage).map {
      Array(columns.ranges[$0..<min($0 + columns.onPage, columns.ranges.count)])
    }
    return pages.enumerated().map { index, ranges in
      let isLast = index + 1 == pages.count
      let names = HTML("div", ["class": "names columns\(columns.onPage)"], ranges.map(column))
      let foot = pages.count > 1 ? [place(index + 1, of: pages.count)] : []
      return HTML(
        "article", ["class": "paper"],
        head(isFirst: index == 0) + [names] + (isLast ? [invalid()] : []) + foot)
    }
  }

  private func say(_ vi: String, _ en: String) -> String { Phrase(vi: vi, en: en)[language] }

  // MARK: Head and foot

  /// The heading with the place for the stamp, which every page has: a page that came loose is still known for a ballot of this vote. How it
  /// is marked is said once.
  private func head(isFirst: Bool) -> [HTML] {
    let organization = [
      HTML("p", ["class": "organization"], text: organization)
    ]
    let titles = titles(isFirst: isFirst).map {
      HTML("p", ["class": $0.isBold ? "title" : "congress"], words: $0.text)
    }
    let kind = say("PHIẾU BẦU", "BALLOT") + (isFirst ? "" : say(" (tiếp)", " (continued)"))
    return [
      PaperHeading.html(election, left: organization, language),
      HTML(
        "div", ["class": "top"],
        [
          HTML("div", ["class": "stamp"], [HTML("span", text: say("(dấu)", "(stamp)"))]),
          HTML("div", [HTML("h1", text: kind)] + titles),
        ]),
      HTML(
        "div", ["class": isFirst ? "instruction" : "instruction ended"],
        isFirst ? words.instruction.map { HTML("p", text: $0) } : []),
    ]
  }

  /// What stands below the heading, beside the stamp.
  private func titles(isFirst: Bool) -> [(text: String, isBold: Bool)] {
    guard isFirst else { return [(clipped(contest.title, columns: 120), true)] }
    let round = contest.round.words(office: contest.office, isBranch: election.isBranch)?[language]
    return [(clipped(contest.title, columns: Self.titleColumns), true), (congress, false)]
      + (round.map { [($0, false)] } ?? [])
  }

  private var organization: String { clipped(election.organization, columns: Self.titleColumns) }

  private var congress: String {
    let meeting = Meeting(of: contest.electorate.body, election).full[language]
    return clipped(meeting, columns: Self.titleColumns) + say(", nhiệm kỳ ", ", term ")
      + clipped(election.term, columns: 40)
  }

  private func invalid() -> HTML {
    HTML("div", ["class": "invalid"], words.invalid.map { HTML("p", words: $0) })
  }

  private func place(_ page: Int, of pages: Int) -> HTML {
    HTML(
      "p", ["class": "place"],
      text: say(
        "Phiếu này có \(pages) trang · trang \(page)/\(pages)",
        "This ballot has \(pages) pages · page \(page)/\(pages)"))
  }

  // MARK: Names

  /// The names of each column, and how many columns a page has: one where all names stand on a page, else two where names are short
  /// enough. An agree/disagree ballot has one, so that no box is taken for another name's.
  private func columns() -> (onPage: Int, ranges: [Range<Int>]) {
    let one = pages(of: heights(columns: 1), columns: 1)
    if one.count <= 1 || contest.form == .agreeDisagree { return (1, one) }
    let double = heights(columns: 2)
    if double.contains(where: { $0 > layout.highestInTwoColumns }) { return (1, one) }
    let two = pages(of: double, columns: 2)
    return (2, even(two, double))
  }

  /// The names on columns, each page filled before another is opened. What makes a ballot invalid stands below the names of the last page; those
  /// for which that leaves no room go on to a page of their own. No name stands on the last page alone where another can go with it.
  private func pages(of heights: [Int], columns: Int) -> [Range<Int>] {
    let ranges = paged(heights) { capacity(page: $0 / columns, isLast: false) }
    let before = (ranges.count - 1) / columns * columns
    let (page, start) = (before / columns, ranges[before].lowerBound)
    func fits(from first: Int, page: Int) -> Bool {
      self.fits(Array(heights[first...]), columns: columns, capacity: capacity(page: page, isLast: true))
    }
    let pair = max(heights.count - 2, 0)
    if fits(from: start, page: page) {
      let isAlone = page > 0 && start == heights.count - 1 && ranges[before - 1].count > 2
      return isAlone && fits(from: pair, page: page)
        ? Array(ranges[..<(before - 1)]) + [ranges[before - 1].lowerBound..<pair, pair..<heights.count]
        : ranges
    }
    // A name that is higher than any page has one for itself already.
    if page > 0, start == heights.count - 1 { return ranges }
    let moved = pair > start && fits(from: pair, page: page + 1) ? pair : heights.count - 1
    let kept = ranges[before...].map { $0.clamped(to: 0..<moved) }
    let filling = Array(repeating: moved..<moved, count: columns - kept.count)
    return Array(ranges[..<before]) + kept + filling + [moved..<heights.count]
  }

  private func fits(_ heights: [Int], columns: Int, capacity: Int) -> Bool {
    paged(heights) { _ in capacity }.count <= columns && !heights.contains { $0 > capacity }
  }

  /// The two columns of the last page made of even height.
  private func even(_ columns: [Range<Int>], _ heights: [Int]) -> [Range<Int>] {
    let before = Array(columns.prefix((columns.count - 1) / 2 * 2))
    let first = before.last?.upperBound ?? 0
    let rest = Array(heights[first...])
    let last = pagedEvenly(rest, capacity: max(rest.reduce(0, +) / 2 + (rest.max() ?? 0), 1))
    return before + last.map { first + $0.lowerBound..<first + $0.upperBound }
  }

  private func heights(columns: Int) -> [Int] {
    contest.candidates.map { height($0, size(of: $0), columns: columns) }
  }

  private func height(_ candidate: Candidate, _ size: Int, columns: Int) -> Int {
    layout.row(
      candidate.name, size, detail: words.detail(of: candidate), columns: columns,
      boxes: contest.form == .agreeDisagree ? 2 : 0)
  }

  /// The size of the letters of a name: the first in which a page of its own holds it.
  private func size(of candidate: Candidate) -> Int {
    let room = capacity(page: 1, isLast: true)
    return layout.nameSizes.first { height(candidate, $0, columns: 1) <= room } ?? layout.name
  }

  /// What is left for names on a page of this index.
  private func capacity(page: Int, isLast: Bool) -> Int {
    let isFirst = page == 0
    let head = layout.head(
      organization: organization, placeAndDate: PaperHeading.placeAndDate(election, language),
      titles: titles(isFirst: isFirst))
    let instruction = layout.instruction(isFirst ? words.instruction : [])
    let table = contest.form == .agreeDisagree ? layout.tableHead : 0
    return layout.room(head + instruction + table + layout.foot(isLast ? words.invalid : []))
  }

  private func column(_ range: Range<Int>) -> HTML {
    let isAgree = contest.form == .agreeDisagree
    let head = HTML(
      "thead",
      [
        HTML(
          "tr",
          [
            HTML.columnHead(say("Số", "No."), "number"),
            HTML.columnHead(say("Họ và tên", "Name"), "name"),
            HTML.columnHead(say("Đồng ý", "Agree"), "choice"),
            HTML.columnHead(say("Không đồng ý", "Disagree"), "choice"),
          ])
      ])
    // No lines on a strike-out ballot: the voter's are the only ones near a name.
    return HTML(
      "table", ["class": contest.form.rawValue],
      (isAgree ? [head] : []) + [HTML("tbody", contest.candidates[range].map(row))])
  }

  private func row(_ candidate: Candidate) -> HTML {
    let size = layout.nameSizes.firstIndex(of: size(of: candidate)) ?? 0
    var name = [
      HTML(
        "span", ["class": size == 0 ? "person" : "person size\(size)"],
        text: visible(candidate.name, limit: 1000))
    ]
    if let detail = words.detail(of: candidate) {
      name += [HTML("br", [:]), HTML("span", ["class": "detail"], text: detail)]
    }
    let box = HTML("td", ["class": "choice"], [HTML("span", ["class": "box"], [])])
    return HTML(
      "tr",
      [
        HTML("td", ["class": "number"], text: "\(candidate.number)"),
        HTML("th", ["scope": "row", "class": "name"], name),
      ] + (contest.form == .agreeDisagree ? [box, box] : []))
  }
}
