import Faults
import Machine
import Tallying

/// What was merged of one ballot file so far, its pieces in order.
struct FileProgress: Sendable {
  let name: String
  let index: Int
  var log: FaultLog
  /// Lines merged so far.
  var lines = 0
  var rows = 0
  var faultyRows = 0
  var ballots = 0
  var valid = 0
  /// Empty lines at the end of what was merged.
  var pendingEmptyLines = 0
  /// Whether the header says that the ballots come from a rehearsal.
  var isRehearsal = false
  /// Whether a fault was met after which nothing more is read. Text beyond it may have been drawn from the source or not, so
  /// that nothing may depend on it.
  var hasStopped = false

  init(name: String, index: Int) {
    self.name = name
    self.index = index
    log = FaultLog(isFirst: index == 0)
  }

  mutating func stop(_ failure: PackedFault) {
    hasStopped = true
    log.append(Fault(failure, at: FaultPlace(file: name)))
  }

  mutating func stop(_ failure: FileFault) {
    hasStopped = true
    // Damaged text is the only one of these that has a line.
    let line = failure.code == .damagedUTF16 ? lines + 1 : nil
    log.append(Fault(failure, at: FaultPlace(file: name, line: line)))
  }

  /// What is said of the file when it was read.
  func reading(bytes: Int, digest: Digest?) -> BallotFileReading {
    BallotFileReading(
      name: name, bytes: hasStopped ? nil : bytes, digest: hasStopped ? nil : digest, rows: rows,
      faultyRows: faultyRows, ballots: ballots, valid: valid, isRehearsal: isRehearsal)
  }
}

/// What was merged of all files of a contest so far.
struct SetProgress: Sendable {
  var reading: BallotSetReading
  var serials = SerialLedger()
  var bundles = BundleLedger()

  init(_ style: BallotStyle) {
    reading = BallotSetReading(
      tally: Tally(style), files: [], faults: FaultLog(), otherWords: BoardWords(), rulingWords: BoardWords())
  }

  /// Takes in the next piece of `file`.
  mutating func merge(_ piece: PieceReading, into file: inout FileProgress) {
    if piece.rows > 0 {
      let empty = file.pendingEmptyLines + piece.emptyBefore
      if empty > 0 {
        let first = file.lines - file.pendingEmptyLines + 1
        file.log.append(
          Fault(RowFault.emptyLine, at: FaultPlace(file: file.name, line: first)), onFollowingLines: empty)
        file.rows += empty
        file.faultyRows += empty
      }
      file.pendingEmptyLines = 0
    }
    file.pendingEmptyLines += piece.emptyAfter
    var log = piece.log
    log.shiftLines(by: file.lines)
    file.log.append(contentsOf: log)
    let lines = file.lines
    serials.append(piece.serials, behind: lines, faulty: piece.faultySerials)
    for start in piece.bundles {
      bundles.append(start.bundle, file: file.index, line: start.line + lines)
    }
    file.hasStopped = piece.hasStopped
    file.lines += piece.lines
    file.rows += piece.rows
    file.faultyRows += piece.faultyRows
    file.ballots += piece.tally.recorded
    file.valid += piece.tally.valid
    reading.tally.add(piece.tally)
    reading.otherWords.add(piece.otherWords)
    reading.rulingWords.add(piece.rulingWords)
  }

  /// Takes in `file` when it was read.
  mutating func finish(_ file: FileProgress, bytes: Int, digest: Digest?) {
    reading.files.append(file.reading(bytes: bytes, digest: digest))
    reading.faults.append(contentsOf: file.log)
  }
}
