extension Tally {
  /// The identities that hold for every tally; checked after every file that is counted.
  public func checkInvariants() {
    precondition(
      invalidByFirstGround.reduce(0, +) == invalid, "the reasons do not add up to the invalid ballots")
    precondition(
      validByVotes.reduce(0, +) == valid, "the ballots by votes do not add up to the valid ballots")
    precondition(
      validByVotes.enumerated().reduce(0) { $0 + $1.offset * $1.element } == votesCast,
      "the ballots by votes do not add up to the votes")
    precondition(ruledValid <= debatable, "more ballots ruled valid than debatable")
    precondition(votes.allSatisfy { (0...valid).contains($0) }, "more votes for a name than valid ballots")
  }
}
