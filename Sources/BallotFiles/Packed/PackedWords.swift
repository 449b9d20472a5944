import Machine

/// The board's words in a packed file: for each ballot that has some its index, their kind and length, and the words; then zeros up to
/// a multiple of 64 bytes, the last eight being the check value.
struct PackedWords {
  enum Kind: UInt64 {
    case other = 1
    case ruling = 2
  }

  /// The most bytes of an entry.
  static let mostBytes = 16 + BoardWords.mostBytes

  /// An entry without its words, as one word.
  static func label(_ ballot: Int, _ kind: Kind) -> UInt64 { UInt64(ballot) << 1 | (kind.rawValue - 1) }

  struct Entry: Equatable {
    var ballot: Int
    var kind: Kind
    var words: String

    func encoded() -> [UInt8] {
      let text = Array(words.utf8)
      var bytes: [UInt8] = []
      Words.append([UInt64(ballot), kind.rawValue | UInt64(text.count) << 32], to: &bytes)
      return bytes + text + Array(repeating: 0, count: -text.count & 7)
    }
  }

  /// Bytes of the section.
  private let size: Int
  /// Ballots in the file.
  private let ballots: Int
  private var taken = 0
  private var check = CheckValue()
  /// The beginning of an entry that goes on in the next piece.
  private var rest: [UInt8] = []
  /// Whether the entry of zeros was met, behind which all is zero.
  private var hasEnded = false

  /// Reads a section piece by piece.
  ///
  /// - Parameters:
  ///   - size: bytes of the section, a multiple of 64.
  ///   - ballots: how many the file has.
  init(size: Int, ballots: Int) {
    self.size = size
    self.ballots = ballots
  }

  /// Reads the next piece, a multiple of 64 bytes.
  ///
  /// - Returns: the entries that end in it; `nil` where it is not as it is written.
  mutating func take(_ piece: [UInt8]) -> [Entry]? {
    check.take(piece, 0..<piece.count)
    taken += piece.count
    rest += piece
    if taken == size {
      let last = PackedSection.checksum(piece)
      guard check.value(last: last) == last else { return nil }
      rest.removeLast(8)
    }
    var entries: [Entry] = []
    var at = 0
    while !hasEnded, at + 16 <= rest.count {
      let (ballot, form) = (Words.word(rest, at: at), Words.word(rest, at: at + 8))
      if ballot == 0, form == 0 {
        hasEnded = true
        break
      }
      let length = Int(form >> 32)
      let next = at + 16 + (length + 7) / 8 * 8
      guard let kind = Kind(rawValue: form & 0xFFFF_FFFF), ballot < UInt64(ballots), length > 0,
        length <= BoardWords.mostBytes
      else { return nil }
      guard next <= rest.count else { break }
      guard let words = String(validating: rest[(at + 16)..<(at + 16 + length)], as: UTF8.self),
        BoardWords.areFit(words), rest[(at + 16 + length)..<next].allSatisfy({ $0 == 0 })
      else { return nil }
      entries.append(Entry(ballot: Int(ballot), kind: kind, words: words))
      at = next
    }
    rest.removeFirst(at)
    if hasEnded {
      guard rest.allSatisfy({ $0 == 0 }) else { return nil }
      rest = []
    }
    return taken < size || hasEnded ? entries : nil
  }

  /// Reads a whole section.
  static func decode(_ bytes: [UInt8], ballots: Int) -> [Entry]? {
    guard !bytes.isEmpty else { return [] }
    guard bytes.count % 64 == 0 else { return nil }
    var section = PackedWords(size: bytes.count, ballots: ballots)
    return section.take(bytes)
  }
}

/// A section behind the blocks: entries, an entry of zeros, zeros up to a multiple of 64 bytes, and the check value as the last word.
enum PackedSection {
  /// Bytes of a section of so many bytes of entries.
  static func size(entries: Int) -> Int { (entries + 24 + 63) & ~63 }

  /// The check value that a section holds; 0 for none.
  static func checksum(_ section: [UInt8]) -> UInt64 {
    section.isEmpty ? 0 : Words.word(section, at: section.count - 8)
  }

  /// Writes a section of entries that were kept.
  ///
  /// - Returns: its size and its check value.
  static func write(
    _ entries: Spool, _ write: ([UInt8]) throws(FileFailure) -> Void
  ) throws(FileFailure) -> (size: Int, checksum: UInt64) {
    let size = size(entries: entries.count)
    var check = CheckValue()
    var (written, value): (Int, UInt64) = (0, 0)
    // A multiple of 64 bytes, so that only the last piece has to be filled.
    try entries.forEachPiece(of: 1 << 16) { (piece) throws(FileFailure) in
      written += piece.count
      var bytes = piece
      if written == entries.count {
        bytes += Array(repeating: 0, count: size - written)
        check.take(bytes, 0..<bytes.count)
        value = check.value(last: 0)
        bytes.removeLast(8)
        Words.append([value], to: &bytes)
      } else {
        check.take(bytes, 0..<bytes.count)
      }
      try write(bytes)
    }
    return (size, value)
  }
}
