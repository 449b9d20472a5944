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
  ///   - path: of the file that is written, beside which there is room for what memory does not hold; `nil` for memory alone.
  ///   - memory: how many bytes of each section are kept in memory.
  public init(_ style: BallotStyle, beside path: String?, memory: Int = 1 << 20) {
    self.style = style
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

  /// Adds a block whose planes of marks `marks` has encoded, the first of them that has not been added, and completes its bytes there, which
  /// the caller writes in place of what ``takeOutput()`` gives.
  ///
  /// - Parameters:
  ///   - planes: the planes of what was declared, left unread and ruled; none where nothing was.
  ///   - ballots: how many there are; only the last block has fewer than all.
  /// - Throws: what the system says of sections that could not be kept.
  public mutating func append(
    _ planes: [UInt64], ballots count: Int, completing marks: inout PackedMarks
  ) throws(FileFailure) {
    let number = keep(status: planes)
    content.add(marks.completeNext(number: blocks, ballots: count, status: number))
    blocks += 1
    ballots += count
    if let failure { throw failure }
  }

  /// Keeps the planes of what was declared of a block.
  ///
  /// - Returns: the number of the status block, from 1; 0 where there are no planes.
  private mutating func keep(status planes: [UInt64]) -> Int {
    if planes.isEmpty { return 0 }
    let number = status.count / PackedHeader.statusSize
    keep(PackedBlock.encode(planes, number: number, ballots: 0, status: 0), in: status)
    return number + 1
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
    try status.forEachPiece(of: 16 * PackedHeader.statusSize) { (piece) throws(FileFailure) in
      for end in stride(from: PackedHeader.statusSize, through: piece.count, by: PackedHeader.statusSize) {
        content.add(Words.word(piece, at: end - 8))
      }
      try write(piece)
    }
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
    return PackedHeader(
      form: style.form, names: style.names, ballots: ballots,
      statusBlocks: status.count / PackedHeader.statusSize, wordsSize: sizes[0], papersSize: sizes[1],
      content: content.digest.bytes
    ).encoded()
  }
}
