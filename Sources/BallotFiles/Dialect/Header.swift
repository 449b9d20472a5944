import Elections
import Faults
import Tallying

/// What the header of a ballot file says: the separator, and what stands in each cell of a row.
struct Header: Sendable, Equatable {
  /// `,`, `;` or TAB; `nil` for a single column, whose rows are not split.
  var separator: UInt8?
  var layout: Layout

  enum Layout: Sendable, Equatable {
    /// By the index of the cell; `nil` for a column that is at fault and read over.
    case list([Column?])
    /// The columns before the numbers, `nil` as in lists, and then one cell for each name.
    case matrix(before: [Column?])
  }

  /// Whether the ballots come from a rehearsal.
  var isRehearsal: Bool {
    if case .list(let columns) = layout { columns.contains(.rehearsal) } else { false }
  }

  /// Whether rows name their bundle.
  var hasBundles: Bool {
    guard case .list(let columns) = layout else { return false }
    return columns.contains(.bundle)
  }

  /// The columns of marks in a mark list, and their places; none of a matrix.
  var markColumns: [(index: Int, column: Column)] {
    guard case .list(let columns) = layout else { return [] }
    return columns.enumerated().compactMap { index, column in
      column.flatMap { $0.form == nil ? nil : (index, $0) }
    }
  }

  /// Cells in each row.
  func cells(names: Int) -> Int {
    switch layout {
    case .list(let columns): columns.count
    case .matrix(let before): before.count + names
    }
  }
}

/// Reads the first line, or the first two where the first is `sep=;`.
struct HeaderReader {
  let file: String
  let style: BallotStyle
  private(set) var log = FaultLog()
  /// The separator that a line `sep=;` named.
  private var declared: UInt8?

  init(file: String, style: BallotStyle) {
    self.file = file
    self.style = style
  }

  /// Reads the first line, if it is one such as `sep=;`.
  ///
  /// - Returns: whether it is; the separator is used, or logged as a fault.
  mutating func readSeparatorLine(_ line: String) -> Bool {
    guard line.lowercased().hasPrefix("sep="), line.utf8.count <= 5 else { return false }
    if let byte = line.utf8.dropFirst(4).first, separators.contains(byte) {
      declared = byte
    } else {
      log.append(
        Fault(
          HeaderFault.unknownSeparator, at: FaultPlace(file: file, line: 1, column: 5),
          text: String(line.dropFirst(4))))
    }
    return true
  }

  /// Reads the header.
  ///
  /// - Parameters:
  ///   - line: the line without its end.
  ///   - number: the number of the line.
  /// - Returns: `nil` where the rows cannot be read by this header.
  mutating func read(_ line: String, number: Int) -> Header? {
    let separator = declared ?? separator(of: line)
    let cells = headerCells(line, separator)
    if cells.contains(where: { isNumber($0.name) }) {
      return matrix(cells, number).map { Header(separator: separator, layout: $0) }
    }
    return list(cells, number).map { Header(separator: separator, layout: $0) }
  }

  // MARK: Separators

  private let separators: [UInt8] = [UInt8(ascii: ","), UInt8(ascii: ";"), 9]

  /// The separator that makes the most cells known columns or numbers; of several, the most frequent.
  private func separator(of line: String) -> UInt8? {
    let present = separators.filter { line.utf8.contains($0) }
    guard present.count > 1 else { return present.first }
    func score(_ separator: UInt8) -> (Int, Int) {
      let cells = headerCells(line, separator)
      return (cells.count { Column(named: $0.name) != nil || isNumber($0.name) }, cells.count)
    }
    return present.max { score($0) < score($1) }
  }

  /// The old encoding of a header that is no UTF-8, its bytes being given as one character each.
  func oldEncoding(ofBytes line: String) -> String? {
    headerCells(line, separator(of: line)).lazy.compactMap { OldEncoding.of($0.name) }.first
  }

  private struct Cell {
    var name: String
    /// In characters, from 1.
    var column: Int
  }

