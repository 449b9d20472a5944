import Elections
import Machine
import Tallying

/// Lines of the shape that nearly all lines of a matrix have: a plain serial, nothing declared, `0` or `1` in every cell.
///
/// They are read eight bytes at a time, with every byte compared. Whatever differs is left to ``RowReader``, which says what a line means
/// or what is wrong with it; a line that both can read means the same to both.
struct UsualLines {
  private var scanner: CellRowScanner
  /// The lines that were read last.
  private(set) var rows: CellRows
  /// The column, in characters, at which the serial stands; `nil` where there is none.
  let numberColumn: Int?

  /// - Returns: `nil` for a layout without a usual shape.
  init?(_ header: Header, _ style: BallotStyle) {
    guard case .matrix(let before) = header.layout, before.allSatisfy({ $0 != nil }) else { return nil }
    // A single column has no separator, and its lines no place for one.
    guard let separator = header.separator ?? (style.names == 1 ? UInt8(ascii: ",") : nil) else { return nil }
    let serial = before.firstIndex(of: .serial)
    scanner = CellRowScanner(
      emptyBefore: serial ?? before.count, hasNumber: serial != nil,
      emptyBehind: serial.map { before.count - $0 - 1 } ?? 0, cells: style.names, separator: separator,
      numberLimit: ElectionLimits.count)
    rows = CellRows(cells: style.names)
    numberColumn = serial.map { $0 + 1 }
  }

  /// Reads usual lines from `start` on into ``rows``.
  ///
  /// - Parameter limit: how many lines at the most, up to 64.
  /// - Returns: where the first line begins that was not read.
  mutating func scan(_ piece: [UInt8], from start: Int, limit: Int) -> Int {
    scanner.scan(piece.span, from: start, limit: limit, into: &rows)
  }
}
