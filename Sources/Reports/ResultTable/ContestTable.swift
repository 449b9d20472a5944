import Documents
import Elections
import Faults
import Outcomes
import Rulebooks

/// One contest of a result as lines of text.
struct ContestTable {
  private let contest: ContestResult
  /// What the contest is about, in one line.
  private let facts: String
  /// The regulation that the result names; `nil` where this program does not know it.
  private let rulebook: Rulebook?
  private let language: Language
  private let rounding: Percent.Rounding
  /// Of each file, where there are several.
  private let groups: [GroupTotals]

  init(
    _ contest: ContestResult, facts: String, _ rulebook: Rulebook?, _ language: Language,
    _ rounding: Percent.Rounding,
    groups: [GroupTotals]
  ) {
    self.groups = groups
    self.rounding = rounding
    self.contest = contest
    self.facts = facts
    self.rulebook = rulebook
    self.language = language
  }

  func lines() -> [String] {
    title() + electorate() + papers() + GroupTotals.lines(groups, language) + votes() + elected()
      + nextSteps() + findings()
  }

  private func say(_ vi: String, _ en: String) -> String {
    Phrase(vi: vi, en: en)[language]
  }

  private func count(_ number: Int) -> String { grouped(number, language) }

  /// Where a provision stands: ` (R-BASE, Đ32.2)`.
  private func source(_ provision: Provision) -> String { sourcePhrase(provision)[language] }

  private func sourcePhrase(_ provision: Provision) -> Phrase {
    guard let words = rulebook?.source(provision).words else { return Phrase("") }
    return Phrase(vi: " (\(words.vi))", en: " (\(words.en))")
  }

  // MARK: Who and on what

  private func title() -> [String] {
    let title = visible(contest.title, limit: 1000)
    return [
      "\(title) [\(visible(contest.id))]", String(repeating: "─", count: min(displayWidth(title), 78)),
      facts,
    ]
  }

  private func electorate() -> [String] {
    let who = contest.electorate
    var lines = [
      say(
        "\(firstUpper(who.body.words.vi)): triệu tập \(count(who.convened)), có mặt \(count(who.present)), vắng \(count(who.absent))",
        "\(firstUpper(who.body.words.en)): \(count(who.convened)) convened, \(count(who.present)) present, \(count(who.absent)) absent"
      )
    ]
    for deduction in who.deductions where deduction.count > 0 {
      let note = deduction.note.map { " (\(visible($0)))" } ?? ""
      lines.append(
        "  "
          + say(
            "trừ \(count(deduction.count)): \(deduction.ground.words.vi)",
            "less \(count(deduction.count)): \(deduction.ground.words.en)")
          + note)
    }
    if contest.round.isTieBreak {
      lines.append(
        say(
          "Trúng cử: nhiều phiếu hơn, không cần quá một nửa",
          "Elected: the higher vote; more than half is not needed")
          + source(.tieAtLastSeat))
    } else {
      lines.append(
        say("Tính trên \(count(contest.base)) người", "Base \(count(contest.base))")
          + source(.base(of: who.body)))
      lines.append(
        say(
          "Trúng cử cần \(count(contest.needed)) phiếu, quá một nửa",
          "\(count(contest.needed)) votes elect, more than half")
          + source(.majority))
    }
    return lines
  }

  private func papers() -> [String] {
    let papers = contest.ballots
    var lines = [
      say(
        "Phiếu phát ra \(count(papers.issued)), thu về \(count(papers.returned)); hợp lệ \(count(papers.valid)), không hợp lệ \(count(papers.invalid))",
        "Ballots issued \(count(papers.issued)), returned \(count(papers.returned)); valid \(count(papers.valid)), invalid \(count(papers.invalid))"
      )
    ]
    if let account = contest.papers {
      lines.append(
        say(
          "  in \(count(account.printed)) tờ, hỏng đã đổi \(count(account.spoiled)), không dùng \(count(account.unused)), đã hủy \(count(account.destroyed))",
          "  \(count(account.printed)) papers printed, \(count(account.spoiled)) spoiled and exchanged, \(count(account.unused)) unused, \(count(account.destroyed)) destroyed"
        ))
    }
    for ground in InvalidityGround.allCases {
      guard let ballots = papers.invalidByReason[ground] else { continue }
      let code = ground.shortCode.map { " " + $0 } ?? ""
      lines.append("  " + count(ballots) + code + " " + ground.words[language] + source(.ground(ground)))
      if ground == .other, !papers.othersHaveMore { lines += words(papers.otherWords) }
    }
    if papers.othersHaveMore {
      lines.append("  " + count(papers.invalidBearing[.other] ?? 0) + " " + BallotCounts.boardWords[language])
      lines += words(papers.otherWords)
    }
    if papers.ruledValid > 0 {
      lines.append(
        "  " + count(papers.ruledValid) + " " + say("ban công nhận hợp lệ", "ruled valid by the board"))
      lines += words(papers.rulingWords)
    }
    return lines
  }

