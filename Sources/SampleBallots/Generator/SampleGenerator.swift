import Elections
import Machine
import Tallying

/// Makes the ballots of a set block by block. A block depends on the shape and its index alone.
struct SampleGenerator: Sendable {
  let shape: SampleShape
  let names: NameChances
  /// Where the numbers end of ballots of each other kind than the ordinary one that there is; they begin where those before end.
  private let kinds: [(kind: SampleBlock.Kind, end: Chance)]
  private let declared: Chance

  /// - Precondition: the shape has no obstacle.
  init(_ shape: SampleShape) {
    precondition(shape.obstacle == nil)
    self.shape = shape
    names = NameChances(shape)
    let rates = shape.rates
    let parts = [
      (SampleBlock.Kind.under, rates.undervotes), (.over, rates.overvotes), (.blank, rates.blank),
      (.malformed, rates.malformed),
    ]
    var end = 0
    kinds = parts.filter { $0.1 > 0 }.map { kind, rate in
      end += rate
      return (kind, Chance(end, of: SampleRates.whole))
    }
    declared = Chance(shape.rates.declared, of: SampleRates.whole)
  }

  /// Blocks in the set.
  var blocks: Int { (shape.ballots + SampleBlock.capacity - 1) / SampleBlock.capacity }

  /// Makes the block at `index`, and adds what it holds to the counts.
  func make(_ index: Int, in block: inout SampleBlock, adding counts: inout PlantedCounts) {
    block.begin(index, count: min(SampleBlock.capacity, shape.ballots - index * SampleBlock.capacity))
    block.random.begin(shape.seed, block: index)
    plan(&block)
    switch shape.style.form {
    case .strikeOut: leaveNames(&block)
    case .agreeDisagree: markLines(&block)
    }
    if let tied = names.tied { block.tie(tied.first, tied.second) }
    counts.add(&block)
  }

  /// Draws which ballots are of which kind, which rows are malformed, and what the board declares.
  private func plan(_ block: inout SampleBlock) {
    if !kinds.isEmpty {
      block.random.drawNumbers()
      block.plant(kinds)
    }
    if declared != .never {
      block.random.drawNumbers()
      block.declare(declared)
    }
  }
}

/// Calls `body` with each bit of `word` that is set, as a word in which it alone is, from the lowest on.
@inline(__always)
func forEachBit(of word: UInt64, _ body: (UInt64) -> Void) {
  var rest = word
  while rest != 0 {
    let lowest = rest & (0 &- rest)
    body(lowest)
    rest ^= lowest
  }
}
