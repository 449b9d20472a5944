import CanonicalJSON
import Faults
import Machine
import Testing

@testable import Verification

/// Tampering as a drill does it: each way is seen, and none is tried for which there is nothing to tamper with.
@Suite("Drill")
struct DrillTests {
  /// The bundle of the election in a folder.
  private static func bundle(_ folder: Folder, _ result: [UInt8]) throws -> DrillBundle {
    try #require(
      DrillBundle(
        result: result, election: "election.json", signatures: [:], earlierSignatures: { _ in [:] },
        read: { try? folder.bytes($0) }))
  }

  private static func tamperings(_ bundle: DrillBundle) -> [Tampering] {
    Drill.tamperings(with: bundle) { _, _ in nil }
  }

  private static func expectSeen(_ tampering: Tampering) throws {
    let folder = try Folder()
    for (name, bytes) in tampering.files { try folder.write(bytes, to: name) }
    let verdict = (try? folder.verify(try #require(tampering.files["result.json"])))?.verdict ?? .differs
    #expect([.differs, .unfinished].contains(verdict), "\(tampering.words.en)")
  }

  @Test("Ballots of two files swapped, and everything else that text allows, is seen")
  func text() throws {
    let folder = try Folder(copyOf: "Samples/phieu-tron")
    let tamperings = Self.tamperings(try Self.bundle(folder, try folder.count()))
    let swapped = tamperings.filter { $0.words.en.hasSuffix(" swapped") }
    #expect(swapped.count == 1)
    let names = ["dai-bieu-to-1.csv", "dai-bieu-to-2.tsv"]
    #expect(try names.map { swapped.first?.files[$0] } == names.reversed().map { try folder.bytes($0) })
    for tampering in tamperings { try Self.expectSeen(tampering) }
  }

  @Test("A packed file loses a bit, and its end")
  func packed() throws {
    let folder = try PackedSample.folder()
    let tamperings = Self.tamperings(try Self.bundle(folder, try folder.count()))
    let packed = tamperings.filter { $0.words.en.contains("phieu.kpb") }
    #expect(packed.map(\.words.en) == ["a bit of phieu.kpb changed", "phieu.kpb cut off"])
    // In the middle, where the ballots are.
    let bytes = try folder.bytes("phieu.kpb")
    let (bit, short) = (packed[0].files["phieu.kpb"] ?? [], packed[1].files["phieu.kpb"] ?? [])
    let flipped = zip(bytes, bit).map { $0 ^ $1 }.enumerated().filter { $0.element != 0 }
    #expect(flipped.map(\.offset) == [bytes.count / 2] && flipped.map(\.element) == [1])
    #expect(short.count == bytes.count / 2 && bytes.starts(with: short))
    for tampering in tamperings { try Self.expectSeen(tampering) }
  }

  @Test(
    "A number becomes the next, a text longer by a word, a yes a no, a list or an object one more or less")
  func changes() {
    #expect([0, 8, 9].map(Drill.next) == [1, 9, 10] && Drill.next("1") == nil)
    #expect(Drill.longer("An") == "An A" && Drill.longer(1) == nil)
    #expect(Drill.opposite(true) == false && Drill.opposite(false) == true && Drill.opposite(0) == nil)
    #expect(Drill.larger(["a": 1]) == ["a": 1, "khac": true] && Drill.larger([]) == nil)
    #expect(Drill.shorter([1, 2]) == [1] && Drill.shorter([]) == nil && Drill.shorter([:]) == nil)
  }

  @Test(
    "A ballot more or less is one line more or less",
    arguments: [("a ballot dropped (", -1), ("a ballot added (", 1), ("a ballot duplicated (", 1)])
  func oneLine(change: String, lines: Int) throws {
    let folder = try Folder(copyOf: "Samples/ba-phieu")
    var bundle = try Self.bundle(folder, try folder.count())
    func count(_ files: [String: [UInt8]]) -> Int { files["phieu.csv"]?.count { $0 == 0x0A } ?? 0 }
    let before = count(bundle.files)
    // The last line is a ballot without a line end, too.
    for text in [bundle.files["phieu.csv"], bundle.files["phieu.csv"]?.dropLast()] {
      bundle.files["phieu.csv"] = text
      let tampering = try #require(Self.tamperings(bundle).first { $0.words.en.hasPrefix(change) })
      #expect(count(tampering.files) == before + lines)
    }
  }

  @Test("What signs the result is no signature on an earlier one, and without a roster nobody need sign")
  func signaturesOfTheResult() throws {
    let folder = try Folder(copyOf: "Samples/ba-phieu")
    var bundle = try Self.bundle(folder, try folder.count())
    #expect(bundle.signatures.isEmpty && bundle.quorum == 0)
    for name in ["truoc/dai-hoi/result.json.b.sig", "result.json.sua", "result.json.a.sig"] {
      bundle.files[name] = [1]
    }
    #expect(bundle.signatures == ["result.json.a.sig"])
  }

  @Test("One ballot cannot change places with another, two can")
  func oneBallot() throws {
    let folder = try Folder(copyOf: "Samples/ba-phieu")
    var bundle = try Self.bundle(folder, try folder.count())
    func moves() -> Int { Self.tamperings(bundle).count { $0.words.en.hasPrefix("two ballots moved") } }
    #expect(moves() == 1)
    let lines = try #require(bundle.files["phieu.csv"]).split(separator: 0x0A)
    for (front, ballots) in [("", 1), ("sep=,\n", 1), ("", 2), ("sep=,\n", 2)] {
      bundle.files["phieu.csv"] = Array(front.utf8) + lines.prefix(1 + ballots).flatMap { $0 + [0x0A] }
      #expect(moves() == ballots - 1)
      for moved in Self.tamperings(bundle) where moved.words.en.hasPrefix("two ballots moved") {
        let swapped = [lines[0], lines[2], lines[1]].flatMap { $0 + [0x0A] }
        #expect(moved.files["phieu.csv"] == Array(front.utf8) + swapped)
      }
      #expect(Self.tamperings(bundle).contains { $0.words.en.hasPrefix("a ballot dropped") })
    }
  }

  @Test(
    "A text without a ballot loses a bit and its end, like any file",
    arguments: ["", "\n", "sep=,\nstruck\n"])
  func noBallot(text: String) throws {
    let folder = try Folder(copyOf: "Samples/ba-phieu")
    var bundle = try Self.bundle(folder, try folder.count())
    bundle.files["phieu.csv"] = Array(text.utf8)
    let found = Self.tamperings(bundle).map(\.words.en).filter { $0.contains("phieu.csv") }
    #expect(found == (text.isEmpty ? [] : ["a bit of phieu.csv changed", "phieu.csv cut off"]))
  }

  @Test("Of a list another ballot is made: a number becomes 1 where 1 is not in the list yet")
  func alteredList() throws {
    let folder = try Folder(copyOf: "Samples/ba-phieu")
    var bundle = try Self.bundle(folder, try folder.count())
    for (rows, altered) in [
      ("1,1 3\n2,2 3\n", "1,1 3\n2,2 1\n"), ("2,2\n3,3\n", "2,1\n3,3\n"), ("1,1\n", "1,0\n"),
      ("1,1 3\n", nil), ("22,=\n23,2\n", "22,=\n23,1\n"), ("7,=\n", nil), ("2-3,=\n", "2-1,=\n"),
      ("2\n", "1\n"),
    ] {
      bundle.files["phieu.csv"] = Array("serial,struck\n\(rows)".utf8)
      let changed = Self.tamperings(bundle).first { $0.words.en.hasPrefix("the marks of a ballot altered") }
      let text = changed?.files["phieu.csv"].map { String(decoding: $0, as: UTF8.self) }
      #expect(text == altered.map { "serial,struck\n\($0)" }, "\(rows)")
    }
  }

  @Test("Empty lines at the end are no ballots", arguments: ["\n", "\r\n\n"])
  func emptyLines(end: String) throws {
    let folder = try Folder(copyOf: "Samples/ba-phieu")
    try folder.write(try folder.bytes("phieu.csv") + Array(end.utf8), to: "phieu.csv")
    for tampering in Self.tamperings(try Self.bundle(folder, try folder.count())) {
      try Self.expectSeen(tampering)
    }
  }

  @Test(
    "Files that hold nothing to change are left as they are",
    arguments: ["x", "[]", "{}", #"{"contests": [{}, 0]}"#, #"{"contests": 0}"#, #"{"contests": []}"#])
  func nothing(text: String) throws {
    let folder = try Folder(copyOf: "Samples/ba-phieu")
    let whole = try Self.bundle(folder, try folder.count())
    for name in ["election.json", "result.json"] {
      var bundle = whole
      bundle.files[name] = Array(text.utf8)
      for tampering in Self.tamperings(bundle) { #expect(tampering.files != bundle.files) }
      #expect(Self.tamperings(bundle).count < Self.tamperings(whole).count)
    }
  }

  @Test(
    "A share, a status, a date, a regulation become others, whatever they are",
    arguments: [
      ("a share", ["contests", 0, "candidates", 0, "percent"], ["99,99", "99,98", "50,00"]),
      ("the status", ["contests", 0, "status"], ["filled", "short", "void"]),
      ("the regulation", ["regulation"], ["190-QD/TW", "244-QD/TW"]),
      ("the date", ["election", "date"], ["2020-06-18", "2020-06-19", "2020-01-01"]),
    ] as [(String, [JSONEdit.Step], [String])])
  func otherValues(what: String, path: [JSONEdit.Step], values: [String]) throws {
    let folder = try Folder(copyOf: "Samples/ba-phieu")
    var bundle = try Self.bundle(folder, try folder.count())
    for value in values {
      let result = try #require(bundle.files["result.json"])
      var edit = try #require(JSONEdit(result))
      _ = edit.change(path) { _ in .string(value) }
      bundle.files["result.json"] = edit.resultBytes
      #expect(
        Self.tamperings(bundle).contains { $0.words.en.hasPrefix(what) && $0.words.en.contains("result") },
        "\(value)")
    }
  }

  @Test(
    "Where the digests of the result are made right, so is the size beside them, and the recount alone tells")
  func restated() throws {
    let folder = try Folder(copyOf: "Samples/ba-phieu")
    let tamperings = Self.tamperings(try Self.bundle(folder, try folder.count())).filter {
      $0.words.en.hasSuffix("made right")
    }
    #expect(tamperings.count == 3)
    for tampering in tamperings {
      let ballots = try #require(tampering.files["phieu.csv"])
      let result = String(decoding: try #require(tampering.files["result.json"]), as: UTF8.self)
      #expect(result.contains("\"bytes\":\(ballots.count),"), "\(tampering.words.en)")
      #expect(result.contains(SHA256.digest(of: ballots).hex), "\(tampering.words.en)")
    }
  }

  @Test(
    "A byte of a signature becomes another, whatever stands there and behind it",
    arguments: ["AB", "BA", "AA", "BB", "CA"])
  func signature(_ pair: String) throws {
    let folder = try Folder(copyOf: "Samples/da-ky")
    let result = try folder.count()
    let bytes = Array(String(repeating: pair, count: 100).utf8)
    for count in [100, 101, 200] {
      let bundle = try #require(
        DrillBundle(
          result: result, election: "election.json",
          signatures: ["result.json.hoa.sig": Array(bytes.prefix(count))],
          earlierSignatures: { _ in [:] }, read: { try? folder.bytes($0) }))
      let changed = Self.tamperings(bundle).filter { $0.words.en == "a byte of a signature changed" }
      // Too short for a signature, nothing is changed.
      #expect(changed.count == (count > 100 ? 1 : 0))
      #expect(changed.allSatisfy { $0.files != bundle.files })
    }
  }

  @Test("A byte of the result changed leaves a result: only what it says is another", arguments: 1...9)
  func byteOfResult(digit: Int) throws {
    let folder = try Folder(copyOf: "Samples/ba-phieu")
    var edit = try #require(JSONEdit(try folder.count()))
    // The first number of a result.
    let path: [JSONEdit.Step] = ["contests", 0, "ballots", "debatable"]
    #expect(edit.change(path) { _ in .integer(digit) })
    let words = "a byte of the result changed, its own digest not"
    let changed = try Self.tamperings(Self.bundle(folder, edit.resultBytes)).filter { $0.words.en == words }
    let result = try #require(changed.first?.files["result.json"])
    let document = try #require(ResultDocument(result, name: "result.json"))
    #expect(document.isCanonical && document.selfDigest?.hex != document.root["self"].text)
    let other = zip(edit.resultBytes, result).filter { $0 != $1 }
    #expect(other.count == 1 && other.allSatisfy { $1 == $0 + 1 })
  }

  @Test("A result that is edited is closed again by its own digest, and no other file gets one")
  func closed() throws {
    let folder = try Folder(copyOf: "Samples/thieu-nguoi/2-bau-them")
    let bundle = try Self.bundle(folder, try folder.count())
    let words = "a byte of the result changed, its own digest not"
    for tampering in Self.tamperings(bundle) where tampering.words.en != words {
      let result = try #require(tampering.files["result.json"])
      let document = try #require(ResultDocument(result, name: "result.json"))
      #expect(document.root["self"].text == document.selfDigest?.hex, "\(tampering.words.en)")
      let election = try #require(tampering.files["election.json"])
      #expect(JSONEdit(election)?.root.value(at: [.key("self")]) == nil, "\(tampering.words.en)")
    }
  }

  @Test("So many signatures are removed that fewer are left than must sign", arguments: [1, 2, 3])
  func quorum(quorum: Int) throws {
    let folder = try Folder(copyOf: "Samples/da-ky")
    var edit = try #require(JSONEdit(try folder.count()))
    _ = edit.change(["roster", "quorum"]) { _ in ["member": .integer(quorum)] }
    let names = (1...3).map { "result.json.\($0).sig" }
    let bundle = try #require(
      DrillBundle(
        result: edit.resultBytes, election: "election.json",
        signatures: Dictionary(uniqueKeysWithValues: names.map { ($0, [1]) }),
        earlierSignatures: { _ in [:] }, read: { try? folder.bytes($0) }))
    let removed = Self.tamperings(bundle).filter { $0.words.en.contains("removed") }
    let left = try #require(removed.last).files.keys.filter(names.contains)
    #expect(left.count == quorum - 1)
    #expect(removed.last?.words.en.hasPrefix("a signature removed") == (quorum == 3))
  }

  @Test(
    "Signatures on earlier results are removed and changed, where their election had a roster",
    arguments: [false, true])
  func earlierSignatures(hasRoster: Bool) throws {
    let folder = try Folder(copyOf: "Samples/thieu-nguoi/2-bau-them")
    let before = "truoc/dai-hoi/result.json"
    var earlier = try #require(JSONEdit(try folder.bytes(before)))
    if hasRoster { #expect(earlier.change(["roster"]) { _ in ["name": "signers"] }) }
    try folder.write(earlier.resultBytes, to: before)
    let result = try Folder(copyOf: "Samples/thieu-nguoi/2-bau-them").count()
    let names = ["truoc/dai-hoi/result.json.1.sig", "truoc/dai-hoi/result.json.2.sig"]
    let signature = [UInt8](repeating: 0x41, count: 200)
    let bundle = try #require(
      DrillBundle(
        result: result, election: "election.json", signatures: [:],
        earlierSignatures: { $0 == before ? [names[0]: signature, names[1]: signature] : [:] },
        read: { try? folder.bytes($0) }))
    let found = Self.tamperings(bundle).filter { $0.words.en.contains("signature") }
    #expect(found.count == (hasRoster ? 2 : 0))
    for (tampering, left) in zip(found, [[nil, nil], [false, true]]) {
      #expect(names.map { tampering.files[$0].map { $0 == signature } } == left, "\(tampering.words.en)")
    }
  }

  @Test("An edited result has its own digest right again, as a forger would leave it")
  func selfDigest() throws {
    let folder = try Folder(copyOf: "Samples/ba-phieu")
    let result = try folder.count()
    var edit = try #require(JSONEdit(result))
    #expect(edit.resultBytes == result)
    #expect(edit.change(["contests", 0, "title"]) { _ in .string("x") })
    let edited = try #require(ResultDocument(edit.resultBytes, name: "result.json"))
    #expect(edited.root["self"].text == edited.selfDigest?.hex)
  }
}
