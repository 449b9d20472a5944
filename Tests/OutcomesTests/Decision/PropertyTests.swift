import Elections
import Outcomes
import Rulebooks
import Tallying
import TestSupport
import Testing

@Suite("What holds for every election")
struct PropertyTests {
  struct Election {
    var votes: [Int]
    var seats: Int
    var base: Int
    var round: Round

    /// Votes near the half, so that ties and exact halves are common.
    init(_ generator: inout SeededGenerator) {
      let names = Int.random(in: 1...12, using: &generator)
      seats = Int.random(in: 1...names, using: &generator)
      base = Int.random(in: 1...24, using: &generator)
      let half = base / 2
      votes = (0..<names).map { _ in max(0, half + Int.random(in: -3...4, using: &generator)) }
      round =
        Bool.random(using: &generator) ? .first : .later(number: 2, kind: .tieBreak, follows: "a")
    }

    func outcome() -> Outcome {
      let tally = Tally(giving: votes, seats: seats)
      let contest = Contest.sample(
        names: votes.count, seats: seats, base: base, recorded: tally.recorded, round: round)
      return contest.decide(tally, by: .regulation190)
    }
  }

  func forEachElection(_ count: Int = 600, seed: UInt64, _ body: (Election, inout SeededGenerator) -> Void) {
    var generator = SeededGenerator(seed: seed)
    for _ in 0..<count { body(Election(&generator), &generator) }
  }

  @Test("Never more elected than seats, never anybody without the votes, never a part of a tie")
  func limits() {
    forEachElection(seed: 1) { election, _ in
      let outcome = election.outcome()
      #expect(outcome.elected.count <= election.seats)
      #expect(outcome.elected.count + outcome.vacant == election.seats)
      for number in outcome.elected {
        let votes = election.votes[number - 1]
        #expect(election.round.isTieBreak ? votes > 0 : 2 * votes > election.base)
      }
      if let tie = outcome.tie {
        #expect(tie.candidates.count > tie.seats && tie.seats == outcome.vacant)
        #expect(Set(tie.candidates).isDisjoint(with: outcome.elected))
        #expect(tie.candidates.allSatisfy { election.votes[$0 - 1] == tie.votes })
        #expect(election.votes.filter { $0 == tie.votes }.count == tie.candidates.count)
      }
      // People with the same votes fare the same.
      for standing in outcome.standings {
        for other in outcome.standings where other.votes == standing.votes {
          #expect(standing.elected == other.elected && standing.because == other.because)
        }
      }
      // High to low, equal votes in ballot order.
      for (number, next) in zip(outcome.elected, outcome.elected.dropFirst()) {
        let (votes, nextVotes) = (election.votes[number - 1], election.votes[next - 1])
        #expect(votes > nextVotes || votes == nextVotes && number < next)
      }
    }
  }

  @Test("The order of the list decides nothing")
  func permutation() {
    forEachElection(seed: 2) { election, generator in
      let outcome = election.outcome()
      let order = Array(election.votes.indices).shuffled(using: &generator)
      var shuffled = election
      shuffled.votes = order.map { election.votes[$0] }
      let other = shuffled.outcome()
      func back(_ numbers: [Int]) -> Set<Int> { Set(numbers.map { order[$0 - 1] + 1 }) }
      #expect(other.status == outcome.status && other.vacant == outcome.vacant)
      #expect(back(other.elected) == Set(outcome.elected))
      #expect(back(other.tie?.candidates ?? []) == Set(outcome.tie?.candidates ?? []))
      #expect(other.tie?.votes == outcome.tie?.votes && other.tie?.seats == outcome.tie?.seats)
    }
  }

  @Test("One more vote for somebody elected, all else equal, unelects nobody of that name")
  func monotonicity() {
    forEachElection(seed: 3) { election, _ in
      for number in election.outcome().elected {
        var more = election
        more.votes[number - 1] += 1
        #expect(more.outcome().elected.contains(number))
      }
    }
  }

  @Test("A larger base elects nobody more")
  func base() {
    forEachElection(seed: 4) { election, _ in
      guard !election.round.isTieBreak else { return }
      var larger = election
      larger.base += 1
      let able = Set((larger.outcome().elected) + (larger.outcome().tie?.candidates ?? []))
      #expect(able.isSubset(of: Set(election.outcome().elected + (election.outcome().tie?.candidates ?? []))))
    }
  }
}
