import Machine

/// The random numbers of a block: a number at a time, and planes of bits.
struct BlockRandom: Sendable {
  /// Planes that are drawn at once.
  static let portion = 32

  var numbers = SplitMix64(seed: 0, block: 0)
  private var bits: RandomPlanes
  /// Room for a portion of planes.
  private(set) var planes = BitPlanes(count: portion)

  init(_ instructions: Instructions) {
    bits = RandomPlanes(instructions)
  }

  /// Begins with the numbers of a block.
  mutating func begin(_ seed: UInt64, block: Int) {
    numbers = SplitMix64(seed: seed, block: UInt64(block))
    bits.begin { numbers.next() }
  }

  /// Draws the first ``planes`` anew, each bit being set as likely as not.
  mutating func drawEven(_ count: Int) {
    precondition(count <= Self.portion)
    draw(Array(repeating: 1 << 15, count: count))
  }

  /// Draws the first ``planes`` anew.
  ///
  /// - Parameter chances: of each bit of each plane, in parts of 65,536; no more than a portion.
  mutating func draw(_ chances: [UInt16]) { bits.fill(&planes, chances: chances) }

  /// Draws 32 binary digits of a number for each ballot of a block, the lowest first.
  mutating func drawNumbers() { drawEven(32) }

  /// The ballots of a vector whose number is less than a chance, after ``drawNumbers()``.
  func less(than chance: Chance, _ vector: Int) -> SIMD8<UInt64> {
    if chance == .never || chance == .always { return SIMD8(repeating: chance == .never ? 0 : ~0) }
    var less = SIMD8<UInt64>()
    for place in chance.parts.trailingZeroBitCount..<32 {
      // Random bits, so that a set one may stand for the digit 0. Less is what has the digit 0 for a 1, or has the same digit and was less
      // by those before.
      let digit = planes[place, vector]
      if chance.parts >> UInt64(place) & 1 == 1 { less |= digit } else { less &= digit }
    }
    return less
  }

  /// The numbers below `count` in an order of which each is as likely.
  mutating func order(_ count: Int) -> [Int] {
    var order = Array(0..<count)
    for last in (1..<count).reversed() { order.swapAt(last, numbers.below(last + 1)) }
    return order
  }
}
