import Elections
import Faults
public import Machine
public import Tallying

/// Reads and counts the ballot files of one contest, one after another, chunk by chunk.
///
/// A chunk is counted and forgotten: memory does not grow with the ballots. Chunks of one file are counted on several
/// cores; what comes out is the same for any number of them and any size of chunk.
public struct BallotSetReader {
  private let style: BallotStyle
  private let digestKind: DigestKind
  private let jobs: Int
  private let pieceSize: Int
  private var reading: BallotSetReading
  private var serials = SerialLedger()

  /// - Parameters:
  ///   - style: the names and seats of the contest.
  ///   - digest: which digest is taken of the files.
  ///   - jobs: how many cores are used, at least 1.
  ///   - pieceSize: bytes read at a time, at least 1.
  public init(_ style: BallotStyle, digest: DigestKind = .sha256, jobs: Int = 1, pieceSize: Int = 1 << 20) {
    precondition(jobs > 0 && pieceSize > 0)
    self.style = style
    digestKind = digest
    self.jobs = jobs
    self.pieceSize = pieceSize
    reading = BallotSetReading(
      tally: Tally(style), files: [], faults: FaultLog(), otherWords: BoardWords(), rulingWords: BoardWords())
  }

  /// Reads one file to its end.
  ///
  /// - Parameter name: the name that messages use.
  /// - Throws: what the system says of a file that cannot be read on; the set then has no result.
  public mutating func read<Source: ByteSource & ~Copyable>(
    _ source: inout Source, name: String
  ) throws(FileFailure) {
    var file = FileInProgress(name: name, index: reading.files.count, digest: ContentDigest(digestKind))
    var text = BallotText<Source>(pieceSize: pieceSize)
    var raw: [[UInt8]] = []
    var first: [UInt8]?
    var headers = HeaderReader(file: name, style: style)
    var header: Header?
    while header == nil, file.log.isEmpty, var piece = try text.nextPiece(of: &source, raw: &raw) {
      header = readHeader(&piece, &headers, &file)
      first = piece
    }
    // A line `sep=;` alone is as empty as a file without a line.
    if header == nil, file.log.isEmpty, text.failure == nil {
      file.log.append(Fault(FileFault.empty, at: FaultPlace(file: name)))
    }
    var hasStopped = header == nil
    while let header, !hasStopped {
      var pieces = first.map { [$0] } ?? []
      first = nil
      while pieces.count < jobs, let piece = try text.nextPiece(of: &source, raw: &raw) {
        pieces.append(piece)
      }
      if pieces.isEmpty { break }
      let readings = count(pieces, raw, header, &file)
      raw = []
      for reading in readings where !hasStopped {
        hasStopped = reading.hasStopped
        merge(reading, into: &file)
      }
    }
    if let failure = text.failure {
      let line = file.lines > 0 ? file.lines + 1 : nil
      file.log.append(Fault(failure, at: FaultPlace(file: name, line: line)))
    }
    finish(file, raw)
  }

  /// What was read, once all files have been.
  public consuming func finish() -> BallotSetReading {
    checkSerials()
    if reading.tally.recorded > ElectionLimits.count, let file = reading.files.last {
      reading.faults.append(Fault(FileFault.tooManyBallots, at: FaultPlace(file: file.name)))
    }
    reading.tally.checkInvariants()
    return reading
  }

  // MARK: One file

  private struct FileInProgress {
    let name: String
    let index: Int
    var digest: ContentDigest
    var log = FaultLog()
    /// Lines merged so far.
    var lines = 0
    var rows = 0
    var faultyRows = 0
    var ballots = 0
    /// Empty lines at the end of what was merged.
    var pendingEmptyLines = 0
  }

  /// Takes the header off the front of a piece.
  ///
  /// - Returns: `nil` where the rows cannot be read, the faults being in the file's log; or where the piece ends before the header.
  private func readHeader(
    _ piece: inout [UInt8], _ headers: inout HeaderReader, _ file: inout FileInProgress
  ) -> Header? {
    while !piece.isEmpty {
      let end = piece.firstIndex(of: UInt8(ascii: "\n")) ?? piece.count
      var bytes = piece[..<end]
      piece = Array(piece[min(end + 1, piece.count)...])
      file.lines += 1
      if bytes.last == UInt8(ascii: "\r") { bytes.removeLast() }
      guard let line = headerText(bytes, &file) else { return nil }
      let isSeparatorLine = file.lines == 1 && headers.readSeparatorLine(line)
      let header = isSeparatorLine ? nil : headers.read(line, number: file.lines)
      file.log.append(contentsOf: headers.log)
      if !isSeparatorLine || !headers.log.isEmpty { return header }
    }
    return nil
  }

