import Tallying

/// A tie within each block is a tie in the whole set.
extension SampleBlock {
  /// Gives two names equally many votes on the valid ballots of the block, on strike-out ballots.
  ///
  /// Ballots that vote for the leader and not for the other change over until both have as many. If the ballots that vote for one
  /// of them are odd in number, one of those gives its vote to a third name, or, where there is none, to nobody.
  mutating func tie(_ first: Int, _ second: Int) {
    var lead = 0
    for word in 0..<usedWords {
      let (a, b) = (marks[inFavour(first, word)], marks[inFavour(second, word)])
      lead += (a & ~b & valid(word)).nonzeroBitCount - (b & ~a & valid(word)).nonzeroBitCount
    }
    let (leader, other) = lead > 0 ? (first, second) : (second, first)
    var surplus = abs(lead)
    for word in 0..<usedWords where surplus > 0 {
      let ballots = marks[inFavour(leader, word)] & ~marks[inFavour(other, word)] & valid(word)
      forEachBit(of: ballots) { ballot in
        if surplus > 1 {
          marks[inFavour(leader, word)] ^= ballot
          marks[inFavour(other, word)] ^= ballot
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
    if let third = others.first(where: { marks[inFavour($0, word)] & ballot == 0 }) {
      marks[inFavour(leader, word)] ^= ballot
      marks[inFavour(third, word)] ^= ballot
    } else if let third = others.first {
      marks[inFavour(other, word)] ^= ballot
      marks[inFavour(third, word)] ^= ballot
    } else {
      marks[inFavour(leader, word)] ^= ballot
      blank[word] |= ballot
    }
  }

  private func valid(_ word: Int) -> UInt64 {
    present(word) & ~(malformed[word] | over[word] | blank[word] | declaredInvalid(word))
  }
}
