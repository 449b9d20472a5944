import Machine
import Tallying

/// A tie within each block is a tie in the whole set.
extension SampleBlock {
  /// Gives two names equally many votes on the valid ballots of the block, on strike-out ballots.
  ///
  /// Ballots that vote for the leader and not for the other change over until both have as many. If the ballots that vote for one
  /// of them are odd in number, one of those gives its vote to a third name, or, where there is none, to nobody.
  mutating func tie(_ first: Int, _ second: Int) {
    let lead = votes(first) - votes(second)
    let (leader, other) = lead > 0 ? (first, second) : (second, first)
    var surplus = abs(lead)
    for word in 0..<usedWords where surplus > 0 {
      let ballots = marks[leader, word: word] & ~marks[other, word: word] & valid(word / 8)[word % 8]
      forEachBit(of: ballots) { ballot in
        if surplus > 1 {
          marks[leader, word: word] ^= ballot
          marks[other, word: word] ^= ballot
          surplus -= 2
        } else if surplus == 1 {
          giveAway(leader, other, ballot, word)
          surplus = 0
        }
      }
    }
  }

  /// Takes from the ballot what makes the leader's vote one more, and keeps the number of its votes if it can.
  private mutating func giveAway(_ leader: Int, _ other: Int, _ ballot: UInt64, _ word: Int) {
    let others = (0..<style.names).filter { $0 != leader && $0 != other }
    if let third = others.first(where: { marks[$0, word: word] & ballot == 0 }) {
      marks[leader, word: word] ^= ballot
      marks[third, word: word] ^= ballot
    } else if let third = others.first {
      marks[other, word: word] ^= ballot
      marks[third, word: word] ^= ballot
    } else {
      marks[leader, word: word] ^= ballot
      self[.blank, word: word] |= ballot
    }
  }

  private func votes(_ name: Int) -> Int { BitPlanes.count { marks[name, $0] & valid($0) } }

  private func valid(_ vector: Int) -> SIMD8<UInt64> {
    marked(vector) & ~(self[.malformed, vector] | self[.over, vector] | declaredInvalid(vector))
  }
}
