import CanonicalJSON
import Faults
import Testing

@Suite("Asking for values")
struct ReaderTests {
  enum Office: String, CaseIterable {
    case committee, standingCommittee, secretary
  }

  /// The faults that `body` finds in `source`, which must be JSON.
  func found(_ source: String, _ body: (JSONReader) -> Void) throws -> [Fault] {
    let faults = JSONFaults(file: "f.json", bytes: Array(source.utf8))
    let root = try #require(faults.parse())
    body(root)
    #expect(faults.isEmpty == faults.log.isEmpty)
    return Array(faults.log.listed)
  }

  @Test("An object as it should be has no faults")
  func good() throws {
    let source = """
      {"title": "Bầu", "seats": 15, "open": true, "office": "secretary", "round": 2, "files": ["a", "b"],
       "electorate": {"present": 0}, "x-note": {"anything": [1.5]}}
      """
    let found = try found(source) { root in
      guard let contest = root.object() else { return }
      #expect(contest.string("title") == "Bầu")
      #expect(contest.integer("seats", in: 1...1000) == 15)
      #expect(contest.bool("open") == true)
      #expect(contest.choice("office", as: Office.self) == .secretary)
      #expect(contest.required("round")?.integer(in: 2...2) == 2)
      #expect(contest.array("files")?.map { $0.string() } == ["a", "b"])
      let electorate = contest.object("electorate")
      #expect(electorate?.integer("present", in: 0...Int.max) == 0)
      electorate?.finish()
      #expect(contest.optionalString("place") == nil)
      #expect(contest.optionalInteger("absent", in: 0...1) == nil)
      #expect(contest.optional("plan") == nil)
      #expect(contest.keys.count == 8)
      contest.finish()
    }
    #expect(found.map(brief) == [])
  }

  @Test(
    "Wrong types",
    arguments: [
      ("1", "J009 1:9 v"), ("null", "J009 1:9 v"), ("[\"a\"]", "J009 1:9 v"), ("{}", "J009 1:9 v"),
      ("true", "J009 1:9 v"),
      ("1.5", "J009 1:9 v"),
    ])
  func notAString(value: String, fault: String) throws {
    let found = try found("{ \"v\" : \(value)}") { _ = $0.object()?.string("v") }
    #expect(found.map(brief) == [fault])
    #expect(found.first?.text == (value.hasPrefix("[") || value.hasPrefix("{") ? nil : value))
  }

  @Test(
    "Whole numbers",
    arguments: [
      ("0", nil), ("1000", nil), ("-1", "J011"), ("1001", "J011"), ("99999999999999999999", "J011"),
      ("-99999999999999999999", "J011"), ("1.0", "J010"), ("1e3", "J010"), ("-0", "J010"), ("1.000", "J010"),
      ("\"15\"", "J009"), ("null", "J009"), ("true", "J009"), ("[]", "J009"),
    ])
  func integers(value: String, code: String?) throws {
    let found = try found("[\(value)]") { root in
      let number = root.array()?.first?.integer(in: 0...1000)
      #expect((number == nil) == (code != nil))
    }
    #expect(found.map(brief) == (code.map { ["\($0) 1:2 [0]"] } ?? []))
  }

  @Test(
    "The range is told in words",
    arguments: [
      (1...1, "phải là 1", "must be 1"), (0...9, "từ 0 đến 9", "from 0 to 9"),
      (1...Int.max, "từ 1 trở lên", "1 or more"),
      (Int.min...(-8), "không quá -8", "-8 or less"),
    ])
  func ranges(range: ClosedRange<Int>, vi: String, en: String) throws {
    let found = try found(range.contains(0) ? "-5" : range.upperBound < 0 ? "3" : "0") {
      _ = $0.integer(in: range)
    }
    #expect(found.first?.problem.vi.contains(vi) == true)
    #expect(found.first?.problem.en.contains(en) == true)
  }

  @Test(
    "Words that are not allowed",
    arguments: [
      ("secretery", "“secretary”"), ("SECRETARY", "“secretary”"),
      ("standingcommittee", "“standingCommittee”"),
      ("x", "committee, standingCommittee, secretary"), ("", "committee, standingCommittee, secretary"),
    ])
  func choices(word: String, suggestion: String) throws {
    for isTyped in [true, false] {
      let found = try found("[\"\(word)\"]") { root in
        let value = root.array()?.first
        if isTyped {
          #expect(value?.choice(as: Office.self) == nil)
        } else {
          #expect(value?.choice(of: Office.allCases.map(\.rawValue)) == nil)
        }
      }
      #expect(found.map(brief) == ["J012 1:2 [0]"])
      #expect(found.first?.text == word)
      #expect(found.first?.advice.vi.contains(suggestion) == true)
      #expect(found.first?.advice.en.contains(suggestion) == true)
    }
  }

