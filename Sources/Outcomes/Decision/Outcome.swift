import Elections
public import Rulebooks

/// What was decided in one contest, with the provision that each part rests on. Provisional until approved (chuẩn y).
public struct Outcome: Sendable, Equatable {
  public var status: ContestStatus
  /// The provision that the status rests on.
  public var statusBecause: Provision
  /// The people that more than half is counted from.
  public var base: Int
  /// The votes that elect.
  public var needed: Int
  /// For each name in ballot order.
  public var standings: [Standing]
  /// The numbers of those elected, from high to low, equal votes in ballot order.
  public var elected: [Int]
  /// Seats that stay empty.
  public var vacant: Int
  /// The tie at the last seat, if there is one.
  public var tie: Tie?
  public var findings: [Finding]
}

/// How a contest stands after the count.
public enum ContestStatus: String, Sendable, CaseIterable {
  /// All seats are filled.
  case filled
  /// Fewer were elected than seats.
  case short
  /// More people have the same votes than seats are left.
  case tied
  /// More ballots came back than were handed out: the vote is to be held again.
  case void
  /// The account of the papers does not close.
  case incomplete

  /// Whether the contest decides anything at all.
  public var isDecided: Bool { self != .void && self != .incomplete }
}

/// How one person stands.
public struct Standing: Sendable, Equatable {
  /// The number on the ballot.
  public var number: Int
  public var votes: Int
  public var elected: Bool
  /// The provision by which the person is elected or not.
  public var because: Provision
}

/// More people with the same votes than seats left (R-TIE).
public struct Tie: Sendable, Equatable {
  /// The votes that each of them has.
  public var votes: Int
  /// Their numbers, in ballot order.
  public var candidates: [Int]
  /// The seats left.
  public var seats: Int

  public init(votes: Int, candidates: [Int], seats: Int) {
    self.votes = votes
    self.candidates = candidates
    self.seats = seats
  }
}
