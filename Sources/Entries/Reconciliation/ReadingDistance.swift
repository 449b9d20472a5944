import BallotFiles
import Elections
import Tallying

/// How far apart two readings of papers are, in steps of the alignment: what tells one paper read in two ways from two papers.
///
/// A worked example: struck `3 7` and struck `3 8` differ by two names, which makes 4; a paper that one entry lacks makes 4 as well, so that
/// two readings of one place are never taken for one paper too many and another too few, which would make 8.
enum ReadingDistance {
  /// A paper that an entry lacks, or has once too often.
  static let gap = 4
  /// Two papers that follow each other in one entry in the other order.
  static let swap = 5
  /// The most for one paper: less than for two gaps.
  private static let most = 6

  static func between(_ a: ListedBallot, _ b: ListedBallot) -> Int {
    if isSame(a, b) { return 0 }
    let (a, b) = (a.ballot, b.ballot)
    var names = differing(a.inFavour, b.inFavour) + differing(a.against, b.against)
    if a.declared != b.declared || a.marksRead != b.marksRead || a.ruledValid != b.ruledValid { names += 2 }
    return min(most, 2 + names)
  }

  /// Whether two readings say the same. The board's own words may be typed in many ways, and do not count.
  static func isSame(_ a: ListedBallot, _ b: ListedBallot) -> Bool { a.ballot == b.ballot }

  private static func differing(_ a: CandidateSet, _ b: CandidateSet) -> Int {
    zip(a.words, b.words).reduce(0) { $0 + ($1.0 ^ $1.1).nonzeroBitCount }
  }
}
