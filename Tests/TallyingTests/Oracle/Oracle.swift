import Elections
import Tallying

/// The prose of rules §4, sentence by sentence, on plain ballots: written without regard to how the engine judges, so that
/// the two can be compared.
struct Verdict: Equatable {
  /// In the order of the table.
  var grounds: [InvalidityGround]
  var isDebatable: Bool
  /// The names that the marks vote for.
  var votedFor: [Int]

  init(_ ballot: PlainBallot, seats: Int) {
    let names = ballot.inFavour.count
    var found = ballot.declared
    votedFor = []
    isDebatable = false
    // "Only an empty mark cell on a declared ballot means that its marks were not read, and shows none."
    if ballot.marksRead {
      if names > seats {
        // "A voter strikes through each person NOT elected; names left are votes."
        votedFor = (0..<names).filter { ballot.inFavour[$0] }
        if votedFor.count > seats { found.insert(.tooMany) }
        if votedFor.count == 0 { found.insert(.nobody) }
      } else if names == 1 {
        // "Disagree": valid with no vote. Both boxes: I4. Neither: I5.
        let (agree, disagree) = (ballot.inFavour[0], ballot.against[0])
        if agree && !disagree { votedFor = [0] }
        if agree && disagree { found.insert(.bothMarked) }
        if !agree && !disagree { found.insert(.blank) }
      } else {
        // "A line with both boxes or neither gives no vote; the ballot stays valid if another line is a vote, else I3, debatable."
        votedFor = (0..<names).filter { ballot.inFavour[$0] && !ballot.against[$0] }
        if votedFor.isEmpty {
          isDebatable = ballot.declared.isEmpty
          // "A board's ruling that a debatable ballot is valid makes it valid, with no vote for anyone."
          if !isDebatable || !ballot.ruledValid { found.insert(.nobody) }
        }
      }
    }
    let table: [InvalidityGround] = [
      .notIssued, .tooMany, .nobody, .bothMarked, .blank, .outsider, .marked, .signed, .other,
    ]
    grounds = table.filter { found.contains($0) }
  }
}

/// Counts that the oracle keeps by itself.
struct PlainCounts: Equatable {
  var recorded = 0
  var valid = 0
  var byFirstGround: [InvalidityGround: Int] = [:]
  var bearing: [InvalidityGround: Int] = [:]
  var debatable = 0
  var ruledValid = 0
  var votes: [Int: Int] = [:]
  var validByVotes: [Int: Int] = [:]

  init() {}

  /// The counts of a tally, without those that are 0.
  init(_ tally: Tally) {
    recorded = tally.recorded
    valid = tally.valid
    debatable = tally.debatable
    ruledValid = tally.ruledValid
    for (ground, count) in zip(InvalidityGround.allCases, tally.invalidByFirstGround) where count != 0 {
      byFirstGround[ground] = count
    }
    for (ground, count) in zip(InvalidityGround.allCases, tally.invalidBearing) where count != 0 {
      bearing[ground] = count
    }
    for (name, count) in tally.votes.enumerated() where count != 0 { votes[name] = count }
    for (number, count) in tally.validByVotes.enumerated() where count != 0 { validByVotes[number] = count }
  }

  mutating func add(_ ballot: PlainBallot, seats: Int, times: Int = 1) {
    let verdict = Verdict(ballot, seats: seats)
    recorded += times
    if verdict.isDebatable { debatable += times }
    if verdict.isDebatable && ballot.ruledValid { ruledValid += times }
    if let first = verdict.grounds.first {
      byFirstGround[first, default: 0] += times
      for ground in verdict.grounds { bearing[ground, default: 0] += times }
    } else {
      valid += times
      for name in verdict.votedFor { votes[name, default: 0] += times }
      validByVotes[verdict.votedFor.count, default: 0] += times
    }
  }
}
