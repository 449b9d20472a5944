import Documents
public import Elections
public import Faults
public import Outcomes
public import Rulebooks

/// What can be known of an election before the vote, as people read it.
public enum CheckReport {
  /// - Parameters:
  ///   - election: the election.
  ///   - rulebook: the regulation that it is under.
  ///   - general: findings on the election as a whole.
  ///   - byContest: findings on each contest, in the order of the file.
  public static func text(
    _ election: Election, _ rulebook: Rulebook, general: [Finding], byContest: [[Finding]],
    _ language: Language
  ) -> String {
    func say(_ vi: String, _ en: String) -> String { Phrase(vi: vi, en: en)[language] }
    var lines = ElectionHeading.lines(
      organization: election.organization, congress: election.congress, term: election.term,
      date: election.date,
      place: election.place, language)
    let guidance = rulebook.guidance(on: election.date).map {
      GuidanceReference(number: $0.number, issued: $0.issued)
    }
    lines.append(RegulationLine.text(rulebook.number, guidance)[language])
    lines += general.map { FindingLine.text($0, language) }
    for (contest, findings) in zip(election.contests, byContest) {
      let base = contest.electorate.base
      let needed = rulebook.parameters.moreThan.countExceeding(base)
      lines += [
        "",
        "\(visible(contest.title, limit: 1000)) [\(visible(contest.id))]",
        say(
          "  bầu \(contest.seats) trong \(contest.candidates.count) người; \(contest.form.words.vi)",
          "  \(contest.seats) of \(several(contest.candidates.count, "name")); \(contest.form.words.en)"),
        contest.round.isTieBreak
          ? say(
            "  nhiều phiếu hơn thì trúng cử, không cần quá một nửa",
            "  the higher vote wins; more than half is not needed")
          : say("  tính trên \(base) người, cần \(needed) phiếu", "  base \(base), votes needed: \(needed)"),
      ]
      lines += findings.map { "  " + FindingLine.text($0, language) }
    }
    let broken = (general + byContest.joined()).count { $0.code.breaksRule }
    lines += [
      "",
      broken == 0
        ? say("Không thấy quy định nào bị vi phạm.", "No rule is broken.")
        : say("\(broken) điều không đúng quy định.", "\(broken) broken rule\(broken == 1 ? "" : "s")."),
    ]
    return lines.joined(separator: "\n") + "\n"
  }
}
