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
  fileprivate mutating func withRows(
    _ body: (UnsafeMutablePointer<Int>, UnsafeMutablePointer<UInt64>) -> Void
  ) {
    unsafe numbers.withUnsafeMutableBufferPointer { numbers in
      unsafe words.withUnsafeMutableBufferPointer { words in
        guard let numbers = numbers.baseAddress, let words = words.baseAddress else { return }
        unsafe body(numbers, words)
      }
    }
  }
}

/// Reads lines of the usual shape of a matrix: `[number SEP] [SEP] c SEP c SEP … c [CR] LF`, where every `c` is `0` or `1`.
///
/// Eight bytes are looked at together: with `,` as separator, four cells `1,0,0,1,` are right if the bytes without the last bit of each
/// cell are `0,0,0,0,`, and those bits are the row. Every byte is compared; a line that differs in any is left to the caller.
public struct CellRowScanner: Sendable {
  /// What stands before the cells.
  public enum Leading: Sendable {
    /// A whole number in digits.
    case number
    /// A cell that is empty in usual lines.
    case empty
  }

  private let leading: [Leading]
  private let cells: Int
  private let separator: UInt8
  private let numberLimit: Int
  private let wholeGroups: Int
  private let groupPattern: UInt64
  private let lastMask: UInt64
  private let lastPattern: UInt64
  private let lastBits: UInt64
  /// Digits of the last number: the next is tried with as many.
  private var digits = 1

  /// - Parameters:
  ///   - leading: the columns before the cells.
  ///   - cells: how many cells of one byte a line has, at least 1.
  ///   - separator: the byte between them.
  ///   - numberLimit: the largest number that is usual.
  public init(leading: [Leading], cells: Int, separator: UInt8, numberLimit: Int) {
    precondition(cells > 0)
    self.leading = leading
    self.cells = cells
    self.separator = separator
    self.numberLimit = numberLimit
    // The last group has one to four cells and no separator behind the last of them.
    wholeGroups = (cells - 1) / 4
    let last = cells - 4 * wholeGroups
    groupPattern = (0..<4).reduce(0) { $0 | (0x30 | UInt64(separator) << 8) << UInt64(16 * $1) }
    let used = ~(0 as UInt64) >> UInt64(64 - (16 * last - 8))
    lastPattern = groupPattern & used
    lastMask = used & ~Self.cellBits
    lastBits = used & Self.cellBits
  }

  private static let cellBits: UInt64 = 0x0001_0001_0001_0001
  private static let gather: UInt64 = 1 << 48 | 1 << 33 | 1 << 18 | 1 << 3

  /// Reads usual lines from `start` on into `rows`, until the rows are full, a line is unusual, or the bytes end.
  ///
  /// - Parameters:
  ///   - bytes: text in which a line begins at `start`. Of the last bytes, up to eight are never read.
  ///   - rows: emptied first.
  /// - Returns: where the first line begins that was not read.
  public mutating func scan(_ bytes: Span<UInt8>, from start: Int, into rows: inout CellRows) -> Int {
    precondition((0...bytes.count).contains(start) && rows.wordsPerRow == (cells + 63) / 64)
    var (digits, count, at) = (digits, 0, start)
    let wordsPerRow = rows.wordsPerRow
    unsafe rows.withRows { numbers, words in
      unsafe bytes.withUnsafeBufferPointer { bytes in
        while count < CellRows.capacity,
          let next = unsafe line(bytes, at, &digits, &numbers[count], words + count * wordsPerRow)
        {
          at = next
          count += 1
        }
      }
    }
    self.digits = digits
    rows.count = count
    return at
  }

