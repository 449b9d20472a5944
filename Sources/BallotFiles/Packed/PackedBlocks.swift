import Elections
import Machine
import Tallying

/// One block among bytes: its planes, then a trailer of eight words: the number of the block, its ballots, its status (0 for none, or the number of
/// its status block from 1), four zeros, and the check value of all that.
struct PackedBlock {
  let bytes: [UInt8]
  let start: Int
  let size: Int

  private func trailer(_ word: Int) -> UInt64 {
    Words.word(bytes, at: start + size - PackedHeader.trailerSize + 8 * word)
  }

  var ballots: Int { Int(trailer(1)) }
  var status: Int { Int(trailer(2)) }
  var checksum: UInt64 { trailer(7) }

  /// Whether the bytes are as they were written, as the block of that number.
  func isSound(number: Int) -> Bool {
    isSound(number: number, checksum: Words.checksum(bytes, start..<start + size))
  }

  /// The same where the check value of the bytes is known.
  func isSound(number: Int, checksum found: UInt64) -> Bool {
    trailer(0) == UInt64(number) && (3...6).allSatisfy { trailer($0) == 0 } && trailer(1) <= 4096
      && trailer(2) <= UInt64(ElectionLimits.count) && found == checksum
  }

  /// Encodes planes with their trailer.
  static func encode(_ planes: [UInt64], number: Int, ballots: Int, status: Int) -> [UInt8] {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(8 * planes.count + PackedHeader.trailerSize)
    Words.append(planes, to: &bytes)
    Words.append([UInt64(number), UInt64(ballots), UInt64(status), 0, 0, 0, 0, 0], to: &bytes)
    let checksum = Words.checksum(bytes, 0..<bytes.count)
    bytes.removeLast(8)
    Words.append([checksum], to: &bytes)
    return bytes
  }
}

/// The board's words in a packed file: for each ballot that has some its index, their kind and length, and the words; then zeros up to
/// a multiple of 64 bytes, the last eight being the check value.
struct PackedWords {
  enum Kind: UInt64 {
    case other = 1
    case ruling = 2
  }

  struct Entry: Equatable {
    var ballot: Int
    var kind: Kind
    var words: String
  }

  /// The section is read whole.
  static let sizeLimit = 64 << 20

  static func encode(_ entries: [Entry]) -> [UInt8] {
    guard !entries.isEmpty else { return [] }
    var bytes: [UInt8] = []
    for entry in entries {
      let text = Array(entry.words.utf8)
      Words.append([UInt64(entry.ballot), entry.kind.rawValue | UInt64(text.count) << 32], to: &bytes)
      bytes += text
      bytes += Array(repeating: 0, count: -text.count & 7)
    }
    return sealed(bytes)
  }

  /// Adds zeros and the check value to a section. An entry of zeros ends it.
  static func sealed(_ section: [UInt8]) -> [UInt8] {
    var bytes = section
    bytes += Array(repeating: 0, count: (-(bytes.count + 24) & 63) + 24)
    let checksum = Words.checksum(bytes, 0..<bytes.count)
    bytes.removeLast(8)
    Words.append([checksum], to: &bytes)
    return bytes
  }

  /// Reads a section whose check value holds.
  ///
  /// - Parameter ballots: how many the file has.
  /// - Returns: `nil` where it is not as it is written.
  static func decode(_ bytes: [UInt8], ballots: Int) -> [Entry]? {
    guard bytes.count % 64 == 0, bytes.isEmpty || Words.checksum(bytes, 0..<bytes.count) == checksum(bytes)
    else { return nil }
    var entries: [Entry] = []
    var at = 0
    while at + 16 <= bytes.count - 8 {
      let (ballot, form) = (Words.word(bytes, at: at), Words.word(bytes, at: at + 8))
      if ballot == 0, form == 0 { return bytes[at..<bytes.count - 8].allSatisfy { $0 == 0 } ? entries : nil }
      let length = Int(form >> 32)
      guard let kind = Kind(rawValue: form & 0xFFFF_FFFF), ballot < UInt64(ballots), length > 0,
        at + 16 + length <= bytes.count - 8,
        let words = String(validating: bytes[(at + 16)..<(at + 16 + length)], as: UTF8.self)
      else { return nil }
      entries.append(Entry(ballot: Int(ballot), kind: kind, words: words))
      at += 16 + (length + 7) / 8 * 8
    }
    return bytes.isEmpty ? [] : nil
  }

  static func checksum(_ section: [UInt8]) -> UInt64 {
    section.isEmpty ? 0 : Words.word(section, at: section.count - 8)
  }
}
