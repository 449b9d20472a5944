/// Rows of bits that were read from lines of text: numbers, if the lines have any, and one or two sets of cells, a bit for each.
public struct CellRows: Sendable {
  /// The most rows at once.
  public static let capacity = 64

  /// Words of 64 bits for each set of cells of a row.
  public let wordsPerSet: Int
  /// How many sets of cells a row has.
  public let sets: Int
  /// How many numbers a row has, 1 at least.
  public let numbersPerRow: Int
  /// Rows at hand.
  public internal(set) var count = 0
  /// Row after row, set after set: bit `i % 64` of word `i / 64` is the cell at index `i`.
  public internal(set) var words: [UInt64]
  /// Row after row, in the order of the columns.
  public internal(set) var numbers: [Int]
  /// For each row, the bytes of its line before the last number.
  public internal(set) var offsets: [Int]

  public init(cells: Int, sets: Int = 1, numbersPerRow: Int = 1) {
    precondition(cells > 0 && sets > 0 && numbersPerRow > 0)
    wordsPerSet = (cells + 63) / 64
    self.sets = sets
    self.numbersPerRow = numbersPerRow
    words = Array(repeating: 0, count: Self.capacity * sets * wordsPerSet)
    numbers = Array(repeating: 0, count: Self.capacity * numbersPerRow)
    offsets = Array(repeating: 0, count: Self.capacity)
  }

  /// Words of each row.
  public var wordsPerRow: Int { sets * wordsPerSet }

  /// The memory of ``numbers``, ``words`` and ``offsets``, all for ``capacity`` rows, for the time of `body`.
  mutating func withRows(
    _ body: (UnsafeMutablePointer<Int>, UnsafeMutablePointer<UInt64>, UnsafeMutablePointer<Int>) -> Void
  ) {
    unsafe numbers.withUnsafeMutableBufferPointer { numbers in
      unsafe words.withUnsafeMutableBufferPointer { words in
        unsafe offsets.withUnsafeMutableBufferPointer { offsets in
          // None is empty: there are 64 rows.
          unsafe body(
            numbers.baseAddress.unsafelyUnwrapped, words.baseAddress.unsafelyUnwrapped,
            offsets.baseAddress.unsafelyUnwrapped)
        }
      }
    }
  }
}
