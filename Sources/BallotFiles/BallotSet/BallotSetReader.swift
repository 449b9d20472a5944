import Elections
import Faults
public import Machine
public import Tallying

/// Reads and counts the ballot files of one contest, one after another, chunk by chunk.
///
/// A chunk is counted and forgotten: memory does not grow with the ballots. Chunks of one file are counted on several
/// cores; what comes out is the same for any number of them and any size of chunk.
public struct BallotSetReader {
  let style: BallotStyle
  let digestKind: DigestKind
  let jobs: Int
  let pieceSize: Int
  /// Is told, piece by piece, how many bytes and ballots have been read.
  let report: (@Sendable (_ bytes: Int, _ ballots: Int) -> Void)?
  /// What was read so far. Tests begin from large counts that would take long to read.
  var progress: SetProgress

  /// - Parameters:
  ///   - style: the names and seats of the contest.
  ///   - digest: which digest is taken of the files.
  ///   - jobs: how many cores are used, at least 1.
  ///   - pieceSize: bytes read at a time, at least 1. Unless stated, as many as a core keeps near; for the tree digest as many as it takes
  ///     leaves at a time.
  ///   - report: is told, now and then and in order, how many more bytes and ballots have been read.
  public init(
    _ style: BallotStyle, digest: DigestKind = .sha256, jobs: Int = 1, pieceSize: Int? = nil,
    report: (@Sendable (_ bytes: Int, _ ballots: Int) -> Void)? = nil
  ) {
    let pieceSize = pieceSize ?? (digest == .tree ? 1 << 20 : 3 << 18)
    precondition(jobs > 0 && pieceSize > 0)
    self.style = style
    digestKind = digest
    self.jobs = jobs
    self.pieceSize = pieceSize
    self.report = report
    progress = SetProgress(style)
  }

  /// What was read, once all files have been.
  public consuming func finish() -> BallotSetReading {
    progress.checkSerials()
    var reading = progress.reading
    reading.repeatedBundles = progress.bundles.repeated(reading.files.map(\.name))
    if reading.tally.recorded > ElectionLimits.count, let file = reading.files.last {
      reading.faults.append(Fault(FileFault.tooManyBallots, at: FaultPlace(file: file.name)))
    }
    reading.tally.checkInvariants()
    return reading
  }
}
