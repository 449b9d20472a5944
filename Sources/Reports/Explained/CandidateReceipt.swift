public import Documents
import Elections
public import Faults
import Outcomes
import Rulebooks

/// The receipt of one person: which numbers, rule and article decided, and how far it was from deciding otherwise.
public enum CandidateReceipt {
  /// - Parameters:
  ///   - number: of a person on the list of `contest`.
  ///   - contest: a contest of `result`.
  public static func text(
    _ number: Int, _ contest: ContestResult, of result: ElectionResult, _ language: Language
  ) -> String {
    guard let index = contest.candidates.firstIndex(where: { $0.candidate.number == number }) else {
      return ""
    }
    let person = contest.candidates[index]
    func say(_ vi: String, _ en: String) -> String { Phrase(vi: vi, en: en)[language] }
    let above = contest.candidates.count { $0.votes > person.votes }
    let level = contest.candidates.count { $0.votes == person.votes } - 1
    var lines = [
      visible(contest.title, limit: 1000),
      say("Số \(number), ", "Number \(number), ") + visible(person.candidate.name, limit: 1000),
      "",
      standing(person, contest)[language] + ": " + Explanation.text(person, contest)[language],
      say(
        "Có \(above) người nhiều phiếu hơn, \(level) người bằng phiếu; bầu \(contest.seats)",
        "\(above) have more votes, \(level) as many; \(contest.seats) to be elected"),
      say("Tỷ lệ trên số người để tính: ", "Share of the base: ")
        + share(person.votes, of: contest.base, .halfUp, language),
    ]
    if contest.status.isDecided { lines.append(distance(contest, index, person)[language]) }
    for finding in contest.findings where concerns(finding, number) {
      lines.append(FindingLine.text(finding, language))
    }
    return lines.joined(separator: "\n") + "\n"
  }

  private static func standing(_ person: CandidateResult, _ contest: ContestResult) -> Phrase {
    if person.elected { return Phrase(vi: "Trúng cử", en: "Elected") }
    if !contest.status.isDecided {
      return Phrase(
        vi: "Chưa quyết định (\(contest.status.words.vi))", en: "Not decided (\(contest.status.words.en))")
    }
    return Phrase(vi: "Không trúng cử", en: "Not elected")
  }

  private static func distance(_ contest: ContestResult, _ index: Int, _ person: CandidateResult) -> Phrase {
    guard let ballots = contest.distance.ballots[index] else {
      return Phrase(
        vi: "Đổi phiếu nào cũng không thay đổi được kết quả của người này",
        en: "No change of ballots could change this")
    }
    let (vi, en) = contest.distance.isExact[index] ? ("đúng", "Exactly") : ("ít nhất", "At least")
    return Phrase(
      vi:
        "Phải đổi \(vi) \(ballots) phiếu thì người này mới \(person.elected ? "không trúng cử" : "trúng cử")",
      en:
        "\(en) \(several(ballots, "ballot")) would have to change for this person \(person.elected ? "not to be" : "to be") elected"
    )
  }

  private static func concerns(_ finding: Finding, _ number: Int) -> Bool {
    if case .integer(number)? = finding.values["candidate"] { return true }
    if case .integers(let numbers)? = finding.values["candidates"] { return numbers.contains(number) }
    return false
  }
}
