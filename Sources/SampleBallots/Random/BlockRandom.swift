import Machine

/// The random numbers of a block: a number at a time, and planes of bits.
struct BlockRandom: Sendable {
  /// Planes that are drawn at once.
  static let portion = 32

  var numbers = SplitMix64(seed: 0, block: 0)
  private var bits: RandomPlanes
  /// Room for a portion of planes.
  private(set) var planes = BitPlanes(count: portion)
  private let instructions: Instructions
  /// Chances of a portion of planes that are as likely as not.
  private let even = Array(repeating: UInt16(1 << 15), count: portion)

  init(_ instructions: Instructions) {
    bits = RandomPlanes(instructions)
    self.instructions = instructions
  }

  /// Begins with the numbers of a block.
  mutating func begin(_ seed: UInt64, block: Int) {
    numbers = SplitMix64(seed: seed, block: UInt64(block))
    bits.begin { numbers.next() }
  }

  /// Draws the first ``planes`` anew, each bit being set as likely as not.
  mutating func drawEven(_ count: Int) { bits.fill(&planes, chances: even[..<count]) }

  /// Draws the first ``planes`` anew.
  ///
  /// - Parameter chances: of each bit of each plane, in parts of 65,536; no more than a portion.
  mutating func draw(_ chances: ArraySlice<UInt16>) { bits.fill(&planes, chances: chances) }

  /// Draws 32 binary digits of a number for each ballot of a block, the lowest first.
  mutating func drawNumbers() { drawEven(32) }

  /// Fills a plane with the ballots whose number is less than a chance, after ``drawNumbers()``.
  func fill(_ ballots: inout BitPlanes, _ plane: Int, withNumbersBelow chance: Chance) {
    planes.fill(&ballots, plane, withNumbersBelow: chance.parts, digits: 32, instructions)
  }

  /// Has pairs of planes change places, as ``RandomPlanes`` says.
  mutating func exchange(_ marks: inout BitPlanes, _ pairs: [SIMD2<UInt32>]) { bits.exchange(&marks, pairs) }

  /// Puts the numbers below the count of `order` into an order of which each is as likely.
  mutating func shuffle(_ order: inout [UInt32]) {
    for place in order.indices { order[place] = UInt32(place) }
    for last in order.indices.dropFirst().reversed() { order.swapAt(last, numbers.below(last + 1)) }
  }
}
