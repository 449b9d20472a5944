import Elections
import Faults
public import Machine
import Tallying

/// Writes a packed file as text: a mark list or a matrix, in one form only, so that packing that text gives the same packed file again.
public struct BallotUnpacker {
  /// The layout of the text.
  public enum Layout: String, Sendable, CaseIterable {
    /// A mark list with the columns `struck`, or `agree` and `disagree`.
    case list
    /// One cell for each name.
    case matrix
  }

  private let layout: Layout
  private let name: String

  /// - Parameter name: the name of the packed file, for messages.
  public init(_ layout: Layout, name: String) {
    self.layout = layout
    self.name = name
  }

  /// Writes the text of all ballots. The whole file is checked before a line is written.
  ///
  /// - Parameter write: takes the bytes of the text, in order.
  /// - Throws: what the system says of a file that cannot be read on, or what `write` throws.
  /// - Returns: how many ballots were written, or what is wrong; then what was written is of no use.
  public func unpack<Source: PositionedSource & ~Copyable>(
    _ source: borrowing Source, write: ([UInt8]) throws(FileFailure) -> Void
  ) throws(FileFailure) -> Result<Int, PackingFaults> {
    var head: [UInt8] = []
    try source.read(at: 0, count: min(source.size, PackedHeader.size), into: &head)
    guard head.starts(with: PackedHeader.mark) else { return failure(UnpackingFault.notPacked) }
    let header: PackedHeader
    do throws(PackedFault) {
      header = try PackedHeader(head, fileSize: source.size)
    } catch {
      return failure(error)
    }
    guard header.form == .agreeDisagree || header.names > 1 else {
      return failure(PackedFault.damaged(offset: 16))
    }
    // Seats do not matter for reading marks, only that the form is the file's.
    let seats = header.form == .strikeOut ? header.names - 1 : header.names
    let style = BallotStyle(names: header.names, seats: seats)
    var reader = BallotSetReader(style, digest: .none)
    _ = try reader.readPacked(source, name: name)
    let reading = reader.finish()
    guard reading.faults.isEmpty else { return .failure(PackingFaults(faults: reading.faults)) }
    guard let sections = try sections(header, source) else {
      return failure(PackedFault.damaged(offset: header.wordsOffset))
    }
    let columns = TextColumns(
      papers: sections.papers, hasStatus: header.statusBlocks > 0, hasRulings: reading.tally.ruledValid > 0)
    guard columns.fit(layout) else { return failure(UnpackingFault.notInThisLayout) }
    var text = BallotTextWriter(style, layout, columns, sections.words, sections.papers)
    text.begin()
    for number in 0..<header.blocks {
      guard let block = try block(number, style, header, source) else {
        return failure(PackedFault.damaged(offset: PackedHeader.size + number * header.blockSize))
      }
      for index in 0..<block.count where !text.append(block[index]) {
        return failure(UnpackingFault.notInThisLayout)
      }
      try write(text.take())
    }
    try write(text.take())
    // The ballots were read apart from what was checked.
    try source.requireUnchanged()
    return .success(header.ballots)
  }

  private func failure(_ kind: some FaultKind) -> Result<Int, PackingFaults> {
    .failure(PackingFaults(faults: FaultLog([Fault(kind, at: FaultPlace(file: name))])))
  }

  private func sections<Source: PositionedSource & ~Copyable>(
    _ header: PackedHeader, _ source: borrowing Source
  ) throws(FileFailure) -> (words: [PackedWords.Entry], papers: [PaperRun])? {
    var (words, papers): ([UInt8], [UInt8]) = ([], [])
    try source.read(at: header.wordsOffset, count: header.wordsSize, into: &words)
    try source.read(at: header.papersOffset, count: header.papersSize, into: &papers)
    guard let entries = PackedWords.decode(words, ballots: header.ballots),
      let runs = PackedPapers.decode(papers, ballots: header.ballots)
    else { return nil }
    // What no text that was packed can say, text again must not: who counts that refuses it.
    var (ledger, next) = (SerialLedger(), 1)
    for run in runs {
      if let serial = run.serial {
        ledger.append(
          CollectionOfOne(
            SerialRun(
              bundle: run.bundle, first: serial, last: serial + run.ballots - 1, file: 0, line: next,
              column: 1,
              isLineByLine: true)))
      }
      next += run.ballots
    }
    guard case .unique = ledger.verdict() else { return nil }
    return (entries, runs)
  }

  private func block<Source: PositionedSource & ~Copyable>(
    _ number: Int, _ style: BallotStyle, _ header: PackedHeader, _ source: borrowing Source
  ) throws(FileFailure) -> PackedBallots? {
    var (bytes, status): ([UInt8], [UInt8]) = ([], [])
    try source.read(at: PackedHeader.size + number * header.blockSize, count: header.blockSize, into: &bytes)
    let block = PackedBlock(bytes, endingAt: bytes.count)
    guard block.isSound(number: number, checksum: Words.checksum(bytes, 0..<bytes.count)) else { return nil }
    if block.status > 0 {
      let offset = header.statusOffset + (block.status - 1) * PackedHeader.statusSize
      try source.read(at: offset, count: PackedHeader.statusSize - PackedHeader.trailerSize, into: &status)
    }
    let marks = Words.words(bytes, at: 0, count: header.planes * PackedHeader.planeSize / 8)
    return PackedBallots(
      style, count: block.ballots, marks: marks, status: Words.words(status, at: 0, count: status.count / 8))
  }
}
