import Elections

/// The counts of a set of ballots of one style.
///
/// A value that merges: the tally of a set is the sum of the tallies of its parts, whatever the parts and their
/// order. It decides nothing.
public struct Tally: Sendable, Equatable {
  public let style: BallotStyle
  /// Ballots counted, valid or not.
  public internal(set) var recorded = 0
  /// Valid ballots (phiếu hợp lệ).
  public internal(set) var valid = 0
  /// Invalid ballots by the first ground that each bears, in the order of ``InvalidityGround``; they add up to
  /// ``invalid``.
  public internal(set) var invalidByFirstGround = Array(repeating: 0, count: InvalidityGround.allCases.count)
  /// Invalid ballots that bear each ground, first or not.
  public internal(set) var invalidBearing = Array(repeating: 0, count: InvalidityGround.allCases.count)
  /// Debatable ballots, ruled valid or not.
  public internal(set) var debatable = 0
  /// Those of the debatable ballots that the board ruled valid.
  public internal(set) var ruledValid = 0
  /// Votes on valid ballots, for each name in ballot order.
  public internal(set) var votes: [Int]
  /// Valid ballots by how many names they vote for, 0 to the seats.
  public internal(set) var validByVotes: [Int]

  /// The tally of no ballots.
  public init(_ style: BallotStyle) {
    self.style = style
    votes = Array(repeating: 0, count: style.names)
    validByVotes = Array(repeating: 0, count: style.seats + 1)
  }

  /// The tally of ballots that come in chunks of any size; no two chunks are needed at once.
  public init(_ style: BallotStyle, counting chunks: some Sequence<PackedBallots>) {
    self.init(style)
    for chunk in chunks { add(chunk) }
  }

  /// Invalid ballots (phiếu không hợp lệ).
  public var invalid: Int { recorded - valid }

  /// All votes on valid ballots.
  public var votesCast: Int { votes.reduce(0, +) }

  /// Seats that valid ballots leave without a vote: seats × valid ballots − votes.
  public var undervotes: Int { style.seats * valid - votesCast }

  /// Adds the counts of other ballots of the same style.
  public mutating func add(_ other: Tally) {
    precondition(style == other.style)
    recorded += other.recorded
    valid += other.valid
    debatable += other.debatable
    ruledValid += other.ruledValid
    add(other.invalidByFirstGround, to: &invalidByFirstGround)
    add(other.invalidBearing, to: &invalidBearing)
    add(other.votes, to: &votes)
    add(other.validByVotes, to: &validByVotes)
  }

  /// Adds `times` ballots that are all like `ballot`: the reference loop, which judges each ballot by the table.
  public mutating func add(_ ballot: Ballot, times: Int = 1) {
    let judgement = style.judge(ballot)
    recorded += times
    if judgement.debatable {
      debatable += times
      if ballot.ruledValid { ruledValid += times }
    }
    if let first = judgement.grounds.first {
      invalidByFirstGround[first.index] += times
      for ground in InvalidityGround.allCases where judgement.grounds.contains(ground) {
        invalidBearing[ground.index] += times
      }
      return
    }
    valid += times
    validByVotes[judgement.votes] += times
    for name in 0..<style.names where ballot.inFavour.contains(name) && !ballot.against.contains(name) {
      votes[name] += times
    }
  }

  func add(_ other: [Int], to own: inout [Int]) {
    for i in own.indices { own[i] += other[i] }
  }
}
