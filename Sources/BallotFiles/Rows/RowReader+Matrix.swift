import Elections
import Faults
import Tallying

/// Rows of the matrix: what machines export, one cell for each name.
extension RowReader {
  mutating func readMatrix(_ line: Line, _ before: [Column?]) {
    for (index, column) in before.enumerated() {
      switch column {
      case .serial: readSerial(line, cells[index])
      case .invalid: readGrounds(line, cells[index])
      default: break
      }
    }
    for name in 0..<style.names {
      let cell = cells[before.count + name]
      guard cell.content.count == 1, mark(line.piece[cell.content.lowerBound], name) else {
        fault(.badMatrixCell(style.form), line, cell)
        continue
      }
    }
  }

  /// Records the mark that one cell means.
  ///
  /// - Returns: whether it means one on this form.
  private mutating func mark(_ byte: UInt8, _ name: Int) -> Bool {
    switch (byte, style.form) {
    case (UInt8(ascii: "1"), _):
      row.ballot.inFavour.insert(name)
    case (UInt8(ascii: "0"), .strikeOut):
      break
    case (UInt8(ascii: "0"), .agreeDisagree):
      row.ballot.against.insert(name)
    case (UInt8(ascii: "b"), .agreeDisagree):
      row.ballot.inFavour.insert(name)
      row.ballot.against.insert(name)
    case (UInt8(ascii: "n"), .agreeDisagree):
      break
    default:
      return false
    }
    return true
  }
}
