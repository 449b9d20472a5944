public import Documents
import Elections
public import Faults
public import Outcomes
import Rulebooks

/// A result as people read it in a terminal: for each contest the papers, the votes in ballot order, who is elected, what is to be
/// done next, and what should be looked at.
public enum ResultTable {
  /// - Parameters:
  ///   - result: what was counted and decided.
  ///   - language: of the words; names and titles stay as they are.
  ///   - percent: how shares are rounded (R-PERCENT); published results do both.
  ///   - groups: the control totals of the files of contests that have several, by the contest's id.
  ///   - earlier: the results that this one comes after, as far as they are at hand.
  ///   - code: the digest of the result for people to compare; `nil` leaves it out.
  public static func text(
    _ result: ElectionResult, _ language: Language, percent: Percent.Rounding = .halfUp,
    groups: [String: [GroupTotals]] = [:], earlier: [ElectionResult] = [], code: String? = nil
  ) -> String {
    let rulebook = RulebookShelf.standard.rulebook(id: result.regulation)
    var lines = heading(result, rulebook, language)
    for contest in result.contests {
      lines.append("")
      let facts = ContestFacts.text(contest, earlier + [result])[language]
      lines += ContestTable(
        contest, facts: facts, rulebook, language, percent, groups: groups[contest.id] ?? []
      ).lines()
    }
    if let code {
      lines += ["", Phrase(vi: "Mã kết quả: \(code)", en: "Code of the result: \(code)")[language]]
    }
    return lines.joined(separator: "\n") + "\n"
  }

  private static func heading(_ result: ElectionResult, _ rulebook: Rulebook?, _ language: Language)
    -> [String]
  {
    let election = result.election
    var lines = ElectionHeading.lines(
      organization: election.organization, congress: election.congress, term: election.term,
      date: election.date,
      place: election.place, language)
    lines.append(
      RegulationLine.text(rulebook?.number ?? visible(result.regulation), result.guidance)[language])
    if result.isRehearsal {
      lines.append(
        Phrase(
          vi: "KIỂM THỬ: đây không phải phiếu thật, kết quả này không có giá trị",
          en: "REHEARSAL: these are no real ballots, and this result decides nothing")[language])
    }
    lines += ResultNotes.lines(result, language)
    lines += result.findings.map { FindingLine.text($0, language) }
    return lines
  }
}

/// What sets a result apart from the whole of its election, or from another result of it.
enum ResultNotes {
  static func lines(_ result: ElectionResult, _ language: Language) -> [String] {
    var lines: [Phrase] = []
    if let part = result.part {
      let ids = part.contests.map { visible($0, limit: 100) }.joined(separator: ", ")
      lines.append(Phrase(vi: "Chỉ kiểm một phần: \(ids)", en: "Only a part was counted: \(ids)"))
      if part.ballotsReplaced {
        lines.append(
          Phrase(
            vi: "Tệp phiếu lấy từ dòng lệnh, không phải từ tệp bầu cử",
            en: "The ballot files are those of the command line, not of the election file"))
      }
    }
    if let replaces = result.replaces {
      let digest = "\(replaces.sha256.prefix(4))…\(replaces.sha256.suffix(4))"
      lines.append(
        Phrase(
          vi: "Đính chính, thay cho kết quả \(digest): \(visible(replaces.because, limit: 400))",
          en: "A correction, in place of the result \(digest): \(visible(replaces.because, limit: 400))"))
    }
    return lines.map { $0[language] }
  }
}

/// Under which regulation and guidance an election is.
enum RegulationLine {
  static func text(_ number: String, _ guidance: GuidanceReference?) -> Phrase {
    guard let guidance else {
      return Phrase(vi: "Quy chế bầu cử \(number)", en: "Election regulation \(number)")
    }
    return Phrase(
      vi: "Quy chế bầu cử \(number), hướng dẫn \(visible(guidance.number)) \(guidance.issued.cited.vi)",
      en: "Election regulation \(number), guidance \(visible(guidance.number)) \(guidance.issued.cited.en)")
  }
}

/// The first lines of every report on an election.
enum ElectionHeading {
  static func lines(
    organization: String, congress: String, term: String, date: CalendarDate, place: String?,
    _ language: Language
  ) -> [String] {
    return [
      visible(congress, limit: 1000),
      [visible(organization, limit: 1000), visible(term, limit: 1000)].joined(separator: " · "),
      [place.map { visible($0, limit: 1000) }, date.words[language]].compactMap { $0 }.joined(
        separator: ", "),
    ]
  }
}

/// A finding on a line of its own.
enum FindingLine {
  /// With a sign for its weight and with the rule, for screens.
  static func text(_ finding: Finding, _ language: Language) -> String {
    let sign =
      switch finding.severity {
      case .error, .warning: "! "
      case .info: "· "
      }
    return sign + finding.words[language] + " (" + finding.source[language] + ")"
  }

  /// As a sentence of a paper, with the article alone.
  ///
  /// - Parameter contest: what it is said of, where that is not plain.
  static func paper(_ finding: Finding, of contest: String? = nil, _ language: Language) -> String {
    let words = finding.words[language] + " (" + finding.law[language] + ")."
    return "– " + (contest.map { $0 + ": " + words } ?? firstUpper(words))
  }
}
