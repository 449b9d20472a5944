import Documents
import Elections
import Outcomes

extension ContestResult {
  /// Whether the law itself demands another vote before the outcome can be approved: after a void vote, papers that do not add up, or a first
  /// tie at the last seat. Whether a short contest goes on, and one that is tied again, is for those who vote (R-TIE, R-SHORT).
  var demandsAnotherVote: Bool {
    switch status {
    case .filled, .short: false
    case .tied: !round.isTieBreak
    case .void, .incomplete: true
    }
  }
}
