import Faults
import TestSupport
import Testing

@testable import BallotFiles

@Suite("Lines and their coding")
struct LineTests {
  static let texts = ["", "\n", "a", "a\n", "a\n\nb", "gạch\r\n1 2\r\n😀\n\u{10FFFF}\n", "\n\n\n"]

  @Test("Pieces end where lines end, and together are the text", arguments: texts, [1, 2, 3, 5, 100])
  func pieces(text: String, size: Int) {
    let bytes = Array((text + text + text).utf8)
    var pieces = LinePieces()
    var found: [[UInt8]] = []
    for start in stride(from: 0, to: bytes.count, by: size) {
      if let piece = pieces.push(Array(bytes[start..<min(start + size, bytes.count)])) {
        #expect(piece.last == UInt8(ascii: "\n"))
        found.append(piece)
      }
    }
    if let last = pieces.finish() { found.append(last) }
    #expect(found.flatMap { $0 } == bytes)
    #expect(pieces.finish() == nil)
  }

  @Test("UTF-16 becomes UTF-8, in pieces of any size", arguments: texts, [1, 2, 3, 5, 100])
  func transcoding(text: String, size: Int) {
    let bytes = text.utf16.flatMap { [UInt8(truncatingIfNeeded: $0), UInt8($0 >> 8)] }
    var transcoder = UTF16Transcoder()
    var found: [UInt8] = []
    for start in stride(from: 0, to: bytes.count, by: size) {
      found += transcoder.transcode(Array(bytes[start..<min(start + size, bytes.count)]))
    }
    transcoder.finish()
    #expect(!transcoder.isDamaged)
    #expect(String(decoding: found, as: UTF8.self) == text)
  }

  @Test("The name of an encoding is in one language")
  func encodingNames() throws {
    let bytes = "struck\n1\n".utf8.flatMap { [$0, 0] as [UInt8] }
    guard case .failure(let error) = TextCoding.detect(bytes) else { throw Unexpected() }
    #expect(error.fault.problem.en == "the file is in UTF-16LE without a BOM, which is not read")
    #expect(error.fault.problem.vi.contains("UTF-16LE không có BOM,"))
  }

  private struct Unexpected: Error {}

  @Test(
    "Damage is found, and what is before it kept",
    arguments: [
      [0x41, 0xD800], [0x41, 0xDC00, 0x42], [0x41, 0xD800, 0x42], [0x41, 0xD800, 0xD800, 0xDC00],
      [0x41, 0xDFFF],
    ])
  func damage(units: [UInt16]) {
    var transcoder = UTF16Transcoder()
    let text = transcoder.transcode(units.flatMap { [UInt8(truncatingIfNeeded: $0), UInt8($0 >> 8)] })
    transcoder.finish()
    #expect(transcoder.isDamaged)
    #expect(text == [0x41])
  }

  @Test("Every character of every length is transcoded")
  func allCharacters() {
    for value in stride(from: UInt32(0), through: 0x10FFFF, by: 97) {
      guard let character = Unicode.Scalar(value) else { continue }
      var transcoder = UTF16Transcoder()
      let units = String(character).utf16
      let text = transcoder.transcode(units.flatMap { [UInt8(truncatingIfNeeded: $0), UInt8($0 >> 8)] })
      guard text == Array(String(character).utf8), !transcoder.isDamaged else {
        Issue.record("U+\(String(value, radix: 16))")
        return
      }
    }
  }

  @Test("Where bytes cease to be UTF-8")
  func firstInvalid() {
    for (bytes, expected) in [
      ([], 0), ([0x61, 0xE1, 0xBA, 0xA1], 4), ([0x61, 0xE1, 0xBA], 1), ([0xE1, 0xBA, 0xA1, 0xFF, 0x61], 3),
      ([0xC0, 0x80], 0), ([0x61, 0xED, 0xA0, 0x80], 1), ([0xF4, 0x90, 0x80, 0x80], 0),
    ] as [([UInt8], Int)] {
      let line = Line(piece: [0x20, 0x20] + bytes, range: 2..<2 + bytes.count, number: 1)
      #expect(line.firstInvalid == 2 + expected)
    }
  }

  @Test("The text of a fault ends at 200 bytes, between characters")
  func text() {
    let line = Line(piece: Array(String(repeating: "ạ", count: 100).utf8), range: 0..<300, number: 1)
    #expect(line.text(0..<300) == String(repeating: "ạ", count: 66))
    #expect(line.text(0..<30) == String(repeating: "ạ", count: 10))
    #expect(line.text(1..<4) == "\\xBA\\xA1\\xE1")
    #expect(line.column(at: 30) == 11)
  }
}
