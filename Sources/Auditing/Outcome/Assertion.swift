public import Tallying

/// One thing that must be true for the outcome to be right. Names are meant by their indices from 0.
///
/// All are put on one scale, that of a pair, on which a ballot can move by 2: what it takes from one and gives to the other. A threshold, which a
/// ballot moves by at most 1, is counted double: its margin and what each ballot overstates it by. Nothing is lost by that, the share of the
/// margin that a ballot can make good being the same.
public enum Assertion: Sendable, Hashable {
  /// The one has more votes than the other, who is kept out by rank (R-RANK).
  case ranks(Int, above: Int)
  /// The one has the votes that elect (R-MAJORITY).
  case reaches(Int)
  /// The one has fewer (R-MAJORITY).
  case misses(Int)

  /// By how much the record of a ballot favours the assertion more than the paper does: -2 to 2.
  ///
  /// - Parameters:
  ///   - recorded: whom the ballot counts for as it was recorded; nobody where it is invalid.
  ///   - paper: whom it counts for as the paper was read.
  public func overstatement(recorded: CandidateSet, paper: CandidateSet) -> Int {
    func gain(_ name: Int) -> Int { (recorded.contains(name) ? 1 : 0) - (paper.contains(name) ? 1 : 0) }
    return switch self {
    case .ranks(let upper, let lower): gain(upper) - gain(lower)
    case .reaches(let name): 2 * gain(name)
    case .misses(let name): -2 * gain(name)
    }
  }

  /// The most that the record of a ballot can overstate.
  public static let mostOverstated = 2
}
