public import Documents
import Elections
public import Faults
import Outcomes
import Rulebooks

/// Why a person is elected or not, with the numbers, the rule and the article.
public enum Explanation {
  /// For example «65 phiếu trên 115, cần 58 (R-RANK, Đ32.5)».
  public static func text(_ person: CandidateResult, _ contest: ContestResult) -> Phrase {
    let source = person.because.words
    func both(_ vi: String, _ en: String) -> Phrase {
      Phrase(vi: vi + " (" + source.vi + ")", en: en + " (" + source.en + ")")
    }
    let votes = several(person.votes, "vote")
    let numbers =
      contest.round.isTieBreak
      ? Phrase(vi: "\(person.votes) phiếu", en: votes)
      : Phrase(
        vi: "\(person.votes) phiếu trên \(contest.base), cần \(contest.needed)",
        en: "\(votes) of \(contest.base), \(contest.needed) needed")
    if person.elected { return both(numbers.vi, numbers.en) }
    if contest.tie?.candidates.contains(person.candidate.number) == true {
      return both(
        numbers.vi + ", bằng phiếu ở cuối danh sách trúng cử", numbers.en + ", tied at the last seat")
    }
    if person.votes < contest.needed {
      return contest.round.isTieBreak
        ? both(numbers.vi + ", không có phiếu nào", numbers.en + ", nobody's vote")
        : both(numbers.vi + ", không quá một nửa", numbers.en + ", not more than half")
    }
    return both(
      numbers.vi + ", thấp hơn những người đã đủ số lượng", numbers.en + ", below those who fill the seats")
  }
}
