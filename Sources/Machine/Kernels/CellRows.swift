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
  /// Rows at hand; more than ``capacity`` only where their bits went into columns.
  public internal(set) var count = 0
  /// Whether the last number is known to rise by one from line to line, with all else before the cells being the same. Then only the
  /// numbers and the offset of the first row are kept.
  public internal(set) var isRising = false
  /// Row after row, set after set: bit `i % 64` of word `i / 64` is the cell at index `i`.
  public internal(set) var words: [UInt64]
  /// Row after row, in the order of the columns.
  private var numbers: [Int]
  private var offsets: [Int]
  /// The lines between the rows that were passed over.
  public internal(set) var passed = PassedLines()

  public init(cells: Int, sets: Int = 1, numbersPerRow: Int = 1) {
    precondition(cells > 0 && sets > 0 && numbersPerRow > 0)
    wordsPerSet = (cells + 63) / 64
    self.sets = sets
    self.numbersPerRow = numbersPerRow
    words = Array(repeating: 0, count: Self.capacity * sets * wordsPerSet)
    numbers = Array(repeating: 0, count: Self.capacity * numbersPerRow)
    offsets = Array(repeating: 0, count: Self.capacity)
  }

  /// Takes what a scanner read.
  ///
  /// - Parameter isRising: whether ``isRising`` is known already; otherwise all numbers are looked at.
  mutating func take(count: Int, isRising: Bool) {
    self.count = count
    self.isRising = isRising || (count > 0 && allRise)
  }

  /// Takes lines whose bits went into columns, and whose numbers rise by one from `number` on.
  mutating func take(count: Int, risingFrom number: Int, offset: Int) {
    (self.count, isRising) = (count, true)
    numbers[numbersPerRow - 1] = number
    offsets[0] = offset
  }

  private var allRise: Bool {
    for row in 1..<count {
      guard offsets[row] == offsets[0] else { return false }
      for i in 0..<numbersPerRow {
        let rise = i == numbersPerRow - 1 ? row : 0
        guard numbers[row * numbersPerRow + i] == numbers[i] + rise else { return false }
      }
    }
    return true
  }

  /// The number of a row in the column of numbers at `index`.
  ///
  /// - Parameter passed: how many lines before the row were passed over.
  public func number(_ row: Int, _ index: Int, behind passed: Int = 0) -> Int {
    guard isRising else { return numbers[row * numbersPerRow + index] }
    return index == numbersPerRow - 1 ? numbers[index] + row + passed : numbers[index]
  }

  /// The bytes of a row's line before its last number.
  public func offset(_ row: Int) -> Int { offsets[isRising ? 0 : row] }

  /// Words of each row.
  public var wordsPerRow: Int { sets * wordsPerSet }

  /// The memory of all rows, and what takes the lines between them that are passed over, for the time of `body`.
  mutating func withRows(_ body: (RowMemory, inout PassedLines) -> Void) {
    let strides = (numbersPerRow, wordsPerRow, wordsPerSet)
    unsafe numbers.withUnsafeMutableBufferPointer { numbers in
      unsafe words.withUnsafeMutableBufferPointer { words in
        unsafe offsets.withUnsafeMutableBufferPointer { offsets in
          // None is empty: there are 64 rows.
          unsafe body(
            RowMemory(
              numbers: numbers.baseAddress.unsafelyUnwrapped, words: words.baseAddress.unsafelyUnwrapped,
              offsets: offsets.baseAddress.unsafelyUnwrapped, numbersPerRow: strides.0,
              wordsPerRow: strides.1,
              wordsPerSet: strides.2), &passed)
        }
      }
    }
  }
}

/// The memory of ``CellRows`` from one row on.
@unsafe struct RowMemory {
  let numbers: UnsafeMutablePointer<Int>
  let words: UnsafeMutablePointer<UInt64>
  let offsets: UnsafeMutablePointer<Int>
  let numbersPerRow: Int
  let wordsPerRow: Int
  let wordsPerSet: Int

  /// The memory from the row on that is `row` further.
  func from(_ row: Int) -> RowMemory {
    unsafe RowMemory(
      numbers: numbers + row * numbersPerRow, words: words + row * wordsPerRow, offsets: offsets + row,
      numbersPerRow: numbersPerRow, wordsPerRow: wordsPerRow, wordsPerSet: wordsPerSet)
  }

  /// Gives rows the numbers and the offset of the first.
  ///
  /// - Parameters:
  ///   - count: how many rows, with the first.
  ///   - rise: how much more the last number is from row to row.
  func follow(_ count: Int, rise: Int) {
    for row in 1..<max(1, count) {
      unsafe offsets[row] = offsets[0]
      let numbers = unsafe numbers + row * numbersPerRow
      unsafe numbers.update(from: self.numbers, count: numbersPerRow)
      unsafe numbers[numbersPerRow - 1] += row * rise
    }
  }

  /// The last number of a row.
  func lastNumber(_ row: Int) -> Int { unsafe numbers[row * numbersPerRow + numbersPerRow - 1] }
}
