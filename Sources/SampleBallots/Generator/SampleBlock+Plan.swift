import Machine
import Tallying

extension SampleBlock {
  /// Plants ballots by the numbers that were drawn.
  ///
  /// - Parameter kinds: where the numbers of each kind end; they begin where those before end.
  mutating func plant(_ kinds: [(kind: Kind, end: Chance)]) {
    for (kind, end) in kinds { random.fill(&self.kinds, kind.rawValue, withNumbersBelow: end) }
    for vector in 0..<BitPlanes.vectors {
      var before = SIMD8<UInt64>()
      for (kind, _) in kinds {
        let after = self[kind, vector] & self[.present, vector]
        self[kind, vector] = after & ~before
        before = after
      }
    }
  }

  /// Declares ballots invalid by the numbers that were drawn, each on a ground that is drawn, one in eight of them on another one as well,
  /// if not the same is drawn.
  mutating func declare(_ chance: Chance) {
    hasDeclared = true
    random.fill(&declared, 0, withNumbersBelow: chance)
    for word in 0..<usedWords {
      let ballots = declared[0, word: word] & self[.present, word: word]
      declared[0, word: word] = 0
      if ballots != 0 { declare(ballots, word) }
    }
    for word in usedWords..<BitPlanes.words { declared[0, word: word] = 0 }
  }

  private mutating func declare(_ ballots: UInt64, _ word: Int) {
    let grounds = declared.count
    // One for each ground, and there are fewer than eight.
    var bearing: [8 of UInt64] = .init(repeating: 0)
    forEachBit(of: ballots) { ballot in
      bearing[random.numbers.below(grounds)] |= ballot
      if random.numbers.below(8) == 0 { bearing[random.numbers.below(grounds)] |= ballot }
    }
    for ground in 0..<grounds { declared[ground, word: word] = bearing[ground] }
  }
}
