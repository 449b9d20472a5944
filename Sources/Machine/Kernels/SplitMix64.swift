/// Random numbers that are the same on every machine: SplitMix64 (Steele, Lea and Flood, "Fast Splittable Pseudorandom
/// Number Generators", OOPSLA 2014).
///
/// The state is a counter that a constant is added to, so that one can begin anywhere: every block of a sample begins 2^32
/// numbers behind the one before, which is more than a block can draw. Blocks are made on any thread, in any order, and are
/// the same. From seed 0 the first number of block 0 is `0xE220A8397B1DCDAF`.
public struct SplitMix64: Sendable {
  @usableFromInline
  var state: UInt64
  @usableFromInline
  static let step: UInt64 = 0x9E37_79B9_7F4A_7C15

  /// The numbers of the block at `block`, which must be less than 2^32.
  @inlinable
  public init(seed: UInt64, block: UInt64) {
    state = seed &+ (block &<< 32) &* Self.step
  }

  /// The next number.
  @inlinable
  @inline(__always)
  public mutating func next() -> UInt64 {
    state &+= Self.step
    var z = state
    z = (z ^ z &>> 30) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ z &>> 27) &* 0x94D0_49BB_1331_11EB
    return z ^ z &>> 31
  }

  /// A number from 0 to `limit - 1`. Not exactly even, by less than `limit` in 2^64.
  @inlinable
  @inline(__always)
  public mutating func below(_ limit: Int) -> Int {
    Int(truncatingIfNeeded: next().multipliedFullWidth(by: UInt64(limit)).high)
  }

  /// A number below each of two limits, of one that is drawn. Not exactly even, by less than a limit in 2^32.
  @inlinable
  @inline(__always)
  public mutating func two(below first: Int, _ second: Int) -> (Int, Int) {
    let drawn = next()
    let (high, low) = (Int(truncatingIfNeeded: drawn &>> 32), Int(truncatingIfNeeded: drawn & 0xFFFF_FFFF))
    return ((high &* first) &>> 32, (low &* second) &>> 32)
  }
}
