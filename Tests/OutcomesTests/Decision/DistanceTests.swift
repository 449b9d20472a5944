import Outcomes
import Testing

/// The distance is compared with every change of every small election, by a search that knows nothing of how it is worked out.
@Suite("Distance")
struct DistanceTests {
  struct World: CustomTestStringConvertible {
    var names: Int
    var seats: Int
    var ballots: Int
    var testDescription: String { "\(names) names, \(seats) seats, \(ballots) ballots" }
  }

  private static func isElected(_ votes: [Int], _ person: Int, seats: Int, needed: Int) -> Bool {
    let own = votes[person]
    let level = votes.indices.count { $0 != person && votes[$0] >= own }
    return own >= needed && level < seats
  }

  /// All multisets of `count` ballots, a ballot being a set of names, and 0 an invalid one.
  private static func ballotSets(_ kinds: [Int], _ count: Int) -> [[Int]] {
    if count == 0 { return [[]] }
    return kinds.indices.flatMap { i in
      ballotSets(Array(kinds[i...]), count - 1).map { [kinds[i]] + $0 }
    }
  }

  private static func tally(_ ballots: [Int], _ names: Int) -> [Int] {
    (0..<names).map { name in ballots.count { $0 >> name & 1 == 1 } }
  }

  /// The least number of ballots, tried one after another.
  private static func search(
    _ ballots: [Int], _ world: World, needed: Int, person: Int, _ additions: [[[Int]]]
  ) -> Int? {
    let before = isElected(tally(ballots, world.names), person, seats: world.seats, needed: needed)
    for changed in 1...world.ballots {
      for chosen in 0..<1 << world.ballots where chosen.nonzeroBitCount == changed {
        let rest = ballots.indices.filter { chosen >> $0 & 1 == 0 }.map { ballots[$0] }
        let base = tally(rest, world.names)
        for addition in additions[changed] {
          let votes = zip(base, addition).map(+)
          if isElected(votes, person, seats: world.seats, needed: needed) != before { return changed }
        }
      }
    }
    return nil
  }

  @Test(
    "Never above the truth, equal to it wherever it says so, and nearly everywhere else",
    arguments: [
      World(names: 1, seats: 1, ballots: 3), World(names: 2, seats: 1, ballots: 4),
      World(names: 2, seats: 2, ballots: 4), World(names: 3, seats: 1, ballots: 4),
      World(names: 3, seats: 2, ballots: 4), World(names: 3, seats: 3, ballots: 3),
      World(names: 4, seats: 1, ballots: 3), World(names: 4, seats: 2, ballots: 3),
    ])
  func exhaustive(world: World) {
    let kinds = (0..<1 << world.names).filter { $0.nonzeroBitCount <= world.seats }
    let additions = (0...world.ballots).map { count in
      Array(Set(Self.ballotSets(kinds, count).map { Self.tally($0, world.names) }))
    }
    var (all, larger, exact) = (0, 0, 0)
    for ballots in Self.ballotSets(kinds, world.ballots) {
      let votes = Self.tally(ballots, world.names)
      for needed in 1...world.ballots + 1 {
        let distance = Distance(
          votes: votes, seats: world.seats, needed: needed, recorded: world.ballots)
        for person in votes.indices {
          let truth = Self.search(ballots, world, needed: needed, person: person, additions)
          let found = distance.ballots[person]
          #expect((found == nil) == (truth == nil), "\(ballots) \(needed) \(person)")
          if let found, let truth {
            #expect(found <= truth, "\(ballots) \(needed) \(person)")
            all += 1
            if distance.isExact[person] {
              #expect(found == truth, "\(ballots) \(needed) \(person)")
              exact += 1
            }
            if found < truth { larger += 1 }
          }
        }
      }
    }
    #expect(larger * 50 <= all, "\(larger) of \(all)")
    #expect(exact * 10 >= all * 8, "\(exact) of \(all) are said to be exact")
  }

  @Test("Cases that people can work out")
  func cases() {
    // 60 of 100 ballots, 51 needed: ten ballots less and she is short; 58 for the next takes one ballot to come level.
    #expect(Distance(votes: [60, 58], seats: 1, needed: 51, recorded: 100).ballots == [1, 2])
    #expect(Distance(votes: [60, 20], seats: 1, needed: 51, recorded: 100).ballots == [10, 31])
    #expect(Distance(votes: [60, 58], seats: 2, needed: 51, recorded: 100).ballots == [10, 8])
    // A tie at the last seat: one ballot lifts either.
    #expect(Distance(votes: [60, 60], seats: 1, needed: 51, recorded: 100).ballots == [1, 1])
    // Too few ballots for anybody.
    #expect(Distance(votes: [9], seats: 1, needed: 51, recorded: 10).ballots == [nil])
    #expect(Distance(votes: [0], seats: 1, needed: 1, recorded: 0).ballots == [nil])
    #expect(Distance(votes: [60, 58], seats: 1, needed: 51, recorded: 100).least == 1)
    #expect(Distance(votes: [60, 58], seats: 1, needed: 51, recorded: 100).isExact == [true, true])
    // Two people have to be lowered at once: whether ten ballots hold both, the votes do not say.
    let both = Distance(votes: [80, 70, 70, 52], seats: 2, needed: 51, recorded: 100)
    #expect(both.ballots == [5, 1, 1, 10] && both.isExact == [false, true, true, false])
  }

  @Test("A thousand million ballots take no time")
  func large() {
    let distance = Distance(
      votes: [900_000_000, 400_000_000], seats: 1, needed: 500_000_001, recorded: 1_000_000_000)
    #expect(distance.ballots == [250_000_000, 250_000_001])
  }

  @Test("One ballot can be all there is, and carry the election")
  func oneBallot() {
    let distance = Distance(votes: [1, 0], seats: 1, needed: 1, recorded: 1)
    #expect(distance.ballots == [1, 1] && distance.isExact == [true, true])
    #expect(Distance(votes: [0, 0], seats: 1, needed: 2, recorded: 1).ballots == [nil, nil])
    #expect(Distance(votes: [0, 0], seats: 1, needed: 1, recorded: 0).ballots == [nil, nil])
  }

  @Test("Who has just what is needed loses the seat with one ballot, whichever it is")
  func justEnough() {
    let distance = Distance(votes: [3, 1], seats: 1, needed: 3, recorded: 3)
    #expect(distance.ballots.first == 1 && distance.isExact.first == true)
  }

  @Test("How many ballots make somebody fall short is exact, however many others are below")
  func fallingShort() {
    let distance = Distance(votes: [12, 5, 4, 3], seats: 3, needed: 11, recorded: 15)
    #expect(distance.ballots.first == 2 && distance.isExact.first == true)
  }

  @Test("The nearest are those with the least number, the exact ones of them where there are any")
  func nearest() {
    // Needed are 6 of 10: numbers 1 and 2 have 8 and 7, number 3 is one vote short, number 4 far off.
    let distance = Distance(votes: [8, 7, 5, 0], seats: 3, needed: 6, recorded: 10)
    #expect(distance.ballots == [3, 2, 1, 6] && distance.least == 1)
    #expect(distance.nearest.people == [2] && distance.nearest.isExact)
    let nobody = Distance(votes: [0, 0], seats: 1, needed: 5, recorded: 3)
    #expect(nobody.least == nil && nobody.nearest.people == [] && nobody.nearest.isExact)
  }
}
