import Elections
import Machine

/// The header of a packed file: 192 bytes that say what lies where, all numbers little-endian.
///
/// ```
///   0  89 4B 50 42 0D 0A 1A 0A   mark        56  offset of the words
///   8  version, 1 (4 bytes)                  64  bytes of the words, 0 for none
///  12  bytes of the header, 192 (4 bytes)    72  offset of the papers
///  16  form: 0 strike-out, 1 agree/disagree  80  bytes of the papers, 0 for none
///  20  names (4 bytes)                       88  bytes of the file
///  24  ballots                               96  SHA-256 of all check values (32 bytes)
///  32  blocks                               128  zeros
///  40  status blocks                        184  check value of the header
///  48  offset of the status
/// ```
struct PackedHeader {
  static let mark: [UInt8] = [0x89, 0x4B, 0x50, 0x42, 0x0D, 0x0A, 0x1A, 0x0A]
  static let byteCount = 192
  /// Ballots in a block; the last has what is left.
  static let blockBallots = 4096
  /// Bytes of a plane: one bit for each ballot of a block.
  static let planeBytes = 512
  /// Bytes of a status block: seven planes and eight words.
  static let statusBytes = 7 * planeBytes + 64

  var names: Int
  var ballots: Int
  var blocks: Int
  var statusBlocks: Int
  var wordsBytes: Int
  var papersBytes: Int
  var checkDigest: [UInt8]
  var planes: Int

  var blockBytes: Int { planes * Self.planeBytes + 64 }
  var statusOffset: Int { Self.byteCount + blocks * blockBytes }
  var wordsOffset: Int { statusOffset + statusBlocks * Self.statusBytes }

  /// Reads and checks a header.
  ///
  /// - Parameters:
  ///   - bytes: the first 192 bytes.
  ///   - fileSize: bytes of the whole file.
  ///   - papers: the ballots that the file should be of.
  init(_ bytes: [UInt8], fileSize: Int, _ papers: Ballots) throws(ReadingFault) {
    guard bytes.count == Self.byteCount, Self.number(bytes, 8, 4) == 1 else {
      throw ReadingFault(
        "tệp nén .kpb bị cắt hoặc khác phiên bản", "a packed file cut off or of another version", offset: 8)
    }
    guard CheckValue.isRight(bytes), Self.number(bytes, 12, 4) == Self.byteCount,
      bytes[128..<184].allSatisfy({ $0 == 0 })
    else { throw Self.damaged(0) }
    let form = Self.number(bytes, 16, 4)
    names = Self.number(bytes, 20, 4)
    guard names == papers.names, form == (papers.form == .strikeOut ? 0 : 1) else {
      throw ReadingFault(
        "tệp nén .kpb của loại phiếu khác", "a packed file of other ballots than the contest's", offset: 16)
    }
    planes = form == 0 ? names : 2 * names
    ballots = Self.number(bytes, 24, 8)
    blocks = Self.number(bytes, 32, 8)
    statusBlocks = Self.number(bytes, 40, 8)
    wordsBytes = Self.number(bytes, 64, 8)
    papersBytes = Self.number(bytes, 80, 8)
    checkDigest = Array(bytes[96..<128])
    guard (0...mostBallots).contains(ballots),
      blocks == (ballots + Self.blockBallots - 1) / Self.blockBallots, (0...blocks).contains(statusBlocks),
      (0...fileSize).contains(wordsBytes), wordsBytes % 64 == 0,
      (0...fileSize).contains(papersBytes), papersBytes % 64 == 0,
      // More than all ballots could fill: 16 bytes and 4,000 of words, 24 bytes of places.
      wordsBytes <= ballots * 4016 + 128, papersBytes <= ballots * 24 + 128,
      Self.number(bytes, 48, 8) == statusOffset, Self.number(bytes, 56, 8) == wordsOffset,
      Self.number(bytes, 72, 8) == wordsOffset + wordsBytes,
      Self.number(bytes, 88, 8) == fileSize, wordsOffset + wordsBytes + papersBytes == fileSize
    else { throw Self.damaged(24) }
  }

  static func damaged(_ offset: Int) -> ReadingFault {
    ReadingFault("tệp nén .kpb bị hỏng", "the packed file is damaged", offset: offset)
  }

  /// The number of `count` bytes at `offset`; -1 for one that no file can have.
  private static func number(_ bytes: [UInt8], _ offset: Int, _ count: Int) -> Int {
    var number: UInt64 = 0
    for at in 0..<count { number |= UInt64(bytes[offset + at]) &<< UInt64(8 * at) }
    return number > UInt64(Int.max) ? -1 : Int(number)
  }
}

/// The value by which a stretch of a packed file is checked against damage.
///
/// With `K` = `9E3779B97F4A7C15` and arithmetic modulo 2^64: eight lanes begin as 1 to 8, lane `j` takes every eighth word
/// from the `j`th on, `lane = (lane ^ word) * K`; then a value begins as 0 and takes each lane in the same way and folds,
/// `value ^= value >> 32`. The last word of the stretch holds the value and counts as zero.
struct CheckValue {
  private static let multiplier: UInt64 = 0x9E37_79B9_7F4A_7C15
  private var lanes: [UInt64] = [1, 2, 3, 4, 5, 6, 7, 8]
  /// The last word so far.
  private(set) var stored: UInt64 = 0

  /// Takes in the next bytes, a multiple of 64.
  ///
  /// - Parameter isEnd: whether the last word of them is the value itself.
  mutating func take(_ bytes: [UInt8], isEnd: Bool) {
    precondition(bytes.count % 64 == 0 && !bytes.isEmpty)
    let last = bytes.count / 8 - 1
    for index in 0...last {
      let word = isEnd && index == last ? 0 : Words.word(bytes, at: 8 * index)
      lanes[index % 8] = (lanes[index % 8] ^ word) &* Self.multiplier
    }
    stored = Words.word(bytes, at: 8 * last)
  }

  /// Whether the last word is the value of the others.
  var isRight: Bool {
    var value: UInt64 = 0
    for lane in lanes {
      value = (value ^ lane) &* Self.multiplier
      value ^= value &>> 32
    }
    return value == stored
  }

  /// Whether the last word of `bytes`, a multiple of 64, is the check value of the others.
  static func isRight(_ bytes: [UInt8]) -> Bool {
    guard bytes.count % 64 == 0, !bytes.isEmpty else { return false }
    var value = CheckValue()
    value.take(bytes, isEnd: true)
    return value.isRight
  }
}