  /// Reads the line at `start`.
  ///
  /// All loads lie within the bytes: eight bytes are loaded only where eight are left, which the checks before them see to.
  ///
  /// - Returns: where the next line begins, or `nil` if this one is unusual.
  @inline(__always)
  private func line(
    _ bytes: UnsafeBufferPointer<UInt8>, _ start: Int, _ digits: inout Int, _ number: inout Int,
    _ words: UnsafeMutablePointer<UInt64>
  ) -> Int? {
    var at = start
    for column in leading {
      switch column {
      case .empty:
        guard unsafe at < bytes.count && bytes[at] == separator else { return nil }
        at += 1
      case .number:
        guard let value = unsafe decimal(bytes, at, &digits), value <= numberLimit else { return nil }
        number = value
        at += digits + 1
      }
    }
    // The loads end before the line feed or at most seven bytes behind it, and a carriage return may come between.
    guard at + 2 * cells + 8 <= bytes.count else { return nil }
    let base = unsafe UnsafeRawPointer(bytes.baseAddress.unsafelyUnwrapped)
    var wrong: UInt64 = 0
    var word: UInt64 = 0
    var shift: UInt64 = 0
    var index = 0
    for _ in 0..<wholeGroups {
      let group = unsafe UInt64(littleEndian: base.loadUnaligned(fromByteOffset: at, as: UInt64.self))
      wrong |= (group & ~Self.cellBits) ^ groupPattern
      word |= (((group & Self.cellBits) &* Self.gather) &>> 48 & 0xF) &<< shift
      shift &+= 4
      at &+= 8
      if shift == 64 {
        unsafe words[index] = word
        (index, word, shift) = (index &+ 1, 0, 0)
      }
    }
    let group = unsafe UInt64(littleEndian: base.loadUnaligned(fromByteOffset: at, as: UInt64.self))
    wrong |= (group & lastMask) ^ lastPattern
    word |= (((group & lastBits) &* Self.gather) &>> 48 & 0xF) &<< shift
    unsafe words[index] = word
    guard wrong == 0 else { return nil }
    at = at &+ 2 &* (cells &- 4 &* wholeGroups) &- 1
    if unsafe bytes[at] == 0x0D { at &+= 1 }
    return unsafe bytes[at] == 0x0A ? at &+ 1 : nil
  }

  /// Reads the digits at `start` up to a separator.
  ///
  /// - Parameter digits: how many are tried first; set to how many there are.
  @inline(__always)
  private func decimal(_ bytes: UnsafeBufferPointer<UInt8>, _ start: Int, _ digits: inout Int) -> Int? {
    guard start + 24 <= bytes.count else { return nil }
    if let value = unsafe decimal(bytes, start, exactly: digits) { return value }
    var count = 0
    while count < 16, unsafe (0x30...0x39).contains(bytes[start + count]) { count += 1 }
    guard count > 0 else { return nil }
    digits = count
    return unsafe decimal(bytes, start, exactly: count)
  }

  @inline(__always)
  private func decimal(_ bytes: UnsafeBufferPointer<UInt8>, _ start: Int, exactly count: Int) -> Int? {
    guard unsafe bytes[start + count] == separator else { return nil }
    let base = unsafe UnsafeRawPointer(bytes.baseAddress.unsafelyUnwrapped)
    let low = min(count, 8)
    let text = unsafe UInt64(littleEndian: base.loadUnaligned(fromByteOffset: start + count - low, as: UInt64.self))
    guard let value = Self.value(text, digits: low) else { return nil }
    guard count > 8 else { return value }
    let rest = unsafe UInt64(littleEndian: base.loadUnaligned(fromByteOffset: start, as: UInt64.self))
    guard let high = Self.value(rest, digits: count - 8) else { return nil }
    return high * 100_000_000 + value
  }

  /// The number that the first `digits` bytes of a text of eight spell, 1 to 8 of them.
  @inline(__always)
  private static func value(_ text: UInt64, digits: Int) -> Int? {
    let zeros: UInt64 = 0x3030_3030_3030_3030
    // Digits move to the end of the word, zeros before them.
    let unused = UInt64(64 - 8 * digits)
    let all = digits == 8 ? text : text &<< unused | zeros &>> UInt64(8 * digits)
    let values = all ^ zeros
    // A byte above 9 carries into its upper half.
    guard (values | values &+ 0x7676_7676_7676_7676) & 0x8080_8080_8080_8080 == 0 else { return nil }
    let pairs = (values &* 2561) &>> 8 & 0x00FF_00FF_00FF_00FF
    let fours = (pairs &* 6_553_601) &>> 16 & 0x0000_FFFF_0000_FFFF
    return Int((fours &* 42_949_672_960_001) &>> 32)
  }
}
