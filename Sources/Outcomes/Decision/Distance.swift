/// How many ballots would have to change to change who is elected.
///
/// Changing a ballot means to replace it by any other: it may lose votes, gain votes, both, or become valid or invalid. The base, and with it
/// what is needed, is people and not ballots (R-BASE), and stays.
///
/// The number is worked out from the votes alone, which do not say who stands together on a ballot. It is a promise: fewer ballots
/// change nothing, however they are marked. It is exact, whatever the ballots look like, in these cases:
///
/// - A person elected falls short of what is needed: so many ballots less for the person, each made one for nobody.
/// - A person elected is passed, and of the others who fill the seats at most one has to gain votes. At least as many ballots as the person has
///   more than that one are for the person and not for the other; on each of them all who fill the seats take the person's place.
/// - A person not elected gains a vote on each of so many ballots that are not for the person, made ballots for the person alone, and at most
///   one of those who are in the way has to lose votes as well: at least as many ballots as that one has more are for that one and not for
///   the person.
///
/// Else several people have to move at once, and more ballots may be needed where no few of them serve all. Tests compare the number with
/// the truth in all small elections.
public struct Distance: Sendable, Equatable {
  /// For each person in ballot order: no fewer ballots than these, changed, could make the person elected, or not elected any more; `nil` where no
  /// change of ballots can.
  public let ballots: [Int?]
  /// For each person whether exactly so many ballots are enough, whoever stands together on them; else more may be needed.
  public let isExact: [Bool]

  /// - Parameters:
  ///   - votes: of each person in ballot order.
  ///   - seats: how many are to be elected, at least 1.
  ///   - needed: the votes that elect.
  ///   - recorded: how many ballots there are, valid or not.
  public init(votes: [Int], seats: Int, needed: Int, recorded: Int) {
    precondition(seats > 0)
    let world = World(sorted: votes.sorted(by: >), seats: seats, needed: needed)
    let found: [Int?] = votes.map { own in
      let steps = 1..<max(1, recorded) + 1
      let isElected = world.isElected(own)
      // More changes never do less, so the first that is enough is found by halving.
      var (low, high) = (steps.lowerBound, steps.upperBound)
      while low < high {
        let middle = low + (high - low) / 2
        let isEnough =
          isElected ? world.canFall(own, by: middle) : world.canRise(own, by: middle, of: recorded)
        if isEnough { high = middle } else { low = middle + 1 }
      }
      return low < steps.upperBound && recorded > 0 ? low : nil
    }
    ballots = found
    isExact = zip(votes, found).map { own, ballots in
      guard let ballots else { return true }
      return world.isElected(own)
        ? world.fallsExactly(own, by: ballots) : world.risesExactly(own, by: ballots, of: recorded)
    }
  }

  /// The least of all: with fewer ballots nobody's election changes.
  public var least: Int? { ballots.compactMap { $0 }.min() }

  /// Those whom the least number is of, by index in ballot order: all of whom it is exact, and where it is of none, all.
  public var nearest: (people: [Int], isExact: Bool) {
    guard let least else { return ([], true) }
    let people = ballots.indices.filter { ballots[$0] == least }
    let exact = people.filter { isExact[$0] }
    return exact.isEmpty ? (people, false) : (exact, true)
  }
}

/// The votes of one contest.
private struct World {
  /// From high to low.
  let sorted: [Int]
  let seats: Int
  let needed: Int

  /// Whether somebody with these votes is elected: enough votes, and room for all who have as many or more.
  func isElected(_ own: Int) -> Bool {
    own >= needed && sorted.count(where: { $0 >= own }) <= seats
  }

  /// Whether a person who is elected could lose the seat by `ballots` changes: by falling short of what is needed, or by as many others as there
  /// are seats coming level, each by a vote more on changed ballots, which have room for `seats` names each.
  func canFall(_ own: Int, by ballots: Int) -> Bool {
    if own - ballots < needed { return true }
    let others = others(than: own).prefix(seats)
    return others.count == seats && isWithin(others.map { own - ballots - $0 }, ballots)
  }

  /// Whether a person who is not elected could be by `ballots` changes: with enough votes, and more than all others but those who fill the other
  /// seats.
  func canRise(_ own: Int, by ballots: Int, of recorded: Int) -> Bool {
    guard needed <= recorded, own + ballots >= needed else { return false }
    return isWithin(others(than: own).dropFirst(seats - 1).map { $0 - own - ballots + 1 }, ballots)
  }

  /// Whether a fall by `ballots` changes, where it is possible, is so on any ballots with these votes.
  func fallsExactly(_ own: Int, by ballots: Int) -> Bool {
    own - ballots < needed || others(than: own).prefix(seats).count { $0 < own - ballots } <= 1
  }

  /// Whether a rise by `ballots` changes, where it is possible, is so on any ballots with these votes.
  func risesExactly(_ own: Int, by ballots: Int, of recorded: Int) -> Bool {
    ballots <= recorded - own && others(than: own).dropFirst(seats - 1).count { $0 >= own + ballots } <= 1
  }

  /// Whether changes of votes, where positive, fit on so many ballots: one for each person on a ballot, and no more than seats together.
  private func isWithin(_ changes: [Int], _ ballots: Int) -> Bool {
    let changes = changes.filter { $0 > 0 }
    return changes.allSatisfy { $0 <= ballots } && changes.reduce(0, +) <= ballots * seats
  }

  private func others(than own: Int) -> [Int] {
    var others = sorted
    if let index = others.firstIndex(of: own) { others.remove(at: index) }
    return others
  }
}
