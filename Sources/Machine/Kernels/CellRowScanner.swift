import CKernels

/// Reads lines of the usual shape of a matrix: `[SEP] [number SEP] [SEP] c SEP c SEP … c [CR] LF`, where every `c` is `0` or `1`.
///
/// Every byte of a line is compared; a line that differs in any is left to the caller.
public struct CellRowScanner: Sendable {
  let shape: km_line_shape
  private let instructions: Instructions
  /// Digits of the last number: the next is tried with as many.
  var digits: UInt32 = 1

  /// - Parameters:
  ///   - emptyBefore: how many empty cells begin a line.
  ///   - hasNumber: whether a number follows them.
  ///   - emptyBehind: how many empty cells follow the number.
  ///   - cells: how many cells of one byte a line has, at least 1.
  ///   - separator: the byte between them.
  ///   - numberLimit: the largest number that is usual.
  ///   - instructions: which kernels may be used; what is read does not depend on it.
  public init(
    emptyBefore: Int = 0, hasNumber: Bool, emptyBehind: Int = 0, cells: Int, separator: UInt8,
    numberLimit: Int,
    instructions: Instructions = .selected
  ) {
    precondition(cells > 0)
    shape = km_line_shape(
      empty_before: UInt32(emptyBefore), empty_behind: UInt32(emptyBehind), has_number: hasNumber ? 1 : 0,
      cells: UInt32(cells), number_limit: Int64(numberLimit), separator: separator)
    self.instructions = instructions
  }

  /// Reads usual lines from `start` on into `rows`, until there are `limit`, a line is unusual, or the bytes end. Lines
  /// that end in the last few dozen bytes are left to the caller too.
  ///
  /// - Parameters:
  ///   - bytes: text in which a line begins at `start`.
  ///   - limit: how many lines at the most.
  ///   - rows: emptied first.
  /// - Returns: where the first line begins that was not read.
  public mutating func scan(
    _ bytes: Span<UInt8>, from start: Int, limit: Int = CellRows.capacity, into rows: inout CellRows
  ) -> Int {
    precondition((0...bytes.count).contains(start) && (0...CellRows.capacity).contains(limit))
    precondition(
      rows.sets == 1 && rows.numbersPerRow == 1 && rows.wordsPerSet == (Int(shape.cells) + 63) / 64)
    var (count, end) = (0, start)
    unsafe rows.withRows { numbers, words, offsets in
      unsafe bytes.withUnsafeBufferPointer { bytes in
        guard let base = bytes.baseAddress else { return }
        if instructions.contains(.avx2) {
          count = unsafe avx2(base, bytes.count, numbers, words, limit, &end)
        } else {
          count = unsafe portable(UnsafeRawPointer(base), bytes.count, numbers, words, limit, &end)
        }
        for row in 0..<count { unsafe offsets[row] = Int(shape.empty_before) }
      }
    }
    rows.count = count
    return end
  }

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
