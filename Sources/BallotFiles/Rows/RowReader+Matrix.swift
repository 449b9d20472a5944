import Elections
import Faults
import Tallying

/// Rows of the matrix: what machines export, one cell for each name.
extension RowReader {
  mutating func readMatrix(_ line: Line, _ cells: [LineCell], _ before: [Column?]) {
    for (column, cell) in zip(before, cells) {
      switch column {
      case .serial: readSerial(line, cell)
      case .invalid: readGrounds(line, cell)
      default: break
      }
    }
    for (name, cell) in cells.dropFirst(before.count).enumerated() {
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

  /// Reads a matrix line of the usual shape: a plain serial, nothing declared, one byte a cell.
  ///
  /// - Returns: whether the line has that shape and ``row`` holds it; if not, nothing is said of it, and ``read(_:)`` looks at it
  ///   exactly.
  mutating func readUsualMatrixLine(_ line: Line, _ before: [Column?]) -> Bool {
    row.clear()
    var at = line.range.lowerBound
    let end = line.range.upperBound
    for column in before {
      let start = at
      while at < end, line.piece[at] != header.separator { at += 1 }
      if column == .serial {
        guard let serial = wholeNumber(line, start..<at, upTo: ElectionLimits.count) else { return false }
        row.serial = serial
        row.serialOffset = start
      } else if column == nil || at > start {
        return false
      }
      at += 1
    }
    guard end - at == 2 * style.names - 1 else { return false }
    for name in 0..<style.names {
      guard mark(line.piece[at], name), at + 1 == end || line.piece[at + 1] == header.separator else {
        return false
      }
      at += 2
    }
    return true
  }
}
