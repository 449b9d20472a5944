/// Serial numbers that follow each other without a gap, as they stand in a ballot file.
///
/// Either one row (a batch of any size), or rows of one ballot each on following lines with following serials: the line of
/// every serial can be told, and a file with an unbroken sequence is one run.
struct SerialRun: Sendable, Equatable {
  var first: Int
  var last: Int
  /// The line of `first`.
  var line: Int
  var bundle: Int?
  /// Whether each serial has a line of its own.
  var isLineByLine: Bool
  /// Whether the row was found faulty for another reason. Of a run as it is read from a file, which may have faulty rows among others, nothing
  /// is said here; ``parts(faulty:)`` have it.
  var isFaulty = false
  // Many runs are kept: what is never large takes little room.
  private let fileIndex: Int32
  private let cellColumn: Int32
  /// How many gaps a ``SerialLedger`` keeps for it; there are none in a run of a file.
  var gaps: Int32 = 0

  /// The index of the file among the contest's.
  var file: Int { Int(fileIndex) }
  /// The column of the serial's cell.
  var column: Int { Int(cellColumn) }

  init(
    bundle: Int?, first: Int, last: Int, file: Int, line: Int, column: Int, isLineByLine: Bool
  ) {
    (self.first, self.last, self.line, self.bundle) = (first, last, line, bundle)
    self.isLineByLine = isLineByLine
    (fileIndex, cellColumn) = (Int32(file), Int32(column))
  }

  func line(of serial: Int) -> Int { isLineByLine ? line + serial - first : line }

  /// Extends the run by a row, if the row goes on where it ends.
  @inline(__always)
  mutating func extend(by row: SerialRun) -> Bool {
    guard row.first == last + 1, row.line == lastLine + 1, isLike(row) else { return false }
    last = row.last
    return true
  }

  /// Whether rows between this run and `later` had no serial, and this run would otherwise go on with it.
  func hasGap(before later: SerialRun) -> Bool {
    later.first > last + 1 && later.first - last == later.line - lastLine && isLike(later)
  }

  /// Whether both are rows of one ballot each, none faulty, of one bundle and file and with their serials in one column.
  @inline(__always)
  private func isLike(_ other: SerialRun) -> Bool {
    isLineByLine && other.isLineByLine && column == other.column && bundle == other.bundle
      && file == other.file && !isFaulty && !other.isFaulty
  }

  /// The run in parts that are faulty or not.
  ///
  /// - Parameter lines: of faulty rows, rising; each has one serial.
  func parts(faulty lines: some Sequence<Int>) -> [SerialRun] {
    var parts: [SerialRun] = []
    var rest = self
    for line in lines {
      let serial = rest.first + line - rest.line
      if serial > rest.first {
        var part = rest
        part.last = serial - 1
        parts.append(part)
      }
      var part = rest
      (part.first, part.last, part.line, part.isFaulty) = (serial, serial, line, true)
      parts.append(part)
      (rest.first, rest.line) = (serial + 1, line + 1)
    }
    return rest.first <= rest.last ? parts + [rest] : parts
  }

  /// The line of the last row.
  var lastLine: Int { line(of: last) }

  /// Whether this run lies wholly after `other` in the order of papers.
  func isAfter(_ other: SerialRun) -> Bool {
    (other.bundle ?? -1, other.last) < (bundle ?? -1, first)
  }
}

extension [SerialRun] {
  /// Goes on where the last run ends, or begins another.
  @inline(__always)
  mutating func extend(by run: SerialRun) {
    if let last = indices.last, self[last].extend(by: run) { return }
    append(run)
  }
}
