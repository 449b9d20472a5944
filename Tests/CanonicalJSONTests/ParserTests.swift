import CanonicalJSON
import Faults
import Testing

/// A fault in one line: `J001 2:5 contests[0]`.
func brief(_ fault: Fault) -> String {
  let place = fault.place.line.map { " \($0):\(fault.place.column ?? 0)" } ?? ""
  return "\(fault.code)\(place)" + (fault.place.path.map { " \($0)" } ?? "")
}

func faults(_ bytes: [UInt8], limits: JSONLimits = JSONLimits(), allowsByteOrderMark: Bool = true) -> [Fault]
{
  do throws(JSONRejection) {
    _ = try JSONParser.parse(bytes, file: "f.json", limits: limits, allowsByteOrderMark: allowsByteOrderMark)
    return []
  } catch {
    #expect(!error.faults.isEmpty)
    #expect(error.faults.listed.allSatisfy { $0.place.file == "f.json" })
    return Array(error.faults.listed)
  }
}

@Suite("Reading JSON")
struct ParserTests {
  /// A text with what is wrong in it, each in one line, and a word of the English advice of the first.
  struct Bad: CustomTestStringConvertible {
    var source: String
    var faults: [String]
    var advice: String

    init(_ source: String, _ faults: String..., advice: String = "") {
      self.source = source
      self.faults = faults
      self.advice = advice
    }

    var testDescription: String { source.debugDescription }
  }

  static let structure = [
    Bad("", "J001 1:1", advice: "the file you mean"),
    Bad(" \n\t ", "J001 2:3"),
    Bad("{", "J001 1:2", advice: "add “}”"),
    Bad("[1,", "J001 1:4", advice: "add “]”"),
    Bad("[1", "J001 1:3"),
    Bad("{\"a\"", "J001 1:5 a", advice: "\"key\": value"),
    Bad("{\"a\":", "J001 1:6 a", advice: "write a string"),
    Bad("{\"a\":}", "J001 1:6 a"),
    Bad("[,1]", "J001 1:2 [0]"),
    Bad("[1,]", "J001 1:3", advice: "remove this comma"),
    Bad("[1,,2]", "J001 1:4", advice: "remove this comma"),
    Bad("[1,,,]", "J001 1:4", "J001 1:5", "J001 1:5"),
    Bad("{\"a\":1,}", "J001 1:7", advice: "remove this comma"),
    Bad("{\"a\": [1,],\n \"b\": {\"c\": 2,}}", "J001 1:9 a", "J001 2:14 b"),
    Bad("{\"a\":1\n\"b\":2}", "J001 2:1", advice: "add a comma"),
    Bad("[1 2]", "J001 1:4", advice: "add a comma"),
    Bad("{\"a\":1 2}", "J001 1:8"),
    Bad("{\"a\" 1}", "J001 1:6 a", advice: "\"key\": value"),
    Bad("{\"a\"=1}", "J001 1:5 a", advice: "colon"),
    Bad("{\"a\":1;\"b\":2}", "J001 1:7", advice: "comma"),
    Bad("{a:1}", "J001 1:2", advice: "double quotes"),
    Bad("{1:1}", "J001 1:2"),
    Bad("{\"x\":{\"seats\": 1,000}}", "J001 1:18 x", advice: "without separators"),
    Bad("{\"a\":1]", "J001 1:7", advice: "close it with “}”"),
    Bad("[1}", "J001 1:3", advice: "close it with “]”"),
    Bad("1 2", "J001 1:3", advice: "remove it"),
    Bad("{}}", "J001 1:3"),
    Bad("{} // end", "J001 1:4", advice: "comment"),
    Bad("// start\n{}", "J001 1:1", advice: "comment"),
    Bad("[1, /* one */ 2]", "J001 1:5 [1]", advice: "comment"),
    Bad("{\n# note\n\"a\":1}", "J001 2:1", advice: "comment"),
    Bad("{\"a\":\u{A0}1}", "J001 1:6 a", advice: "ordinary spaces"),
    Bad("[1,\u{FEFF}2]", "J001 1:4 [1]", advice: "ordinary spaces"),
    Bad("[1，2]", "J001 1:3", advice: "type it again"),
    Bad("[1\0]", "J001 1:3", advice: "damaged"),
  ]