  @Test("Unknown and missing keys")
  func keys() throws {
    let source = """
      {"title": "a",
       "seast": 3, "x-seats": 1, "quorum": 2, "X-y": 1}
      """
    let found = try found(source) { root in
      let contest = root.object()
      _ = contest?.string("title")
      _ = contest?.integer("seats", in: 1...9)
      _ = contest?.optional("round")
      contest?.finish()
    }
    #expect(
      found.map(brief) == ["J008 1:1 seats", "J007 2:2 seast", "J007 2:28 quorum", "J007 2:41 [\"X-y\"]"])
    #expect(found[1].advice.en == "did you mean “seats”?")
    #expect(found[1].advice.vi == "có phải là “seats”?")
    #expect(found[2].advice.en == "use one of: title, seats, round")
  }

  @Test("A missing key is suggested before one that is there")
  func missingFirst() throws {
    let found = try found(#"{"present": 1, "presents": 2}"#) { root in
      let object = root.object()
      _ = object?.optional("present")
      _ = object?.optional("presence")
      object?.finish()
    }
    #expect(found.map(\.advice.en) == ["did you mean “presence”?"])
  }

  @Test("Keys are told apart by their characters")
  func exactKeys() throws {
    let found = try found("{\"e\u{301}\": 1}") { root in
      let object = root.object()
      #expect(object?.optional("\u{e9}") == nil)
      object?.finish()
    }
    #expect(found.map(\.code) == [.jsonUnknownKey])
  }

  @Test("A null is there, and is no value")
  func null() throws {
    let found = try found(#"{"a": null}"#) { root in
      let object = root.object()
      #expect(object?.optional("a")?.isNull == true)
      #expect(object?.optionalInteger("a", in: 0...1) == nil)
      #expect(object?.optionalBool("a") == nil)
      #expect(object?.optionalArray("a") == nil)
      #expect(object?.optionalObject("a") == nil)
      #expect(object?.optionalChoice("a", as: Office.self) == nil)
      object?.finish()
    }
    #expect(found.map(brief) == Array(repeating: "J009 1:7 a", count: 5))
  }

  @Test("Faults of the caller's own stand at the value, with path, line and column")
  func ownFaults() throws {
    let code = FaultCode("E001")
    let found = try found("{\"contests\": [\n  {\"seats\": 3}]}") { root in
      let contest = root.object()?.array("contests")?.first
      let problem = Phrase(vi: "sai", en: "wrong")
      contest?.fault(code, problem: problem, advice: problem)
      contest?.object()?.required("seats")?.fault(code, problem: problem, advice: problem)
      contest?.object()?.reader.fault(code, problem: problem, advice: problem, text: "3 > 2")
      #expect(contest?.place == FaultPlace(file: "f.json", path: "contests[0]", line: 2, column: 3))
    }
    #expect(
      found.map(brief) == ["E001 2:3 contests[0]", "E001 2:13 contests[0].seats", "E001 2:3 contests[0]"])
    #expect(found.map(\.text) == [nil, "3", "3 > 2"])
  }

  @Test("Weird keys in paths cannot hide or reorder anything")
  func weirdPath() throws {
    let found = try found(#"{"a b": {"\"q\\": {"\u202E": {"1a": {"_ok": 1}}}}}"#) { root in
      var reader: JSONReader? = root
      while let key = reader?.object()?.keys.first { reader = reader?.object()?.optional(key) }
      _ = reader?.string()
    }
    let path = "[\"a b\"][\"\\\"q\\\\\"][\"\\u{202E}\"][\"1a\"]._ok"
    // The value is asked for an object once more, at the end of the loop, and then for a string.
    #expect(found.map(\.place.path) == [path, path])
  }

  @Test("The root has no path")
  func root() throws {
    let found = try found(" []") { _ = $0.object() }
    #expect(found.map(brief) == ["J009 1:2"])
    #expect(found.first?.problem.vi == "ở đây phải là một nhóm {...}, nhưng lại là một danh sách")
  }
}
