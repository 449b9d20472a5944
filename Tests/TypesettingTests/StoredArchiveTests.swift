import Testing

@testable import Typesetting

@Suite("Archives of stored entries")
struct StoredArchiveTests {
  /// The check value of the CRC catalogue (CRC-32/ISO-HDLC), and simple ones computed by zlib.
  @Test(
    "CRC-32",
    arguments: [
      ("123456789", 0xCBF4_3926 as UInt32), ("", 0), ("a", 0xE8B7_BE43), ("x", 0x8CDC_1683),
      ("The quick brown fox jumps over the lazy dog", 0x414F_A339),
    ])
  func checksums(_ text: String, _ expected: UInt32) {
    #expect(CRC32.checksum(of: Array(text.utf8)) == expected)
  }

  @Test("The example of the type's documentation, byte by byte")
  func worked() {
    var archive = StoredArchive()
    archive.add("a", Array("x".utf8))
    let bytes = archive.finished()
    let entry: [UInt8] = [
      0x50, 0x4B, 3, 4, 0x14, 0, 0, 8, 0, 0, 0, 0, 0x21, 0, 0x83, 0x16, 0xDC, 0x8C, 1, 0, 0, 0, 1, 0, 0, 0, 1,
      0,
      0, 0, 0x61, 0x78,
    ]
    #expect(Array(bytes.prefix(32)) == entry)
    #expect(Array(bytes[32..<36]) == [0x50, 0x4B, 1, 2])
    let end: [UInt8] = [0x50, 0x4B, 5, 6, 0, 0, 0, 0, 1, 0, 1, 0, 0x2F, 0, 0, 0, 0x20, 0, 0, 0, 0, 0]
    #expect(Array(bytes.suffix(22)) == end)
    #expect(bytes.count == 32 + 0x2F + 22)
  }

  @Test("What was added can be read back by the directory at the end", arguments: [0, 1, 2, 9])
  func readsBack(_ count: Int) throws {
    var archive = StoredArchive()
    let entries = (0..<count).map {
      ("thư-mục/tệp\($0).xml", [UInt8](repeating: UInt8($0), count: $0 * 1000))
    }
    for (name, bytes) in entries { archive.add(name, bytes) }
    let read = try #require(Self.entries(archive.finished()))
    #expect(read.map(\.0) == entries.map(\.0))
    #expect(read.map(\.1) == entries.map(\.1))
  }

  /// The entries of an archive, read from its directory as other programs do; `nil` where something does not fit.
  static func entries(_ bytes: [UInt8]) -> [(String, [UInt8])]? {
    func number(_ at: Int, _ width: Int) -> Int {
      (0..<width).reduce(0) { $0 | Int(bytes[at + $1]) << (8 * $1) }
    }
    let end = bytes.count - 22
    guard end >= 0, number(end, 4) == 0x0605_4B50 else { return nil }
    var at = number(end + 16, 4)
    var entries: [(String, [UInt8])] = []
    for _ in 0..<number(end + 10, 2) {
      guard number(at, 4) == 0x0201_4B50 else { return nil }
      let (checksum, size, length, offset) = (
        number(at + 16, 4), number(at + 24, 4), number(at + 28, 2), number(at + 42, 4)
      )
      let name = String(decoding: bytes[at + 46..<at + 46 + length], as: UTF8.self)
      let start = offset + 30 + number(offset + 26, 2) + number(offset + 28, 2)
      let content = Array(bytes[start..<start + size])
      guard number(offset, 4) == 0x0403_4B50, CRC32.checksum(of: content) == UInt32(checksum) else {
        return nil
      }
      entries.append((name, content))
      at += 46 + length
    }
    return at == end ? entries : nil
  }
}
