/// A check value of words, taken piece by piece; the last word counts as zero, so that it can hold the value.
///
/// Eight lanes take every eighth word: `lane = (lane ^ word) * K`, K being 2^64 / φ, from the number of the lane, 1 to 8; then the lanes are
/// taken in the same way into one. Each step can be undone, so that no change within one word goes unnoticed; it is against
/// damage, not against an attacker, for which there is the digest of the file.
public struct CheckValue: Sendable {
  var lanes: [8 of UInt64] = [1, 2, 3, 4, 5, 6, 7, 8]
  private static let multiplier: UInt64 = 0x9E37_79B9_7F4A_7C15

  public init() {}

  /// Takes the next words.
  ///
  /// - Parameter range: where they stand, a multiple of 64 bytes.
  public mutating func take(_ bytes: [UInt8], _ range: Range<Int>) {
    precondition(range.count % 64 == 0 && range.lowerBound >= 0 && range.upperBound <= bytes.count)
    unsafe bytes.withUnsafeBytes { bytes in
      var at = range.lowerBound
      while at < range.upperBound {
        for lane in 0..<8 {
          let word = unsafe UInt64(
            littleEndian: bytes.loadUnaligned(fromByteOffset: at &+ 8 &* lane, as: UInt64.self))
          lanes[lane] = (lanes[lane] ^ word) &* Self.multiplier
        }
        at &+= 64
      }
    }
  }

  /// The value of all words so far.
  ///
  /// - Parameter last: the last word, which the last lane took and which counts as zero: taking it so undoes one step.
  public func value(last: UInt64) -> UInt64 {
    var value: UInt64 = 0
    for lane in 0..<8 {
      let taken =
        lane == 7 ? ((lanes[7] &* Self.inverse) ^ last) &* Self.multiplier : lanes[lane]
      value = (value ^ taken) &* Self.multiplier
      value ^= value &>> 32
    }
    return value
  }

  /// The number that gives 1 with K, modulo 2^64.
  private static let inverse: UInt64 = {
    // Newton's iteration doubles the bits that are right.
    var inverse = multiplier
    for _ in 0..<6 { inverse = inverse &* (2 &- multiplier &* inverse) }
    return inverse
  }()
}
