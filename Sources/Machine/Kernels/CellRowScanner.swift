import CKernels

/// Reads lines of the usual shape of a matrix: `[SEP] [number SEP] [SEP] c SEP c SEP … c [CR] LF`, where every `c` is `0` or `1`.
///
/// Every byte of a line is compared; a line that differs in any is left to the caller.
public struct CellRowScanner: Sendable, PredictingScanner {
  let shape: km_line_shape
  private let instructions: Instructions
  /// Digits of the last number: the next is tried with as many.
  var digits: UInt32 = 1
  private var prediction: CellLinePrediction
  /// The number of the line that is predicted; `nil` where none is.
  private var predicted: Int?
  var isRegular = true

  /// - Parameters:
  ///   - emptyBefore: how many empty cells begin a line.
  ///   - hasNumber: whether a number follows them.
  ///   - emptyBehind: how many empty cells follow the number.
  ///   - cells: how many cells of one byte a line has, at least 1.
  ///   - separator: the byte between them.
  ///   - numberLimit: the largest number that is usual.
  ///   - otherMarks: what a cell may mean something with beside `0` and `1`, in a line that is not usual.
  ///   - instructions: which kernels may be used; what is read does not depend on it.
  public init(
    emptyBefore: Int = 0, hasNumber: Bool, emptyBehind: Int = 0, cells: Int, separator: UInt8,
    numberLimit: Int, otherMarks: (UInt8, UInt8)? = nil,
    instructions: Instructions = .selected
  ) {
    precondition(cells > 0)
    shape = km_line_shape(
      empty_before: UInt32(emptyBefore), empty_behind: UInt32(emptyBehind), has_number: hasNumber ? 1 : 0,
      cells: UInt32(cells), number_limit: Int64(numberLimit), separator: separator)
    self.instructions = instructions
    prediction = CellLinePrediction(shape, otherMarks: otherMarks)
  }

  /// Reads usual lines from `start` on into `rows`, until there are `limit`, a line is unusual and not passed over, or the bytes end. Lines
  /// that end in the last few dozen bytes are left to the caller too.
  ///
  /// - Parameters:
  ///   - bytes: text in which a line begins at `start`.
  ///   - limit: how many lines at the most.
  ///   - passes: whether unusual lines between usual ones may be passed over.
  ///   - rows: emptied first.
  /// - Returns: where the first line begins that was neither read nor passed over.
  public mutating func scan(
    _ bytes: Span<UInt8>, from start: Int, limit: Int = CellRows.capacity, passing passes: Bool = false,
    into rows: inout CellRows
  ) -> Int {
    precondition((0...bytes.count).contains(start) && (0...CellRows.capacity).contains(limit))
    precondition(
      rows.sets == 1 && rows.numbersPerRow == 1 && rows.wordsPerSet == (Int(shape.cells) + 63) / 64)
    var (end, read) = (start, (count: 0, isRising: false))
    unsafe rows.withRows { rows, passed in
      unsafe bytes.withUnsafeBufferPointer { bytes in
        read = unsafe readRows(bytes, &end, into: rows, limit: limit, passing: passes, &passed)
        for row in 0..<(read.isRising ? 1 : read.count) {
          unsafe rows.offsets[row] = Int(shape.empty_before)
        }
      }
    }
    rows.take(count: read.count, isRising: read.isRising)
    return end
  }

  /// Whether there is a kernel that reads straight into columns.
  public var readsColumns: Bool { instructions.contains(.avx512) }

  /// Reads lines from `start` on while they are as predicted, the cells going into columns. The portable twin is to read rows and to turn them.
  ///
  /// - Parameters:
  ///   - bytes: text in which a line begins at `start`.
  ///   - limit: how many lines at the most.
  ///   - waiting: 64 rows at their places in a word of the columns; those that make up 64 are turned.
  ///   - waits: the place of the next row, below 64, before and after; rows from there on are zero after.
  ///   - columns: what turned rows are added to, each 64 to the next word of each column.
  ///   - first: the index of the first column's word that is next.
  ///   - stride: words from a column to the next.
  ///   - passes: whether lines that are not as predicted may be passed over.
  ///   - rows: takes the number and the count of the lines, without their cells.
  /// - Returns: where the first line begins that was neither read nor passed over; `start` where nothing is predicted or there is no kernel.
  public mutating func scan(
    _ bytes: Span<UInt8>, from start: Int, limit: Int, waiting: inout [UInt64], waits: inout Int,
    columns: inout [UInt64], at first: Int, stride: Int, passing passes: Bool, noting rows: inout CellRows
  ) -> Int {
    let cells = Int(shape.cells)
    precondition((0...bytes.count).contains(start) && (0..<64).contains(waits) && limit > 0)
    precondition(waiting.count == 64 * ((cells + 63) / 64))
    precondition(first >= 0 && (cells - 1) * stride + first + (waits + limit) / 64 <= columns.count)
    guard readsColumns, let number = predicted, isPredicting(limit + PassedLines.capacity) else {
      return start
    }
    var (read, end) = (0, 0)
    unsafe columns.withUnsafeMutableBufferPointer { columns in
      unsafe waiting.withUnsafeMutableBufferPointer { waiting in
        unsafe bytes.withUnsafeBufferPointer { bytes in
          guard let base = bytes.baseAddress else { return }
          // Neither rows nor columns are empty.
          read = unsafe rows.passed.take(from: start, isAllowed: passes) { passed in
            unsafe prediction.readColumns(
              base + start, bytes.count - start, waiting: waiting.baseAddress.unsafelyUnwrapped,
              waits: &waits,
              columns.baseAddress.unsafelyUnwrapped + first, stride: stride, limit: limit, passed, end: &end)
          }
        }
      }
    }
    guard end > 0 else { return start }
    rows.take(count: read, risingFrom: number, offset: Int(shape.empty_before))
    if shape.has_number != 0 {
      predicted = prediction.isExhausted ? nil : number + read + rows.passed.count
    }
    return start + end
  }

