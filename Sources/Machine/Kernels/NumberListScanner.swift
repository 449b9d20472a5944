/// Reads lines of the usual shape of a mark list: columns of whole numbers, of lists such as `3 7-9 12` or `=`, and of empty cells.
///
/// A usual list has single spaces, no number twice, none beyond the cells, and no range that runs backwards; a line that differs in
/// anything is left to the caller.
public struct NumberListScanner: Sendable, PredictingScanner {
  /// What stands in a column.
  public enum Column: UInt8, Sendable {
    /// A whole number of up to 15 digits.
    case number
    /// Numbers of cells, separated by spaces, ranges among them; or `=` for none.
    case list
    /// Nothing.
    case empty
  }

  private let columns: [Column]
  private let cells: Int
  private let separator: UInt8
  private let numberLimit: Int
  /// What the next line is expected to begin with, where there is a kernel for that.
  private var prediction: ListLinePrediction?
  /// Of the line that is predicted, the last number; `nil` where none is.
  private var predicted: Int?
  /// The numbers before the last one, which are predicted to stay as they are.
  private var others: [Int]
  private let hasNumbers: Bool
  var isRegular = true

  /// - Parameters:
  ///   - columns: what the cells of a line hold, at least one.
  ///   - cells: the largest number in a list.
  ///   - separator: the byte between columns; never needed where there is one column.
  ///   - numberLimit: the largest number in a column of numbers.
  ///   - instructions: which kernels may be used; what is read does not depend on it.
  public init(
    columns: [Column], cells: Int, separator: UInt8, numberLimit: Int,
    instructions: Instructions = .selected
  ) {
    precondition(!columns.isEmpty && cells > 0)
    self.columns = columns
    self.cells = cells
    self.separator = separator
    self.numberLimit = numberLimit
    hasNumbers = columns.contains(.number)
    others = Array(repeating: 0, count: max(0, columns.count { $0 == .number } - 1))
    guard instructions.contains(.avx512) else { return }
    prediction = ListLinePrediction(columns: columns, cells: cells, separator: separator)
  }

  /// Rows that hold what lines of these columns say.
  public func makeRows() -> CellRows {
    CellRows(
      cells: cells, sets: max(1, columns.count { $0 == .list }),
      numbersPerRow: max(1, columns.count { $0 == .number }))
  }

  /// Reads usual lines from `start` on into `rows`, until there are `limit`, a line is unusual, or the bytes end.
  ///
  /// - Parameters:
  ///   - bytes: text in which a line begins at `start`. A line without a line feed is left to the caller.
  ///   - limit: how many lines at the most.
  ///   - passes: whether lines that are not as predicted may be passed over.
  ///   - rows: made by ``makeRows()``; emptied first.
  /// - Returns: where the first line begins that was neither read nor passed over.
  public mutating func scan(
    _ bytes: Span<UInt8>, from start: Int, limit: Int = CellRows.capacity, passing passes: Bool = false,
    into rows: inout CellRows
  ) -> Int {
    precondition((0...bytes.count).contains(start) && (0...CellRows.capacity).contains(limit))
    precondition(rows.wordsPerSet == (cells + 63) / 64)
    var (end, read) = (start, (count: 0, isRising: false))
    unsafe rows.withRows { rows, passed in
      unsafe bytes.withUnsafeBufferPointer { bytes in
        read = unsafe readRows(bytes, &end, into: rows, limit: limit, passing: passes, &passed)
      }
    }
    rows.take(count: read.count, isRising: read.isRising)
    return end
  }

  var canPredict: Bool { prediction != nil }

  var isPredicting: Bool {
    let most = CellRows.capacity + PassedLines.capacity
    return predicted.map { !hasNumbers || $0 <= numberLimit - most } ?? false
  }

  var isRising: Bool { prediction?.rises ?? false || !hasNumbers }

  mutating func readPredicted(
    _ bytes: UnsafeBufferPointer<UInt8>, _ at: inout Int, into rows: RowMemory, limit: Int,
    passing passes: Bool, _ passed: inout PassedLines
  ) -> Int {
    guard let base = bytes.baseAddress, let number = predicted else { return 0 }
    var next = 0
    let found = unsafe passed.take(from: at, isAllowed: passes) { passed in
      unsafe prediction?.read(base + at, bytes.count - at, rows.words, limit: limit, passed, end: &next) ?? 0
    }
    guard let prediction else { return 0 }
    at += next
    let rise = prediction.rises ? 1 : 0
    for i in others.indices { unsafe rows.numbers[i] = others[i] }
    unsafe rows.numbers[others.count] = number
    unsafe rows.offsets.pointee = prediction.offset
    predicted = prediction.isExhausted ? nil : number + (found + passed.count) * rise
    return found
  }

  mutating func readPlainly(
    _ bytes: UnsafeBufferPointer<UInt8>, _ at: inout Int, into rows: RowMemory, limit: Int
  ) -> Int {
    var row = 0
    while row < limit {
      var line = unsafe LineReader(bytes: bytes, at: at, cells: cells, separator: separator)
      guard unsafe line.read(columns, numberLimit, rows.from(row)) else { break }
      at = line.at
      row += 1
    }
    return row
  }

