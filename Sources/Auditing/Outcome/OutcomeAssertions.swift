public import Outcomes

/// What together makes the outcome of a contest right: if every assertion is true of the papers, exactly those are elected who were found to be.
public struct OutcomeAssertions: Sendable {
  /// An assertion with its margin on the scale of pairs: so much can be overstated in all before it is false.
  public struct Entry: Sendable, Hashable {
    public let assertion: Assertion
    public let margin: Int

    public init(assertion: Assertion, margin: Int) {
      self.assertion = assertion
      self.margin = margin
    }
  }

  /// Empty where no reading of the ballots could change who is elected.
  public let entries: [Entry]
  /// How many ballots there are.
  public let ballots: Int

  /// The assertions of an outcome.
  ///
  /// Those elected have the votes that elect. Each of the others has fewer; or, where the seats are full, fewer than each of those elected.
  /// Where both hold, that which is farther from false is asserted.
  ///
  /// - Parameters:
  ///   - seats: of the contest.
  ///   - ballots: how many were recorded.
  /// - Returns: `nil` where there is no outcome to confirm: the contest decides nothing, or is tied at the last seat.
  public init?(_ outcome: Outcome, seats: Int, ballots: Int) {
    guard outcome.status.isDecided, outcome.tie == nil else { return nil }
    let votes = outcome.standings.map(\.votes)
    let winners = outcome.elected.map { $0 - 1 }
    let losers = votes.indices.filter { !outcome.standings[$0].elected }
    let needed = outcome.needed
    var entries = winners.map { Entry(assertion: .reaches($0), margin: 2 * (votes[$0] - needed + 1)) }
    let lowest = winners.count == seats ? winners.map { votes[$0] }.min() : nil
    for loser in losers where needed <= ballots {
      let short = 2 * (needed - votes[loser])
      if let lowest, lowest - votes[loser] > short {
        entries += winners.map {
          Entry(assertion: .ranks($0, above: loser), margin: votes[$0] - votes[loser])
        }
      } else {
        entries.append(Entry(assertion: .misses(loser), margin: short))
      }
    }
    precondition(entries.allSatisfy { $0.margin > 0 })
    self.entries = entries
    self.ballots = ballots
  }

  /// The assertion that is nearest to being false.
  public var closest: Entry? { entries.min { $0.margin < $1.margin } }
}
