import CanonicalJSON
import Testing

func text(_ value: JSONValue) -> String {
  String(decoding: value.canonicalBytes(), as: UTF8.self)
}

@Suite("Canonical form, RFC 8785")
struct CanonicalTests {
  @Test("Literals and strings of section 3.2.2")
  func literals() {
    let value: JSONValue = [
      "string": "\u{20ac}$\u{0F}\u{0A}A'\u{42}\u{22}\u{5c}\\\"\u{2F}",
      "literals": [nil, true, false],
    ]
    #expect(text(value) == #"{"literals":[null,true,false],"string":"€$\u000f\nA'B\"\\\\\"/"}"#)
  }

  @Test("Keys in the order of UTF-16 code units, the example of section 3.2.3")
  func order() {
    let value: JSONValue = [
      "\u{20ac}": "Euro Sign", "\r": "Carriage Return", "\u{fb33}": "Hebrew Letter Dalet With Dagesh",
      "1": "One",
      "\u{1F600}": "Emoji: Grinning Face", "\u{80}": "Control",
      "\u{f6}": "Latin Small Letter O With Diaeresis",
    ]
    let names = [
      "Carriage Return", "One", "Control", "Latin Small Letter O With Diaeresis", "Euro Sign",
      "Emoji: Grinning Face",
      "Hebrew Letter Dalet With Dagesh",
    ]
    let written = text(value)
    let places = names.map { written.firstRange(of: $0)?.lowerBound }
    #expect(!places.contains(nil))
    #expect(places.compactMap { $0 } == places.compactMap { $0 }.sorted())
  }

  @Test(
    "Keys of up to two scalars at the bounds of UTF-8 and UTF-16, each before each other that it precedes")
  func bounds() {
    let scalars = [
      0x41, 0x7F, 0x80, 0x7FF, 0x800, 0xD7FF, 0xE000, 0xEFFF, 0xF000, 0xFFFD, 0x1_0000, 0xF_FFFF, 0x10_FFFF,
    ]
    .compactMap { Unicode.Scalar(UInt32($0)).map { String($0) } }
    let keys = [""] + scalars + scalars.flatMap { first in scalars.map { first + $0 } }
    for first in keys {
      for second in keys where first != second {
        let isFirst = Array(first.utf16).lexicographicallyPrecedes(Array(second.utf16))
        let (one, two): (JSONValue, JSONValue) = isFirst ? (1, 2) : (2, 1)
        let written = text([first: one, second: two])
        #expect(written.hasSuffix(":2}"), "\(first.utf8.map { $0 }) \(second.utf8.map { $0 })")
      }
    }
  }

  @Test(
    "Order of pairs of keys",
    arguments: [
      ("\u{10000}", "\u{FB33}"), ("", "a"), ("a", "aa"), ("A", "a"), ("a", "ă"), ("Z", "a"), ("10", "9"),
      ("\u{D7FF}", "\u{10FFFF}"), ("\u{10FFFF}", "\u{E000}"), ("\u{1F600}", "\u{1F601}"),
    ])
  func pairs(first: String, second: String) {
    #expect(text([first: 1, second: 2]) == text([second: 2, first: 1]))
    #expect(text([first: 1, second: 2]).hasSuffix(":2}"))
    #expect(text([first: 1, second: 2]).contains(":1,"))
  }

  @Test(
    "Escapes, as few as possible",
    arguments: [
      ("\u{08}\t\n\u{0C}\r", #""\b\t\n\f\r""#),
      ("\u{00}\u{01}\u{0B}\u{0E}\u{10}\u{1F}", #""\u0000\u0001\u000b\u000e\u0010\u001f""#),
      ("\u{7F}\u{80}\u{2028}", "\"\u{7F}\u{80}\u{2028}\""), ("/", "\"/\""), ("Nguyễn", "\"Nguyễn\""),
      ("e\u{301}", "\"e\u{301}\""), ("😀", "\"😀\""),
    ])
  func escapes(value: String, written: String) {
    #expect(Array(text(.string(value)).utf8) == Array(written.utf8))
  }

  @Test(
    "Whole numbers",
    arguments: [
      (0, "0"), (-1, "-1"), (1_000_000_000_000, "1000000000000"),
      (JSONValue.largestInteger, "9007199254740991"),
      (-JSONValue.largestInteger, "-9007199254740991"),
    ])
  func integers(value: Int, written: String) {
    #expect(text(.integer(value)) == written)
  }

  @Test("A number that not every reader keeps is not written")
  func tooLargeInteger() async {
    await #expect(processExitsWith: .failure) {
      _ = JSONValue.integer(JSONValue.largestInteger + 1).canonicalBytes()
    }
  }

  @Test("Empty lists and objects, and nesting")
  func empty() {
    #expect(text([:]) == "{}")
    #expect(text([]) == "[]")
    #expect(text(["b": [[:], []], "a": ["c": nil]]) == #"{"a":{"c":null},"b":[{},[]]}"#)
  }

  @Test("What is written is read as the same value", arguments: 0..<200 as Range<UInt64>)
  func roundTrip(seed: UInt64) throws {
    var random = SplitMix(state: seed)
    let value = randomValue(depth: 4, &random)
    let bytes = value.canonicalBytes()
    let node = try JSONParser.parse(bytes, file: "random")
    #expect(JSONValue(node) == value)
    #expect(JSONValue(node)?.canonicalBytes() == bytes)
  }

  @Test(
    "What cannot be written again",
    arguments: [
      "1.5", "1e3", "-0", "9007199254740992", "[1.0]", #"{"a":{"b":1e0}}"#, "{\"e\u{301}\":1,\"\u{e9}\":2}",
    ])
  func notWritable(source: String) throws {
    #expect(JSONValue(try JSONParser.parse(Array(source.utf8), file: "f")) == nil)
  }

  func randomValue(depth: Int, _ random: inout SplitMix) -> JSONValue {
    switch Int.random(in: 0..<(depth > 0 ? 7 : 5), using: &random) {
    case 0: .null
    case 1: .bool(Bool.random(using: &random))
    case 2: .integer(Int.random(in: -JSONValue.largestInteger...JSONValue.largestInteger, using: &random))
    case 3, 4: .string(randomText(&random))
    case 5:
      .array((0..<Int.random(in: 0...4, using: &random)).map { _ in randomValue(depth: depth - 1, &random) })
    default:
      .object(
        Dictionary(
          (0..<Int.random(in: 0...20, using: &random)).map { _ in
            (randomText(&random), randomValue(depth: depth - 1, &random))
          }, uniquingKeysWith: { first, _ in first }))
    }
  }

  func randomText(_ random: inout SplitMix) -> String {
    let ranges: [ClosedRange<UInt32>] = [
      0...0x1F, 0x20...0x7E, 0x7F...0x1EF9, 0xE000...0xFFFF, 0x10000...0x10FFFF,
    ]
    var text = ""
    for _ in 0..<Int.random(in: 0...8, using: &random) {
      let range = ranges[Int.random(in: 0..<ranges.count, using: &random)]
      guard let scalar = Unicode.Scalar(UInt32.random(in: range, using: &random)) else { continue }
      text.unicodeScalars.append(scalar)
    }
    return text
  }
}

/// A small generator whose values are the same everywhere, so that a failing seed can be looked at.
struct SplitMix: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }
}