  private func headerText(_ bytes: ArraySlice<UInt8>, _ file: inout FileInProgress) -> String? {
    let place = FaultPlace(file: file.name, line: file.lines)
    if bytes.count > BallotFileLimits.lineBytes {
      file.log.append(
        Fault(FileFault.lineTooLong, at: place, text: String(decoding: bytes.prefix(60), as: UTF8.self)))
      return nil
    }
    guard let text = String(validating: bytes, as: UTF8.self) else {
      let latin = bytes.map { String(Unicode.Scalar($0)) }.joined()
      let cells = latin.split { ",;\t".contains($0) }.map { $0.filter { $0 != "\"" } }
      if let encoding = cells.lazy.compactMap({ OldEncoding.of($0) }).first {
        file.log.append(Fault(FileFault.wrongEncoding(name: encoding), at: place))
      } else {
        file.log.append(Fault(FileFault.notUTF8, at: place))
      }
      return nil
    }
    if let control = text.unicodeScalars.first(where: { ($0.value < 0x20 && $0 != "\t") || $0.value == 0x7F })
    {
      file.log.append(Fault(FileFault.controlCharacter, at: place, text: String(control)))
      return nil
    }
    return text
  }

  private enum Done: Sendable {
    case digest(ContentDigest)
    case piece(PieceReading)
  }

  /// Counts pieces, and takes the digest of the bytes that they came from, on the cores that are to be used.
  private func count(
    _ pieces: [[UInt8]], _ raw: [[UInt8]], _ header: Header, _ file: inout FileInProgress
  ) -> [PieceReading] {
    let (name, index, style, before) = (file.name, file.index, style, file.digest)
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
      case .digest(let digest): file.digest = digest
      case .piece(let reading): readings.append(reading)
      }
    }
    return readings
  }

  private mutating func merge(_ piece: PieceReading, into file: inout FileInProgress) {
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
    serials.append(
      piece.serials.lazy.map { run in
        var run = run
        run.line += lines
        return run
      })
    file.lines += piece.lines
    file.rows += piece.rows
    file.faultyRows += piece.faultyRows
    file.ballots += piece.tally.recorded
    reading.tally.add(piece.tally)
    reading.otherWords.add(piece.otherWords)
    reading.rulingWords.add(piece.rulingWords)
  }

  private mutating func finish(_ file: consuming FileInProgress, _ raw: [[UInt8]]) {
    for bytes in raw { file.digest.update(bytes) }
    reading.files.append(
      BallotFileReading(
        name: file.name, bytes: file.digest.byteCount, digest: file.digest.finalize(), rows: file.rows,
        faultyRows: file.faultyRows, ballots: file.ballots))
    reading.faults.append(contentsOf: file.log)
  }

  // MARK: Serial numbers

  private mutating func checkSerials() {
    switch serials.verdict() {
    case .unique: return
    case .tooManyInDisorder(let run):
      let place = FaultPlace(file: reading.files[run.file].name, line: run.line, column: run.column)
      reading.faults.append(Fault(RowFault.serialsInDisorder, at: place, text: String(run.first)))
    case .repeated(let repetitions):
      for repetition in repetitions { report(repetition) }
    }
    let order = Dictionary(
      reading.files.enumerated().map { ($0.element.name, $0.offset) }, uniquingKeysWith: { first, _ in first }
    )
    reading.faults.sort { a, b in
      let places = [a, b].map { (order[$0.place.file] ?? 0, $0.place.line ?? 0, $0.place.column ?? 0) }
      return places[0] < places[1]
    }
  }

  private mutating func report(_ repetition: SerialRepetition) {
    let run = repetition.run
    if !run.isFaulty {
      reading.files[run.file].faultyRows += repetition.rows
    }
    var listed = 0
    for (serials, earlier) in repetition.parts {
      for serial in serials {
        if listed == repetition.rows { return }
        if listed == FaultLog.listedAtMost {
          return reading.faults.count(.serialRepeated, repetition.rows - listed)
        }
        listed += 1
        let kind = RowFault.serialRepeated(
          line: earlier.line(of: serial), file: reading.files[earlier.file].name)
        let place = FaultPlace(
          file: reading.files[run.file].name, line: run.line(of: serial), column: run.column)
        reading.faults.append(Fault(kind, at: place, text: String(serial)))
      }
    }
  }
}
