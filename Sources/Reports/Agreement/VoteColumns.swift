import Documents
import Elections
import Faults
import Rulebooks

/// The columns of votes in a table of names (số phiếu đồng ý, không đồng ý): one on strike-out ballots, two on agree/disagree ballots.
///
/// Of one name every valid ballot agrees or disagrees, so that those valid less those that agree are the votes against. Of several names
/// a line with both boxes or neither is no vote and the ballot stays valid (244 Đ32.1, 190 Đ30), so that the same difference holds such lines
/// too; a result does not part them, and nothing here pretends to.
struct VoteColumns {
  private let contest: ContestResult

  init(_ contest: ContestResult) {
    self.contest = contest
  }

  private var isOfOneName: Bool { contest.candidates.count == 1 }

  /// What the votes for a person are called.
  var inFavour: Phrase {
    contest.form == .agreeDisagree
      ? Phrase(vi: "Đồng ý", en: "Agree") : Phrase(vi: "Số phiếu", en: "Votes")
  }

  /// What the valid ballots are called that are no vote for a person; `nil` on strike-out ballots, where they are those that strike the
  /// person out.
  var others: Phrase? {
    guard contest.form == .agreeDisagree else { return nil }
    return isOfOneName
      ? Phrase(vi: "Không đồng ý", en: "Disagree")
      : Phrase(vi: "Không đồng ý hoặc không có phiếu", en: "Disagree or no vote")
  }

  /// The same where a column has little room; ``note(_:)`` says what it holds.
  var shortOthers: Phrase? {
    others.map { isOfOneName ? $0 : Phrase(vi: "Còn lại", en: "Rest") }
  }

  /// The valid ballots that are no vote for `person`.
  func others(than person: CandidateResult) -> Int { contest.ballots.valid - person.votes }

  /// What a column holds beside votes against, where it does.
  ///
  /// - Parameters:
  ///   - column: its heading.
  ///   - source: where the rule stands, in brackets and with a blank before it, or nothing.
  func note(_ column: Phrase?, source: Phrase) -> Phrase? {
    guard let column, !isOfOneName else { return nil }
    return Phrase(
      vi:
        "«\(column.vi)»: số phiếu hợp lệ trừ số phiếu đồng ý, gồm cả phiếu mà ở dòng của người đó không đánh dấu ô nào hoặc đánh dấu cả hai ô\(source.vi).",
      en:
        "'\(column.en)': the valid ballots less those that agree, with those that mark neither box on the line of that person, or both\(source.en)."
    )
  }
}
