import Faults

/// Finds serial numbers that occur twice in the files of one contest.
///
/// While serials rise, nothing has to be kept; as soon as they do not, all runs so far are needed. A bounded number is kept from
/// the start: if serials fall after more than that, the ledger gives up and asks for sorted files.
struct SerialLedger {
  private var runs: [SerialRun] = []
  /// What is missing in runs, in order, ``SerialRun/gaps`` of each: a line whose serial cannot be read would otherwise begin another run, and
  /// may occur in any hundred lines.
  private var gaps: [Gap] = []

  /// Serials that no row has.
  private struct Gap {
    /// How many serials of the run come before.
    var offset: UInt32
    var count: UInt32
  }

  private var last: SerialRun?
  /// The first run that does not lie after the one before it.
  private var firstFall: SerialRun?
  /// Whether runs were not kept, being too many.
  private var hasDropped = false

  /// Takes the runs of one piece, in the order of the file.
  ///
  /// Which rows are faulty matters for those alone that repeat a serial, and no row does while serials rise.
  ///
  /// - Parameters:
  ///   - pieces: the runs, whose lines are those of the piece.
  ///   - lines: how many lines come before the piece.
  ///   - faulty: the lines of faulty rows of the piece, rising.
  mutating func append(_ pieces: some Sequence<SerialRun>, behind lines: Int = 0, faulty: [Int] = []) {
    // Of the faulty rows, the next.
    var next = 0
    for var run in pieces {
      run.line += lines
      if let last, firstFall == nil, !run.isAfter(last) { firstFall = run }
      last = run
      if firstFall == nil {
        keep(run)
        continue
      }
      while next < faulty.count, faulty[next] + lines < run.line { next += 1 }
      var mine: [Int] = []
      while next < faulty.count, faulty[next] + lines <= run.lastLine {
        mine.append(faulty[next] + lines)
        next += 1
      }
      for part in run.parts(faulty: mine) { keep(part) }
    }
  }

  private mutating func keep(_ run: SerialRun) {
    if let index = runs.indices.last, !hasDropped {
      if runs[index].extend(by: run) { return }
      // What falls is looked at more closely.
      if firstFall == nil, runs[index].hasGap(before: run), isRoom { return keepBehindGap(run, of: index) }
    }
    if isRoom {
      // Many are likely to become more: growing by steps would take twice the memory meanwhile.
      if runs.count == 1024 { runs.reserveCapacity(BallotFileLimits.serialRuns) }
      runs.append(run)
    } else {
      hasDropped = true
    }
  }

  /// Whether another run may be kept, one with gaps counting as those that it is made of.
  private var isRoom: Bool { runs.count + gaps.count < BallotFileLimits.serialRuns }

  private mutating func keepBehindGap(_ run: SerialRun, of index: Int) {
    let first = runs[index].first
    guard let offset = UInt32(exactly: runs[index].last + 1 - first),
      let count = UInt32(exactly: run.first - runs[index].last - 1)
    else {
      runs.append(run)
      return
    }
    if gaps.count == 1024 { gaps.reserveCapacity(BallotFileLimits.serialRuns) }
    gaps.append(Gap(offset: offset, count: count))
    runs[index].last = run.last
    runs[index].gaps += 1
  }

  /// The runs without gaps.
  private func parts() -> [SerialRun] {
    var parts: [SerialRun] = []
    parts.reserveCapacity(runs.count + gaps.count)
    var gap = 0
    for run in runs {
      var rest = run
      rest.gaps = 0
      for _ in 0..<run.gaps {
        var part = rest
        part.last = run.first + Int(gaps[gap].offset) - 1
        parts.append(part)
        let next = part.last + 1 + Int(gaps[gap].count)
        (rest.line, rest.first) = (run.line(of: next), next)
        gap += 1
      }
      parts.append(rest)
    }
    return parts
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
    let repetitions = SerialRepetition.find(in: parts())
    return repetitions.isEmpty ? .unique : .repeated(repetitions)
  }
}
