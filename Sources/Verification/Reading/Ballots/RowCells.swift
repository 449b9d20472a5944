/// The cells of a line, by where they lie in it (RFC 4180, one line a row).
struct RowCells {
  struct Cell {
    /// Without the quotes around it.
    var range: Range<Int>
    /// Whether quotes stand around it, so that quotes inside are doubled.
    var isQuoted: Bool
  }

  private(set) var cells: [Cell] = []

  /// Cuts a line; the memory of the last one is used again.
  mutating func cut(_ line: Span<UInt8>, _ separator: UInt8?) throws(ReadingFault) {
    cells.removeAll(keepingCapacity: true)
    var at = 0
    while true {
      let cell =
        try at < line.count && line[at] == quote ? quoted(line, at, separator) : plain(line, at, separator)
      cells.append(cell)
      at = cell.range.upperBound + (cell.isQuoted ? 1 : 0)
      // What stands behind a cell is a separator or the end of the line.
      if at >= line.count { return }
      at += 1
    }
  }

  private func plain(_ line: Span<UInt8>, _ start: Int, _ separator: UInt8?) throws(ReadingFault) -> Cell {
    var end = start
    while end < line.count, line[end] != separator {
      if line[end] == quote { throw Self.strayQuote }
      end += 1
    }
    return Cell(range: start..<end, isQuoted: false)
  }

  private func quoted(_ line: Span<UInt8>, _ start: Int, _ separator: UInt8?) throws(ReadingFault) -> Cell {
    var at = start + 1
    while at < line.count {
      guard line[at] == quote else {
        at += 1
        continue
      }
      if at + 1 < line.count, line[at + 1] == quote {
        at += 2
        continue
      }
      guard at + 1 == line.count || line[at + 1] == separator else { throw Self.strayQuote }
      return Cell(range: start + 1..<at, isQuoted: true)
    }
    throw ReadingFault("dấu nháy kép không đóng trên dòng này", "a quoted cell does not end on its line")
  }

  private static var strayQuote: ReadingFault {
    ReadingFault("dấu nháy kép đứng sai chỗ", "a quote stands where it cannot")
  }
}
