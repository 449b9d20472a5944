import Elections
import Faults
public import Machine
import Tallying

/// Packed files (`.kpb`): blocks of bit planes, counted where they lie.
extension BallotSetReader {
  /// Reads one file to its end, if it is a packed one.
  ///
  /// - Parameter name: the name that messages use.
  /// - Returns: whether it is; if not, nothing was read.
  /// - Throws: what the system says of a file that cannot be read on; the set then has no result.
  public mutating func readPacked<Source: PositionedSource & ~Copyable>(
    _ source: borrowing Source, name: String
  ) throws(FileFailure) -> Bool {
    var head: [UInt8] = []
    try source.read(at: 0, count: min(source.size, PackedHeader.size), into: &head)
    guard head.starts(with: PackedHeader.mark) else { return false }
    var file = FileProgress(name: name, index: progress.reading.files.count)
    let layout: PackedHeader
    do throws(PackedFault) {
      layout = try PackedHeader(head, fileSize: source.size)
      guard layout.form == style.form, layout.names == style.names else {
        throw .otherBallots(form: layout.form, names: layout.names)
      }
    } catch {
      file.stop(error)
      progress.finish(file, bytes: source.size, digest: nil)
      return true
    }
    let (style, kind, report) = (style, digestKind, report)
    let stretches = PackedStretches(layout, of: pieceSize, needsAll: kind != .none)
    let (digest, merged) = workInOrder(
      count: stretches.count, jobs: jobs, ordered: ContentDigest(kind), merged: PackedProgress(style),
      makeWorker: { PackedWorker(style, layout) },
      work: { worker, index, turn in worker.read(source, stretches, index, turn, kind) },
      merge: { merged, outcome in
        if case .piece(let piece, let counts) = outcome { report?(piece.size, counts.recorded) }
        return merged.merge(outcome)
      })
    if let failure = merged.failure { throw failure }
    var fault = merged.fault
    if fault == nil { fault = try finish(merged, layout, source) }
    // The header, statuses and words are read apart from what the digest sees.
    try source.requireUnchanged()
    if let fault {
      file.stop(fault)
    } else {
      file.rows = layout.ballots
      file.ballots = layout.ballots
      file.valid = merged.tally.valid
      progress.reading.tally.add(merged.tally)
    }
    progress.finish(file, bytes: source.size, digest: digest.finalize())
    return true
  }

  /// Checks what stands behind the blocks, and takes the board's words.
  private mutating func finish<Source: PositionedSource & ~Copyable>(
    _ merged: PackedProgress, _ layout: PackedHeader, _ source: borrowing Source
  ) throws(FileFailure) -> PackedFault? {
    var content = merged.content
    guard merged.statusBlocks == layout.statusBlocks else { return .damaged(offset: layout.statusOffset) }
    // They were read and checked with their blocks; their check values come only now in the content.
    var statuses = PackedContent()
    for index in 0..<layout.statusBlocks {
      let offset = layout.statusOffset + (index + 1) * PackedHeader.statusSize - 8
      var bytes: [UInt8] = []
      try source.read(at: offset, count: 8, into: &bytes)
      let checksum = Words.word(bytes, at: 0)
      content.add(checksum)
      statuses.add(checksum)
    }
    guard statuses.digest == merged.statuses.digest else { return .damaged(offset: layout.statusOffset) }
    var words = PackedWords(size: layout.wordsSize, ballots: layout.ballots)
    var (piece, other, rulings): ([UInt8], BoardWords, BoardWords) = ([], BoardWords(), BoardWords())
    var labels = PackedContent()
    for start in stride(from: 0, to: layout.wordsSize, by: 1 << 16) {
      piece.removeAll(keepingCapacity: true)
      try source.read(
        at: layout.wordsOffset + start, count: min(1 << 16, layout.wordsSize - start), into: &piece)
      guard let entries = words.take(piece) else { return .damaged(offset: layout.wordsOffset) }
      labels.add(entries.map { PackedWords.label($0.ballot, $0.kind) })
      for entry in entries {
        switch entry.kind {
        case .other: other.add(entry.words, times: 1)
        case .ruling: rulings.add(entry.words, times: 1)
        }
      }
    }
    guard labels.digest == merged.labels.digest else { return .damaged(offset: layout.wordsOffset) }
    content.add(PackedSection.checksum(piece))
    guard let papers = try papersChecksum(layout, source) else {
      return .damaged(offset: layout.papersOffset)
    }
    content.add(papers)
    guard content.digest.bytes == layout.content else { return .damaged(offset: 96) }
    progress.reading.otherWords.add(other)
    progress.reading.rulingWords.add(rulings)
    return nil
  }
}

