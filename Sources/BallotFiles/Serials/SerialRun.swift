/// Serial numbers that follow each other without a gap, as they stand in a ballot file.
///
/// Either one row (a batch of any size), or rows of one ballot each on following lines with following serials: the line of
/// every serial can be told, and a file with an unbroken sequence is one run.
struct SerialRun: Sendable, Equatable {
  var bundle: Int?
  var first: Int
  var last: Int
  /// The index of the file among the contest's.
  var file: Int
  /// The line of `first`.
  var line: Int
  /// The column of the serial's cell.
  var column: Int
  /// Whether each serial has a line of its own.
  var isLineByLine: Bool
  /// Whether the row was found faulty for another reason.
  var isFaulty: Bool

  func line(of serial: Int) -> Int { isLineByLine ? line + serial - first : line }

  /// Extends the run by a row, if the row goes on where it ends.
  mutating func extend(by row: SerialRun) -> Bool {
    guard isLineByLine, row.isLineByLine, bundle == row.bundle, file == row.file, column == row.column,
      row.first == last + 1, row.line == line(of: last) + 1, !isFaulty, !row.isFaulty
    else { return false }
    last = row.last
    return true
  }

  /// Whether this run lies wholly after `other` in the order of papers.
  func isAfter(_ other: SerialRun) -> Bool {
    (other.bundle ?? -1, other.last) < (bundle ?? -1, first)
  }
}

extension [SerialRun] {
  /// Goes on where the last run ends, or begins another.
  mutating func extend(by run: SerialRun) {
    if let last = indices.last, self[last].extend(by: run) { return }
    append(run)
  }
}
