public import BallotFiles
import Elections
public import Tallying

/// A paper that was drawn, with what the board read on it.
public struct PaperReading: Sendable, Hashable {
  public let paper: Paper
  /// What the board read.
  public let read: ListedBallot

  public init(paper: Paper, read: ListedBallot) {
    self.paper = paper
    self.read = read
  }

  /// Whether the paper says what was recorded. Marks that were not read on a ballot declared invalid are no difference, nor are the board's own
  /// words.
  public var isSame: Bool {
    let (recorded, read) = (paper.recorded.ballot, read.ballot)
    guard recorded.declared == read.declared else { return false }
    return !recorded.marksRead || !read.marksRead
      || (recorded.inFavour, recorded.against) == (read.inFavour, read.against)
  }

  /// Whether the paper could not be read, or not be found: its marks are missing, and that is not what was recorded. It counts as the worst that a
  /// paper could be.
  public var isLost: Bool { !isSame && !read.ballot.marksRead }

  /// By how much the record favours the assertion more than the paper does: -2 to 2.
  public func overstatement(_ assertion: Assertion, _ style: BallotStyle) -> Int {
    if isLost { return Assertion.mostOverstated }
    return assertion.overstatement(
      recorded: style.votes(of: paper.recorded.ballot), paper: style.votes(of: read.ballot))
  }

  /// Whether anybody's votes change.
  public func changesVotes(_ style: BallotStyle) -> Bool {
    isLost || style.votes(of: paper.recorded.ballot) != style.votes(of: read.ballot)
  }
}

extension BallotStyle {
  /// Whom a ballot counts for: nobody where it is invalid.
  func votes(of ballot: Ballot) -> CandidateSet {
    guard judge(ballot).isValid else { return CandidateSet(self) }
    var votes = ballot.inFavour
    votes.subtract(ballot.against)
    return votes
  }
}
