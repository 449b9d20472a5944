import Auditing
import Elections
import Outcomes
import Rulebooks
import Tallying
import TestSupport
import Testing

/// What is asserted makes the outcome right, and its margins are what errors eat up.
@Suite("Assertions of an outcome")
struct OutcomeTests {
  /// The outcome of ballots that were recorded.
  static func outcome(_ ballots: [Ballot], _ style: BallotStyle, needed: Int) throws -> Outcome {
    var tally = Tally(style)
    for ballot in ballots { tally.add(ballot) }
    let contest = Contest.sample(
      names: style.names, seats: style.seats, base: max(2 * needed - 1, 1), recorded: ballots.count)
    let rulebook = try #require(RulebookShelf.standard.rulebooks.first)
    return contest.decide(tally, by: rulebook)
  }

  static func assertions(_ ballots: [Ballot], _ style: BallotStyle, needed: Int) throws -> OutcomeAssertions?
  {
    OutcomeAssertions(
      try outcome(ballots, style, needed: needed), seats: style.seats, ballots: ballots.count)
  }

  private static func isTrue(_ assertion: Assertion, _ votes: [Int], needed: Int) -> Bool {
    switch assertion {
    case .ranks(let upper, let lower): votes[upper] > votes[lower]
    case .reaches(let name): votes[name] >= needed
    case .misses(let name): votes[name] < needed
    }
  }

  private static func ballot(_ names: Int, _ style: BallotStyle) -> Ballot {
    var ballot = Ballot(style)
    for name in 0..<style.names where names >> name & 1 == 1 { ballot.inFavour.insert(name) }
    return ballot
  }

  @Test("Where all are true, nobody else is elected: all small votes against all others", arguments: [1, 2])
  func sufficient(seats: Int) throws {
    let (names, ballots) = (3, 4)
    let style = BallotStyle(names: names, seats: seats)
    func votes(_ code: Int) -> [Int] { [code % 5, code / 5 % 5, code / 25] }
    let possible = (0..<125).filter { votes($0).reduce(0, +) <= seats * ballots }
    for needed in 1...4 {
      let outcomes = try possible.map { code in
        let contest = Contest.sample(names: names, seats: seats, base: 2 * needed - 1, recorded: ballots)
        var tally = Tally(giving: votes(code), seats: seats)
        // Papers that are void fill up the stack.
        let rest = ballots - tally.recorded
        if rest > 0 { tally.add(Self.ballot(0, style), times: rest) }
        let rulebook = try #require(RulebookShelf.standard.rulebooks.first)
        return contest.decide(tally, by: rulebook)
      }
      for (recorded, outcome) in zip(possible, outcomes) {
        guard let assertions = OutcomeAssertions(outcome, seats: seats, ballots: ballots) else {
          #expect(outcome.tie != nil)
          continue
        }
        #expect(assertions.entries.allSatisfy { Self.isTrue($0.assertion, votes(recorded), needed: needed) })
        for (other, real) in zip(possible, outcomes)
        where assertions.entries.allSatisfy({ Self.isTrue($0.assertion, votes(other), needed: needed) }) {
          #expect(Set(real.elected) == Set(outcome.elected), "\(votes(recorded)) \(votes(other)) \(needed)")
        }
      }
    }
  }

  @Test("An assertion is false when its margin is overstated away, and not before", arguments: 0..<200)
  func margins(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let names = Int.random(in: 1...6, using: &random)
    let style = BallotStyle(names: names, seats: Int.random(in: 1...names, using: &random))
    let count = Int.random(in: 1...30, using: &random)
    let recorded = (0..<count).map { _ in random.ballot(style) }
    let papers = recorded.map { random.happens(1, outOf: 3) ? random.ballot(style) : $0 }
    let needed = Int.random(in: 1...count, using: &random)
    guard let assertions = try Self.assertions(recorded, style, needed: needed) else { return }
    var tally = Tally(style)
    for paper in papers { tally.add(paper) }
    for entry in assertions.entries {
      let overstated = zip(recorded, papers).reduce(0) { sum, pair in
        sum + entry.assertion.overstatement(recorded: votes(pair.0, style), paper: votes(pair.1, style))
      }
      #expect((overstated < entry.margin) == Self.isTrue(entry.assertion, tally.votes, needed: needed))
    }
  }

  private func votes(_ ballot: Ballot, _ style: BallotStyle) -> CandidateSet {
    guard style.judge(ballot).isValid else { return CandidateSet(style) }
    var votes = ballot.inFavour
    votes.subtract(ballot.against)
    return votes
  }

  @Test("Cases that people can work out")
  func cases() throws {
    func entries(_ votes: [Int], seats: Int, needed: Int) throws -> [OutcomeAssertions.Entry]? {
      let contest = Contest.sample(names: votes.count, seats: seats, base: 2 * needed - 1, recorded: 100)
      let style = BallotStyle(contest)
      var tally = Tally(giving: votes, seats: seats)
      tally.add(Self.ballot(0, style), times: 100 - tally.recorded)
      let rulebook = try #require(RulebookShelf.standard.rulebooks.first)
      return OutcomeAssertions(contest.decide(tally, by: rulebook), seats: seats, ballots: 100)?.entries
    }
    // 60 and 20 of 100, 51 needed: the one has ten to lose, each counted double; the other is 31 short, or 40 behind, and the more is taken.
    #expect(
      try entries([60, 20], seats: 1, needed: 51) == [
        .init(assertion: .reaches(0), margin: 20), .init(assertion: .misses(1), margin: 62),
      ])
    // 80 and 50: one short, or 30 behind.
    #expect(
      try entries([80, 20], seats: 1, needed: 21) == [
        .init(assertion: .reaches(0), margin: 120), .init(assertion: .ranks(0, above: 1), margin: 60),
      ])
    // A tie at the last seat.
    #expect(try entries([40, 40], seats: 1, needed: 31) == nil)
    // Nobody, and nobody could: 101 of 100 ballots.
    #expect(try entries([40, 40], seats: 1, needed: 101) == [])
  }
}