  /// The board's words, each below what it is said of.
  private func words(_ words: [WordsCount]) -> [String] {
    words.map { entry in
      "    " + (entry.words.map { "«" + visibleLine($0) + "»" } ?? "…") + ": " + count(entry.ballots)
    }
  }

  // MARK: Votes

  private func votes() -> [String] {
    let columns = VoteColumns(contest)
    let notes = [
      columns.note(columns.shortOthers, source: sourcePhrase(.lineWithoutVote))?[language],
      rounding.note.map { firstUpper($0[language]) + "." },
      contest.status.isDecided
        ? nil : say("Các số này không quyết định điều gì.", "These counts decide nothing."),
    ]
    let table = voteTable(columns, hasFractions: true)
    let isNarrow = table.allSatisfy { displayWidth($0) <= Self.terminalColumns }
    return [""] + (isNarrow ? table : voteTable(columns, hasFractions: false)) + notes.compactMap { $0 }
  }

  /// What a terminal shows on one line.
  private static let terminalColumns = 80

  /// - Parameter hasFractions: whether the base stands in each share, and not once above them (R-PERCENT).
  private func voteTable(_ columns: VoteColumns, hasFractions: Bool) -> [String] {
    let others = columns.shortOthers.map { [$0[language]] } ?? []
    let head = hasFractions ? say("Tỷ lệ", "Share") : say("Tỷ lệ trên ", "Share of ") + count(contest.base)
    var table = TextTable([.right, .left, .right] + others.map { _ in .right } + [.right, .left])
    table.append(
      [say("Số", "No."), say("Họ và tên", "Name"), columns.inFavour[language]] + others + [
        head, "",
      ])
    for person in contest.candidates {
      table.append(
        [
          String(person.candidate.number), visible(person.candidate.name, limit: 1000), count(person.votes),
        ]
          + others.map { _ in count(columns.others(than: person)) } + [
            hasFractions
              ? share(person.votes, of: contest.base, rounding, language)
              : percentage(Percent(person.votes, of: contest.base, rounding: rounding), language),
            standing(person),
          ])
    }
    return table.lines()
  }

  private func standing(_ person: CandidateResult) -> String {
    if person.elected { return say("trúng cử", "elected") }
    if contest.tie?.candidates.contains(person.candidate.number) == true { return say("bằng phiếu", "tied") }
    return ""
  }

  // MARK: The decision

  private func elected() -> [String] {
    guard contest.status.isDecided else { return [] }
    var lines = [
      "",
      say(
        "Trúng cử \(contest.elected.count)/\(contest.seats):",
        "Elected \(contest.elected.count)/\(contest.seats):"),
    ]
    lines += explained(contest.ranked)
    let others = contest.notElected
    if !others.isEmpty {
      lines.append(say("Không trúng cử:", "Not elected:"))
      lines += explained(others)
    }
    return lines
  }

  private func explained(_ people: [CandidateResult]) -> [String] {
    var table = TextTable([.right, .left, .left])
    for (place, person) in people.enumerated() {
      table.append([
        String(place + 1) + ".", visible(person.candidate.name, limit: 1000),
        Explanation.text(person, contest)[language],
      ])
    }
    return table.lines()
  }

  private func nextSteps() -> [String] {
    let source = contest.statusBecause.words
    let status = say(
      "Kết quả: \(contest.status.words.vi) (\(source.vi))",
      "Outcome: \(contest.status.words.en) (\(source.en))")
    let next = say("Việc tiếp theo: ", "What comes next: ") + NextStep.text(contest)[language]
    return ["", status] + [DistanceLine.text(contest)?[language]].compactMap { $0 } + [next]
  }

  private func findings() -> [String] {
    contest.findings.map { FindingLine.text($0, language) }
  }
}
