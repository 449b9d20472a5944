public import Elections

/// What one ballot counts for (R-VALID, the decision table of rules §4).
public struct Judgement: Sendable, Hashable {
  /// All grounds of invalidity, declared or shown by the marks; empty on a valid ballot.
  public var grounds: InvalidityGrounds
  /// Whether the board may rule the ballot valid: an agree/disagree ballot of several names, without a line that counts
  /// as a vote and without a declared ground.
  public var debatable: Bool
  /// How many names the marks vote for, whether or not the ballot is valid.
  public var votes: Int

  public var isValid: Bool { grounds.isEmpty }
}

extension BallotStyle {
  /// Judges one ballot, by the decision table line by line. This is the reference that the fast kernel is compared with.
  public func judge(_ ballot: Ballot) -> Judgement {
    guard ballot.marksRead else {
      return Judgement(grounds: ballot.declared, debatable: false, votes: 0)
    }
    var votedFor = ballot.inFavour
    votedFor.subtract(ballot.against)
    let votes = votedFor.count
    var shown: InvalidityGrounds = []
    var debatable = false

    switch form {
    case .strikeOut:
      if votes > seats { shown.insert(InvalidityGrounds(.tooMany)) }
      if votes == 0 { shown.insert(InvalidityGrounds(.nobody)) }
    case .agreeDisagree where names == 1:
      switch (ballot.inFavour.isEmpty, ballot.against.isEmpty) {
      case (false, false): shown.insert(InvalidityGrounds(.bothMarked))
      case (true, true): shown.insert(InvalidityGrounds(.blank))
      case (false, true), (true, false): break
      }
    case .agreeDisagree:
      if votes == 0 {
        debatable = ballot.declared.isEmpty
        if !(debatable && ballot.ruledValid) { shown.insert(InvalidityGrounds(.nobody)) }
      }
    }
    return Judgement(grounds: ballot.declared.union(shown), debatable: debatable, votes: votes)
  }
}
