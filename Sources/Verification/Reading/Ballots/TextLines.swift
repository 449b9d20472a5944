/// Cuts the bytes of a text file into lines, in whatever pieces they come.
///
/// UTF-16 with its mark becomes UTF-8 first. A line is handed on without its line end; the last one may have none.
struct TextLines {
  /// The longest line, in bytes of UTF-8.
  static let longestLine = 65_536

  /// The line that is handed on, from 1.
  private(set) var number = 0
  private var head: [UInt8] = []
  private var encoding: Encoding?
  /// What has come of a line that is not complete.
  private var pending: [UInt8] = []

  private enum Encoding {
    case utf8
    case utf16(UTF16Decoder)
  }

  /// Takes in the next bytes and hands on each complete line.
  mutating func take(_ bytes: [UInt8], _ line: (Span<UInt8>, Int) throws(ReadingFault) -> Void)
    throws(ReadingFault)
  {
    if encoding != nil { return try decode(bytes, line) }
    // Three bytes tell the encoding.
    head += bytes
    if head.count >= 3 { try begin(line) }
  }

  /// Hands on what stands behind the last line end.
  mutating func end(_ line: (Span<UInt8>, Int) throws(ReadingFault) -> Void) throws(ReadingFault) {
    if encoding == nil { try begin(line) }
    if case .utf16(let decoder) = encoding { try decoder.end() }
    guard !pending.isEmpty else { return }
    number += 1
    if pending.count > Self.longestLine { throw Self.tooLong(number) }
    try line(pending.span, number)
  }

  private mutating func begin(_ line: (Span<UInt8>, Int) throws(ReadingFault) -> Void) throws(ReadingFault) {
    var start = 0
    if head.starts(with: [0xEF, 0xBB, 0xBF]) { start = 3 }
    if head.starts(with: [0xFF, 0xFE]) {
      start = 2
      encoding = .utf16(UTF16Decoder())
    } else {
      encoding = .utf8
    }
    let rest = Array(head[start...])
    head = []
    try decode(rest, line)
  }

  private mutating func decode(_ bytes: [UInt8], _ line: (Span<UInt8>, Int) throws(ReadingFault) -> Void)
    throws(ReadingFault)
  {
    guard case .utf16(var decoder) = encoding else { return try cut(bytes, line) }
    let text = try decoder.decode(bytes)
    encoding = .utf16(decoder)
    try cut(text, line)
  }

  private mutating func cut(_ bytes: [UInt8], _ line: (Span<UInt8>, Int) throws(ReadingFault) -> Void)
    throws(ReadingFault)
  {
    let bytes = bytes.span
    var start = 0
    for at in bytes.indices where bytes[at] == 0x0A {
      number += 1
      if pending.isEmpty {
        try hand(bytes.extracting(start..<at), line)
      } else {
        append(bytes.extracting(start..<at))
        try hand(pending.span, line)
        pending.removeAll(keepingCapacity: true)
      }
      start = at + 1
    }
    append(bytes.extracting(start..<bytes.count))
    // A carriage return at the end may be half of a line end.
    if pending.count > Self.longestLine + 1 { throw Self.tooLong(number + 1) }
  }

  private mutating func append(_ bytes: Span<UInt8>) {
    for at in bytes.indices { pending.append(bytes[at]) }
  }

  /// Hands on a line that a line feed ended, without a carriage return before that.
  private func hand(_ bytes: Span<UInt8>, _ line: (Span<UInt8>, Int) throws(ReadingFault) -> Void)
    throws(ReadingFault)
  {
    var end = bytes.count
    if end > 0, bytes[end - 1] == 0x0D { end -= 1 }
    if end > Self.longestLine { throw Self.tooLong(number) }
    try line(bytes.extracting(0..<end), number)
  }

  private static func tooLong(_ line: Int) -> ReadingFault {
    ReadingFault(
      "dòng dài hơn \(longestLine) byte", "the line is longer than \(longestLine) bytes", line: line)
  }
}

/// Turns UTF-16, little-endian, into UTF-8, in whatever pieces it comes.
struct UTF16Decoder {
  private var low: UInt8?
  private var highSurrogate: UInt16?

  mutating func decode(_ bytes: [UInt8]) throws(ReadingFault) -> [UInt8] {
    var text: [UInt8] = []
    text.reserveCapacity(bytes.count)
    for byte in bytes {
      guard let first = low else {
        low = byte
        continue
      }
      low = nil
      try append(UInt16(first) | UInt16(byte) &<< 8, to: &text)
    }
    return text
  }

  func end() throws(ReadingFault) {
    if low != nil || highSurrogate != nil { throw Self.damaged }
  }

  private mutating func append(_ unit: UInt16, to text: inout [UInt8]) throws(ReadingFault) {
    let value: UInt32
    switch (highSurrogate, unit) {
    case (nil, 0xD800...0xDBFF):
      highSurrogate = unit
      return
    case (let high?, 0xDC00...0xDFFF):
      value = 0x1_0000 + (UInt32(high) - 0xD800) * 0x400 + (UInt32(unit) - 0xDC00)
      highSurrogate = nil
    case (nil, _): value = UInt32(unit)
    default: throw Self.damaged
    }
    guard let scalar = Unicode.Scalar(value) else { throw Self.damaged }
    text += UTF8.encode(scalar).map(Array.init) ?? []
  }

  private static var damaged: ReadingFault { ReadingFault("UTF-16 bị hỏng", "the UTF-16 is damaged") }
}
