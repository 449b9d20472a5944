import Faults

/// A table in columns of even width for a terminal, without lines.
struct TextTable {
  enum Alignment {
    case left
    case right
  }

  private let alignments: [Alignment]
  private var rows: [[String]] = []

  init(_ alignments: [Alignment]) {
    self.alignments = alignments
  }

  /// Adds a row of as many cells as there are columns.
  mutating func append(_ cells: [String]) {
    precondition(cells.count == alignments.count)
    rows.append(cells)
  }

  /// The rows, two spaces between columns, none at the end of a line.
  ///
  /// - Parameter indent: spaces before each row.
  func lines(indent: Int = 2) -> [String] {
    let widths = alignments.indices.map { column in rows.map { displayWidth($0[column]) }.max() ?? 0 }
    return rows.map { row in
      var line = String(repeating: " ", count: indent)
      for (column, cell) in row.enumerated() {
        let space = String(repeating: " ", count: widths[column] - displayWidth(cell))
        line += alignments[column] == .left ? cell + space : space + cell
        if column + 1 < row.count { line += "  " }
      }
      while line.last == " " { line.removeLast() }
      return line
    }
  }
}
