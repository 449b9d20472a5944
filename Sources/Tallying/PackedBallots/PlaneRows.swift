public import Machine

/// Turns a word of each plane, 64 ballots, back into rows of bits.
public struct PlaneRows: Sendable {
  /// Words of 64 bits for each row.
  public let wordsPerRow: Int
  /// Row after row, 64 of them: bit `i % 64` of word `i / 64` is the mark for the name at index `i`.
  public private(set) var words: [UInt64]
  private let names: Int
  private var transposition: Transposition
  /// Room for 64 columns.
  private var columns = Array(repeating: UInt64(0), count: 64)

  public init(names: Int) {
    self.names = names
    wordsPerRow = (names + 63) / 64
    words = Array(repeating: 0, count: 64 * wordsPerRow)
    transposition = Transposition(names: min(names, 64))
  }

  /// Takes 64 ballots.
  ///
  /// - Parameters:
  ///   - word: of each plane.
  ///   - planes: a plane for each name, from `first` on.
  public mutating func take(_ word: Int, of planes: BitPlanes, from first: Int) {
    for i in 0..<wordsPerRow {
      let count = min(64, names - i * 64)
      planes.copy(word: word, from: first + i * 64, into: &columns, count: count)
      transposition.transposeBack(&columns, names: count, into: &words, at: i, rowStride: wordsPerRow)
    }
  }
}
