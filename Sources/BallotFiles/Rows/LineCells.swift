import Machine

/// A cell of a row: its content in the piece, without the quotes around it.
struct LineCell: Equatable {
  var content: Range<Int>
  /// Whether the content has quotes written twice.
  var hasDoubledQuotes = false
}

/// Splits a line into its cells by RFC 4180. A quoted cell ends on its line.
///
/// A worked example, the separator being a comma: `7,"other:""torn""",` has the cells `7`, `other:""torn""` (quoted, with doubled
/// quotes) and an empty one. Lines without a quote are split many bytes at a time.
struct LineCells {
  /// Faults of quoting, with the offset of each.
  private(set) var faults: [(fault: RowFault, at: Int)] = []
  private var plain = PlainCells()
  /// Whether the line is printable ASCII without a quote.
  private(set) var isPlain = false
  /// The cells of a plain line, as far as they were located.
  private var ranges: [Range<Int>] = []
  /// The cells of a line that is not plain.
  private var cells: [LineCell] = []

  /// How many cells the line has.
  var count: Int { isPlain ? plain.count : cells.count }

  /// Makes the first `count` cells, which the line must have, ready to be asked for.
  mutating func locate(_ count: Int) {
    if isPlain { plain.locate(count, into: &ranges) }
  }

  /// The next cell of a plain line, from the one on that begins at `start`, which is anything but `0` or `1`.
  func cell(otherThanMarkFrom start: Int) -> LineCell? {
    plain.cell(otherThanMarkFrom: start).map { LineCell(content: $0) }
  }

  /// The cell at `index`, which must have been located.
  subscript(index: Int) -> LineCell { isPlain ? LineCell(content: ranges[index]) : cells[index] }

  /// Splits a line if it is printable ASCII without a quote.
  ///
  /// - Returns: whether it is.
  mutating func splitPlainly(_ line: Line, separator: UInt8?) -> Bool {
    if !faults.isEmpty { faults.removeAll(keepingCapacity: true) }
    isPlain = plain.split(line.piece.span, line.range, separator: separator)
    return isPlain
  }

  /// Splits any line.
  mutating func split(_ line: Line, separator: UInt8?) {
    isPlain = false
    cells.removeAll(keepingCapacity: true)
    faults.removeAll(keepingCapacity: true)
    var at = line.range.lowerBound
    while true {
      at = cell(in: line, from: at, separator)
      if at == line.range.upperBound { return }
      at += 1
      if at == line.range.upperBound {
        cells.append(LineCell(content: at..<at))
        return
      }
    }
  }

  /// - Returns: the offset of the separator after the cell, or the end of the line.
  private mutating func cell(in line: Line, from start: Int, _ separator: UInt8?) -> Int {
    let quote = UInt8(ascii: "\"")
    let end = line.range.upperBound
    if start < end, line.piece[start] == quote { return quotedCell(in: line, from: start, separator) }
    var at = start
    var bare: Int?
    while at < end, line.piece[at] != separator {
      if line.piece[at] == quote, bare == nil { bare = at }
      at += 1
    }
    if let bare { faults.append((.bareQuote, bare)) }
    cells.append(LineCell(content: start..<at))
    return at
  }

  private mutating func quotedCell(in line: Line, from start: Int, _ separator: UInt8?) -> Int {
    let quote = UInt8(ascii: "\"")
    let end = line.range.upperBound
    var cell = LineCell(content: start + 1..<end)
    var at = start + 1
    while at < end {
      if line.piece[at] != quote {
        at += 1
      } else if at + 1 < end, line.piece[at + 1] == quote {
        cell.hasDoubledQuotes = true
        at += 2
      } else {
        cell.content = start + 1..<at
        cells.append(cell)
        return afterQuote(in: line, from: at + 1, separator)
      }
    }
    faults.append((.unterminatedQuote, start))
    cells.append(cell)
    return end
  }

  private mutating func afterQuote(in line: Line, from start: Int, _ separator: UInt8?) -> Int {
    var at = start
    while at < line.range.upperBound, line.piece[at] != separator { at += 1 }
    if at > start { faults.append((.textAfterQuote, start)) }
    return at
  }
}
