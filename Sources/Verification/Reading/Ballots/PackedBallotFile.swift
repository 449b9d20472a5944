import Elections
import Machine

/// Counts a packed file from its first byte to its last, while a digest takes in the same bytes.
///
/// A block of which something is declared is counted when its status is met, behind the blocks; it is read again then, and
/// must have the digest that it had the first time, so that what is counted is what was digested.
struct PackedBallotFile<Source: PositionedSource & ~Copyable>: ~Copyable {
  private let source: Source
  private let ballots: Ballots
  private var digest: ContentDigest
  private var checkValues = SHA256()
  /// Blocks that wait for their status: the number of the block, and the digest of its bytes.
  private var waiting: [(block: Int, digest: Digest)] = []
  /// The ballots with words, by their index in the file, in order.
  private var worded: [(ballot: Int, kind: UInt64)] = []
  private var row: BallotRow
  private let pieceSize: Int

  /// - Parameters:
  ///   - source: the bytes of the file.
  ///   - ballots: the papers that it should be of.
  ///   - digest: what takes in all bytes.
  ///   - pieceSize: how many bytes of words and papers are read at a time, a multiple of 64.
  init(_ source: consuming Source, _ ballots: Ballots, digest: ContentDigest, pieceSize: Int = 1 << 20) {
    self.source = source
    self.ballots = ballots
    self.pieceSize = pieceSize
    self.digest = digest
    row = BallotRow(names: ballots.names)
  }

  /// - Returns: the digest of the whole file.
  mutating func count(into recount: inout ContestRecount) throws(PackedFailure) -> ContentDigest {
    let header = try header()
    for block in 0..<header.blocks { try countBlock(block, header, into: &recount) }
    guard waiting.count == header.statusBlocks else {
      throw .fault(PackedHeader.damaged(header.statusOffset))
    }
    for status in 0..<header.statusBlocks { try countStatus(status, header, into: &recount) }
    try readWords(header, into: &recount)
    try passPapers(header)
    guard checkValues.finalize().bytes == header.checkDigest else { throw .fault(PackedHeader.damaged(96)) }
    if recount.recorded > mostBallots { throw .fault(PackedHeader.damaged(24)) }
    return digest
  }

  private mutating func header() throws(PackedFailure) -> PackedHeader {
    guard source.size >= PackedHeader.byteCount else { throw .fault(PackedHeader.damaged(0)) }
    let bytes = try next(0, PackedHeader.byteCount)
    do throws(ReadingFault) {
      return try PackedHeader(bytes, fileSize: source.size, ballots)
    } catch {
      throw .fault(error)
    }
  }

  // MARK: Bytes

  /// Bytes that the digest has not seen yet.
  private mutating func next(_ offset: Int, _ count: Int) throws(PackedFailure) -> [UInt8] {
    let bytes = try bytes(offset, count)
    digest.update(bytes)
    return bytes
  }

  private func bytes(_ offset: Int, _ count: Int) throws(PackedFailure) -> [UInt8] {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(count)
    do throws(FileFailure) {
      try source.read(at: offset, count: count, into: &bytes)
    } catch {
      throw .file(error)
    }
    return bytes
  }

  /// The next stretch with a check value.
  private mutating func checked(_ offset: Int, _ count: Int) throws(PackedFailure) -> [UInt8] {
    let bytes = try next(offset, count)
    guard CheckValue.isRight(bytes) else { throw .fault(PackedHeader.damaged(offset)) }
    checkValues.update(bytes[(bytes.count - 8)...])
    return bytes
  }

  // MARK: Blocks

  private mutating func countBlock(_ block: Int, _ header: PackedHeader, into recount: inout ContestRecount)
    throws(PackedFailure)
  {
    let offset = PackedHeader.byteCount + block * header.blockBytes
    let bytes = try checked(offset, header.blockBytes)
    let trailer = Words.words(bytes, at: header.blockBytes - 64, count: 8)
    let size = Self.ballots(in: block, header)
    guard trailer[0] == UInt64(block), trailer[1] == UInt64(size), trailer[3...6].allSatisfy({ $0 == 0 }),
      Planes.areClear(bytes, planes: header.planes, from: size)
    else { throw .fault(PackedHeader.damaged(offset)) }
    if trailer[2] == 0 {
      try countBallots(of: block, bytes, nil, header, into: &recount)
    } else {
      // Status blocks stand in the order of the blocks that they are of.
      guard trailer[2] == UInt64(waiting.count + 1) else { throw .fault(PackedHeader.damaged(offset)) }
      waiting.append((block, SHA256.digest(of: bytes)))
    }
  }

