import Elections
import Rulebooks

/// How many votes elect (R-BASE, R-MAJORITY).
///
/// Strictly more than half of the base, in whole numbers: `2 * votes > base`. Exactly half does not elect.
/// In a re-vote among the tied one vote is enough (R-TIE).
struct Majority {
  /// The people that more than half is counted from.
  let base: Int
  /// The smallest number of votes that elects.
  let needed: Int

  init(_ contest: Contest, _ rulebook: Rulebook) {
    base = contest.electorate.base
    let parameters = rulebook.parameters
    needed =
      contest.round.isTieBreak && !parameters.tieBreakNeedsMajority
      ? 1 : parameters.moreThan.countExceeding(base)
  }
}
