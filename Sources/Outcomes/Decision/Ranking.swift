/// The people who have the votes that elect, from the highest vote down (R-RANK).
struct Ranking {
  /// Number and votes; equal votes in ballot order.
  let qualified: [(number: Int, votes: Int)]

  /// - Parameter votes: for each name in ballot order.
  init(_ votes: [Int], _ majority: Majority) {
    qualified = votes.enumerated()
      .map { (number: $0.offset + 1, votes: $0.element) }
      .filter { $0.votes >= majority.needed }
      .sorted { ($1.votes, $0.number) < ($0.votes, $1.number) }
  }

  /// The numbers of those elected: from the top until the seats are full, nobody of a tie at the last seat.
  func elected(seats: Int, tie: Tie?) -> [Int] {
    let above = tie.map { tie in qualified.filter { $0.votes > tie.votes } } ?? qualified
    return above.prefix(seats).map(\.number)
  }
}