  private mutating func countStatus(_ status: Int, _ header: PackedHeader, into recount: inout ContestRecount)
    throws(PackedFailure)
  {
    let offset = header.statusOffset + status * PackedHeader.statusBytes
    let bytes = try checked(offset, PackedHeader.statusBytes)
    let (block, digest) = waiting[status]
    let trailer = Words.words(bytes, at: PackedHeader.statusBytes - 64, count: 8)
    guard trailer[0] == UInt64(status), trailer[1...6].allSatisfy({ $0 == 0 }),
      Planes.areClear(bytes, planes: 7, from: Self.ballots(in: block, header))
    else { throw .fault(PackedHeader.damaged(offset)) }
    let again = try self.bytes(PackedHeader.byteCount + block * header.blockBytes, header.blockBytes)
    guard SHA256.digest(of: again) == digest else { throw .fault(PackedHeader.damaged(offset)) }
    try countBallots(of: block, again, bytes, header, into: &recount)
  }

  private static func ballots(in block: Int, _ header: PackedHeader) -> Int {
    min(PackedHeader.blockBallots, header.ballots - block * PackedHeader.blockBallots)
  }

  private mutating func countBallots(
    of block: Int, _ marks: [UInt8], _ status: [UInt8]?, _ header: PackedHeader,
    into recount: inout ContestRecount
  ) throws(PackedFailure) {
    for index in 0..<Self.ballots(in: block, header) {
      row.clear()
      for name in 0..<header.names {
        row.inFavour[name] = Planes.bit(marks, plane: name, index)
        if header.planes > header.names {
          row.against[name] = Planes.bit(marks, plane: header.names + name, index)
        }
      }
      let ballot = block * PackedHeader.blockBallots + index
      if let status { readStatus(status, index, ballot) }
      let judged = Judgement(of: row, on: ballots)
      let isUnmarked = !row.inFavour.contains(true) && !row.against.contains(true)
      guard row.ruling == nil || judged.isRuledValid, row.marksRead || !row.declared.isEmpty && isUnmarked
      else { throw .fault(PackedHeader.damaged(header.statusOffset)) }
      // The words come behind; only their places are known here.
      recount.count(row, judged, line: ballot + 1, isLine: false, withWords: false)
    }
  }

  /// The planes of a status: five grounds, marks not read, ruled valid.
  private mutating func readStatus(_ status: [UInt8], _ index: Int, _ ballot: Int) {
    let grounds: [Grounds] = [.notIssued, .outsider, .marked, .signed, .other]
    for (plane, ground) in grounds.enumerated() where Planes.bit(status, plane: plane, index) {
      row.declared.insert(ground)
    }
    row.marksRead = !Planes.bit(status, plane: 5, index)
    if Planes.bit(status, plane: 6, index) { row.ruling = [] }
    if row.declared.contains(.other) { worded.append((ballot, 1)) }
    if row.ruling != nil { worded.append((ballot, 2)) }
  }

  // MARK: Words and papers

  private mutating func readWords(_ header: PackedHeader, into recount: inout ContestRecount)
    throws(PackedFailure)
  {
    guard header.wordsBytes > 0 else {
      if !worded.isEmpty { throw .fault(PackedHeader.damaged(header.wordsOffset)) }
      return checkValues.update([UInt8](repeating: 0, count: 8))
    }
    var section = PackedSection(start: header.wordsOffset, size: header.wordsBytes)
    for (ballot, kind) in worded { try readEntry(ballot, kind, from: &section, into: &recount) }
    guard try has(16, &section) else { throw .fault(section.damaged) }
    while try has(1, &section) {
      guard section.rest.allSatisfy({ $0 == 0 }) else { throw .fault(section.damaged) }
      section.pass(section.rest.count)
    }
    guard section.check.isRight else { throw .fault(PackedHeader.damaged(header.wordsOffset)) }
    checkValues.update(section.last)
  }

