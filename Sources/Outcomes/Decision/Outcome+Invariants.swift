extension Outcome {
  /// What holds for every outcome; checked whenever one is made.
  func checkInvariants(seats: Int) {
    precondition(elected.count + vacant == seats, "elected and vacant do not add up to the seats")
    precondition(Set(elected).count == elected.count, "somebody is elected twice")
    precondition(
      standings.filter(\.elected).map(\.number) == elected.sorted(), "standings and elected do not agree")
    precondition(status.isDecided || (elected.isEmpty && tie == nil), "an undecided contest elects somebody")
    precondition((status == .filled) == (status.isDecided && vacant == 0), "filled with vacant seats")
    precondition((status == .tied) == (tie != nil), "tied without a tie")
    if let tie {
      precondition(tie.candidates.count > tie.seats && tie.seats == vacant, "a tie that is none")
    }
  }
}
