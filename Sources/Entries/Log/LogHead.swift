public import Machine

/// The first line of an entry log, of fixed width, so that it is written over in place with every record:
///
/// ```
/// kiemphieu-entries 1 000000000003 000000000001043 9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08
/// ```
///
/// What it is and its version, the records behind it, the bytes of the whole file, the SHA-256 of the last line. All of it lies in the
/// first sector of a medium, which is written whole or not at all.
public struct LogHead: Sendable, Hashable {
  /// How a log begins, in every version.
  public static let mark = "kiemphieu-entries "
  /// The version that this program writes.
  public static let version = "1"
  /// How many bytes the line has, its line feed included.
  public static let size = mark.utf8.count + 1 + 1 + 12 + 1 + 15 + 1 + 64 + 1
  /// What the first record is tied to: the SHA-256 of the part of the head that never changes, as a line.
  public static let seal = SHA256.digest(of: Array((mark + version + "\n").utf8))

  /// Records: lines behind the head.
  public var records: Int
  /// Bytes of the file, the head included.
  public var bytes: Int
  /// The SHA-256 of the last line, its line feed included; ``seal`` where there is none.
  public var last: Digest

  /// The head of a log without records.
  public init() {
    records = 0
    bytes = Self.size
    last = Self.seal
  }

  /// Reads a head; `nil` where it is not, byte for byte, one that ``line`` writes.
  public init?(_ bytes: ArraySlice<UInt8>) {
    guard bytes.count == Self.size else { return nil }
    let words = String(decoding: bytes.dropLast(), as: UTF8.self).split(separator: " ")
    guard words.count == 5, let records = Int(words[2]), let count = Int(words[3]),
      let last = Digest(hex: String(words[4])), records >= 0, count >= 0
    else { return nil }
    self.records = records
    self.bytes = count
    self.last = last
    guard line == Array(bytes) else { return nil }
  }

  /// The bytes of the line.
  public var line: [UInt8] {
    let fields = [Self.padded(records, 12), Self.padded(bytes, 15), last.hex]
    return Array((Self.mark + Self.version + " " + fields.joined(separator: " ") + "\n").utf8)
  }

  private static func padded(_ number: Int, _ width: Int) -> String {
    let digits = String(number)
    return String(repeating: "0", count: max(0, width - digits.utf8.count)) + digits
  }
}
