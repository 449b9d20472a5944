/// Planes of 4,096 bits, one for each ballot of a block, one plane behind another.
///
/// A plane is 64 words, eight of them to a vector: bit `i` is bit `i % 64` of word `i / 64`, and word `w` is lane `w % 8` of vector `w / 8`.
public struct BitPlanes: Sendable {
  /// Words of a plane.
  public static let words = 64
  /// Vectors of a plane.
  public static let vectors = 8

  /// How many planes there are.
  public let count: Int
  /// Vector after vector, plane after plane.
  @usableFromInline
  var content: [SIMD8<UInt64>]

  /// No bit set.
  public init(count: Int) {
    self.count = count
    content = Array(repeating: SIMD8(), count: count * Self.vectors)
  }

  @inlinable
  public subscript(plane: Int, vector: Int) -> SIMD8<UInt64> {
    get { content[plane &* Self.vectors &+ vector] }
    _modify { yield &content[plane &* Self.vectors &+ vector] }
  }

  @inlinable
  public subscript(plane: Int, word word: Int) -> UInt64 {
    get { content[plane &* Self.vectors &+ word >> 3][word & 7] }
    set { content[plane &* Self.vectors &+ word >> 3][word & 7] = newValue }
  }

  /// The words, for the time of `body`: those of a plane one behind another, plane after plane.
  func withWords(_ body: (UnsafePointer<UInt64>?) -> Void) {
    // A vector is eight words and nothing else, and is aligned as words at least.
    unsafe content.withUnsafeBytes { unsafe body($0.baseAddress?.assumingMemoryBound(to: UInt64.self)) }
  }

  /// The same to be changed.
  mutating func withMutableWords(_ body: (UnsafeMutablePointer<UInt64>?) -> Void) {
    unsafe content.withUnsafeMutableBytes {
      unsafe body($0.baseAddress?.assumingMemoryBound(to: UInt64.self))
    }
  }

  /// Copies a word of each of `count` planes from `first` on.
  public func copy(word: Int, from first: Int, into words: inout [UInt64], count: Int) {
    precondition((0..<Self.words).contains(word) && (0...self.count - first).contains(count) && first >= 0)
    precondition(count <= words.count)
    unsafe withWords { planes in
      guard let planes = unsafe planes else { return }
      for plane in 0..<count { words[plane] = unsafe planes[(first &+ plane) &* Self.words &+ word] }
    }
  }

  /// Clears all bits.
  public mutating func removeAll() {
    for index in content.indices { content[index] = SIMD8() }
  }

  /// Whether no bit is set.
  public var isEmpty: Bool { content.reduce(into: SIMD8()) { $0 |= $1 } == SIMD8() }

  /// How many bits are set in the vectors that `bits` gives for 0 to 7.
  ///
  /// They are counted byte by byte, up to 64 in each, before anything is counted across: not every processor of the kind that the program is
  /// made for counts the bits of a word in one step.
  @inlinable
  public static func count(_ bits: (Int) -> SIMD8<UInt64>) -> Int {
    let (pairs, fours) = (
      SIMD8<UInt64>(repeating: 0x5555_5555_5555_5555), SIMD8<UInt64>(repeating: 0x3333_3333_3333_3333)
    )
    var bytes = SIMD8<UInt64>()
    for vector in 0..<vectors {
      var bits = bits(vector)
      bits &-= bits &>> 1 & pairs
      bits = (bits & fours) &+ (bits &>> 2 & fours)
      bytes &+= (bits &+ bits &>> 4) & SIMD8(repeating: 0x0F0F_0F0F_0F0F_0F0F)
    }
    let words = SIMD8<UInt64>(repeating: 0x00FF_00FF_00FF_00FF)
    let sum = ((bytes & words) &+ (bytes &>> 8 & words)).wrappedSum()
    return Int(truncatingIfNeeded: (sum &* 0x0001_0001_0001_0001) &>> 48)
  }
}
