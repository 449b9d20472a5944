import Elections

/// The identities that hold between the figures of every count, with the figures of one contest.
public struct ContestTotals: Sendable, Equatable {
  /// One identity: what stands on either side.
  public struct Identity: Sendable, Equatable {
    public enum Kind: String, Sendable, CaseIterable {
      /// Valid and invalid ballots are those recorded.
      case validAndInvalid
      /// The ballots recorded are those returned.
      case recordedAndReturned
      /// The reasons add up to the invalid ballots.
      case reasons
      /// Seats × valid ballots = votes + undervotes.
      case seats
      /// Candidates × valid ballots = votes + non-votes.
      case candidates
      /// The ballots of the files' rows are those counted.
      case files
      /// Valid ballots by their number of votes are the valid ballots.
      case validByVotes
      /// The votes on them are the votes of the names.
      case votesByBallot
      /// The board's words on the ground `other` are those of the ballots that bear it.
      case otherWords
      /// The board's rulings are those of the ballots ruled valid.
      case rulings
    }

    public var kind: Kind
    /// The terms on the left, to be added.
    public var left: [Int]
    /// The terms on the right, to be added.
    public var right: [Int]

    public var holds: Bool { Self.sum(left) == Self.sum(right) }

    /// A sum that stays at the largest number rather than overflow, which only a forged result comes near.
    private static func sum(_ terms: [Int]) -> Int {
      terms.reduce(0) { sum, term in
        let (next, isTooLarge) = sum.addingReportingOverflow(term)
        return isTooLarge ? .max : next
      }
    }
  }

  /// The contest's id.
  public var contest: String
  public var identities: [Identity]
  /// Whether no figure is larger than the one that it is a part of.
  public var isWithinBounds: Bool

  public var holds: Bool { isWithinBounds && identities.allSatisfy(\.holds) }

  /// - Parameters:
  ///   - contest: the contest with its seats and account of the papers.
  ///   - figures: the figures that the result states, none larger than files may hold: products of them do not overflow.
  ///   - nonVotes: names on valid ballots that got no vote, where the verifier counted them.
  ///   - isDecided: whether the papers add up; where they do not, the result says so, and returned ballots may differ.
  init(_ contest: Contest, _ figures: TallyFigures, nonVotes: Int?, isDecided: Bool) {
    self.contest = contest.id
    let votes = figures.votes.reduce(0, +)
    isWithinBounds = Self.areWithinBounds(contest, figures)
    identities = [
      Identity(kind: .validAndInvalid, left: [figures.valid, figures.invalid], right: [figures.recorded])
    ]
    if isDecided { add(.recordedAndReturned, [figures.recorded], [contest.ballots.returned]) }
    add(.reasons, Grounds.table.compactMap { figures.invalidByReason[$0.rawValue] }, [figures.invalid])
    add(.seats, [contest.seats * figures.valid], [votes, figures.undervotes])
    if let nonVotes { add(.candidates, [contest.candidates.count * figures.valid], [votes, nonVotes]) }
    add(.files, figures.files.map(\.ballots), [figures.recorded])
    add(.otherWords, figures.otherWords.map(\.ballots), [figures.invalidBearing["other"] ?? 0])
    add(.rulings, figures.rulings.map(\.ballots), [figures.ruledValid])
    guard isWithinBounds else { return }
    add(.validByVotes, figures.validByVotes, [figures.valid])
    add(.votesByBallot, figures.validByVotes.enumerated().map { $0.offset * $0.element }, [votes])
  }

  private mutating func add(_ kind: Identity.Kind, _ left: [Int], _ right: [Int]) {
    identities.append(Identity(kind: kind, left: left, right: right))
  }

  private static func areWithinBounds(_ contest: Contest, _ figures: TallyFigures) -> Bool {
    let grounds = Set(Grounds.table.map(\.rawValue))
    return figures.validByVotes.count == contest.seats + 1
      && figures.votes.allSatisfy { $0 <= figures.valid }
      && figures.ruledValid <= min(figures.debatable, figures.valid)
      && figures.debatable - figures.ruledValid <= figures.invalidByReason["nobody"] ?? 0
      && figures.files.allSatisfy { $0.rows <= $0.ballots && $0.ballots <= figures.recorded }
      && figures.files.map(\.name) == contest.ballots.files
      && grounds.isSuperset(of: figures.invalidBearing.keys)
      && grounds.isSuperset(of: figures.invalidByReason.keys)
      && figures.invalidBearing.allSatisfy { 0 < $0.value && $0.value <= figures.invalid }
      && figures.invalidByReason.allSatisfy {
        0 < $0.value && $0.value <= figures.invalidBearing[$0.key] ?? 0
      }
  }
}
