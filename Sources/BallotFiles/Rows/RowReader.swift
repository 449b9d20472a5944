import Elections
import Faults
import Tallying

/// Reads one line after another into ``row`` and logs what is wrong with it.
///
/// This is the exact reader: every byte of a line is looked at, and whatever is not as the format says is a fault.
struct RowReader {
  let file: String
  let style: BallotStyle
  let header: Header
  /// Cells in each row.
  private let expectedCells: Int
  let hasBundles: Bool
  /// The columns of marks in a mark list, and their places.
  let markColumns: [(index: Int, column: Column)]
  /// The row that was read last; complete only where ``read(_:)`` returned `true`.
  var row: BallotRow
  /// The faults of all lines since it was emptied.
  var log = FaultLog()
  /// The faults of all lines that this reader has read, which is in the order of the file. Those that would not be listed behind these are
  /// counted in the log and not put into words: a file may have millions.
  private var seen = FaultListing(upTo: FaultLog.kept)
  /// Whether faults may be listed at all; if not, they are only counted.
  var listsFaults = true
  /// Of these texts no fault is listed behind those that were ``seen``.
  private var unlisted = UnlistedTexts()

  /// Faults of lines of a matrix that were counted and not logged yet.
  private var pending = (wrongNumbers: 0, badCells: 0)
  /// Lines of which it is known what is wrong, and that it is not listed.
  private var known = KnownLines()
  /// The faults of the line that were counted and not listed.
  private var unlistedOfLine: [FaultCode] = []
  /// Whether any fault of the line was listed.
  private var listsFaultOfLine = false

  /// The cells of the line.
  var cells = LineCells()
  /// A set of numbers that a cell lists, while it is read.
  var listed: CandidateSet
  private(set) var rowIsFaulty = false
  /// Where the last fault of the line stands. The column of the next is counted on from there, so that a long line of nothing but
  /// faults takes no longer than its length.
  private var counted = (offset: 0, column: 1)

  init(file: String, style: BallotStyle, header: Header) {
    self.file = file
    self.style = style
    self.header = header
    expectedCells = header.cells(names: style.names)
    hasBundles = header.hasBundles
    markColumns = header.markColumns
    row = BallotRow(style)
    listed = CandidateSet(style)
  }

  /// Reads a line that is not empty.
  ///
  /// - Returns: whether it is a ballot row; if not, its faults are in ``log``.
  mutating func read(_ line: Line) -> Bool {
    row.clear()
    begin(line)
    if !cells.splitPlainly(line, separator: header.separator) {
      guard isCleanText(line) else { return false }
      cells.split(line, separator: header.separator)
    }
    for (kind, offset) in cells.faults {
      fault(kind, line, at: offset, text: offset..<line.range.upperBound)
    }
    if cells.count != expectedCells {
      // Cells that a fault of quoting swallowed are not missing.
      if cells.faults.isEmpty { wrongNumberOfCells(line, expected: expectedCells) }
      return false
    }
    // A bare quote is shown as such; what it does to the meaning of the cell is not guessed.
    if !cells.faults.isEmpty { return false }
    switch header.layout {
    case .list(let columns): readList(line, columns)
    case .matrix(let before): readMatrix(line, before)
    }
    return !rowIsFaulty
  }

  // MARK: Faults

  /// Forgets the faults of the line before.
  private mutating func begin(_ line: Line) {
    rowIsFaulty = false
    unlistedOfLine.removeAll(keepingCapacity: true)
    listsFaultOfLine = false
    counted = (line.range.lowerBound, 1)
  }

  mutating func fault(_ kind: RowFault, _ line: Line, at offset: Int, text: Range<Int>?) {
    fault(kind.code, line, at: offset, text: text) { kind }
  }

  /// - Parameter kind: what is wrong, asked for only where it is listed.
  mutating func fault(
    _ code: FaultCode, _ line: Line, at offset: Int, text: Range<Int>?, _ kind: () -> RowFault
  ) {
    rowIsFaulty = true
    if !listsFaults || seen.isFull { return count(code) }
    let word = text.flatMap { UnlistedTexts.word(line.piece[$0]) }
    if let word, unlisted.contains(code, word) { return count(code) }
    let text = text.map { line.text($0) }
    guard seen.take(code, text: text) else {
      if let word { unlisted.insert(code, word) }
      return count(code)
    }
    listsFaultOfLine = true
    if offset < counted.offset { counted = (line.range.lowerBound, 1) }
    counted = (offset, counted.column + line.characters(in: counted.offset..<offset))
    let fault = Fault(
      kind(), at: FaultPlace(file: file, line: line.number, column: counted.column), text: text)
    log.append(fault)
  }

  /// Counts a fault that is not listed.
  private mutating func count(_ code: FaultCode) {
    log.count(code, 1)
    unlistedOfLine.append(code)
  }

