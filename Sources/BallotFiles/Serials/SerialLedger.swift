import Faults

/// Finds serial numbers that occur twice in the files of one contest.
///
/// While serials rise, nothing has to be kept; as soon as they do not, all runs so far are needed. A bounded number is kept from
/// the start: if serials fall after more than that, the ledger gives up and asks for sorted files.
struct SerialLedger {
  private var runs: [SerialRun] = []
  private var last: SerialRun?
  /// The first run that does not lie after the one before it.
  private var firstFall: SerialRun?
  /// Whether runs were not kept, being too many.
  private var hasDropped = false

  /// Takes the runs of one piece, in the order of the file.
  ///
  /// Which rows are faulty matters for those alone that repeat a serial, and no row does while serials rise.
  ///
  /// - Parameter faulty: the lines of faulty rows, rising.
  mutating func append(_ pieces: some Sequence<SerialRun>, faulty: some Sequence<Int> = EmptyCollection()) {
    var lines = faulty.makeIterator()
    var line = lines.next()
    for run in pieces {
      if let last, firstFall == nil, !run.isAfter(last) { firstFall = run }
      last = run
      if firstFall == nil {
        keep(run)
        continue
      }
      while let faulty = line, faulty < run.line { line = lines.next() }
      var mine: [Int] = []
      while let faulty = line, faulty <= run.lastLine {
        mine.append(faulty)
        line = lines.next()
      }
      for part in run.parts(faulty: mine) { keep(part) }
    }
  }

  private mutating func keep(_ run: SerialRun) {
    if let index = runs.indices.last, !hasDropped, runs[index].extend(by: run) { return }
    if runs.count < BallotFileLimits.serialRuns {
      // Many are likely to become more: growing by steps would take twice the memory meanwhile.
      if runs.count == 1024 { runs.reserveCapacity(BallotFileLimits.serialRuns) }
      runs.append(run)
    } else {
      hasDropped = true
    }
  }

  enum Verdict {
    /// Each serial occurs once.
    case unique
    case repeated([SerialRepetition])
    /// The serials are in disorder and too many to be compared; the first run that begins the disorder.
    case tooManyInDisorder(SerialRun)
  }

  func verdict() -> Verdict {
    guard let firstFall else { return .unique }
    if hasDropped { return .tooManyInDisorder(firstFall) }
    let repetitions = SerialRepetition.find(in: runs)
    return repetitions.isEmpty ? .unique : .repeated(repetitions)
  }
}
