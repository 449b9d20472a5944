import Elections
import Machine
import Tallying

/// Ballots with more names than seats.
///
/// Two steps, each plane by plane, in an order of the names that is drawn for each block. The first leaves exactly as many names on each ballot
/// as its kind has, each name by its chance. The second has pairs of names change places on ballots that have one of the two, which keeps
/// the numbers and the chances, and makes patterns many.
extension SampleGenerator {
  /// How many pairs each name is in, but one that is left over when the names are paired.
  private static let rounds = 2

  /// Leaves names on ballots, exactly as many on each as its kind has.
  func leaveNames(_ block: inout SampleBlock) {
    block.random.shuffle(&block.spread.order)
    spread(&block)
    for _ in 0..<Self.rounds { exchange(&block) }
  }

  /// Leaves as many names as there are seats, each on its part of the ballots (systematic sampling, Madow 1949); fewer of these on
  /// undervotes, others beside them on overvotes, as ``NameSpread`` says.
  private func spread(_ block: inout SampleBlock) {
    let digits = Self.digits(shape.style.names)
    // In parts of 2^32; the last is exactly the seats.
    var end: UInt64 = 0
    for place in block.spread.order.indices {
      end += names.chances[Int(block.spread.order[place])].parts
      block.spread.ends[place] = UInt32(end >> UInt64(32 - digits))
    }
    for vector in 0..<BitPlanes.vectors {
      let (under, over) = (block[.under, vector], block[.over, vector])
      block.spread.kinds[NameSpread.Kind.ordinary.rawValue, vector] = block.marked(vector) & ~under
      block.spread.kinds[NameSpread.Kind.fewer.rawValue, vector] = under
      block.spread.kinds[NameSpread.Kind.more.rawValue, vector] = over
    }
    if shape.rates.undervotes + shape.rates.overvotes > 0 {
      block.spread.drawStretches(&block.random.numbers)
    }
    block.random.drawEven(digits)
    block.spread.fill(&block.marks, block.random.planes, digits: digits)
  }

  /// The binary digits of the numbers that ballots draw: six more than those of the number of names, so that each has its part.
  private static func digits(_ names: Int) -> Int { min(Int.bitWidth - names.leadingZeroBitCount + 6, 16) }

  /// Pairs names, and draws anew which of a pair is left on the ballots that have one of the two: the first as likely as it was on these, so that
  /// all names can be expected to keep their votes.
  ///
  /// The pairs are the places whose sum is a drawn number, the places being those around a circle.
  private func exchange(_ block: inout SampleBlock) {
    let count = shape.style.names
    let sum = block.random.numbers.below(count)
    block.pairs.removeAll(keepingCapacity: true)
    for place in 0..<count {
      let other = place <= sum ? sum - place : sum - place + count
      if place < other { block.pairs.append([block.spread.order[place], block.spread.order[other]]) }
    }
    block.random.exchange(&block.marks, block.pairs)
  }
}
