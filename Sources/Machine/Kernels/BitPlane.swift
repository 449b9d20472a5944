/// 4,096 bits, one for each ballot of a block: 64 words, eight of them to a vector.
///
/// Bit `i` is bit `i % 64` of word `i / 64`; word `w` is lane `w % 8` of vector `w / 8`.
public struct BitPlane: Sendable {
  public static let words = 64
  public static let vectors = 8

  @usableFromInline
  var content: [8 of SIMD8<UInt64>]

  /// No bit set.
  @inlinable
  public init() {
    content = .init(repeating: SIMD8())
  }

  /// The vector of the words from `8 * vector` on.
  @inlinable
  public subscript(vector: Int) -> SIMD8<UInt64> {
    get { content[vector] }
    set { content[vector] = newValue }
  }

  @inlinable
  public subscript(word word: Int) -> UInt64 {
    get { content[word >> 3][word & 7] }
    set { content[word >> 3][word & 7] = newValue }
  }

  /// How many bits are set.
  @inlinable
  public var count: Int { count(among: self) }

  /// How many bits are set here and in `other`.
  ///
  /// The vectors are counted byte by byte, up to 64 in each byte, before anything is counted across: not every processor of the kind that
  /// the program is made for counts the bits of a word in one step.
  @inlinable
  public func count(among other: BitPlane) -> Int {
    var bytes = SIMD8<UInt64>()
    for vector in 0..<Self.vectors {
      var bits = content[vector] & other.content[vector]
      bits &-= bits &>> 1 & SIMD8(repeating: 0x5555_5555_5555_5555)
      let fours = SIMD8<UInt64>(repeating: 0x3333_3333_3333_3333)
      bits = (bits & fours) &+ (bits &>> 2 & fours)
      bytes &+= (bits &+ bits &>> 4) & SIMD8(repeating: 0x0F0F_0F0F_0F0F_0F0F)
    }
    let pairs = SIMD8<UInt64>(repeating: 0x00FF_00FF_00FF_00FF)
    let sums = (bytes & pairs) &+ (bytes &>> 8 & pairs)
    return Int(truncatingIfNeeded: (sums.wrappedSum() &* 0x0001_0001_0001_0001) &>> 48)
  }
}
