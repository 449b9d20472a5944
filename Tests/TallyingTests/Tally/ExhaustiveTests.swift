import Elections
import Tallying
import TestSupport
import Testing

/// Small worlds, all of them, against the oracle.
@Suite("All ballots and elections of up to four names")
struct ExhaustiveTests {
  @Test("Each ballot is judged and counted as the prose says", arguments: BallotStyle.all(upTo: 4))
  func ballots(style: BallotStyle) {
    var block = PackedBallots(style)
    for plain in style.allBallots {
      let ballot = plain.ballot(style)
      let verdict = Verdict(plain, seats: style.seats)
      let judgement = style.judge(ballot)
      let grounds = InvalidityGround.allCases.filter { judgement.grounds.contains($0) }
      guard
        Verdict(grounds: grounds, isDebatable: judgement.debatable, votes: judgement.votes)
          == Verdict(
            grounds: verdict.grounds, isDebatable: verdict.isDebatable, votes: verdict.votedFor.count)
      else {
        Issue.record("\(plain) is judged \(judgement), not \(verdict)")
        return
      }

      var counts = PlainCounts()
      counts.add(plain, seats: style.seats, times: 3)
      var repeated = Tally(style)
      repeated.add(ballot, times: 3)
      var fast = Tally(style)
      for _ in 0..<3 { block.append(ballot) }
      fast.add(block)
      var portable = Tally(style)
      portable.add(block, [])
      block.removeAll()
      guard PlainCounts(repeated) == counts, fast == repeated, portable == repeated else {
        Issue.record("\(plain) is counted \(repeated) and \(fast), not \(counts)")
        return
      }
    }
  }

  @Test("Each election of up to three ballots", arguments: BallotStyle.all(upTo: 4))
  func elections(style: BallotStyle) {
    let ballots = Self.ballotsOfElections(style)
    let single = ballots.map { plain in
      var tally = Tally(style)
      tally.add(plain.ballot(style))
      return tally
    }
    var block = PackedBallots(style)
    for election in Self.elections(of: ballots.count) {
      var counts = PlainCounts()
      var merged = Tally(style)
      for index in election {
        counts.add(ballots[index], seats: style.seats)
        merged.add(single[index])
        block.append(ballots[index].ballot(style))
      }
      var fast = Tally(style)
      fast.add(block)
      block.removeAll()
      guard PlainCounts(merged) == counts, fast == merged else {
        Issue.record("\(election.map { ballots[$0] }) is counted \(merged) and \(fast), not \(counts)")
        return
      }
      merged.checkInvariants()
    }
  }

  /// All marks, and one ballot of each kind that a board speaks of.
  private static func ballotsOfElections(_ style: BallotStyle) -> [PlainBallot] {
    var unread = PlainBallot(names: style.names)
    unread.marksRead = false
    unread.declared = [.notIssued, .other]
    var ruled = PlainBallot(names: style.names)
    ruled.ruledValid = true
    var declared = PlainBallot(names: style.names)
    declared.inFavour[0] = true
    declared.declared = [.marked]
    return style.allMarks + [unread, ruled, declared]
  }

  /// All multisets of up to three of `kinds` ballots; of the many millions with more than a hundred kinds, all of two and
  /// ten thousand random ones of three.
  private static func elections(of kinds: Int) -> [[Int]] {
    var found: [[Int]] = [[]]
    for a in 0..<kinds {
      found.append([a])
      for b in a..<kinds {
        found.append([a, b])
        if kinds <= 100 { found += (b..<kinds).map { [a, b, $0] } }
      }
    }
    var random = SeededGenerator(seed: 1)
    if kinds > 100 {
      found += (0..<10_000).map { _ in (0..<3).map { _ in Int.random(in: 0..<kinds, using: &random) } }
    }
    return found
  }
}

extension Verdict {
  /// A verdict without the names, to compare with a judgement, which has only their number.
  fileprivate init(grounds: [InvalidityGround], isDebatable: Bool, votes: Int) {
    self.grounds = grounds
    self.isDebatable = isDebatable
    votedFor = Array(0..<votes)
  }
}
