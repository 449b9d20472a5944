public import BallotFiles

/// Where entries of the same papers do not say the same.
public struct PaperDifference: Sendable, Hashable {
  public enum Kind: Sendable, Hashable {
    /// One paper, read or typed in different ways.
    case reading
    /// A paper that some entries lack: left out there, or typed twice in the others.
    case lacking
    /// Two papers that follow each other, in one order here and in the other there.
    case swapped
    /// All papers of a bundle that some entries do not have.
    case bundle
  }

  public let kind: Kind
  /// `nil` where the entries name no bundles.
  public let bundle: Int?
  /// The place of the first of these papers in its bundle, from 1, a paper counting that only one entry has.
  public let place: Int
  /// For each of these papers the reading of each entry, `nil` where it lacks the paper: one paper, two that are swapped, or a bundle.
  public let papers: [[ListedBallot?]]
  /// Whether an entry that has the paper has the same next to it: it may have been typed twice.
  public let mayBeDoubled: Bool

  /// The entry whose readings most entries share, as its index; `nil` where none has more than half.
  ///
  /// A proposal only: the paper decides.
  public var majority: Int? {
    guard let entries = papers.first?.count, entries > 2 else { return nil }
    return (0..<entries).first { entry in
      2 * (0..<entries).count { agrees($0, entry) } > entries
    }
  }

  private func agrees(_ a: Int, _ b: Int) -> Bool {
    papers.allSatisfy { readings in
      switch (readings[a], readings[b]) {
      case (nil, nil): true
      case (let a?, let b?): ReadingDistance.isSame(a, b)
      default: false
      }
    }
  }
}

/// What the board decides of a difference, having looked at the paper.
public enum PaperRuling: Sendable, Hashable {
  /// The readings of the entry at an index are right; papers that it lacks are not there.
  case entry(Int)
  /// There is no such paper.
  case noPaper
  /// The one paper says this.
  case marks(MarkRow)
}
