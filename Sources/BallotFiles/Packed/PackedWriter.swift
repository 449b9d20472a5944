public import Machine
public import Tallying

/// Puts together a packed file: blocks go out as they come; what stands behind them in the file is kept until the end, in memory that
/// does not grow with the ballots where there is a place for more.
public struct PackedWriter: Sendable {
  /// Bytes at the beginning of a packed file that are known last: they are written as zeros, and then written over.
  public static let headerSize = PackedHeader.size

  private let style: BallotStyle
  /// Ballots so far.
  public private(set) var ballots = 0
  private var blocks = 0
  private var content = PackedContent()
  /// Where status blocks begin, if that is known before the end: they are not kept then.
  private let statusOffset: Int?
  private var statusBlocks = 0
  /// The status blocks, or the check values of those that are not kept.
  private let status: Spool
  private let words: Spool
  private let papers: Spool
  /// The run that the next ballots may belong to.
  private var open: PaperRun?
  private var hasPapers = false
  private var output: [UInt8] = []
  /// Why something could not be kept. It is told when output is taken.
  private var failure: FileFailure?

  /// - Parameters:
  ///   - ballots: how many there will be, if that is known and all blocks come in parts, whose status blocks are then written to their places.
  ///   - path: of the file that is written, beside which there is room for what memory does not hold; `nil` for memory alone.
  ///   - memory: how many bytes of each section are kept in memory.
  public init(_ style: BallotStyle, ballots: Int? = nil, beside path: String?, memory: Int = 1 << 20) {
    self.style = style
    statusOffset = ballots.map { Self.header(style, ballots: $0).statusOffset }
    status = Spool(beside: path, memory: memory)
    words = Spool(beside: path, memory: memory)
    papers = Spool(beside: path, memory: memory)
  }

  /// Adds a block.
  ///
  /// - Parameters:
  ///   - marks: the planes of all marks, word after word.
  ///   - status: the planes of what was declared, left unread and ruled; none where nothing was.
  ///   - ballots: how many there are; only the last block has fewer than all.
  public mutating func append(_ marks: [UInt64], status planes: [UInt64], ballots count: Int) {
    let encoded = PackedBlock.encode(
      marks, number: blocks, ballots: count, status: keep(status: planes))
    content.add(PackedSection.checksum(encoded))
    output += encoded
    blocks += 1
    ballots += count
  }

  /// Takes note of the next blocks and completes their bytes, which the caller writes: the marks behind those of the blocks before, in place
  /// of what ``takeOutput()`` gives.
  ///
  /// - Returns: where in the file the status blocks of the part stand.
  /// - Precondition: the number of ballots was given when the writer was made.
  /// - Throws: what the system says of sections that could not be kept.
  public mutating func append(_ part: inout PackedPart) throws(FileFailure) -> Int {
    let place = statusEnd
    var (marks, statuses): ([UInt64], [UInt64]) = ([], [])
    for (count, hasStatus) in part.blocks {
      if hasStatus {
        statuses.append(part.completeNextStatus(number: statusBlocks))
        statusBlocks += 1
      }
      marks.append(
        part.completeNextMarks(number: blocks, ballots: count, status: hasStatus ? statusBlocks : 0))
      blocks += 1
      ballots += count
    }
    content.add(marks)
    if !statuses.isEmpty {
      var bytes: [UInt8] = []
      Words.append(statuses, to: &bytes)
      keep(bytes, in: status)
    }
    if !part.words.isEmpty { keep(part.words, in: words) }
    if let failure { throw failure }
    return place
  }

  /// Where in the file those status blocks end that were written to their places; there begins what ``finish(write:)`` gives.
  ///
  /// - Precondition: the number of ballots was given when the writer was made.
  public var statusEnd: Int {
    guard let statusOffset else { preconditionFailure("status blocks have places where ballots are known") }
    return statusOffset + statusBlocks * PackedHeader.statusSize
  }

