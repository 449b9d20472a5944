extension JSONValue {
  /// The one way of writing this value that RFC 8785 allows, in UTF-8: no white space, keys in the order of their
  /// UTF-16 code units, as few escapes as possible.
  ///
  /// - Precondition: whole numbers lie between ±``largestInteger``; a caller that cannot promise that writes strings.
  public func canonicalBytes() -> [UInt8] {
    var bytes: [UInt8] = []
    write(to: &bytes)
    return bytes
  }

  private func write(to bytes: inout [UInt8]) {
    switch self {
    case .null: bytes += "null".utf8
    case .bool(let value): bytes += (value ? "true" : "false").utf8
    case .integer(let value):
      precondition(
        value.magnitude <= Self.largestInteger.magnitude, "RFC 8785 cannot write \(value) as a number")
      bytes += String(value).utf8
    case .string(let text): writeString(text, to: &bytes)
    case .array(let values):
      bytes.append(UInt8(ascii: "["))
      for (i, value) in values.enumerated() {
        if i > 0 { bytes.append(UInt8(ascii: ",")) }
        value.write(to: &bytes)
      }
      bytes.append(UInt8(ascii: "]"))
    case .object(let members): Self.write(members, to: &bytes)
    }
  }

  private static func write(_ members: [String: JSONValue], to bytes: inout [UInt8]) {
    bytes.append(UInt8(ascii: "{"))
    let sorted = members.sorted { precedes($0.key, $1.key) }
    for (i, member) in sorted.enumerated() {
      if i > 0 { bytes.append(UInt8(ascii: ",")) }
      writeString(member.key, to: &bytes)
      bytes.append(UInt8(ascii: ":"))
      member.value.write(to: &bytes)
    }
    bytes.append(UInt8(ascii: "}"))
  }
}

/// The order of keys of RFC 8785, 3.2.3: that of their UTF-16 code units. It is the order of UTF-8, but that surrogates come before U+E000 and
/// higher: what UTF-8 writes in four bytes before what it writes in three of which the first is 0xEE or 0xEF.
private func precedes(_ a: String, _ b: String) -> Bool {
  var (first, second) = (a.utf8.makeIterator(), b.utf8.makeIterator())
  while let x = first.next() {
    guard let y = second.next() else { return false }
    if x == y { continue }
    return min(x, y) >= 0xEE && min(x, y) < 0xF0 && max(x, y) >= 0xF0 ? x > y : x < y
  }
  return second.next() != nil
}

/// Writes a string with the escapes of RFC 8785, 3.2.2.2.
func writeString(_ text: String, to bytes: inout [UInt8]) {
  bytes.append(UInt8(ascii: "\""))
  defer { bytes.append(UInt8(ascii: "\"")) }
  guard text.utf8.contains(where: { $0 < 0x20 || $0 == UInt8(ascii: "\"") || $0 == UInt8(ascii: "\\") })
  else {
    bytes += text.utf8
    return
  }
  for byte in text.utf8 {
    switch byte {
    case UInt8(ascii: "\""): bytes += "\\\"".utf8
    case UInt8(ascii: "\\"): bytes += "\\\\".utf8
    case 0x08: bytes += "\\b".utf8
    case 0x09: bytes += "\\t".utf8
    case 0x0A: bytes += "\\n".utf8
    case 0x0C: bytes += "\\f".utf8
    case 0x0D: bytes += "\\r".utf8
    case ..<0x10: bytes += "\\u000\(String(byte, radix: 16))".utf8
    case ..<0x20: bytes += "\\u00\(String(byte, radix: 16))".utf8
    default: bytes.append(byte)
    }
  }
}
