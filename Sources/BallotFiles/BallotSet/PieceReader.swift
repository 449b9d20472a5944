import Elections
import Faults
import Machine
import Tallying

/// What one piece of a ballot file says: some of its lines, counted.
struct PieceReading: Sendable {
  var tally: Tally
  var log = FaultLog()
  /// Lines, empty ones included.
  var lines = 0
  /// Lines that are not empty, and empty lines between them.
  var rows = 0
  var faultyRows = 0
  var serials: [SerialRun] = []
  /// The lines of faulty rows that have a serial.
  var faultySerials: [Int] = []
  /// Where rows of another bundle begin than that of the row before.
  var bundles: [BundleStart] = []
  var otherWords = BoardWords()
  var rulingWords = BoardWords()
  /// Empty lines before the first row, which are faults like those between rows.
  var emptyBefore = 0
  /// Empty lines after the last row; the whole piece, where it has no row.
  var emptyAfter = 0
  /// Whether reading stopped at a line that nothing can be read after.
  var hasStopped = false
}

/// Reads the lines of one piece. Each piece is read alone, on any thread.
struct PieceReader<Sink: BallotSink> {
  private let file: String
  private let fileIndex: Int
  private let style: BallotStyle
  private var rows: RowReader
  /// Reads the lines that have the usual shape of the header's layout, where it has one.
  private var usual: UsualLines
  private var reading: PieceReading
  /// Where the ballots go.
  var sink: Sink

  init(file: String, index: Int, style: BallotStyle, header: Header, sink: Sink) {
    self.file = file
    fileIndex = index
    self.style = style
    rows = RowReader(file: file, style: style, header: header)
    self.sink = sink
    usual = UsualLines(header, style)
    reading = PieceReading(tally: Tally(style))
  }

  /// Reads the lines of a piece.
  ///
  /// - Parameters:
  ///   - piece: the bytes.
  ///   - lines: where whole lines stand in them; all of the piece unless stated.
  ///   - listsFaults: whether faults of rows may be listed. If not, they are only counted.
  mutating func readLines(_ piece: [UInt8], _ lines: Range<Int>? = nil, listsFaults: Bool = true)
    -> PieceReading
  {
    reading = PieceReading(tally: Tally(style))
    rows.log = FaultLog()
    rows.listsFaults = listsFaults
    let lines = lines ?? 0..<piece.count
    var start = lines.lowerBound
    // Whether the last lines came one after another.
    var isSteady = false
    while start < lines.upperBound, !reading.hasStopped {
      let steady = isSteady ? readSteadyLines(piece, from: start) : start
      if steady == start {
        let limit = sink.room
        start = readUsualLines(piece, from: start, limit: limit)
        if usual.count == limit { isSteady = true; continue }
        if usual.count > 0 { isSteady = false }
      } else {
        start = steady
      }
      // Where fewer were read than there is room for, the next is unusual or the last.
      if start < lines.upperBound {
        start = readLine(piece, from: start)
        usual.passLine()
      }
    }
    reading.log.append(contentsOf: rows.log)
    return reading
  }

  /// Reads lines of the usual shape.
  ///
  /// - Returns: where the first line begins that was not read; `start` where the line there is unusual.
  private mutating func readUsualLines(_ piece: [UInt8], from start: Int, limit: Int) -> Int {
    let next = usual.scan(piece, from: start, limit: limit, passing: !Sink.takesNotes)
    guard next > start else { return start }
    usual.give(to: &sink)
    noteUsualLines(piece)
    return next
  }

  /// Reads lines of the usual shape that follow each other straight into the sink.
  ///
  /// - Returns: where the first line begins that was not read.
  private mutating func readSteadyLines(_ piece: [UInt8], from start: Int) -> Int {
    var start = start
    repeat {
      let next = usual.scan(piece, from: start, into: &sink)
      guard next > start else { return start }
      noteUsualLines(piece)
      start = next
    } while sink.isFull
    return start
  }

  /// Takes note of the lines that were read last, and of those between them that were passed over: these are read exactly, unless what is
  /// wrong with them is soon found.
  private mutating func noteUsualLines(_ piece: [UInt8]) {
    let passed = usual.passed
    // How many rows were noted, and how many of the lines that were passed over.
    var (notedRows, notedPassed) = (0, 0)
    for index in 0..<passed.count {
      let row = passed.rowsBefore(index)
      let number = reading.lines + row - notedRows + index - notedPassed + 1
      let hasNumbers = countUnlistedFaults(piece, passed, index)
      if let hasNumbers {
        reading.faultyRows += 1
        if hasNumbers, usual.hasSerials { reading.faultySerials.append(number) }
        if usual.isOnePaperRun, hasNumbers || !usual.hasSerials { continue }
      }
      noteUsualLines(notedRows..<row, passed: notedPassed..<index)
      if let hasNumbers {
        reading.lines += 1
        reading.rows += 1
        // Of the numbers of such a line, it is the bundle's that rises.
        if hasNumbers {
          usual.appendBundles(row..<row + 1, behind: index, line: number, to: &reading.bundles)
        }
      } else {
        readPassedLine(piece, passed, index)
      }
      (notedRows, notedPassed) = (row, index + 1)
    }
    noteUsualLines(notedRows..<usual.count, passed: notedPassed..<passed.count)
    if passed.count > 0 { rows.logUnlistedFaults() }
  }

