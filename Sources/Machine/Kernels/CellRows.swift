/// Rows of bits that were read from lines of text: a number, if the lines have one, and a bit for each cell.
public struct CellRows: Sendable {
  /// The most rows at once.
  public static let capacity = 64

  /// Words of 64 bits for each row.
  public let wordsPerRow: Int
  /// Rows at hand.
  public internal(set) var count = 0
  /// Row after row: bit `i % 64` of word `i / 64` is the cell at index `i`.
  public internal(set) var words: [UInt64]
  /// The number of each row.
  public internal(set) var numbers: [Int]

  public init(cells: Int) {
    wordsPerRow = (cells + 63) / 64
    words = Array(repeating: 0, count: Self.capacity * wordsPerRow)
    numbers = Array(repeating: 0, count: Self.capacity)
  }

  /// The memory of ``numbers`` and ``words``, both for ``capacity`` rows, for the time of `body`.
  mutating func withRows<R>(_ body: (UnsafeMutablePointer<Int>, UnsafeMutablePointer<UInt64>) -> R) -> R {
    unsafe numbers.withUnsafeMutableBufferPointer { numbers in
      unsafe words.withUnsafeMutableBufferPointer { words in
        // Neither is empty: there are 64 rows.
        unsafe body(numbers.baseAddress.unsafelyUnwrapped, words.baseAddress.unsafelyUnwrapped)
      }
    }
  }
}
