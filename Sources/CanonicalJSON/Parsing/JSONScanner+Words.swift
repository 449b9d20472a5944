import Faults

extension JSONScanner {
  /// Reads everything that looks like belonging to a number; a bad one is reported.
  mutating func number(_ path: JSONPath) -> JSONNode.Kind {
    let start = next
    while let byte, Self.mayStandInNumber(byte) { next += 1 }
    let digits = bytes[start..<next]
    let text = String(decoding: digits, as: UTF8.self)
    guard Self.isNumber(digits) else {
      reportBadNumber(path, text, at: start)
      return .null
    }
    if text != "-0", let value = Int(text) { return .integer(value) }
    return .number(text)
  }

  private static func mayStandInNumber(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "a")...UInt8(ascii: "z"),
      UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "."),
      UInt8(ascii: "_"):
      true
    default: false
    }
  }

  /// The grammar of RFC 8259, 6: `-`? (`0` | `1`-`9` digits) (`.` digits)? ((`e`|`E`) (`+`|`-`)? digits)?
  private static func isNumber(_ text: ArraySlice<UInt8>) -> Bool {
    var rest = text
    func passDigits() -> Int {
      let count = rest.prefix { (0x30...0x39).contains($0) }.count
      rest = rest.dropFirst(count)
      return count
    }
    if rest.first == UInt8(ascii: "-") { rest = rest.dropFirst() }
    let startsWithZero = rest.first == UInt8(ascii: "0")
    let whole = passDigits()
    guard whole > 0, !(startsWithZero && whole > 1) else { return false }
    if rest.first == UInt8(ascii: ".") {
      rest = rest.dropFirst()
      guard passDigits() > 0 else { return false }
    }
    if rest.first == UInt8(ascii: "e") || rest.first == UInt8(ascii: "E") {
      rest = rest.dropFirst()
      if rest.first == UInt8(ascii: "+") || rest.first == UInt8(ascii: "-") { rest = rest.dropFirst() }
      guard passDigits() > 0 else { return false }
    }
    return rest.isEmpty
  }

  /// Reads `true`, `false` or `null`; another word is reported, and anything else ends the reading.
  mutating func word(_ path: JSONPath) throws(Stop) -> JSONNode.Kind {
    let start = next
    let text = wordText()
    if text.isEmpty { throw noValue(path) }
    next = start + text.utf8.count
    switch text {
    case "true": return .bool(true)
    case "false": return .bool(false)
    case "null": return .null
    default:
      reportBadWord(path, text, at: start)
      return .null
    }
  }

  /// The letters and digits from here on.
  func wordText() -> String {
    var text = ""
    // A letter's length shows in its first byte, so that a long file is not copied to look at one word.
    var end = next
    while end < bytes.count {
      let length = Self.length(ofScalarStartingWith: bytes[end])
      let scalar = String(decoding: bytes[end..<end + length], as: UTF8.self)
      guard
        scalar.unicodeScalars.allSatisfy({
          $0.properties.isAlphabetic || ("0"..."9").contains($0) || $0 == "_"
        })
      else { break }
      text += scalar
      end += length
    }
    return text
  }

  /// The character from here on; `nil` at the end.
  var scalar: Unicode.Scalar? {
    guard let byte else { return nil }
    let length = Self.length(ofScalarStartingWith: byte)
    return String(decoding: bytes[next..<next + length], as: UTF8.self).unicodeScalars.first
  }

  private static func length(ofScalarStartingWith byte: UInt8) -> Int {
    switch byte {
    case ..<0xC0: 1
    case ..<0xE0: 2
    case ..<0xF0: 3
    default: 4
    }
  }
}