  /// Counts the faults of a line of a matrix with a usual front, plain numbers and empty cells, if none of them is listed. They are logged by
  /// ``logUnlistedFaults()``, many at once.
  ///
  /// - Parameter found: the cells behind the front, and those of them that mean nothing.
  /// - Returns: whether the bundle and the serial of such a line count; `nil` where nothing was counted, and the line is to be read.
  mutating func countUnlistedFaults(ofCells found: (count: Int, meaningless: Int)) -> Bool? {
    // Where nothing separates cells, they were told by what would.
    guard !listsFaults || seen.isFull, header.separator != nil else { return nil }
    if found.count != style.names {
      pending.wrongNumbers += 1
      return false
    }
    if found.meaningless == 0 { return nil }
    pending.badCells += found.meaningless
    return true
  }

  /// Logs what was counted of lines of a matrix.
  mutating func logUnlistedFaults() {
    if pending.wrongNumbers > 0 { log.count(.wrongNumberOfCells, pending.wrongNumbers) }
    if pending.badCells > 0 { log.count(.badMatrixCell, pending.badCells) }
    pending = (0, 0)
  }

  /// Counts the faults of a line of a mark list with such a front, if none of them is listed and they are known.
  ///
  /// - Parameter text: the line behind its front.
  /// - Returns: as for a matrix.
  mutating func countUnlistedFaults(ofLists text: ArraySlice<UInt8>) -> Bool? {
    guard let text = UnlistedTexts.word(text), let known = known.faults(of: text) else { return nil }
    for code in known.faults { log.count(code, 1) }
    return known.hasNumbers
  }

  /// Keeps what is wrong with the line of a mark list that was read last, if none of it was listed.
  mutating func learnFaults(ofLists text: ArraySlice<UInt8>) {
    guard rowIsFaulty, !listsFaultOfLine, let text = UnlistedTexts.word(text) else { return }
    known.insert(text, unlistedOfLine, hasNumbers: row.serial != nil || row.bundle != nil)
  }

  mutating func fault(_ kind: RowFault, _ line: Line, _ cell: LineCell) {
    fault(kind, line, at: cell.content.lowerBound, text: cell.content)
  }

  private mutating func wrongNumberOfCells(_ line: Line, expected: Int) {
    let found = cells.count
    let commas = header.separator == UInt8(ascii: ",") && found > expected
    fault(
      .wrongNumberOfCells(found: found, expected: expected, commas: commas), line, at: line.range.lowerBound,
      text: line.range)
  }

  // MARK: Text

  /// Whether the line is UTF-8 without control characters.
  private mutating func isCleanText(_ line: Line) -> Bool {
    var hasHighBytes = false
    var control: Int?
    for i in line.range {
      let byte = line.piece[i]
      if byte >= 0x80 {
        hasHighBytes = true
      } else if Line.isControl(byte), byte != header.separator, control == nil {
        control = i
      }
    }
    if let control { textFault(.controlCharacter, line, at: control) }
    if hasHighBytes, String(validating: line.piece[line.range], as: UTF8.self) == nil {
      textFault(.notUTF8, line, at: line.firstInvalid)
    }
    return !rowIsFaulty
  }

  private mutating func textFault(_ kind: FileFault, _ line: Line, at offset: Int) {
    rowIsFaulty = true
    listsFaultOfLine = true
    let text = offset..<min(line.range.upperBound, offset + (kind.code == .controlCharacter ? 1 : 20))
    log.append(
      Fault(
        kind, at: FaultPlace(file: file, line: line.number, column: line.column(at: offset)),
        text: line.text(text)))
  }

  // MARK: Whole numbers

  /// Reads ASCII digits, leading zeros allowed.
  ///
  /// - Returns: `nil` for anything else, or a number above `limit`.
  func wholeNumber(_ line: Line, _ range: Range<Int>, upTo limit: Int) -> Int? {
    guard !range.isEmpty else { return nil }
    var number = 0
    for i in range {
      let digit = Int(line.piece[i]) - 0x30
      guard (0...9).contains(digit) else { return nil }
      number = number * 10 + digit
      if number > limit { return nil }
    }
    return number
  }

  mutating func readWholeNumber(_ column: Column, _ line: Line, _ cell: LineCell) -> Int? {
    if let number = wholeNumber(line, cell.content, upTo: ElectionLimits.count) { return number }
    fault(.badWholeNumber(column), line, cell)
    return nil
  }

  mutating func readSerial(_ line: Line, _ cell: LineCell) {
    row.serial = readWholeNumber(.serial, line, cell)
    row.serialOffset = cell.content.lowerBound
  }

  /// The content of a cell as text, quotes that are written twice once.
  func unquoted(_ line: Line, _ cell: LineCell) -> String {
    let text = String(decoding: line.piece[cell.content], as: UTF8.self)
    guard cell.hasDoubledQuotes else { return text }
    var result = ""
    var wasQuote = false
    for character in text.unicodeScalars {
      if character == "\"", wasQuote {
        wasQuote = false
        continue
      }
      wasQuote = character == "\""
      result.unicodeScalars.append(character)
    }
    return result
  }
}
