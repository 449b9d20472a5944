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
  /// What was read so far. Tests begin from large counts that would take long to read.
  var reading: BallotSetReading
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
    while header == nil, !file.hasStopped, var piece = try text.nextPiece(of: &source, raw: &raw) {
      header = readHeader(&piece, &headers, &file)
      first = piece
    }
    while let header, !file.hasStopped {
      var pieces = first.map { [$0] } ?? []
      first = nil
      while pieces.count < jobs, let piece = try text.nextPiece(of: &source, raw: &raw) {
        pieces.append(piece)
      }
      if pieces.isEmpty { break }
      let readings = count(pieces, raw, header, &file)
      raw = []
      for reading in readings where !file.hasStopped { merge(reading, into: &file) }
    }
    if !file.hasStopped {
      // A line `sep=;` alone is as empty as a file without a line.
      if let failure = text.failure ?? (header == nil ? .empty : nil) { file.stop(failure) }
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
    /// Whether a fault was met after which nothing more is read. Text beyond it may have been drawn from the source or not, so
    /// that nothing may depend on it.
    var hasStopped = false

    mutating func stop(_ failure: FileFault) {
      hasStopped = true
      // Damaged text is the only one of these that has a line.
      let line = failure.code == .damagedUTF16 ? lines + 1 : nil
      log.append(Fault(failure, at: FaultPlace(file: name, line: line)))
    }
  }

  /// Takes the header off the front of a piece.
  ///
  /// - Returns: `nil` where the rows cannot be read, the faults being in the file's log and the file stopped; or where the piece
  ///   ends before the header.
  private func readHeader(
    _ piece: inout [UInt8], _ headers: inout HeaderReader, _ file: inout FileInProgress
  ) -> Header? {
    while !piece.isEmpty {
      let lineEnd = piece.firstIndex(of: UInt8(ascii: "\n"))
      var end = lineEnd ?? piece.count
      if lineEnd != nil, end > 0, piece[end - 1] == UInt8(ascii: "\r") { end -= 1 }
      file.lines += 1
      let line = Line(piece: piece, range: 0..<end, number: file.lines)
      piece = Array(piece[((lineEnd ?? piece.count - 1) + 1)...])
      guard let text = headerText(line, headers, &file) else {
        file.hasStopped = true
        return nil
      }
      if file.lines == 1, headers.readSeparatorLine(text), headers.log.isEmpty { continue }
      let header = headers.log.isEmpty ? headers.read(text, number: file.lines) : nil
      file.log.append(contentsOf: headers.log)
      file.hasStopped = header == nil
      return header
    }
    return nil
  }

  private func headerText(_ line: Line, _ headers: HeaderReader, _ file: inout FileInProgress) -> String? {
    func fault(_ kind: FileFault, at offset: Int?, _ text: Range<Int>?) {
      let place = FaultPlace(file: file.name, line: line.number, column: offset.map { line.column(at: $0) })
      file.log.append(Fault(kind, at: place, text: text.map { line.text($0) }))
    }
    if line.range.count > BallotFileLimits.lineBytes {
      fault(.lineTooLong, at: nil, line.range)
      return nil
    }
    guard let text = String(validating: line.piece[line.range], as: UTF8.self) else {
      let bytes = line.piece[line.range].map { String(Unicode.Scalar($0)) }.joined()
      if let encoding = headers.oldEncoding(ofBytes: bytes) {
        fault(.wrongEncoding(name: encoding), at: nil, nil)
      } else {
        let invalid = line.firstInvalid
        fault(.notUTF8, at: invalid, invalid..<min(invalid + 20, line.range.upperBound))
      }
      return nil
    }
    let tab = UInt8(ascii: "\t")
    if let control = line.range.first(where: { Line.isControl(line.piece[$0]) && line.piece[$0] != tab }) {
      fault(.controlCharacter, at: control, control..<control + 1)
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
    file.hasStopped = piece.hasStopped
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
        name: file.name, bytes: file.hasStopped ? nil : file.digest.byteCount,
        digest: file.hasStopped ? nil : file.digest.finalize(), rows: file.rows,
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