  var canPredict: Bool { instructions.contains(.avx2) }

  var isPredicting: Bool { isPredicting(CellRows.capacity + PassedLines.capacity) }

  /// Whether something is predicted of the next `lines`.
  private func isPredicting(_ lines: Int) -> Bool {
    predicted.map { shape.has_number == 0 || $0 <= Int(shape.number_limit) - lines } ?? false
  }

  /// What is predicted of lines with a number is that it rises.
  var isRising: Bool { true }

  mutating func readPredicted(
    _ bytes: UnsafeBufferPointer<UInt8>, _ at: inout Int, into rows: RowMemory, limit: Int,
    passing passes: Bool, _ passed: inout PassedLines
  ) -> Int {
    guard let base = bytes.baseAddress, let number = predicted else { return 0 }
    var next = 0
    let found = unsafe passed.take(from: at, isAllowed: passes) { passed in
      unsafe prediction.read(
        base + at, bytes.count - at, rows.words, limit: limit, passed, end: &next, instructions)
    }
    at += next
    unsafe rows.offsets.pointee = Int(shape.empty_before)
    guard shape.has_number != 0 else { return found }
    unsafe rows.numbers.pointee = number
    predicted = prediction.isExhausted ? nil : number + found + passed.count
    return found
  }

  mutating func readPlainly(
    _ bytes: UnsafeBufferPointer<UInt8>, _ at: inout Int, into rows: RowMemory, limit: Int
  ) -> Int {
    guard let base = bytes.baseAddress else { return 0 }
    if instructions.contains(.avx2) {
      return unsafe avx2(base, bytes.count, rows.numbers, rows.words, limit, &at)
    }
    return unsafe portable(UnsafeRawPointer(base), bytes.count, rows.numbers, rows.words, limit, &at)
  }

  mutating func learn(_ line: UnsafeBufferPointer<UInt8>, _ row: RowMemory, rise: Int) {
    let hasNumber = shape.has_number != 0
    // The number's own digits are counted: those that the kernel tries next may be of the line behind, which it could not read.
    var numberEnd = hasNumber ? Int(shape.empty_before) : 0
    while hasNumber, unsafe line[numberEnd] != shape.separator { numberEnd += 1 }
    let front =
      Int(shape.empty_before + shape.empty_behind) + (hasNumber ? numberEnd - Int(shape.empty_before) + 1 : 0)
    // Without a number, what is said of its rise says nothing.
    let isPredicted =
      unsafe (rise == 1 || !hasNumber)
      && prediction.learn(line, numberEnd: numberEnd, front: front)
    predicted = isPredicted ? hasNumber ? unsafe row.lastNumber(0) + 1 : 0 : nil
  }

  /// Takes it that a line was passed over, which the caller has read otherwise: the next line has the number after its.
  public mutating func passLine() {
    guard let number = predicted, shape.has_number != 0 else { return }
    prediction.rise()
    predicted = prediction.isExhausted ? nil : number + 1
  }

  mutating func forget() { predicted = nil }

  private mutating func avx2(
    _ bytes: UnsafePointer<UInt8>, _ count: Int, _ numbers: UnsafeMutablePointer<Int>,
    _ words: UnsafeMutablePointer<UInt64>, _ limit: Int, _ end: inout Int
  ) -> Int {
    var shape = shape
    var next = 0
    let rows = unsafe numbers.withMemoryRebound(to: Int64.self, capacity: CellRows.capacity) { numbers in
      unsafe km_cell_rows_avx2(bytes, count, end, &shape, &digits, numbers, words, limit, &next)
    }
    end = next
    return rows
  }
}