  private mutating func readEntry(
    _ ballot: Int, _ kind: UInt64, from section: inout PackedSection, into recount: inout ContestRecount
  ) throws(PackedFailure) {
    guard try has(16, &section) else { throw .fault(section.damaged) }
    let (index, entry) = (section.word(0), section.word(8))
    let length = Int(entry &>> 32)
    let padded = (length + 7) / 8 * 8
    // Characters of words have four bytes at the most.
    guard index == UInt64(ballot), entry & 0xFFFF_FFFF == kind, length <= 4 * ElectionLimits.nameLength,
      try has(16 + padded, &section)
    else { throw .fault(section.damaged) }
    section.pass(16)
    let text = Array(section.rest.prefix(length))
    guard BallotRow.areFit(text), section.rest.prefix(padded).dropFirst(length).allSatisfy({ $0 == 0 }) else {
      section.pass(-16)
      throw .fault(section.damaged)
    }
    if kind == 1 { recount.otherWords.add(text, 1) } else { recount.rulings.add(text, 1) }
    section.pass(padded)
  }

  /// Reads on until so many bytes of a section are at hand.
  ///
  /// - Returns: whether it has them, without its check value.
  private mutating func has(_ count: Int, _ section: inout PackedSection) throws(PackedFailure) -> Bool {
    while section.rest.count < count, section.missing > 0 {
      section.take(try next(section.start + section.taken, min(pieceSize, section.missing)))
    }
    return section.rest.count >= count
  }

  /// The papers say where the ballots lie and count for nothing. There may be many: they are checked in pieces.
  private mutating func passPapers(_ header: PackedHeader) throws(PackedFailure) {
    let offset = header.wordsOffset + header.wordsBytes
    guard header.papersBytes > 0 else { return checkValues.update([UInt8](repeating: 0, count: 8)) }
    var value = CheckValue()
    var at = 0
    while at < header.papersBytes {
      let piece = try next(offset + at, min(pieceSize, header.papersBytes - at))
      at += piece.count
      value.take(piece, isEnd: at == header.papersBytes)
      if at == header.papersBytes { checkValues.update(piece[(piece.count - 8)...]) }
    }
    if !value.isRight { throw .fault(PackedHeader.damaged(offset)) }
  }
}

/// A section that is read in pieces, as there may be more of it than fits into memory.
private struct PackedSection {
  /// Where it stands in the file.
  let start: Int
  private let size: Int
  /// Bytes that were read.
  private(set) var taken = 0
  private(set) var check = CheckValue()
  /// The last word that was read.
  private(set) var last: [UInt8] = []
  private var bytes: [UInt8] = []
  private var at = 0

  init(start: Int, size: Int) {
    self.start = start
    self.size = size
  }

  var missing: Int { size - taken }

  /// What was read and not passed, without the check value at the end.
  var rest: ArraySlice<UInt8> { bytes[at...] }

  /// The fault of what comes next.
  var damaged: ReadingFault {
    PackedHeader.damaged(start + taken - rest.count - (missing == 0 ? 8 : 0))
  }

  func word(_ offset: Int) -> UInt64 { Words.word(bytes, at: at + offset) }

  mutating func pass(_ count: Int) { at += count }

  mutating func take(_ piece: [UInt8]) {
    taken += piece.count
    check.take(piece, isEnd: missing == 0)
    last = Array(piece.suffix(8))
    bytes = Array(rest + (missing == 0 ? piece.dropLast(8) : piece[...]))
    at = 0
  }
}

/// Why a packed file was not counted.
enum PackedFailure: Error {
  case fault(ReadingFault)
  case file(FileFailure)
}

/// Bits of ballots, a plane of 512 bytes for each thing that can be marked.
enum Planes {
  static func bit(_ bytes: [UInt8], plane: Int, _ index: Int) -> Bool {
    (bytes[plane * PackedHeader.planeBytes + index / 8] &>> UInt8(index % 8)) & 1 == 1
  }

  /// Whether no bit is set at `size` and beyond.
  static func areClear(_ bytes: [UInt8], planes: Int, from size: Int) -> Bool {
    if size == PackedHeader.blockBallots { return true }
    return (0..<planes).allSatisfy { plane in
      (size..<PackedHeader.blockBallots).allSatisfy { !bit(bytes, plane: plane, $0) }
    }
  }
}
