public import Elections
public import Faults

/// What the person at the keyboard sees of a contest.
public struct EntryContest: Sendable {
  public let id: String
  public let title: String
  /// The names in ballot order.
  public let names: [String]
  public let seats: Int
  /// Ballots taken from the box, where the election file says so; 0 where it does not yet.
  public let returned: Int
  /// The words for the grounds of invalidity.
  let groundWords: @Sendable (InvalidityGround) -> Phrase

  public init(_ contest: Contest, groundWords: @escaping @Sendable (InvalidityGround) -> Phrase) {
    id = contest.id
    title = contest.title
    names = contest.candidates.map(\.name)
    seats = contest.seats
    returned = contest.ballots.returned
    self.groundWords = groundWords
  }
}