/// The check value of where the papers lie, which counting looks at no further; 0 for none.
///
/// - Returns: `nil` where it is not that of the bytes.
private func papersChecksum<Source: PositionedSource & ~Copyable>(
  _ layout: PackedHeader, _ source: borrowing Source
) throws(FileFailure) -> UInt64? {
  var (check, piece): (CheckValue, [UInt8]) = (CheckValue(), [])
  for start in stride(from: 0, to: layout.papersSize, by: 1 << 20) {
    piece.removeAll(keepingCapacity: true)
    try source.read(
      at: layout.papersOffset + start, count: min(1 << 20, layout.papersSize - start), into: &piece)
    check.take(piece, 0..<piece.count)
  }
  let last = PackedSection.checksum(piece)
  return piece.isEmpty || check.value(last: last) == last ? last : nil
}

/// The SHA-256 of check values, in order.
struct PackedContent: Sendable {
  private var hash = SHA256()

  mutating func add(_ checksum: UInt64) { add([checksum]) }

  mutating func add(_ checksums: [UInt64]) {
    var bytes: [UInt8] = []
    Words.append(checksums, to: &bytes)
    hash.update(bytes)
  }

  var digest: Digest { hash.finalize() }
}

/// The stretches in which a packed file is read: groups of blocks; or, where a digest of the file is taken, all of the file in stretches of
/// one size, each with the blocks that begin in it.
struct PackedStretches: Sendable {
  private let layout: PackedHeader
  private let size: Int
  private let blocksPerGroup: Int
  /// Whether all of the file is read.
  let areWhole: Bool

  init(_ layout: PackedHeader, of size: Int, needsAll: Bool) {
    self.layout = layout
    self.size = size
    areWhole = needsAll
    // Check values are fastest taken of eight blocks side by side, then of four and two.
    let blocks = max(1, (size + size / 4) / layout.blockSize)
    blocksPerGroup = blocks >= 8 ? blocks & ~7 : blocks >= 4 ? 4 : min(2, blocks)
  }

  var count: Int {
    areWhole
      ? (layout.fileSize + size - 1) / size : (layout.blocks + blocksPerGroup - 1) / blocksPerGroup
  }

  /// Whether all stretches but the last are whole leaves of the tree digest.
  var areLeaves: Bool { areWhole && size % TreeDigest.leafSize == 0 }

  struct Stretch {
    /// Where its bytes stand in the file, to the end of its last block.
    var bytes: Range<Int>
    /// How many of the bytes belong to it and to no other.
    var own: Int
    var blocks: Range<Int>
  }

  subscript(index: Int) -> Stretch {
    if !areWhole {
      let blocks = index * blocksPerGroup..<min(layout.blocks, (index + 1) * blocksPerGroup)
      let bytes = start(of: blocks.lowerBound)..<start(of: blocks.upperBound)
      return Stretch(bytes: bytes, own: bytes.count, blocks: blocks)
    }
    let own = index * size..<min(layout.fileSize, (index + 1) * size)
    let blocks = firstBlock(from: own.lowerBound)..<firstBlock(from: own.upperBound)
    let end = blocks.isEmpty ? own.upperBound : max(own.upperBound, start(of: blocks.upperBound))
    return Stretch(bytes: own.lowerBound..<end, own: own.count, blocks: blocks)
  }

  /// Where a block begins in the file; for the block behind the last one, where that ends.
  func start(of block: Int) -> Int { PackedHeader.size + block * layout.blockSize }

  /// The first block that begins at `offset` or behind it.
  private func firstBlock(from offset: Int) -> Int {
    let before = max(0, offset - PackedHeader.size + layout.blockSize - 1) / layout.blockSize
    return min(layout.blocks, before)
  }
}

