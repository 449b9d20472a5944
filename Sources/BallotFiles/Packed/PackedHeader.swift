import Elections
import Machine
import Tallying

/// The first 192 bytes of a packed file (`.kpb`), which say what it holds. The page `Packed.md` of this room's documentation specifies every
/// byte.
///
/// A worked example, the header of three ballots of two names for one seat, as 64-bit little-endian words:
///
/// ```
///   0  89 4B 50 42 0D 0A 1A 0A   the mark of the format
///   8  01 00 00 00 C0 00 00 00   version 1, a header of 192 bytes
///  16  00 00 00 00 02 00 00 00   strike-out, 2 names
///  24  3                         ballots
///  32  1                         blocks
///  40  0                         blocks with a status
///  48  1280                      where the status begins: 192 + 1 * (2 * 512 + 64)
/// ```
struct PackedHeader: Equatable {
  static let mark: [UInt8] = [0x89, 0x4B, 0x50, 0x42, 0x0D, 0x0A, 0x1A, 0x0A]
  static let version = 1
  static let size = 192
  /// Bytes of a plane: one bit for each of 4,096 ballots.
  static let planeSize = PackedBallots.capacity / 8
  /// Bytes behind the planes of a block: its number, its ballots, its status, its check value.
  static let trailerSize = 64
  static let statusSize = 7 * planeSize + trailerSize

  var form: BallotForm
  var names: Int
  var ballots: Int
  /// Blocks of which something is declared or ruled.
  var statusBlocks: Int
  /// Bytes of the section of the board's words.
  var wordsSize: Int
  /// Bytes of the section of bundles and serials, which counting checks for damage and looks at no further.
  var papersSize: Int
  /// The SHA-256 of the check values of all blocks and sections, in order.
  var content: [UInt8]

  var blocks: Int { (ballots + PackedBallots.capacity - 1) / PackedBallots.capacity }
  var planes: Int { form == .strikeOut ? names : 2 * names }
  var blockSize: Int { planes * Self.planeSize + Self.trailerSize }
  var statusOffset: Int { Self.size + blocks * blockSize }
  var wordsOffset: Int { statusOffset + statusBlocks * Self.statusSize }
  var papersOffset: Int { wordsOffset + wordsSize }
  var fileSize: Int { papersOffset + papersSize }

  func encoded() -> [UInt8] {
    var bytes = Self.mark
    let words: [Int] = [
      Self.version | Self.size << 32, (form == .strikeOut ? 0 : 1) | names << 32, ballots, blocks,
      statusBlocks,
      statusOffset, wordsOffset, wordsSize, papersOffset, papersSize, fileSize,
    ]
    Words.append(words.map { UInt64($0) }, to: &bytes)
    bytes += content
    bytes += Array(repeating: 0, count: Self.size - bytes.count)
    let checksum = Words.checksum(bytes, 0..<Self.size)
    bytes.removeLast(8)
    Words.append([checksum], to: &bytes)
    return bytes
  }

  /// Reads a header.
  ///
  /// - Parameters:
  ///   - bytes: at least the first ``size`` bytes of the file.
  ///   - fileSize: of the whole file.
  init(_ bytes: [UInt8], fileSize: Int) throws(PackedFault) {
    guard bytes.count >= Self.size else { throw .damaged(offset: bytes.count) }
    func word(_ index: Int) -> UInt64 { Words.word(bytes, at: 8 * index) }
    let version = Int(word(1) & 0xFFFF_FFFF)
    guard version == Self.version else { throw .version(version) }
    guard word(1) >> 32 == UInt64(Self.size), Words.checksum(bytes, 0..<Self.size) == word(23),
      bytes[128..<184].allSatisfy({ $0 == 0 })
    else { throw .damaged(offset: 0) }
    func number(_ index: Int, upTo limit: Int) throws(PackedFault) -> Int {
      guard word(index) <= UInt64(limit) else { throw .damaged(offset: 8 * index) }
      return Int(word(index))
    }
    form = word(2) & 0xFFFF_FFFF == 0 ? .strikeOut : .agreeDisagree
    names = Int(word(2) >> 32)
    guard word(2) & 0xFFFF_FFFF <= 1, (1...ElectionLimits.candidates).contains(names) else {
      throw .damaged(offset: 16)
    }
    ballots = try number(3, upTo: ElectionLimits.count)
    statusBlocks = try number(5, upTo: ElectionLimits.count)
    wordsSize = try number(8, upTo: 1 << 50)
    papersSize = try number(10, upTo: 1 << 50)
    content = Array(bytes[96..<128])
    let expected = [
      blocks, statusBlocks, statusOffset, wordsOffset, wordsSize, papersOffset, papersSize, self.fileSize,
    ]
    for (index, value) in expected.enumerated() where word(4 + index) != UInt64(value) {
      throw .damaged(offset: 32 + 8 * index)
    }
    // Sections are not larger than all ballots can make them, so that nobody reads a hole of a million million bytes.
    guard statusBlocks <= blocks, wordsSize % 64 == 0, papersSize % 64 == 0,
      wordsSize <= PackedSection.size(entries: ballots * PackedWords.mostBytes),
      papersSize <= PackedSection.size(entries: ballots * PackedPapers.entrySize)
    else { throw .damaged(offset: 40) }
    // A file that was cut off ends where it ends; one that goes on is damaged behind what it should be.
    guard fileSize == self.fileSize else { throw .damaged(offset: min(fileSize, self.fileSize)) }
  }

  init(
    form: BallotForm, names: Int, ballots: Int, statusBlocks: Int, wordsSize: Int, papersSize: Int,
    content: [UInt8]
  ) {
    self.form = form
    self.names = names
    self.ballots = ballots
    self.statusBlocks = statusBlocks
    self.wordsSize = wordsSize
    self.papersSize = papersSize
    self.content = content
  }
}
