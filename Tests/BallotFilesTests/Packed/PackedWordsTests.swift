import Faults
import Machine
import Tallying
import Testing

@testable import BallotFiles

/// Packed files that somebody made with check values that hold.
@Suite("The board's words in packed files")
struct PackedWordsTests {
  private static let style = BallotStyle(names: 3, seats: 2)
  private static let list = "struck,invalid\n1,\n2,\"other:\"\"words\"\"\"\n3,\n"

  private static func packed() throws -> [UInt8] {
    var packer = BallotPacker(style, beside: nil)
    var source = BytesAtHand(Array(list.utf8))
    var bytes = [UInt8](repeating: 0, count: BallotPacker.headerSize)
    try packer.read(&source, name: "a.csv") { bytes += $0 }
    let header = try packer.finish { bytes += $0 }.get()
    bytes.replaceSubrange(0..<header.count, with: header)
    return bytes
  }

  /// The file with a section of words in which `change` was done.
  private static func changed(_ change: (inout [UInt8], Int) -> Void) throws -> [UInt8] {
    var bytes = try packed()
    let header = try PackedHeader(bytes, fileSize: bytes.count)
    change(&bytes, header.wordsOffset)
    let sections = [
      PackedHeader.size..<header.statusOffset, header.statusOffset..<header.wordsOffset,
      header.wordsOffset..<header.papersOffset,
    ]
    var content = PackedContent()
    for section in sections {
      let sum = Words.checksum(bytes, section)
      var last: [UInt8] = []
      Words.append([sum], to: &last)
      bytes.replaceSubrange(section.upperBound - 8..<section.upperBound, with: last)
      content.add(sum)
    }
    content.add(0)
    var sealed = header
    sealed.content = content.digest.bytes
    bytes.replaceSubrange(0..<PackedHeader.size, with: sealed.encoded())
    return bytes
  }

  private static func faults(_ bytes: [UInt8]) throws -> Int {
    var reader = BallotSetReader(style)
    #expect(try reader.readPacked(MemoryFile(bytes: bytes), name: "a.kpb"))
    return reader.finish().faults.count
  }

  @Test("Those that a text file could not hold are refused")
  func unfit() throws {
    #expect(try Self.faults(Self.changed { _, _ in }) == 0)
    #expect(try Self.faults(Self.changed { bytes, at in bytes[at + 16] = UInt8(ascii: "W") }) == 0)
    for words in ["w\u{1B}rds", "wo\u{202E}", "w\"rds", "     ", "wor\u{A0}"] {
      let bytes = try Self.changed { bytes, at in
        bytes.replaceSubrange(at + 16..<at + 21, with: words.utf8)
      }
      // A space that does not break is one that can be seen to be there.
      #expect(try Self.faults(bytes) == (words == "wor\u{A0}" ? 0 : 1), "\(words)")
    }
  }

  @Test("They stand for the ballots that have words, and for no others")
  func others() throws {
    for (offset, value) in [(0, 0), (0, 2), (8, 2), (16 + 5, 1)] {
      let bytes = try Self.changed { bytes, at in bytes[at + offset] = UInt8(value) }
      #expect(try Self.faults(bytes) == 1, "\(offset) \(value)")
    }
  }

  @Test("A status block has its number in its last words, and zeros")
  func statusTrailer() throws {
    for word in 0..<7 {
      let bytes = try Self.changed { bytes, at in bytes[at - 64 + 8 * word] = 1 }
      #expect(try Self.faults(bytes) == 1, "\(word)")
    }
  }

  @Test("A header with larger sections than its ballots can fill is refused")
  func sizes() throws {
    let bytes = try Self.packed()
    let header = try PackedHeader(bytes, fileSize: bytes.count)
    for section in [\PackedHeader.wordsSize, \PackedHeader.papersSize] {
      var large = header
      large[keyPath: section] = 1 << 40
      #expect(throws: PackedFault.self) { try PackedHeader(large.encoded(), fileSize: large.fileSize) }
    }
  }

  /// What is compared in place of the entries: two that are written alike could stand for each other.
  @Test("Each ballot has its own label for each kind of words")
  func labels() {
    let labels = (0..<200).flatMap { [PackedWords.label($0, .other), PackedWords.label($0, .ruling)] }
    #expect(Set(labels).count == 400)
  }
}
