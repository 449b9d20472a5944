import Faults
public import Machine
import Tallying

/// Files on a medium, whose chunks each thread reads for itself.
///
/// A chunk is all lines that begin in a stretch of ``BallotSetReader/pieceSize`` bytes. Each thread reads its stretch and as much beyond it as
/// the last line needs, counts it while it is in the processor's cache, and goes on to the next that nobody has taken. Digest and count come
/// from the same bytes.
extension BallotSetReader {
  /// Reads one file to its end, if it can be read in chunks.
  ///
  /// - Parameter name: the name that messages use.
  /// - Returns: whether it was; if not, nothing was read, and the file is to be read as a stream.
  /// - Throws: what the system says of a file that cannot be read on; the set then has no result.
  public mutating func readInChunks<Source: PositionedSource & ~Copyable>(
    _ source: borrowing Source, name: String
  ) throws(FileFailure) -> Bool {
    var head: [UInt8] = []
    try source.read(at: 0, count: min(source.size, BallotFileLimits.headBytes), into: &head)
    guard !head.isEmpty, case .success(.utf8(let mark)) = TextCoding.detect(head) else { return false }
    // The reader of streams looks at the same first bytes, so that both find the same coding.
    var file = FileProgress(name: name, index: progress.reading.files.count)
    var headers = HeaderReader(file: name, style: style)
    var rest = Array(head.dropFirst(mark))
    guard let header = file.readHeader(&rest, &headers) else { return false }
    let body = head.count - rest.count
    let chunks = Chunks(source.size, of: pieceSize, from: body)
    let (style, index, digestKind, report) = (style, file.index, digestKind, report)
    // So many faults are listed of the chunks merged so far that none is listed of those behind: threads need not put them into words. What
    // is listed does not depend on when they see it.
    let enough = Flag()

    let (digest, merged) = workInOrder(
      count: chunks.count, jobs: jobs, ordered: ContentDigest(digestKind),
      merged: ChunkProgress(set: progress, file: file),
      makeWorker: { ChunkWorker(PieceReader(file: name, index: index, style: style, header: header)) },
      work: { worker, chunk, turn in worker.read(source, chunks, chunk, turn, digestKind, enough) },
      merge: { merged, reading in
        if case .success(let piece) = reading { report?(chunks.length, piece.tally.recorded) }
        defer { if merged.file.log.isFull { enough.raise() } }
        return merged.merge(reading)
      })
    if let failure = merged.failure { throw failure }
    // The header was read before the digest saw it, and ends of lines with the chunk before theirs.
    try source.requireUnchanged()
    progress = merged.set
    progress.finish(merged.file, bytes: source.size, digest: digest.finalize())
    return true
  }
}

/// The stretches of a file.
struct Chunks: Sendable {
  let size: Int
  let length: Int
  /// Where the lines after the header begin.
  let body: Int

  init(_ size: Int, of length: Int, from body: Int) {
    self.size = size
    self.length = length
    self.body = body
  }

  var count: Int { (size + length - 1) / length }

  func range(_ index: Int) -> Range<Int> { index * length..<min(size, (index + 1) * length) }
}

/// What was merged of a file's chunks so far.
private struct ChunkProgress: Sendable {
  var set: SetProgress
  var file: FileProgress
  var failure: FileFailure?

  /// - Returns: whether there is any use in going on.
  mutating func merge(_ reading: Result<PieceReading, FileFailure>) -> Bool {
    switch reading {
    case .success(let piece):
      set.merge(piece, into: &file)
      return !file.hasStopped
    case .failure(let failure):
      self.failure = failure
      return false
    }
  }
}

/// What a thread keeps between its chunks.
private struct ChunkWorker {
  private var reader: PieceReader<CountingSink>
  private var bytes: [UInt8] = []

  init(_ reader: PieceReader<CountingSink>) {
    self.reader = reader
  }

  mutating func read<Source: PositionedSource & ~Copyable>(
    _ source: borrowing Source, _ chunks: Chunks, _ index: Int, _ turn: Turn<ContentDigest>,
    _ kind: DigestKind, _ enough: Flag
  ) -> Result<PieceReading, FileFailure> {
    let range = chunks.range(index)
    // The byte before tells whether a line begins with the stretch.
    let before = min(range.lowerBound, 1)
    do throws(FileFailure) {
      // With room for the rest of nearly every last line.
      Words.beginAligned(&bytes, with: range.lowerBound - before, capacity: before + range.count + 4096)
      let start = bytes.count + before
      try source.read(at: range.lowerBound - before, count: range.count + before, into: &bytes)
      turn.take(bytes[start...], kind, inLeaves: chunks.length % TreeDigest.leafSize == 0)
      try readLastLine(source, from: range.upperBound, chunks.size)
      return .success(
        reader.read(bytes, lines(chunks, range, start), listsFaults: !enough.isRaised))
    } catch {
      return .failure(error)
    }
  }

  /// Reads on to the end of the line that the stretch ends in, but no further than a line may be long.
  private mutating func readLastLine<Source: PositionedSource & ~Copyable>(
    _ source: borrowing Source, from end: Int, _ size: Int
  ) throws(FileFailure) {
    var at = end
    var step = 256
    while at < size, bytes.last != UInt8(ascii: "\n"), at - end <= BallotFileLimits.lineBytes + 1 {
      let start = bytes.count
      let count = min(step, size - at)
      try source.read(at: at, count: count, into: &bytes)
      if let lineEnd = bytes[start...].firstIndex(of: UInt8(ascii: "\n")) {
        bytes.removeSubrange((lineEnd + 1)...)
        return
      }
      at += count
      step *= 4
    }
  }

  /// Where the lines that begin in the stretch stand in ``bytes``.
  ///
  /// - Parameter start: where the stretch begins there, behind the byte before it, if there is one.
  private func lines(_ chunks: Chunks, _ range: Range<Int>, _ start: Int) -> Range<Int> {
    if chunks.body >= range.upperBound { return 0..<0 }
    if chunks.body >= range.lowerBound { return chunks.body - range.lowerBound + start..<bytes.count }
    let stretch = bytes[(start - 1)..<min(bytes.count, start + range.count)]
    // A line begins behind each line feed, and none behind the last byte of the stretch but in the next.
    guard let lineEnd = stretch.dropLast().firstIndex(of: UInt8(ascii: "\n")) else { return 0..<0 }
    return lineEnd + 1..<bytes.count
  }
}