  /// Counts the faults of a line that was passed over, if none of them is listed and they are soon found.
  ///
  /// - Returns: whether the bundle and the serial of such a line count; `nil` where nothing was counted.
  private mutating func countUnlistedFaults(_ piece: [UInt8], _ passed: PassedLines, _ index: Int) -> Bool? {
    if usual.isMatrix { return passed.cells(index).flatMap { rows.countUnlistedFaults(ofCells: $0) } }
    return textBehindFront(piece, passed, index).flatMap { rows.countUnlistedFaults(ofLists: piece[$0]) }
  }

  private mutating func readPassedLine(_ piece: [UInt8], _ passed: PassedLines, _ index: Int) {
    read(nextLine(piece, passed.bytes(index).dropLast()))
    if !usual.isMatrix, let text = textBehindFront(piece, passed, index) {
      rows.learnFaults(ofLists: piece[text])
    }
  }

  /// What stands behind the front of a line that was passed over; `nil` where that is not as predicted. An empty line has no front, though there
  /// may be nothing before the lists of others.
  private func textBehindFront(_ piece: [UInt8], _ passed: PassedLines, _ index: Int) -> Range<Int>? {
    let content = content(of: piece, passed.bytes(index).dropLast())
    guard !content.isEmpty, let front = passed.front(index) else { return nil }
    return front..<content.upperBound
  }

  /// - Parameters:
  ///   - range: of the rows.
  ///   - passed: of the lines between them that were passed over, and counted.
  private mutating func noteUsualLines(_ range: Range<Int>, passed: Range<Int>) {
    if range.isEmpty { return }
    let first = reading.lines + 1
    acceptEmptyLines(before: first)
    reading.lines += range.count + passed.count
    reading.rows += range.count + passed.count
    var rest = range
    while let run = usual.run(
      rest, passed: passed, file: fileIndex, line: first + rest.lowerBound - range.lowerBound)
    {
      reading.serials.extend(by: run)
      rest = min(rest.lowerBound + run.last - run.first + 1, range.upperBound)..<range.upperBound
    }
    if usual.hasBundles {
      usual.appendBundles(range, behind: passed.lowerBound, line: first, to: &reading.bundles)
    }
  }

  /// Reads the line at `start` exactly.
  ///
  /// - Returns: where the next line begins.
  private mutating func readLine(_ piece: [UInt8], from start: Int) -> Int {
    let end = PlainCells.lineFeed(in: piece.span, from: start)
    read(nextLine(piece, start..<end))
    return end + 1
  }

  /// The next line, which stands in `range` without the line feed.
  private mutating func nextLine(_ piece: [UInt8], _ range: Range<Int>) -> Line {
    reading.lines += 1
    return Line(piece: piece, range: content(of: piece, range), number: reading.lines)
  }

  /// Where a line stands without its end; what is last in the piece has none.
  ///
  /// - Parameter range: of the line without the line feed.
  private func content(of piece: [UInt8], _ range: Range<Int>) -> Range<Int> {
    let end = range.upperBound
    let hasReturn = end < piece.count && !range.isEmpty && piece[end - 1] == UInt8(ascii: "\r")
    return range.lowerBound..<(hasReturn ? end - 1 : end)
  }

  private mutating func read(_ line: Line) {
    if line.range.isEmpty {
      reading.emptyAfter += 1
      return
    }
    acceptEmptyLines(before: line.number)
    if line.range.count > BallotFileLimits.lineBytes {
      reading.rows += 1
      reading.faultyRows += 1
      reading.hasStopped = true
      rows.log.append(
        Fault(
          FileFault.lineTooLong, at: FaultPlace(file: file, line: line.number), text: line.text(line.range)))
      return
    }
    reading.rows += 1
    let isBallot = rows.read(line)
    if isBallot {
      sink.append(rows.row)
      sink.note(PaperRun(bundle: rows.row.bundle, serial: rows.row.serial, ballots: rows.row.count))
    } else {
      reading.faultyRows += 1
    }
    recordSerial(line, isFaulty: !isBallot)
  }

  /// Empty lines that a row follows are faults. Those at the front of the piece are logged when pieces are merged, together with
  /// those at the end of the piece before.
  ///
  /// - Parameter line: the number of the row's line.
  private mutating func acceptEmptyLines(before line: Int) {
    let empty = reading.emptyAfter
    reading.emptyAfter = 0
    guard empty > 0 else { return }
    if reading.rows == 0 {
      reading.emptyBefore = empty
      return
    }
    reading.rows += empty
    reading.faultyRows += empty
    rows.log.append(
      Fault(RowFault.emptyLine, at: FaultPlace(file: file, line: line - empty)),
      onFollowingLines: empty)
  }

  private mutating func recordSerial(_ line: Line, isFaulty: Bool) {
    if let bundle = rows.row.bundle {
      reading.bundles.extend(by: BundleStart(bundle: bundle, line: line.number))
    }
    guard let serial = rows.row.serial else { return }
    let count = isFaulty ? 1 : rows.row.count
    if isFaulty { reading.faultySerials.append(line.number) }
    reading.serials.extend(
      by: SerialRun(
        bundle: rows.row.bundle, first: serial, last: serial + count - 1, file: fileIndex, line: line.number,
        column: line.column(at: rows.row.serialOffset), isLineByLine: count == 1))
  }
}

extension PieceReader where Sink == CountingSink {
  init(file: String, index: Int, style: BallotStyle, header: Header) {
    self.init(file: file, index: index, style: style, header: header, sink: CountingSink(style))
  }

  /// Reads and counts the lines of a piece.
  mutating func read(_ piece: [UInt8], _ lines: Range<Int>? = nil, listsFaults: Bool = true) -> PieceReading {
    var reading = readLines(piece, lines, listsFaults: listsFaults)
    (reading.tally, reading.otherWords, reading.rulingWords) = sink.finish()
    return reading
  }
}
