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
  private mutating func checkCells(_ line: Line, from start: Int) {
    var start = start
    while let cell = cells.cell(otherThanMarkFrom: start) {
      if !isMark(line, cell) { fault(.badMatrixCell(style.form), line, cell) }
      start = cell.content.upperBound + 1
    }
  }

  /// Whether a cell means a mark on this form, or none.
  private func isMark(_ line: Line, _ cell: LineCell) -> Bool {
    guard cell.content.count == 1 else { return false }
    let byte = line.piece[cell.content.lowerBound]
    switch byte {
    case UInt8(ascii: "0"), UInt8(ascii: "1"): return true
    default: return style.otherMarks.map { byte == $0.both || byte == $0.neither } ?? false
    }
  }

  /// Records the mark that one cell means.
  private mutating func mark(_ byte: UInt8, _ name: Int) {
    let isBoth = byte == style.otherMarks?.both
    if byte == UInt8(ascii: "1") || isBoth { row.ballot.inFavour.insert(name) }
    if style.form == .agreeDisagree, byte == UInt8(ascii: "0") || isBoth { row.ballot.against.insert(name) }
  }
}

extension BallotStyle {
  /// What a cell of a matrix may have beside `0` and `1`: for both boxes, and for neither.
  var otherMarks: (both: UInt8, neither: UInt8)? {
    form == .agreeDisagree ? (UInt8(ascii: "b"), UInt8(ascii: "n")) : nil
  }
}
