/// A set of names on the ballot, by their indices from 0: one bit each, 64 to a word.
public struct CandidateSet: Sendable, Hashable {
  /// Bit `i % 64` of word `i / 64` stands for the name at index `i`. Bits beyond the names are zero.
  public private(set) var words: [UInt64]

  /// The empty set of the names of `style`.
  public init(_ style: BallotStyle) {
    words = Array(repeating: 0, count: style.words)
  }

  public var count: Int { words.reduce(0) { $0 + $1.nonzeroBitCount } }

  public var isEmpty: Bool { words.allSatisfy { $0 == 0 } }

  public func contains(_ index: Int) -> Bool {
    words[index >> 6] >> UInt64(index & 63) & 1 == 1
  }

  /// - Returns: whether the name was not in the set before.
  @discardableResult
  public mutating func insert(_ index: Int) -> Bool {
    let bit: UInt64 = 1 << UInt64(index & 63)
    defer { words[index >> 6] |= bit }
    return words[index >> 6] & bit == 0
  }

  public mutating func removeAll() {
    for i in words.indices { words[i] = 0 }
  }

  /// Puts in the names that are out and takes out those that are in.
  ///
  /// - Parameter names: how many names the ballot bears, as in the style that the set was made for.
  public mutating func invert(names: Int) {
    for i in words.indices { words[i] = ~words[i] }
    if names & 63 != 0 { words[words.count - 1] &= (1 << UInt64(names & 63)) - 1 }
  }

  public mutating func formIntersection(_ other: CandidateSet) {
    for i in words.indices { words[i] &= other.words[i] }
  }

  public mutating func subtract(_ other: CandidateSet) {
    for i in words.indices { words[i] &= ~other.words[i] }
  }

  /// Calls `body` with each index in the set, in rising order.
  @inlinable
  public func forEach(_ body: (Int) -> Void) {
    for (i, word) in words.enumerated() {
      var rest = word
      while rest != 0 {
        body(i << 6 | rest.trailingZeroBitCount)
        rest &= rest &- 1
      }
    }
  }
}
