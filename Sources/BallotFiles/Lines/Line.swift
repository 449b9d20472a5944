import Faults

/// One line of a piece, for the exact reader: its bytes and what is needed to say where something stands.
struct Line {
  /// The piece that the line stands in.
  let piece: [UInt8]
  /// The line in the piece, without its end.
  let range: Range<Int>
  /// The number of the line in the piece, from 1.
  let number: Int

  /// The characters (Unicode scalars) before `offset`, plus one; a byte that is no UTF-8 counts as one.
  func column(at offset: Int) -> Int {
    String(decoding: piece[range.lowerBound..<offset], as: UTF8.self).unicodeScalars.count + 1
  }

  /// The text of `part` for a message: bytes that are no UTF-8 appear as `\x9F`.
  func text(_ part: Range<Int>) -> String {
    let bytes = piece[part.prefix(200)]
    if let text = String(validating: bytes, as: UTF8.self) { return text }
    return bytes.map { byte in
      (0x20..<0x7F).contains(byte)
        ? String(Unicode.Scalar(byte)) : "\\x" + String(byte, radix: 16, uppercase: true)
    }.joined()
  }
}