  static let words = [
    Bad("True", "J001 1:1", advice: "lower case: true"),
    Bad("[NULL, nil, None]", "J001 1:2 [0]", "J001 1:8 [1]", "J001 1:13 [2]", advice: "lower case: null"),
    Bad("[NaN, Infinity]", "J001 1:2 [0]", "J001 1:7 [1]", advice: "no such value"),
    Bad("[-Infinity]", "J001 1:2 [0]"),
    Bad("[truex]", "J001 1:2 [0]", advice: "double quotes"),
    Bad("{\"name\": Nguyễn}", "J001 1:10 name", advice: "double quotes"),
    Bad("[01, 007]", "J001 1:2 [0]", "J001 1:6 [1]", advice: "leading zeros"),
    Bad("[-01]", "J001 1:2 [0]", advice: "leading zeros"),
    Bad("[+1]", "J001 1:2 [0]", advice: "plus sign"),
    Bad(
      "[.5, 5., 1.e3, 1e, 1e+, -]", "J001 1:2 [0]", "J001 1:6 [1]", "J001 1:10 [2]", "J001 1:16 [3]",
      "J001 1:20 [4]", "J001 1:25 [5]"),
    Bad("[0x10, 1_000, 1.2.3]", "J001 1:2 [0]", "J001 1:8 [1]", "J001 1:15 [2]"),
    Bad("{\"date\": 2020-06-18}", "J001 1:10 date", advice: "date"),
  ]

