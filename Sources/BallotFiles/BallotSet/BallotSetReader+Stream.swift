import Faults
public import Machine
import Tallying

/// Files that are read from their beginning to their end: pipes, and text that has to be transcoded.
extension BallotSetReader {
  /// Reads one file to its end.
  ///
  /// - Parameter name: the name that messages use.
  /// - Throws: what the system says of a file that cannot be read on; the set then has no result.
  public mutating func read<Source: ByteSource & ~Copyable>(
    _ source: inout Source, name: String
  ) throws(FileFailure) {
    var file = FileProgress(name: name, index: progress.reading.files.count)
    var digest = ContentDigest(digestKind)
    var text = BallotText<Source>(pieceSize: pieceSize)
    var raw: [[UInt8]] = []
    var first: [UInt8]?
    var headers = HeaderReader(file: name, style: style)
    var header: Header?
    while header == nil, !file.hasStopped, var piece = try text.nextPiece(of: &source, raw: &raw) {
      header = file.readHeader(&piece, &headers)
      first = piece
    }
    while let header, !file.hasStopped {
      var pieces = first.map { [$0] } ?? []
      first = nil
      while pieces.count < jobs, let piece = try text.nextPiece(of: &source, raw: &raw) {
        pieces.append(piece)
      }
      if pieces.isEmpty { break }
      let readings = count(pieces, raw, header, file, &digest)
      report?(raw.reduce(0) { $0 + $1.count }, readings.reduce(0) { $0 + $1.tally.recorded })
      raw = []
      for reading in readings where !file.hasStopped { progress.merge(reading, into: &file) }
    }
    if !file.hasStopped {
      // A line `sep=;` alone is as empty as a file without a line.
      if let failure = text.failure ?? (header == nil ? .empty : nil) { file.stop(failure) }
    }
    for bytes in raw { digest.update(bytes) }
    progress.finish(file, bytes: digest.byteCount, digest: digest.finalize())
  }

  private enum Done: Sendable {
    case digest(ContentDigest)
    case piece(PieceReading)
  }

  /// Counts pieces, and takes the digest of the bytes that they came from, on the cores that are to be used.
  private func count(
    _ pieces: [[UInt8]], _ raw: [[UInt8]], _ header: Header, _ file: FileProgress,
    _ digest: inout ContentDigest
  ) -> [PieceReading] {
    let (name, index, style, before) = (file.name, file.index, style, digest)
    let done = parallelMap(count: pieces.count + 1, jobs: jobs) { task -> Done in
      if task == 0 {
        var digest = before
        for bytes in raw { digest.update(bytes) }
        return .digest(digest)
      }
      var reader = PieceReader(file: name, index: index, style: style, header: header)
      return .piece(reader.read(pieces[task - 1]))
    }
    var readings: [PieceReading] = []
    for result in done {
      switch result {
      case .digest(let taken): digest = taken
      case .piece(let reading): readings.append(reading)
      }
    }
    return readings
  }
}
