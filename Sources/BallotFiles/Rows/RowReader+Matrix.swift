import Elections
import Faults
import Tallying

/// Rows of the matrix: what machines export, one cell for each name.
extension RowReader {
  mutating func readMatrix(_ line: Line, _ before: [Column?]) {
    cells.locate(before.count + 1)
    for (index, column) in before.enumerated() {
      switch column {
      case .serial: readSerial(line, cells[index])
      case .invalid: readGrounds(line, cells[index])
      default: break
      }
    }
    if cells.isPlain {
      checkCells(line, from: cells[before.count].content.lowerBound)
      // No mark counts of a row that is no ballot.
      if rowIsFaulty { return }
      cells.locate(before.count + style.names)
    }
    for name in 0..<style.names {
      let cell = cells[before.count + name]
      guard isMark(line, cell) else {
        fault(.badMatrixCell(style.form), line, cell)
        continue
      }
      mark(line.piece[cell.content.lowerBound], name)
    }
  }

  /// Looks for cells of a plain line that mean nothing, from the one on that begins at `start`. Most have a `0` or a `1` and are not looked
  /// at one by one.
  mutating func checkCells(_ line: Line, from start: Int) {
    var start = start
    while let cell = cells.cell(otherThanMarkFrom: start) {
      if !isMark(line, cell) { fault(.badMatrixCell(style.form), line, cell) }
      start = cell.content.upperBound + 1
    }
  }

  /// Whether a cell means a mark on this form, or none.
  private func isMark(_ line: Line, _ cell: LineCell) -> Bool {
    guard cell.content.count == 1 else { return false }
    switch line.piece[cell.content.lowerBound] {
    case UInt8(ascii: "0"), UInt8(ascii: "1"): return true
    case UInt8(ascii: "b"), UInt8(ascii: "n"): return style.form == .agreeDisagree
    default: return false
    }
  }

  /// Records the mark that one cell means.
  private mutating func mark(_ byte: UInt8, _ name: Int) {
    if byte == UInt8(ascii: "1") || byte == UInt8(ascii: "b") { row.ballot.inFavour.insert(name) }
    if style.form == .agreeDisagree, byte == UInt8(ascii: "0") || byte == UInt8(ascii: "b") {
      row.ballot.against.insert(name)
    }
  }
}
