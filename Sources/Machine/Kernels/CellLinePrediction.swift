import CKernels

/// A line of a matrix as it will most likely be: as long as the line before, with the next number.
///
/// A worked example: after `41,,1,0` comes, if all goes on as before, `42,,c,c`, where each `c` is `0` or `1`. Comparing the text with `42,,0,0` in all
/// bits but the last of each cell tells whether it is such a line; the bits that were left out are its cells. What is not such a line
/// is read by ``CellRowScanner`` without a guess.
struct CellLinePrediction: Sendable {
  private let shape: km_line_shape
  private let otherMarks: (UInt8, UInt8)
  /// Bytes of the line, with its end.
  private var length = 0
  private var number = RisingNumber()
  /// The line with `0` in each cell, and zeros behind it up to the next multiple of 64 bytes.
  private var text: [UInt8] = []
  /// The bits of each byte that are compared.
  private var compared: [UInt8] = []
  /// For each 64 bytes, those that are cells.
  private var cellBytes: [UInt64] = []
  private var front = 0

  /// - Parameters:
  ///   - shape: of the lines.
  ///   - otherMarks: what a cell may mean something with beside `0` and `1`, in a line that is not as predicted.
  init(_ shape: km_line_shape, otherMarks: (UInt8, UInt8)?) {
    self.shape = shape
    self.otherMarks = otherMarks ?? (UInt8(ascii: "0"), UInt8(ascii: "1"))
  }

  private var cells: Int { Int(shape.cells) }

  /// Predicts the line behind one that was read.
  ///
  /// - Parameters:
  ///   - line: a usual line, with its end.
  ///   - numberEnd: where its number ends; 0 where it has none.
  ///   - front: where its cells begin.
  /// - Returns: whether there is something to predict.
  mutating func learn(_ line: UnsafeBufferPointer<UInt8>, numberEnd: Int, front: Int) -> Bool {
    guard front <= 64, line.count > front + 2 * cells - 1 else { return false }
    // What stands before the line feed is a carriage return, or a cell where the last line had that.
    let beforeEnd = unsafe line[line.count - 2]
    if line.count != length || front != self.front || beforeEnd & compared[length - 2] != text[length - 2] {
      unsafe build(line, front)
    }
    for i in 0..<front { unsafe text[i] = line[i] }
    number = RisingNumber(endingAt: numberEnd, in: text)
    number.rise(in: &text)
    return !number.isExhausted
  }

  private mutating func build(_ line: UnsafeBufferPointer<UInt8>, _ front: Int) {
    let vectors = (line.count + 63) / 64
    (length, self.front) = (line.count, front)
    text = Array(repeating: 0, count: 64 * vectors)
    compared = text
    cellBytes = Array(repeating: 0, count: vectors)
    for i in 0..<line.count {
      unsafe text[i] = line[i]
      compared[i] = 0xFF
    }
    for cell in 0..<cells {
      let place = front + 2 * cell
      text[place] = UInt8(ascii: "0")
      compared[place] = 0xFE
      cellBytes[place / 64] |= 1 << UInt64(place % 64)
    }
  }

  /// Reads lines while they are as predicted.
  ///
  /// - Parameters:
  ///   - bytes: text in which a line begins.
  ///   - count: how many bytes there are.
  ///   - words: where the cells go, as the kernel says.
  ///   - limit: how many lines at the most.
  ///   - passed: lines that may be passed over.
  ///   - end: where the first line begins that was neither read nor passed over.
  /// - Returns: how many were read.
  mutating func read(
    _ bytes: UnsafePointer<UInt8>, _ count: Int, _ words: UnsafeMutablePointer<UInt64>, limit: Int,
    _ passed: UnsafeMutablePointer<km_passed>, end: inout Int, _ instructions: Instructions
  ) -> Int {
    let kernel =
      unsafe instructions.contains(.avx512) ? km_predicted_rows_avx512 : km_predicted_rows_avx2
    return unsafe withLine { unsafe kernel(bytes, count, $0, words, limit, passed, &end) }
  }

  /// Reads lines while they are as predicted, the cells going into columns. Needs AVX-512.
  ///
  /// - Parameters:
  ///   - bytes: text in which a line begins.
  ///   - count: how many bytes there are.
  ///   - waiting: 64 rows, of which those wait that do not make up 64 yet.
  ///   - waits: how many, before and after.
  ///   - columns: what 64 rows are added to, the next word of each column.
  ///   - stride: words from a column to the next.
  ///   - limit: how many lines at the most.
  ///   - passed: lines that may be passed over.
  ///   - end: where the first line begins that was neither read nor passed over.
  /// - Returns: how many were read.
  mutating func readColumns(
    _ bytes: UnsafePointer<UInt8>, _ count: Int, waiting: UnsafeMutablePointer<UInt64>, waits: inout Int,
    _ columns: UnsafeMutablePointer<UInt64>, stride: Int, limit: Int,
    _ passed: UnsafeMutablePointer<km_passed>, end: inout Int
  ) -> Int {
    unsafe withLine {
      unsafe km_predicted_columns_avx512(
        bytes, count, $0, waiting, &waits, columns, stride, limit, passed, &end)
    }
  }

  private mutating func withLine(_ read: (UnsafeMutablePointer<km_line>) -> Int) -> Int {
    unsafe text.withUnsafeMutableBufferPointer { text in
      unsafe compared.withUnsafeBufferPointer { compared in
        unsafe cellBytes.withUnsafeBufferPointer { cellBytes in
          var line = unsafe km_line(
            text: text.baseAddress, compared: compared.baseAddress, cell_bytes: cellBytes.baseAddress,
            vectors: UInt32(cellBytes.count), cells: shape.cells, length: UInt32(length),
            number: number.kernel, separator: shape.separator, other_marks: otherMarks)
          let found = unsafe read(&line)
          number.isExhausted = unsafe line.number.exhausted != 0
          return found
        }
      }
    }
  }

  /// Goes on to the number after.
  mutating func rise() { number.rise(in: &text) }

  /// Whether the next line cannot be predicted.
  var isExhausted: Bool { number.isExhausted }
}
