public import Elections

/// What counting needs to know of a contest: how many names its ballots bear and how many seats they fill.
public struct BallotStyle: Sendable, Hashable {
  /// Names on the ballot, 1 to 1,024.
  public let names: Int
  /// Seats, 1 to `names`.
  public let seats: Int
  /// The form that follows from both (R-FORM).
  public let form: BallotForm

  public init(names: Int, seats: Int) {
    precondition((1...ElectionLimits.candidates).contains(names) && (1...names).contains(seats))
    self.names = names
    self.seats = seats
    form = BallotForm(names: names, seats: seats)
  }

  public init(_ contest: Contest) {
    self.init(names: contest.candidates.count, seats: contest.seats)
  }

  /// The 64-bit words that hold one bit for each name.
  public var words: Int { (names + 63) / 64 }
}