  /// Keeps the planes of what was declared of a block.
  ///
  /// - Returns: the number of the status block, from 1; 0 where there are no planes.
  private mutating func keep(status planes: [UInt64]) -> Int {
    if planes.isEmpty { return 0 }
    precondition(statusOffset == nil)
    keep(PackedBlock.encode(planes, number: statusBlocks, ballots: 0, status: 0), in: status)
    statusBlocks += 1
    return statusBlocks
  }

  /// Notes the board's words on its ground `other`, for a ballot that is added now or later; in the order of the ballots.
  public mutating func note(other text: String, ballot: Int) {
    keep(PackedWords.Entry(ballot: ballot, kind: .other, words: text).encoded(), in: words)
  }

  /// Notes the words of the board's ruling in the same way.
  mutating func note(ruling text: String, ballot: Int) {
    keep(PackedWords.Entry(ballot: ballot, kind: .ruling, words: text).encoded(), in: words)
  }

  /// Notes that the next ballots have serials from `serial` on.
  public mutating func note(serial: Int, ballots: Int) {
    note(PaperRun(bundle: nil, serial: serial, ballots: ballots))
  }

  mutating func note(_ run: PaperRun) {
    hasPapers = hasPapers || run.bundle != nil || run.serial != nil
    if let last = open, last.bundle == run.bundle, run.serial == last.serial.map({ $0 + last.ballots }) {
      open?.ballots += run.ballots
    } else {
      closeRun()
      open = run
    }
  }

  private mutating func closeRun() {
    if let run = open { keep(PackedPapers.encode(run), in: papers) }
    open = nil
  }

  private mutating func keep(_ bytes: [UInt8], in spool: Spool) {
    guard failure == nil else { return }
    do throws(FileFailure) {
      try spool.append(bytes)
    } catch {
      failure = error
    }
  }

  /// Takes the blocks that are to be written behind those before.
  ///
  /// - Throws: also what the system says of sections that could not be kept.
  public mutating func takeOutput() throws(FileFailure) -> [UInt8] {
    if let failure { throw failure }
    defer { output.removeAll(keepingCapacity: true) }
    return output
  }

  /// Writes what is left.
  ///
  /// - Parameter write: takes the bytes that follow those before.
  /// - Returns: the bytes of the header, which take the place of the zeros at the beginning.
  public mutating func finish(
    write: ([UInt8]) throws(FileFailure) -> Void
  ) throws(FileFailure) -> [UInt8] {
    closeRun()
    try write(takeOutput())
    try finishStatus(write: write)
    var sizes: [Int] = []
    for section in [words, hasPapers ? papers : nil] {
      guard let section, section.count > 0 else {
        content.add(0)
        sizes.append(0)
        continue
      }
      let written = try PackedSection.write(section, write)
      content.add(written.checksum)
      sizes.append(written.size)
    }
    var header = Self.header(style, ballots: ballots)
    precondition(statusOffset == nil || statusOffset == header.statusOffset)
    header.statusBlocks = statusBlocks
    (header.wordsSize, header.papersSize) = (sizes[0], sizes[1])
    header.content = content.digest.bytes
    return header.encoded()
  }

  /// Writes the status blocks that were kept, and takes the check values of all.
  private mutating func finishStatus(write: ([UInt8]) throws(FileFailure) -> Void) throws(FileFailure) {
    let step = statusOffset == nil ? PackedHeader.statusSize : 8
    try status.forEachPiece(of: 16 * PackedHeader.statusSize) { (piece) throws(FileFailure) in
      content.add(stride(from: step, through: piece.count, by: step).map { Words.word(piece, at: $0 - 8) })
      if statusOffset == nil { try write(piece) }
    }
  }

  private static func header(_ style: BallotStyle, ballots: Int) -> PackedHeader {
    PackedHeader(
      form: style.form, names: style.names, ballots: ballots, statusBlocks: 0, wordsSize: 0, papersSize: 0,
      content: [])
  }
}
