/// Reads one text file of ballots, mark list or matrix, a row at a time.
struct BallotText {
  private var lines = TextLines()
  private var rows: BallotTextRows

  init(_ ballots: Ballots) {
    rows = BallotTextRows(ballots)
  }

  /// Takes in the next bytes and counts the rows that are complete.
  mutating func take(_ bytes: [UInt8], into recount: inout ContestRecount, _ serials: inout SerialNumbers)
    throws(ReadingFault)
  {
    // The lines are cut while the rows change: two parts of one value.
    var rows = rows
    try lines.take(bytes) { (line, number) throws(ReadingFault) in
      try rows.take(line, number, into: &recount, &serials)
    }
    self.rows = rows
  }

  /// Counts what stands behind the last line end.
  mutating func end(into recount: inout ContestRecount, _ serials: inout SerialNumbers) throws(ReadingFault) {
    var rows = rows
    try lines.end { (line, number) throws(ReadingFault) in
      try rows.take(line, number, into: &recount, &serials)
    }
    try rows.end()
  }
}

/// What is known between two lines of a text file.
struct BallotTextRows {
  private let ballots: Ballots
  private var separator: UInt8?
  private var header: BallotHeader?
  private var cells = RowCells()
  private var row: BallotRow
  /// The first of the empty lines that stand at the end, as far as the file has come.
  private var emptyLine: Int?

  init(_ ballots: Ballots) {
    self.ballots = ballots
    row = BallotRow(names: ballots.names)
  }

  mutating func take(
    _ line: Span<UInt8>, _ number: Int, into recount: inout ContestRecount, _ serials: inout SerialNumbers
  ) throws(ReadingFault) {
    do throws(ReadingFault) {
      guard let header else { return try begin(line, number, &recount) }
      if line.isEmpty {
        if emptyLine == nil { emptyLine = number }
        return
      }
      if let empty = emptyLine {
        throw ReadingFault("dòng trống giữa các phiếu", "an empty line between ballots", line: empty)
      }
      try cells.cut(line, header.separator)
      try row.read(cells.cells, of: line, header, ballots)
      try takeSerials(&serials)
      try count(into: &recount, number)
    } catch {
      var fault = error
      if fault.line == nil { fault.line = number }
      throw fault
    }
  }

  func end() throws(ReadingFault) {
    if header == nil { throw ReadingFault("tệp không có dòng tiêu đề", "the file has no header") }
  }

  private mutating func begin(_ line: Span<UInt8>, _ number: Int, _ recount: inout ContestRecount)
    throws(ReadingFault)
  {
    if number == 1, let named = BallotHeader.separatorNamed(by: line) {
      separator = named
      return
    }
    let header = try BallotHeader(line, separator: separator, ballots)
    if header.columns.contains(.rehearsal) { recount.files[recount.files.count - 1].isRehearsal = true }
    self.header = header
  }

  private func takeSerials(_ serials: inout SerialNumbers) throws(ReadingFault) {
    guard let serial = row.serial else { return }
    do throws(SerialNumbers.Refusal) {
      try serials.add(bundle: row.bundle, first: serial, count: row.count)
    } catch {
      switch error {
      case .repeated(let number):
        throw ReadingFault("số phiếu \(number) có hai lần", "the serial \(number) occurs twice")
      case .tooDisordered:
        throw ReadingFault(
          "số phiếu lộn xộn quá nhiều, không kiểm tra trùng được",
          "the serials are in too much disorder to tell repetitions")
      }
    }
  }

  private func count(into recount: inout ContestRecount, _ number: Int) throws(ReadingFault) {
    let judged = Judgement(of: row, on: ballots)
    if row.ruling != nil, !judged.isRuledValid {
      throw ReadingFault(
        "phán quyết về phiếu không thuộc diện xem xét", "a ruling on a ballot that is not debatable")
    }
    recount.count(row, judged, line: number)
    if recount.recorded > mostBallots {
      throw ReadingFault("quá nhiều phiếu", "there are too many ballots")
    }
  }
}
