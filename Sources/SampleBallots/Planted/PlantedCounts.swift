import Elections
public import Tallying

/// What a set of synthetic ballots holds, known from how they were made and not from reading them: the oracle for whoever counts them.
public struct PlantedCounts: Sendable, Equatable {
  public let style: BallotStyle
  /// Rows, malformed ones included.
  public internal(set) var rows = 0
  /// Rows that are no ballot. Nothing else counts them.
  public internal(set) var malformed = 0
  public internal(set) var valid = 0
  /// Invalid ballots by the first ground that each bears, by the index of the ground.
  public internal(set) var invalidByFirstGround = Array(repeating: 0, count: InvalidityGround.allCases.count)
  /// Agree/disagree ballots of several names without a vote and without a declared ground.
  public internal(set) var debatable = 0
  /// Votes on valid ballots, for each name in ballot order.
  public internal(set) var votes: [Int]

  /// No ballots.
  public init(_ style: BallotStyle) {
    self.style = style
    votes = Array(repeating: 0, count: style.names)
  }

  /// Ballots that can be counted, valid or not.
  public var recorded: Int { rows - malformed }

  public var invalid: Int { recorded - valid }

  /// Adds the counts of other ballots of the same set.
  public mutating func add(_ other: PlantedCounts) {
    precondition(style == other.style)
    rows += other.rows
    malformed += other.malformed
    valid += other.valid
    debatable += other.debatable
    for i in invalidByFirstGround.indices { invalidByFirstGround[i] += other.invalidByFirstGround[i] }
    for i in votes.indices { votes[i] += other.votes[i] }
  }

  /// The names that share the votes of the last seat with more names than there are seats left; their numbers, from 1.
  public var tieAtLastSeat: (votes: Int, candidates: [Int], seats: Int)? {
    let last = votes.sorted(by: >)[style.seats - 1]
    let above = votes.count { $0 > last }
    let tied = votes.indices.filter { votes[$0] == last }.map { $0 + 1 }
    let seats = style.seats - above
    return tied.count > seats ? (last, tied, seats) : nil
  }
}
