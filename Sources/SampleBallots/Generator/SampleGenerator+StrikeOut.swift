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
        let isUnder = under & ballot != 0
        let places = isUnder ? seats : others
        let (first, less) = numbers.two(below: places, isUnder ? places - 1 : places)
        return (first, 1 + less, places)
      }
    }
    block.spread.stretches.finish()
    block.random.numbers = numbers
  }

  /// Pairs names, and draws anew which of a pair is left on the ballots that have one of the two (a step of Gibbs sampling).
  ///
  /// The pairs are the places whose sum is a drawn number, the places being those around a circle.
  private func exchange(_ order: [Int], _ block: inout SampleBlock) {
    let sum = block.random.numbers.below(order.count)
    let pairs = order.indices.compactMap { place -> (first: Int, second: Int)? in
      let other = place <= sum ? sum - place : sum - place + order.count
      return place < other ? (order[place], order[other]) : nil
    }
    for start in stride(from: 0, to: pairs.count, by: BlockRandom.portion) {
      let portion = pairs[start..<min(pairs.count, start + BlockRandom.portion)]
      block.random.draw(portion.map { UInt16(names.share(of: $0.first, against: $0.second)) << 8 })
      for (drawn, pair) in portion.enumerated() {
        for vector in 0..<BitPlanes.vectors {
          let (first, second) = (block.marks[pair.first, vector], block.marks[pair.second, vector])
          let changed = (first ^ second) & (first ^ block.random.planes[drawn, vector])
          block.marks[pair.first, vector] = first ^ changed
          block.marks[pair.second, vector] = second ^ changed
        }
      }
    }
  }
}
