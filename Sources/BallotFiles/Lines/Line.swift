import Faults

/// One line of a piece, for the exact reader: its bytes and what is needed to say where something stands.
struct Line {
  /// The piece that the line stands in.
  let piece: [UInt8]
  /// The line in the piece, without its end.
  let range: Range<Int>
  /// The number of the line in the piece, from 1.
  let number: Int

  /// The characters before `offset`, plus one.
  func column(at offset: Int) -> Int { characters(in: range.lowerBound..<offset) + 1 }

  /// The characters (Unicode scalars) of a part; a byte that is no UTF-8 counts as one.
  func characters(in part: Range<Int>) -> Int {
    let bytes = piece[part]
    if bytes.allSatisfy({ $0 < 0x80 }) { return bytes.count }
    return String(decoding: bytes, as: UTF8.self).unicodeScalars.count
  }

  /// Where the bytes cease to be UTF-8; the end of the line where they never do.
  var firstInvalid: Int {
    var parser = Unicode.UTF8.ForwardParser()
    var bytes = piece[range].makeIterator()
    var valid = range.lowerBound
    while case .valid(let character) = parser.parseScalar(from: &bytes) { valid += character.count }
    return valid
  }

  /// Whether a byte is a control character. Those beyond ASCII are left to what reads the cells.
  static func isControl(_ byte: UInt8) -> Bool { byte < 0x20 || byte == 0x7F }

  /// The text of `part` for a message, at most 200 bytes: those that are no UTF-8 appear as `\x9F`.
  func text(_ part: Range<Int>) -> String {
    var end = min(part.upperBound, part.lowerBound + 200)
    // No character is cut in two; what goes on for more than three bytes is no character.
    for _ in 0..<3 where end < part.upperBound && piece[end] & 0xC0 == 0x80 { end -= 1 }
    let bytes = piece[part.lowerBound..<end]
    if bytes.allSatisfy({ $0 < 0x80 }) { return String(decoding: bytes, as: UTF8.self) }
    if let text = String(validating: bytes, as: UTF8.self) { return text }
    return bytes.map { byte in
      if (0x20..<0x7F).contains(byte) { return String(Unicode.Scalar(byte)) }
      return (byte < 0x10 ? "\\x0" : "\\x") + String(byte, radix: 16, uppercase: true)
    }.joined()
  }
}