/// What one stretch says.
struct PackedPiece: Sendable {
  /// Bytes of the stretch.
  var size: Int
  var checksums: [UInt64] = []
  /// The status blocks that its blocks name, in order: their numbers and check values.
  var statuses: [(number: Int, checksum: UInt64)] = []
  /// The ballots that have words of the board, in order, as ``PackedWords/label(_:_:)``.
  var labels: [UInt64] = []
}

/// What was merged so far.
private struct PackedProgress: Sendable {
  var tally: Tally
  var content = PackedContent()
  var statusBlocks = 0
  /// The check values of the status blocks.
  var statuses = PackedContent()
  /// The ballots that have words of the board: those and no others must have some.
  var labels = PackedContent()
  var fault: PackedFault?
  var failure: FileFailure?

  enum Outcome: Sendable {
    case piece(PackedPiece, Tally)
    case fault(PackedFault)
    case failure(FileFailure)
  }

  init(_ style: BallotStyle) {
    tally = Tally(style)
  }

  mutating func merge(_ outcome: Outcome) -> Bool {
    switch outcome {
    case .piece(let piece, let counts):
      tally.add(counts)
      content.add(piece.checksums)
      labels.add(piece.labels)
      for status in piece.statuses {
        statuses.add(status.checksum)
        statusBlocks += 1
        if status.number != statusBlocks { fault = .damaged(offset: PackedHeader.size) }
      }
    case .fault(let found): fault = found
    case .failure(let found): failure = found
    }
    return fault == nil && failure == nil
  }
}

/// What a thread keeps between its stretches.
private struct PackedWorker {
  private let style: BallotStyle
  private let layout: PackedHeader
  private var bytes: [UInt8] = []
  private var counts: BlockTally

  init(_ style: BallotStyle, _ layout: PackedHeader) {
    self.style = style
    self.layout = layout
    counts = BlockTally(style)
  }

  mutating func read<Source: PositionedSource & ~Copyable>(
    _ source: borrowing Source, _ stretches: PackedStretches, _ index: Int, _ turn: Turn<ContentDigest>,
    _ kind: DigestKind
  ) -> PackedProgress.Outcome {
    let stretch = stretches[index]
    let range = stretch.bytes
    do throws(FileFailure) {
      Words.beginAligned(&bytes, with: range.lowerBound, capacity: range.count)
      let start = bytes.count
      try source.read(at: range.lowerBound, count: range.count, into: &bytes)
      if kind != .none {
        turn.take(bytes[start..<start + stretch.own], kind, inLeaves: stretches.areLeaves)
      }
      var piece = PackedPiece(size: stretch.own)
      if let first = stretch.blocks.first {
        let begin = start + stretches.start(of: first) - range.lowerBound
        if let fault = try count(stretch.blocks, at: begin, to: &piece, source) { return .fault(fault) }
      }
      return .piece(piece, counts.finish())
    } catch {
      return .failure(error)
    }
  }

  /// - Parameter start: where the first of the blocks stands in ``bytes``.
  /// - Returns: what is wrong with them; what was counted of them then is of no use, nor is anything that is counted of the file afterwards.
  private mutating func count<Source: PositionedSource & ~Copyable>(
    _ blocks: Range<Int>, at start: Int, to piece: inout PackedPiece, _ source: borrowing Source
  ) throws(FileFailure) -> PackedFault? {
    let size = layout.blockSize
    piece.checksums.reserveCapacity(blocks.count)
    var next = blocks.lowerBound
    while next < blocks.upperBound {
      let begin = start + (next - blocks.lowerBound) * size
      // As many as check values are taken of side by side: they are still in a near cache when they are counted.
      let (arePlain, count) = firstAlike(of: next..<min(next + 8, blocks.upperBound), at: begin)
      if arePlain {
        counts.addFull(bytes, begin..<begin + count * size, of: size, checkedInto: &piece.checksums)
      } else {
        Words.appendChecksums(of: bytes, at: begin, size: size, count: count, to: &piece.checksums)
      }
      for (place, number) in (next..<next + count).enumerated() {
        let block = PackedBlock(bytes, endingAt: begin + (place + 1) * size)
        let checksum = piece.checksums[number - blocks.lowerBound]
        guard block.isSound(number: number, checksum: checksum), block.ballots == ballots(number) else {
          return damage(number)
        }
        if !arePlain, try !add(block, number, at: begin + place * size, to: &piece, source) {
          return damage(number)
        }
      }
      next += count
    }
    return nil
  }

