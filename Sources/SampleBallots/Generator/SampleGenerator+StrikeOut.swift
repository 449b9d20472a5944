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
    let order = block.random.order(shape.style.names)
    spread(order, &block)
    for _ in 0..<Self.rounds { exchange(order, &block) }
  }

  /// Leaves as many names as there are seats, each on its part of the ballots (systematic sampling, Madow 1949); fewer of these on
  /// undervotes, others beside them on overvotes, as ``NameSpread`` says.
  private func spread(_ order: [Int], _ block: inout SampleBlock) {
    let digits = Self.digits(shape.style.names)
    // In parts of 2^32; the last is exactly the seats.
    var end: UInt64 = 0
    for (place, name) in order.enumerated() {
      end += names.chances[name].parts
      block.spread.order[place] = UInt32(name)
      block.spread.ends[place] = UInt32(end >> UInt64(32 - digits))
    }
    for vector in 0..<BitPlanes.vectors {
      let (under, over) = (block[.under, vector], block[.over, vector])
      block.spread.kinds[NameSpread.Kind.ordinary.rawValue, vector] = block.marked(vector) & ~under
      block.spread.kinds[NameSpread.Kind.fewer.rawValue, vector] = under
      block.spread.kinds[NameSpread.Kind.more.rawValue, vector] = over
    }
    if shape.rates.undervotes + shape.rates.overvotes > 0 { stretch(&block) }
    block.random.drawEven(digits)
    block.spread.fill(&block.marks, block.random.planes, digits: digits)
  }

  /// The binary digits of the numbers that ballots draw: six more than those of the number of names, so that each has its part.
  private static func digits(_ names: Int) -> Int { min(Int.bitWidth - names.leadingZeroBitCount + 6, 16) }

  /// Draws which of the names that are left stay on undervotes, and which others join them on overvotes, by their numbers.
  private func stretch(_ block: inout SampleBlock) {
    var numbers = block.random.numbers
    let (seats, others) = (shape.style.seats, shape.style.names - shape.style.seats)
    for word in 0..<block.usedWords {
      let under = block[.under, word: word]
      block.spread.stretches.fill(word, under | block[.over, word: word]) { ballot in
        let isUnder = under & ballot != 0 ? 1 : 0
        let places = others &+ isUnder &* (seats &- others)
        let (first, less) = numbers.two(below: places, places &- isUnder)
        return (first, 1 &+ less, places)
      }
    }
    block.spread.stretches.finish()
    block.random.numbers = numbers
  }

  /// Pairs names, and draws anew which of a pair is left on the ballots that have one of the two: the first as likely as it was on these, so that
  /// all names can be expected to keep their votes.
  ///
  /// The pairs are the places whose sum is a drawn number, the places being those around a circle.
  private func exchange(_ order: [Int], _ block: inout SampleBlock) {
    let sum = block.random.numbers.below(order.count)
    let pairs = order.indices.compactMap { place -> SIMD2<UInt32>? in
      let other = place <= sum ? sum - place : sum - place + order.count
      return place < other ? [UInt32(order[place]), UInt32(order[other])] : nil
    }
    let both = block.marks.common(with: block.marks, pairs, block.instructions)
    let votes = block.marks.common(with: block.marks, names.alone, block.instructions)
    for start in stride(from: 0, to: pairs.count, by: BlockRandom.portion) {
      let portion = start..<min(pairs.count, start + BlockRandom.portion)
      block.random.draw(
        portion.map { pair in
          let (first, second) = (votes[Int(pairs[pair][0])], votes[Int(pairs[pair][1])])
          return Self.share(first - both[pair], of: first + second - 2 * both[pair])
        })
      for pair in portion {
        let (one, other) = (Int(pairs[pair][0]), Int(pairs[pair][1]))
        for vector in 0..<BitPlanes.vectors {
          let (first, second) = (block.marks[one, vector], block.marks[other, vector])
          let changed = (first ^ second) & (first ^ block.random.planes[pair - start, vector])
          block.marks[one, vector] = first ^ changed
          block.marks[other, vector] = second ^ changed
        }
      }
    }
  }

  /// A part of all in parts of 65,536, to eight binary digits, and never none or all, so that no name is without any votes.
  private static func share(_ part: Int, of all: Int) -> UInt16 {
    UInt16(min(max((256 * part + all / 2) / max(all, 1), 1), 255)) << 8
  }
}