  static let strings = [
    Bad("\"abc", "J001 1:1", advice: "add a double quote"),
    Bad("{\"a\": \"b\n\"}", "J001 1:7 a", advice: "add a double quote"),
    Bad("{\"a\": \"Hội nghị”\n}", "J001 1:7 a", advice: "straight"),
    Bad("{“a”: 1}", "J001 1:2", advice: "straight"),
    Bad("{\"a\": “b”}", "J001 1:7 a", advice: "straight"),
    Bad("{'a': 1}", "J001 1:2", advice: "straight"),
    Bad("['a']", "J001 1:2 [0]", advice: "straight"),
    Bad("{\"a\": \"Nguyễn \"Văn\" An\"}", "J001 1:16", advice: "inside a string"),
    Bad("[\"a\tb\", \"\u{01}\"]", "J003 1:4 [0]", "J003 1:10 [1]", advice: "tab"),
    Bad("[\"\0\"]", "J003 1:3 [0]"),
    Bad(
      #"["\x", "\'", "\ễ", "\"#, "J003 1:3 [0]", "J003 1:9 [1]", "J003 1:15 [2]", "J003 1:21 [3]",
      "J001 1:20 [3]"),
    Bad(
      #"["\u12", "\u12G4", "\u"]"#, "J003 1:3 [0]", "J003 1:11 [1]", "J003 1:21 [2]",
      advice: "four hexadecimal"),
    Bad(#"["\uD83D"]"#, "J003 1:3 [0]", advice: "UTF-8"),
    Bad(#"["\uDE00"]"#, "J003 1:3 [0]"),
    Bad(#"["\uD83Dx"]"#, "J003 1:3 [0]"),
    Bad(#"["\uD83D\uD83D"]"#, "J003 1:3 [0]", "J003 1:9 [0]"),
    Bad(#"["\uD83D\n"]"#, "J003 1:3 [0]"),
    Bad(#"{"\uD83D": 1}"#, "J003 1:3"),
  ]

  static let keys = [
    Bad(#"{"a":1,"a":2}"#, "J006 1:8 a", advice: "remove one"),
    Bad(#"{"a":1,"\u0061":2,"a":3}"#, "J006 1:8 a", "J006 1:19 a"),
    Bad(
      #"{"x":[{},{"b":{"weird key":1,"weird key":1}}],"x":1}"#, "J006 1:30 x[1].b[\"weird key\"]",
      "J006 1:47 x"),
    Bad("{\"\":1,\r\n\"\":2}", "J006 2:1 [\"\"]"),
    Bad(#"{"a":1,"a":2,}"#, "J006 1:8 a", "J001 1:13"),
  ]

  @Test("Bad texts, each with every fault and its place", arguments: structure + words + strings + keys)
  func bad(_ bad: Bad) {
    let found = faults(Array(bad.source.utf8))
    #expect(found.map(brief) == bad.faults)
    #expect(found.first?.advice.en.contains(bad.advice) == true || bad.advice.isEmpty)
    for fault in found {
      #expect(!fault.problem.vi.isEmpty && fault.problem.vi != fault.problem.en)
      #expect(!fault.advice.vi.isEmpty && fault.advice.vi != fault.advice.en)
    }
  }

  @Test(
    "Good texts",
    arguments: [
      "0", "-0", "-1", "1.5e-3", "1E+2", "true", "null", "\"\"", " [ ] ", "\t{\r\n}\n", "[[[]]]",
      #"{"a":{"a":1},"A":2,"a ":3}"#, #""\"\\\/\b\f\n\r\t\u00e9\uD83D\uDE00""#, "\"\u{7F}\u{2028}“”\"",
      "{\"e\u{301}\":1,\"\u{e9}\":2}", "99999999999999999999", "\u{FEFF}[1]",
    ])
  func good(source: String) {
    #expect(faults(Array(source.utf8)).map(brief) == [])
  }

  @Test("Numbers keep their kind")
  func numbers() throws {
    let source = "[0,-7,9223372036854775807,9223372036854775808,-9223372036854775808,1.0,1e2,-0]"
    let root = try JSONParser.parse(Array(source.utf8), file: "f")
    guard case .array(let nodes) = root.kind else { throw Unexpected() }
    let kinds = nodes.map { node in
      switch node.kind {
      case .integer(let value): "integer \(value)"
      case .number(let text): "number \(text)"
      default: "other"
      }
    }
    #expect(
      kinds == [
        "integer 0", "integer -7", "integer 9223372036854775807", "number 9223372036854775808",
        "integer -9223372036854775808", "number 1.0", "number 1e2", "number -0",
      ])
    #expect(nodes.map(\.offset) == [1, 3, 6, 26, 46, 67, 71, 75])
  }

  @Test("Strings are read character by character")
  func escapes() throws {
    let source = #"["\u0110\u1ea1i h\u1ed9i", "\uD83D\uDE00x", "a\/b\"\\", "e\u0301"]"#
    let root = try JSONParser.parse(Array(source.utf8), file: "f")
    guard case .array(let nodes) = root.kind else { throw Unexpected() }
    let texts = nodes.map { node -> [UInt8] in
      if case .string(let text) = node.kind { Array(text.utf8) } else { [] }
    }
    #expect(texts == ["Đại hội", "😀x", "a/b\"\\", "e\u{301}"].map { Array($0.utf8) })
  }

  @Test("Members keep their order and places")
  func members() throws {
    let root = try JSONParser.parse(Array("{\"b\": 1,\n \"a\": [2]}".utf8), file: "f")
    guard case .object(let members) = root.kind else { throw Unexpected() }
    #expect(members.map(\.key) == ["b", "a"])
    #expect(members.map(\.keyOffset) == [1, 10])
    #expect(members.map(\.value.offset) == [6, 15])
  }

  @Test("Many keys, of which one comes twice", arguments: [14, 15, 16, 17, 1000])
  func manyKeys(count: Int) {
    let members = (0..<count).map { "\"k\($0)\":0" } + ["\"k0\":1", "\"k\(count - 1)\":1"]
    let found = faults(Array("{\(members.joined(separator: ","))}".utf8))
    #expect(found.map(\.place.path) == ["k0", "k\(count - 1)"])
  }
}

struct Unexpected: Error {}

@Suite("Encodings and limits of JSON files")
struct EncodingTests {
  @Test(
    "Bytes that are no UTF-8 text",
    arguments: [
      ([0x22, 0xFF, 0x22], "J002 1:2"), ([0x22, 0x0A, 0xC3, 0x28], "J002 2:1"),
      ([0x22, 0xED, 0xA0, 0x80, 0x22], "J002 1:2"),
      ([0x22, 0xC0, 0x80, 0x22], "J002 1:2"), ([0x22, 0xF4, 0x90, 0x80, 0x80, 0x22], "J002 1:2"),
      ([0x5B, 0x22, 0xC3], "J002 1:3"),
      ([0x22, 0xC4, 0x90, 0xE1, 0xBA, 0x22], "J002 1:3"),
    ] as [([UInt8], String)])
  func invalid(bytes: [UInt8], fault: String) {
    #expect(faults(bytes).map(brief) == [fault])
  }

  @Test(
    "Wide characters are called by their name",
    arguments: [
      ([0xFF, 0xFE, 0x7B, 0x00], "UTF-16"), ([0xFE, 0xFF, 0x00, 0x7B], "UTF-16"),
      ([0x7B, 0x00, 0x7D, 0x00], "UTF-16"),
      ([0x00, 0x7B, 0x00, 0x7D], "UTF-16"), ([0xFF, 0xFE, 0, 0, 0x7B, 0, 0, 0], "UTF-32"),
      ([0, 0, 0xFE, 0xFF], "UTF-32"),
      ([0x7B, 0, 0, 0], "UTF-32"),
    ] as [([UInt8], String)])
  func wide(bytes: [UInt8], name: String) {
    let found = faults(bytes)
    #expect(found.map(brief) == ["J002 1:1"])
    #expect(found.first?.problem.vi.contains(name) == true)
  }

  @Test("A byte order mark is allowed or not, and takes no column")
  func byteOrderMark() {
    let bytes = Array("\u{FEFF}[x]".utf8)
    #expect(faults(bytes).map(brief) == ["J001 1:2 [0]"])
    #expect(faults(Array("\u{FEFF}[]".utf8), allowsByteOrderMark: false).map(brief) == ["J002 1:1"])
  }

  @Test("Depth", arguments: [("[", "]"), ("{\"a\":", "}")])
  func depth(open: String, close: String) {
    func nested(_ depth: Int) -> [UInt8] {
      let inner = open == "[" ? "" : "1"
      return Array(
        (String(repeating: open, count: depth) + inner + String(repeating: close, count: depth)).utf8)
    }
    #expect(faults(nested(64)).isEmpty)
    let found = faults(nested(65))
    #expect(found.map(\.code) == [.jsonTooDeep])
    #expect(found.first?.place.column == 64 * open.count + 1)
    #expect(faults(nested(100_000)).map(\.code) == [.jsonTooDeep])
  }

  @Test("Size and number of values")
  func size() {
    let bytes = Array("[1,2,3]".utf8)
    #expect(faults(bytes, limits: JSONLimits(bytes: 7, values: 4)).isEmpty)
    #expect(faults(bytes, limits: JSONLimits(bytes: 6)).map(brief) == ["J004"])
    #expect(faults(bytes, limits: JSONLimits(values: 3)).map(brief) == ["J004 1:6 [2]"])
  }

  @Test(
    "A file with too many faults is not read to its end",
    arguments: [
      ("\"", "\u{1}", "\""), ("\"", "\\q", "\""), ("[1", ",", "1]"), ("[0", ",01", "]"),
      ("{", "\"a\":1,", "\"b\":1}"),
    ])
  func manyFaults(open: String, fault: String, close: String) {
    func count(_ times: Int) -> [FaultCode: Int] {
      let bytes = Array((open + String(repeating: fault, count: times) + close).utf8)
      do throws(JSONRejection) {
        _ = try JSONParser.parse(bytes, file: "a.json", limits: JSONLimits(faults: 50))
        return [:]
      } catch {
        return error.faults.totals
      }
    }
    #expect(count(50)[.jsonTooLarge] == nil)
    for times in [1000, 2000] {
      #expect(count(times)[.jsonTooLarge] == 1)
      #expect(count(times).values.reduce(0, +) <= 53)
    }
  }

  @Test("Lines end with LF, CR LF or CR, columns count scalars", arguments: ["\n", "\r\n", "\r"])
  func lines(end: String) {
    let source = "[\"Đại 😀 e\u{301}\",\(end)\(end)  x]"
    #expect(faults(Array(source.utf8)).map(brief) == ["J001 3:3 [1]"])
    let oneLine = "[\"Đại 😀 e\u{301}\", x]"
    #expect(faults(Array(oneLine.utf8)).map(brief) == ["J001 1:14 [1]"])
  }

  @Test(
    "Places far into a file",
    arguments: [254, 255, 256, 257, 4094, 4095, 4096, 4097, 8191, 8192, 8193, 20_000])
  func farPlaces(count: Int) {
    let spaces = String(repeating: " ", count: count)
    #expect(faults(Array((spaces + "x").utf8)).map(brief) == ["J001 1:\(count + 1)"])
    let lines = String(repeating: "\r\n", count: count)
    #expect(faults(Array((lines + "x").utf8)).map(brief) == ["J001 \(count + 1):1"])
    #expect(faults(Array((" " + lines + "x").utf8)).map(brief) == ["J001 \(count + 1):1"])
  }

  @Test("Very many faults are told quickly", .timeLimit(.minutes(1)))
  func manyFaults() throws {
    let source = "{" + String(repeating: "\"a\":x,", count: 20_000) + "\"b\":1}"
    do throws(JSONRejection) {
      _ = try JSONParser.parse(Array(source.utf8), file: "f")
      Issue.record("read")
    } catch {
      #expect(error.faults.totals == [.jsonDuplicateKey: 19_999, .jsonSyntax: 20_000])
    }
  }

  @Test("Any bytes are read or refused, never more than that", arguments: 0..<300 as Range<UInt64>)
  func damaged(seed: UInt64) {
    var random = SplitMix(state: seed)
    var bytes = Array(#"{"a":[1,-2.5e3,"Đại \u0110\uD83D\uDE00",true,null,{"b":{}}],"weird key":"“x”"}"#.utf8)
    for _ in 0..<Int.random(in: 1...4, using: &random) {
      let place = Int.random(in: 0..<bytes.count, using: &random)
      switch Int.random(in: 0..<4, using: &random) {
      case 0: bytes.remove(at: place)
      case 1: bytes[place] = UInt8.random(in: 0...255, using: &random)
      case 2: bytes.insert(bytes[Int.random(in: 0..<bytes.count, using: &random)], at: place)
      default: bytes.removeSubrange(place...)
      }
      if bytes.isEmpty { break }
    }
    if let node = try? JSONParser.parse(bytes, file: "f"), let value = JSONValue(node) {
      let again = try? JSONParser.parse(value.canonicalBytes(), file: "f")
      #expect(again.flatMap { JSONValue($0) } == value)
    }
  }
}