  mutating func learn(_ line: UnsafeBufferPointer<UInt8>, _ row: RowMemory, rise: Int) {
    let isPredicted = unsafe prediction?.learn(line, rises: rise == 1) ?? false
    predicted = isPredicted ? unsafe row.lastNumber(0) + rise : nil
    for i in others.indices { unsafe others[i] = row.numbers[i] }
  }

  /// Takes it that a line was passed over, which the caller has read otherwise: the next line has the number after its.
  public mutating func passLine() {
    guard let number = predicted, prediction?.rises == true else { return }
    prediction?.rise()
    predicted = prediction?.isExhausted == true ? nil : number + 1
  }

  mutating func forget() { predicted = nil }
}

/// Reads one line. Every byte is asked for by ``next``, which gives a line feed at the end of the bytes: a line that needs it is
/// not whole, and ``read(_:_:_:)`` refuses it. It lives no longer than the bytes that it points to.
@safe private struct LineReader {
  private let bytes: UnsafeBufferPointer<UInt8>
  private(set) var at: Int
  private let cells: Int
  private let separator: UInt8

  init(bytes: UnsafeBufferPointer<UInt8>, at: Int, cells: Int, separator: UInt8) {
    unsafe self.bytes = bytes
    self.at = at
    self.cells = cells
    self.separator = separator
  }

  private static let lineFeed = UInt8(ascii: "\n")
  private static let carriageReturn = UInt8(ascii: "\r")
  private static let space = UInt8(ascii: " ")

  private var next: UInt8 {
    @inline(__always) get { unsafe at < bytes.count ? bytes[at] : Self.lineFeed }
  }

  /// - Returns: whether the line is usual; then ``at`` is behind it.
  @inline(__always)
  mutating func read(
    _ columns: [NumberListScanner.Column], _ numberLimit: Int, _ row: RowMemory
  ) -> Bool {
    let start = at
    var (number, set) = (0, 0)
    for index in 0..<columns.count {
      switch columns[index] {
      case .number:
        unsafe row.offsets.pointee = at - start
        guard let value = wholeNumber(), value <= numberLimit else { return false }
        unsafe row.numbers[number] = value
        number &+= 1
      case .list:
        guard unsafe list(row.words + set &* row.wordsPerSet, row.wordsPerSet) else { return false }
        set &+= 1
      case .empty: break
      }
      if index &+ 1 < columns.count {
        guard next == separator else { return false }
        at &+= 1
      }
    }
    // An empty line is none of these.
    guard at > start else { return false }
    if next == Self.carriageReturn { at &+= 1 }
    guard unsafe at < bytes.count, next == Self.lineFeed else { return false }
    at &+= 1
    return true
  }

  @inline(__always)
  private mutating func wholeNumber() -> Int? {
    let start = at
    var value = 0
    while next &- 0x30 <= 9, at &- start < 16 {
      value = value &* 10 &+ Int(next &- 0x30)
      at &+= 1
    }
    return (1...15).contains(at &- start) ? value : nil
  }

  /// Reads a list into the bits of `words`, up to the byte behind it.
  @inline(__always)
  private mutating func list(_ words: UnsafeMutablePointer<UInt64>, _ count: Int) -> Bool {
    for i in 0..<count { unsafe words[i] = 0 }
    if next == UInt8(ascii: "=") {
      at &+= 1
      return true
    }
    // Most numbers fall into the word of the one before, which stays in a register.
    var (index, word): (Int, UInt64) = (0, 0)
    while true {
      guard let first = cell() else { return false }
      var last = first
      if next == UInt8(ascii: "-") {
        at &+= 1
        guard let end = cell(), end >= first else { return false }
        last = end
      }
      var cell = first
      repeat {
        if cell &>> 6 != index {
          unsafe words[index] = word
          index = cell &>> 6
          word = unsafe words[index]
        }
        let bit: UInt64 = 1 &<< UInt64(truncatingIfNeeded: cell & 63)
        if word & bit != 0 { return false }
        word |= bit
        cell &+= 1
      } while cell <= last
      if next != Self.space {
        unsafe words[index] = word
        return true
      }
      at &+= 1
    }
  }

  /// Reads the number of a cell.
  ///
  /// - Returns: its index from 0; `nil` for anything but 1 to 4 digits of a number on the list.
  @inline(__always)
  private mutating func cell() -> Int? {
    let first = next &- 0x30
    guard first <= 9 else { return nil }
    at &+= 1
    var value = Int(first)
    var digits = 1
    while next &- 0x30 <= 9 {
      value = value &* 10 &+ Int(next &- 0x30)
      at &+= 1
      digits &+= 1
      if digits > 4 { return nil }
    }
    return value &- 1 >= 0 && value <= cells ? value &- 1 : nil
  }
}
