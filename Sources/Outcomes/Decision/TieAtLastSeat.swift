import Rulebooks

/// A tie at the last seat (R-TIE): more people with the same votes, all of them with the votes that elect, than seats left.
///
/// Nobody of them is elected in this round; there is a re-vote among them alone for the seats left. A tie is never broken by age,
/// seniority or the order of the list. A tie that does not straddle the last seat changes nothing.
///
/// For example three seats and the votes 20, 15, 15, 15 of a base of 24: the first is elected, the three others are tied for two
/// seats.
enum TieAtLastSeat {
  /// - Returns: the tie, or `nil` where the last seat is clear.
  static func find(in ranking: Ranking, seats: Int) -> Tie? {
    let qualified = ranking.qualified
    guard qualified.count > seats, qualified[seats - 1].votes == qualified[seats].votes else { return nil }
    let votes = qualified[seats].votes
    let above = qualified.count { $0.votes > votes }
    return Tie(
      votes: votes, candidates: qualified.filter { $0.votes == votes }.map(\.number).sorted(),
      seats: seats - above)
  }

  /// - Parameter again: whether the round was a re-vote among the tied already.
  static func finding(_ tie: Tie, again: Bool, _ rulebook: Rulebook) -> Finding {
    Finding(
      again ? .tiedAgain : .tied, again ? .tiedAgain : .tieAtLastSeat, of: rulebook,
      ["votes": .integer(tie.votes), "candidates": .integers(tie.candidates), "seats": .integer(tie.seats)])
  }
}
