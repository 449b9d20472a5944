public import Machine

/// Turns a word of each plane, 64 ballots, back into rows of bits.
public struct PlaneRows: Sendable {
  /// Words of 64 bits for each row.
  public let wordsPerRow: Int
  /// Row after row, 64 of them: bit `i % 64` of word `i / 64` is the mark for the name at index `i`.
  public private(set) var words: [UInt64]
  private let names: Int
  private var transposition: Transposition

  public init(names: Int) {
    self.names = names
    wordsPerRow = (names + 63) / 64
    words = Array(repeating: 0, count: 64 * wordsPerRow)
    transposition = Transposition(names: min(names, 64))
  }

  /// Takes 64 ballots.
  ///
  /// - Parameters:
  ///   - planes: a plane for each name, `stride` words apart.
  ///   - first: the index of the wanted word of the first plane.
  public mutating func take(_ planes: [UInt64], from first: Int, stride: Int) {
    for i in 0..<wordsPerRow {
      transposition.transposeBack(
        planes, from: first + i * 64 * stride, stride: stride, names: min(64, names - i * 64), into: &words,
        at: i,
        rowStride: wordsPerRow)
    }
  }

  /// Takes the 64 ballots of a word of planes that stand for themselves.
  ///
  /// - Parameter first: the index of the plane of the first name.
  public mutating func take(_ word: Int, of planes: BitPlanes, from first: Int) {
    take((first..<first + names).map { planes[$0, word: word] }, from: 0, stride: 1)
  }
}