  private func headerCells(_ line: String, _ separator: UInt8?) -> [Cell] {
    var cells: [Cell] = []
    var column = 1
    for part in line.unicodeScalars.split(
      omittingEmptySubsequences: false, whereSeparator: { separator.map(Unicode.Scalar.init) == $0 })
    {
      var name = Substring(part)
      while name.first == " " { name.removeFirst() }
      while name.last == " " { name.removeLast() }
      if name.count >= 2, name.first == "\"", name.last == "\"" { name = name.dropFirst().dropLast() }
      cells.append(Cell(name: String(name), column: column))
      column += part.count + 1
    }
    return cells
  }

  private func isNumber(_ name: String) -> Bool {
    !name.isEmpty && name.utf8.allSatisfy { (0x30...0x39).contains($0) }
  }

  // MARK: Layouts

  private mutating func matrix(_ cells: [Cell], _ line: Int) -> Header.Layout? {
    let before = cells.prefix { !isNumber($0.name) }
    var columns: [Column?] = []
    for cell in before {
      columns.append(usableInMatrix(cell, line, after: columns))
    }
    let numbers = cells.dropFirst(before.count)
    // A list that is not 1..N is named once, where it leaves the order.
    let wrong = numbers.enumerated().first { index, cell in
      !isNumber(cell.name) || Int(cell.name) != index + 1 || index >= style.names
    }?.element
    if let wrong = wrong ?? (numbers.count < style.names ? numbers.last : nil) {
      fault(.matrixNumbers(names: style.names), wrong, line)
      return nil
    }
    return .matrix(before: columns)
  }

  private mutating func usableInMatrix(_ cell: Cell, _ line: Int, after columns: [Column?]) -> Column? {
    guard let column = known(cell, line) else { return nil }
    if column != .serial && column != .invalid {
      fault(.columnNotInMatrix, cell, line)
      return nil
    }
    if columns.contains(column) {
      fault(.repeatedColumn, cell, line)
      return nil
    }
    return column
  }

  private mutating func list(_ cells: [Cell], _ line: Int) -> Header.Layout? {
    var columns: [Column?] = []
    for cell in cells {
      columns.append(usable(cell, line, after: columns))
    }
    let marks = columns.compactMap { $0 }.filter { $0.form == style.form }
    switch style.form {
    case .strikeOut where marks.isEmpty:
      return missing(.missingMarks(.strikeOut), line)
    case .agreeDisagree where marks.isEmpty:
      return missing(.missingMarks(.agreeDisagree), line)
    case .agreeDisagree where marks.count == 1:
      return missing(.missingColumn(marks[0] == .agree ? .disagree : .agree), line)
    case .strikeOut, .agreeDisagree:
      return .list(columns)
    }
  }

  /// The column of a cell, or `nil` with a fault where rows cannot use it.
  private mutating func usable(_ cell: Cell, _ line: Int, after columns: [Column?]) -> Column? {
    guard let column = known(cell, line) else { return nil }
    if columns.contains(column) {
      fault(.repeatedColumn, cell, line)
      return nil
    }
    if let form = column.form, form != style.form {
      fault(.columnOfOtherForm(style.form), cell, line)
      return nil
    }
    if column == .chosen && columns.contains(.struck) || column == .struck && columns.contains(.chosen) {
      fault(.struckBesideChosen, cell, line)
      return nil
    }
    return column
  }

  private mutating func known(_ cell: Cell, _ line: Int) -> Column? {
    if let column = Column(named: cell.name) { return column }
    fault(
      .unknownColumn(
        nearest: nearest(to: cell.name, among: Column.allNames), oldEncoding: OldEncoding.of(cell.name)),
      cell, line)
    return nil
  }

  private mutating func fault(_ kind: HeaderFault, _ cell: Cell, _ line: Int) {
    log.append(Fault(kind, at: FaultPlace(file: file, line: line, column: cell.column), text: cell.name))
  }

  private mutating func missing(_ kind: HeaderFault, _ line: Int) -> Header.Layout? {
    // A header with an unknown column may have meant that one; it is named already.
    if log.totals[.unknownColumn] == nil && log.totals[.columnOfOtherForm] == nil {
      log.append(Fault(kind, at: FaultPlace(file: file, line: line)))
    }
    return nil
  }
}