  /// How many ballots a block has.
  private func ballots(_ block: Int) -> Int {
    min(PackedBallots.capacity, layout.ballots - block * PackedBallots.capacity)
  }

  /// How many of the first of some blocks are alike in whether they can be counted together: full, and nothing declared or ruled, by what they say
  /// themselves, which is not checked yet.
  private func firstAlike(of blocks: Range<Int>, at start: Int) -> (arePlain: Bool, count: Int) {
    func isPlain(_ place: Int) -> Bool {
      let block = PackedBlock(bytes, endingAt: start + (place + 1) * layout.blockSize)
      return PlaneCounts.hasKernel && block.status == 0 && block.ballots == PackedBallots.capacity
    }
    let arePlain = isPlain(0)
    let other = (1..<blocks.count).first { isPlain($0) != arePlain }
    return (arePlain, other ?? blocks.count)
  }

  private func damage(_ block: Int) -> PackedFault {
    .damaged(offset: PackedHeader.size + block * layout.blockSize)
  }

  /// Adds a block alone, with what was declared and ruled of its ballots.
  ///
  /// - Returns: `false` where it is damaged.
  private mutating func add<Source: PositionedSource & ~Copyable>(
    _ block: PackedBlock, _ number: Int, at start: Int, to piece: inout PackedPiece,
    _ source: borrowing Source
  ) throws(FileFailure) -> Bool {
    let status = try self.status(block.status, source)
    if let status, block.status > 0 {
      piece.statuses.append((block.status, status.checksum))
      piece.labels += Self.labels(status.planes, block: number)
    }
    let marks = Words.words(bytes, at: start, count: layout.planes * PackedHeader.planeSize / 8)
    guard let status,
      let packed = PackedBallots(style, count: block.ballots, marks: marks, status: status.planes)
    else { return false }
    let before = counts.ruledValid
    counts.add(packed)
    // A ruling on a ballot that is not debatable was never written.
    return counts.ruledValid - before == packed.ruled
  }

  /// The ballots of a block that are declared on the ground `other`, or ruled valid: both have words.
  private static func labels(_ planes: [UInt64], block: Int) -> [UInt64] {
    let words = PackedBallots.capacity / 64
    var labels: [UInt64] = []
    for word in 0..<words {
      let (other, ruled) = (planes[4 * words + word], planes[6 * words + word])
      var left = other | ruled
      while left != 0 {
        let bit = left.trailingZeroBitCount
        let kind: PackedWords.Kind = other >> UInt64(bit) & 1 == 1 ? .other : .ruling
        labels.append(PackedWords.label(block * PackedBallots.capacity + 64 * word + bit, kind))
        left &= left - 1
      }
    }
    return labels
  }

  /// The planes of a status block, and its check value.
  ///
  /// - Parameter number: from 1; 0 for none.
  /// - Returns: `nil` where there is none of that number, or it is damaged.
  private func status<Source: PositionedSource & ~Copyable>(
    _ number: Int, _ source: borrowing Source
  ) throws(FileFailure) -> (planes: [UInt64], checksum: UInt64)? {
    guard number > 0 else { return ([], 0) }
    guard number <= layout.statusBlocks else { return nil }
    var bytes: [UInt8] = []
    try source.read(
      at: layout.statusOffset + (number - 1) * PackedHeader.statusSize, count: PackedHeader.statusSize,
      into: &bytes)
    let block = PackedBlock(bytes, endingAt: bytes.count)
    // Nothing but its number stands behind the planes of a status.
    guard block.isSound(number: number - 1, checksum: Words.checksum(bytes, 0..<bytes.count)),
      block.ballots == 0, block.status == 0
    else { return nil }
    return (Words.words(bytes, at: 0, count: 7 * PackedHeader.planeSize / 8), block.checksum)
  }
}
