import Faults

extension JSONScanner {
  /// Reads a string from its opening quote to behind its closing one.
  mutating func string(_ path: JSONPath) throws(Stop) -> String {
    let opening = next
    next += 1
    var start = next
    var text = ""
    while let byte {
      switch byte {
      case UInt8(ascii: "\""):
        let rest = piece(start)
        next += 1
        return text.isEmpty ? rest : text + rest
      case UInt8(ascii: "\\"):
        text += piece(start)
        text.unicodeScalars.append(escape(path))
        start = next
        try checkFaults(path)
      case 0x0A, 0x0D:
        throw unclosedString(path, openedAt: opening)
      case ..<0x20:
        reportControlCharacter(path, byte)
        next += 1
        try checkFaults(path)
      default:
        next += 1
      }
    }
    throw unclosedString(path, openedAt: opening)
  }

  private func piece(_ start: Int) -> String {
    String(decoding: bytes[start..<next], as: UTF8.self)
  }

  /// Reads an escape from its backslash; a bad one is reported and stands for U+FFFD.
  private mutating func escape(_ path: JSONPath) -> Unicode.Scalar {
    let start = next
    next += 1
    guard let letter = byte, letter != 0x0A, letter != 0x0D else { return badEscape(path, from: start) }
    next += 1
    switch letter {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): return Unicode.Scalar(letter)
    case UInt8(ascii: "b"): return "\u{08}"
    case UInt8(ascii: "f"): return "\u{0C}"
    case UInt8(ascii: "n"): return "\n"
    case UInt8(ascii: "r"): return "\r"
    case UInt8(ascii: "t"): return "\t"
    case UInt8(ascii: "u"): return unicodeEscape(path, from: start)
    default:
      // The letter may be longer than its first byte.
      while let byte, byte & 0xC0 == 0x80 { next += 1 }
      return badEscape(path, from: start)
    }
  }

  private mutating func unicodeEscape(_ path: JSONPath, from start: Int) -> Unicode.Scalar {
    guard let unit = fourHexDigits() else { return badEscape(path, from: start) }
    if let scalar = Unicode.Scalar(unit) { return scalar }
    // Half a pair stands for a character only together with its other half, which must follow at once.
    let behindFirst = next
    if UTF16.isLeadSurrogate(unit), bytes[next...].starts(with: Array("\\u".utf8)) {
      next += 2
      if let second = fourHexDigits(), UTF16.isTrailSurrogate(second) {
        return UTF16.decode(UTF16.EncodedScalar([unit, second]))
      }
    }
    next = behindFirst
    reportHalfPair(path, from: start)
    return "\u{FFFD}"
  }

  private mutating func fourHexDigits() -> UInt16? {
    guard next + 4 <= bytes.count else { return nil }
    var unit: UInt16 = 0
    for digit in bytes[next..<next + 4] {
      guard digit < 0x80, let value = Character(Unicode.Scalar(digit)).hexDigitValue else { return nil }
      unit = unit << 4 | UInt16(value)
    }
    next += 4
    return unit
  }

  private func badEscape(_ path: JSONPath, from start: Int) -> Unicode.Scalar {
    reportBadEscape(path, from: start)
    return "\u{FFFD}"
  }
}
