import Documents
import Elections
import Faults
import Outcomes

/// What the board and the congress do after a contest.
enum NextStep {
  static func text(_ contest: ContestResult) -> Phrase {
    // Those who vote decide whether they vote again.
    let electors = contest.electorate.body.electors
    return switch contest.status {
    case .filled where contest.office.order == nil:
      // Delegates are not approved.
      Phrase(vi: "công bố kết quả, lập biên bản.", en: "announce the result and write the minutes.")
    case .filled:
      Phrase(
        vi: "công bố kết quả, lập biên bản; kết quả là tạm thời cho đến khi được chuẩn y.",
        en: "announce the result and write the minutes; it is provisional until approved.")
    case .tied where contest.round.isTieBreak:
      Phrase(
        vi: "\(electors.vi) quyết định có bầu lại nữa hay không.",
        en: "the \(electors.en) decides whether to vote once more.")
    case .tied:
      tied(contest)
    case .short
    where contest.findings.contains(
      where: { $0.code == .higherCommitteeAppoints }):
      Phrase(
        vi: "lập biên bản, báo cáo cấp ủy cấp trên để chỉ định.",
        en: "write the minutes and report to the higher committee, which appoints.")
    case .short:
      Phrase(
        vi: "còn thiếu \(contest.vacant); " + goingOn(electors).vi,
        en: "\(contest.vacant) vacant; " + goingOn(electors).en)
    case .void:
      Phrase(
        vi: "niêm phong phiếu, lập biên bản và tổ chức bỏ phiếu lại.",
        en: "seal the ballots, write the minutes and hold the vote again.")
    case .incomplete:
      Phrase(
        vi: "đếm lại phiếu giấy, đối chiếu với tệp phiếu và số liệu, rồi kiểm lại.",
        en: "count the papers again, compare them with the ballot files and the numbers, and count again.")
    }
  }

  /// That those who vote decide on the seats left, where how many these are has been said.
  static func goingOn(_ electors: Phrase) -> Phrase {
    Phrase(
      vi: "\(electors.vi) quyết định có bầu tiếp hay không.",
      en: "the \(electors.en) decides whether to vote again.")
  }

  private static func tied(_ contest: ContestResult) -> Phrase {
    guard let tie = contest.tie else { return Phrase("") }
    let tied = Set(tie.candidates)
    let names = contest.candidates.filter { tied.contains($0.candidate.number) }
      .map { visibleLine($0.candidate.name) }.joined(separator: ", ")
    return Phrase(
      vi: "bầu lại \(tie.seats) người trong số: \(names).", en: "a re-vote for \(tie.seats) among: \(names).")
  }
}
