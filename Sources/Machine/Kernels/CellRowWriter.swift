/// Writes rows of bits as lines of a matrix: `[number,][note,]c,c,…,c` and a line feed, four cells at a time.
///
/// Four bits of a row, multiplied and masked, lie in the lowest bits of four pairs of bytes; added to `0,0,0,0,` they make the cells. For
/// example the bits `0b0101` (names 1 and 3) are spread to `0x0000_0001_0000_0001`, and the text is `1,0,1,0,`.
public struct CellRowWriter: Sendable {
  private let cells: Int
  private let hasNumber: Bool
  private let hasNote: Bool
  /// Cells in the last group, 1 to 4, and groups before it.
  private let last: Int
  private let groups: Int
  private var decimal = DecimalText()

  /// - Parameters:
  ///   - cells: how many cells of one byte a line has, at least 1.
  ///   - hasNumber: whether a number goes before them.
  ///   - hasNote: whether a cell for a note goes before them, behind the number.
  public init(cells: Int, hasNumber: Bool, hasNote: Bool) {
    precondition(cells > 0)
    self.cells = cells
    self.hasNumber = hasNumber
    self.hasNote = hasNote
    groups = (cells - 1) / 4
    last = cells - 4 * groups
  }

  /// Appends lines.
  ///
  /// - Parameters:
  ///   - rows: which of the rows in `ones`.
  ///   - ones: row after row, `(cells + 63) / 64` words each: bit `i` is set where the cell at index `i` is `1`, or, with `zeros`, `1` or `b`.
  ///   - zeros: `nil` where a cell is `0` unless it is `1`; else laid out as `ones`, a bit being set where the cell is `0` or `b`. A cell
  ///     with neither bit is `n`.
  ///   - numbers: the number of the row at index 0. From call to call numbers must rise.
  ///   - note: the note on each row.
  public mutating func append(
    _ rows: Range<Int>, ones: [UInt64], zeros: [UInt64]? = nil, numbers: Int = 0, note: [UInt8] = [],
    to buffer: inout OutputBuffer
  ) {
    // 20 for the number, 8 for the end of the last word.
    buffer.append(atMost: rows.count * (2 * cells + note.count + 28) + 8) { bytes, start in
      var at = start
      for row in rows {
        at = leading(numbers &+ row, note, &bytes, at)
        if let zeros {
          at = pairs(row, ones, zeros, &bytes, at)
        } else {
          at = bits(row, ones, &bytes, at)
        }
        bytes.storeBytes(of: 0x0A, toByteOffset: at &- 1, as: UInt8.self)
      }
      return at
    }
  }

  @inline(__always)
  private mutating func leading(
    _ number: Int, _ note: [UInt8], _ bytes: inout MutableRawSpan, _ start: Int
  ) -> Int {
    var at = start
    if hasNumber {
      at = decimal.write(number, to: &bytes, at: at)
      bytes.storeBytes(of: 0x2C, toByteOffset: at, as: UInt8.self)
      at &+= 1
    }
    if hasNote {
      for byte in note {
        bytes.storeBytes(of: byte, toByteOffset: at, as: UInt8.self)
        at &+= 1
      }
      bytes.storeBytes(of: 0x2C, toByteOffset: at, as: UInt8.self)
      at &+= 1
    }
    return at
  }

  /// Writes the cells, each with what follows it, of a row without `b` and `n`.
  @inline(__always)
  private func bits(_ row: Int, _ ones: [UInt64], _ bytes: inout MutableRawSpan, _ start: Int) -> Int {
    var at = start
    var next = row &* ((cells &+ 63) / 64)
    var word = ones[next]
    for group in 1...groups &+ 1 {
      let text = Self.spread(word & 15) &+ 0x2C30_2C30_2C30_2C30
      bytes.storeBytes(of: text.littleEndian, toByteOffset: at, as: UInt64.self)
      at &+= 8
      word &>>= 4
      if group & 15 == 0, group <= groups {
        next &+= 1
        word = ones[next]
      }
    }
    return at &- 8 &+ 2 &* last
  }

  /// Writes the cells of a row with two bits for each cell: `n` is `0x6E`, and each bit changes it, both once more.
  @inline(__always)
  private func pairs(
    _ row: Int, _ ones: [UInt64], _ zeros: [UInt64], _ bytes: inout MutableRawSpan, _ start: Int
  ) -> Int {
    var at = start
    let first = row &* ((cells &+ 63) / 64)
    for group in 0...groups {
      let shift = UInt64(truncatingIfNeeded: 4 &* (group & 15))
      let one = Self.spread(ones[first &+ group / 16] &>> shift & 15)
      let zero = Self.spread(zeros[first &+ group / 16] &>> shift & 15)
      let text = 0x2C6E_2C6E_2C6E_2C6E ^ (one &* 0x5F) ^ (zero &* 0x5E) ^ ((one & zero) &* 0x0D)
      bytes.storeBytes(of: text.littleEndian, toByteOffset: at, as: UInt64.self)
      at &+= 8
    }
    return at &- 8 &+ 2 &* last
  }

  /// Puts four bits at 0, 16, 32 and 48.
  @inline(__always)
  private static func spread(_ bits: UInt64) -> UInt64 {
    (bits &* (1 | 1 &<< 15 | 1 &<< 30 | 1 &<< 45)) & 0x0001_0001_0001_0001
  }
}
