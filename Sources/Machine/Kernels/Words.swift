/// Reading and writing 64-bit words among bytes, little-endian, whatever their alignment.
public enum Words {
  /// The word at `offset`, which must lie within.
  public static func word(_ bytes: [UInt8], at offset: Int) -> UInt64 {
    unsafe UInt64(littleEndian: bytes.span.bytes.unsafeLoadUnaligned(fromByteOffset: offset, as: UInt64.self))
  }

  /// The `count` words from `offset` on, which must lie within.
  public static func words(_ bytes: [UInt8], at offset: Int, count: Int) -> [UInt64] {
    precondition(offset >= 0 && offset + 8 * count <= bytes.count)
    return (0..<count).map { word(bytes, at: offset + 8 * $0) }
  }

  /// Appends words to bytes.
  public static func append(_ words: some Sequence<UInt64>, to bytes: inout [UInt8]) {
    for word in words {
      var rest = word
      for _ in 0..<8 {
        bytes.append(UInt8(truncatingIfNeeded: rest))
        rest &>>= 8
      }
    }
  }

  /// A check value of the words of a stretch of bytes, a multiple of 64 bytes.
  ///
  /// Eight lanes take every eighth word: `lane = (lane ^ word) * K`, K being 2^64 / φ, from the number of the lane, 1 to 8; then the lanes are
  /// taken in the same way into one. Each step can be undone, so that no change within one word goes unnoticed; it is against
  /// damage, not against an attacker, for which there is the digest of the file.
  ///
  /// - Parameter range: of which the last word counts as zero, so that it can hold the value.
  public static func checksum(_ bytes: [UInt8], _ range: Range<Int>) -> UInt64 {
    precondition(range.count % 64 == 0 && range.lowerBound >= 0 && range.upperBound <= bytes.count)
    guard !range.isEmpty else { return 0 }
    let multiplier: UInt64 = 0x9E37_79B9_7F4A_7C15
    var lanes: [8 of UInt64] = [1, 2, 3, 4, 5, 6, 7, 8]
    unsafe bytes.withUnsafeBytes { bytes in
      var at = range.lowerBound
      while at < range.upperBound {
        for lane in 0..<8 {
          let word = unsafe UInt64(
            littleEndian: bytes.loadUnaligned(fromByteOffset: at &+ 8 &* lane, as: UInt64.self))
          lanes[lane] = (lanes[lane] ^ word) &* multiplier
        }
        at &+= 64
      }
    }
    // The last lane took its last word; taking it as zero instead undoes one step.
    let last = word(bytes, at: range.upperBound - 8)
    let before = (lanes[7] &* Self.inverse) ^ last
    lanes[7] = before &* multiplier
    var value: UInt64 = 0
    for lane in 0..<8 {
      value = (value ^ lanes[lane]) &* multiplier
      value ^= value &>> 32
    }
    return value
  }

  /// The number that gives 1 with K, modulo 2^64.
  private static let inverse: UInt64 = {
    // Newton's iteration doubles the bits that are right.
    let multiplier: UInt64 = 0x9E37_79B9_7F4A_7C15
    var inverse = multiplier
    for _ in 0..<6 { inverse = inverse &* (2 &- multiplier &* inverse) }
    return inverse
  }()
}
