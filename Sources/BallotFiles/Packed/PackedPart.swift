import Elections
public import Machine
import Tallying

/// Blocks as bytes of a packed file, one behind another, with what was declared of their ballots, but for what depends on the blocks before
/// them: that can be made on any thread, and ``PackedWriter`` completes it.
public struct PackedPart: Sendable {
  private var markBlocks = PartBlocks()
  private var statusBlocks = PartBlocks()
  /// Of each block its ballots, and whether it has a status.
  private(set) var blocks: [(ballots: Int, hasStatus: Bool)] = []
  /// Entries of the section of the board's words.
  private(set) var words: [UInt8] = []
  /// The entry of each ballot that was declared `other`, but for its ballot.
  private let other: [UInt8]

  /// - Parameter others: the board's words on its ground `other`, wherever it was declared.
  public init(others: String) {
    other = PackedWords.Entry(ballot: 0, kind: .other, words: others).encoded()
  }

  /// The blocks' marks, complete when ``PackedWriter`` has taken note of them.
  public var marks: [UInt8] { markBlocks.bytes }

  /// The status blocks of those of which something was declared, complete at the same time.
  public var status: [UInt8] { statusBlocks.bytes }

  /// Empties it, keeping its memory.
  public mutating func removeAll() {
    markBlocks.removeAll()
    statusBlocks.removeAll()
    blocks.removeAll(keepingCapacity: true)
    words.removeAll(keepingCapacity: true)
  }

  /// Adds a block.
  ///
  /// - Parameters:
  ///   - marks: the planes of all marks.
  ///   - declared: the planes of the grounds that the board declared, in the order of `PackedBallots`; `nil` where there are none.
  ///   - ballots: how many there are.
  ///   - number: of the block in the file, from 0.
  public mutating func append(_ marks: BitPlanes, declared: BitPlanes?, ballots: Int, number: Int) {
    markBlocks.append(marks, zeros: 0)
    guard let declared, !declared.isEmpty else { return blocks.append((ballots, false)) }
    blocks.append((ballots, true))
    // None of the marks was left unread, and of none was there a ruling.
    statusBlocks.append(declared, zeros: 2)
    for (plane, ground) in PackedBallots.declaredGrounds.enumerated() where ground == .other {
      for word in 0..<BitPlanes.words {
        note(others: declared[plane, word: word], number * PackedBallots.capacity + 64 * word)
      }
    }
  }

  /// Notes the words on each of a word of ballots.
  private mutating func note(others ballots: UInt64, _ first: Int) {
    var rest = ballots
    while rest != 0 {
      let at = words.count
      words += other
      Words.replace(&words, at: at, with: UInt64(first + rest.trailingZeroBitCount))
      rest &= rest - 1
    }
  }

  /// Completes the next status block.
  ///
  /// - Returns: its check value.
  mutating func completeNextStatus(number: Int) -> UInt64 {
    statusBlocks.completeNext(number: number, ballots: 0, status: 0)
  }

  /// Completes the marks of the next block.
  ///
  /// - Returns: their check value.
  mutating func completeNextMarks(number: Int, ballots: Int, status: Int) -> UInt64 {
    markBlocks.completeNext(number: number, ballots: ballots, status: status)
  }
}

/// Blocks of a part, as ``PackedBlock`` says, whose trailers are written later.
private struct PartBlocks {
  var bytes: [UInt8] = []
  /// Of each block, where its trailer begins, and what was taken of its planes.
  private var blocks: [(trailer: Int, check: CheckValue)] = []
  /// How many of them are complete.
  private var completed = 0

  mutating func removeAll() {
    bytes.removeAll(keepingCapacity: true)
    blocks.removeAll(keepingCapacity: true)
    completed = 0
  }

  /// Adds a block.
  ///
  /// - Parameter zeros: how many planes without a bit stand behind `planes`.
  mutating func append(_ planes: BitPlanes, zeros: Int) {
    let start = bytes.count
    Words.append(planes, to: &bytes)
    bytes.append(contentsOf: repeatElement(0, count: zeros * PackedHeader.planeSize))
    var check = CheckValue()
    check.take(bytes, start..<bytes.count)
    blocks.append((bytes.count, check))
    bytes.append(contentsOf: repeatElement(0, count: PackedHeader.trailerSize))
  }

  /// Writes the trailer of the next block.
  ///
  /// - Returns: the check value.
  mutating func completeNext(number: Int, ballots: Int, status: Int) -> UInt64 {
    var (trailer, check) = blocks[completed]
    completed += 1
    Words.replace(&bytes, at: trailer, with: UInt64(number))
    Words.replace(&bytes, at: trailer + 8, with: UInt64(ballots))
    Words.replace(&bytes, at: trailer + 16, with: UInt64(status))
    check.take(bytes, trailer..<trailer + PackedHeader.trailerSize)
    let value = check.value(last: 0)
    Words.replace(&bytes, at: trailer + PackedHeader.trailerSize - 8, with: value)
    return value
  }
}
