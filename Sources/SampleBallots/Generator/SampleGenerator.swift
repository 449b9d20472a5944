import Elections
import Tallying

/// Makes the ballots of a set block by block. A block depends on the shape and its index alone.
struct SampleGenerator: Sendable {
  let shape: SampleShape
  let names: NameChances
  /// Ballots with other than ordinary marks, and malformed rows.
  private let special: Chance
  private let declared: Chance

  /// - Precondition: the shape has no obstacle.
  init(_ shape: SampleShape) {
    precondition(shape.obstacle == nil)
    self.shape = shape
    names = NameChances(shape)
    special = Chance(shape.rates.marks + shape.rates.malformed, of: SampleRates.whole)
    declared = Chance(shape.rates.declared, of: SampleRates.whole)
  }

  /// Blocks in the set.
  var blocks: Int { (shape.ballots + SampleBlock.capacity - 1) / SampleBlock.capacity }

  /// Makes the block at `index`, and counts what it holds.
  func make(_ index: Int, in block: inout SampleBlock) -> PlantedCounts {
    block.index = index
    block.count = min(SampleBlock.capacity, shape.ballots - index * SampleBlock.capacity)
    var random = SplitMix64(seed: shape.seed, block: UInt64(index))
    for word in 0..<block.usedWords {
      let kinds = plan(word, of: &block, &random)
      switch shape.style.form {
      case .strikeOut: leaveNames(kinds, word, of: &block, &random)
      case .agreeDisagree: markLines(kinds, word, of: &block, &random)
      }
    }
    if let tied = names.tied { block.tie(tied.first, tied.second) }
    return PlantedCounts(block)
  }

  /// Of 64 ballots, those of each kind of marks.
  struct Kinds {
    /// All of them.
    var present: UInt64
    var under: UInt64 = 0
    var over: UInt64 = 0
    var blank: UInt64 = 0
  }

  /// Draws which ballots of a word are of which kind, which rows are malformed, and what the board declares.
  private func plan(_ word: Int, of block: inout SampleBlock, _ random: inout SplitMix64) -> Kinds {
    var kinds = Kinds(present: block.present(word))
    var malformed: UInt64 = 0
    let rates = shape.rates
    forEachBit(of: random.happens(special, among: kinds.present)) { ballot in
      let drawn = random.below(rates.marks + rates.malformed)
      if drawn < rates.undervotes {
        kinds.under |= ballot
      } else if drawn < rates.undervotes + rates.overvotes {
        kinds.over |= ballot
      } else if drawn < rates.marks {
        kinds.blank |= ballot
      } else {
        malformed |= ballot
      }
    }
    block.malformed[word] = malformed
    block.over[word] = kinds.over
    block.blank[word] = kinds.blank
    declare(random.happens(declared, among: kinds.present), word, of: &block, &random)
    return kinds
  }

  /// Declares ballots invalid, one in eight of them on two grounds.
  private func declare(
    _ ballots: UInt64, _ word: Int, of block: inout SampleBlock, _ random: inout SplitMix64
  ) {
    let grounds = SampleBlock.declaredGrounds.count
    for ground in 0..<grounds { block.declared[ground * SampleBlock.wordsPerPlane + word] = 0 }
    forEachBit(of: ballots) { ballot in
      let first = random.below(grounds)
      block.declared[first * SampleBlock.wordsPerPlane + word] |= ballot
      if random.below(8) == 0 {
        block.declared[random.below(grounds) * SampleBlock.wordsPerPlane + word] |= ballot
      }
    }
  }
}

/// Calls `body` with each bit of `word` that is set, as a word in which it alone is, from the lowest on.
func forEachBit(of word: UInt64, _ body: (UInt64) -> Void) {
  var rest = word
  while rest != 0 {
    let lowest = rest & (0 &- rest)
    body(lowest)
    rest ^= lowest
  }
}
