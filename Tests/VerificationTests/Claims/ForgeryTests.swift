import CanonicalJSON
import Faults
import Machine
import Testing

@testable import Verification

/// Results that somebody changed and closed again with the right `self`.
@Suite("Forged results")
struct ForgeryTests {
  static let samples = [
    "Samples/ba-phieu", "Samples/phieu-tron", "Samples/tranh-ghe-cuoi/2-bau-lai", "Samples/vo-hieu",
    "Samples/chi-bo-thi-diem/2-bi-thu",
  ]

  /// Other values that could stand in the place of one.
  private static func others(than value: JSONValue) -> [JSONValue] {
    switch value {
    case .null: ["x", 0]
    case .bool(let value): [.bool(!value), .null]
    case .integer(let number): [.integer(number + 1), .string(String(number))]
    case .string(let text): [.string(text + "x"), .null]
    case .array(let values): [.array(values + [0]), .null]
    case .object: [[:], "x"]
    }
  }

  @Test("Each member changed, and closed again, is named", arguments: samples)
  func everyMember(sample: String) throws {
    let folder = try Folder(copyOf: sample)
    let value = try Forgery.value(try folder.count())
    for place in value.places where place != [.key("self")] {
      for other in Self.others(than: try #require(value.value(at: place[...]))) {
        guard let forged = value.replacing(place[...], { _ in other }), forged != value else { continue }
        try expectSeen(try Forgery.closed(forged), at: place, in: folder, "\(other)")
      }
    }
  }

  @Test("Each member removed, and closed again, is named", arguments: samples)
  func everyMemberRemoved(sample: String) throws {
    let folder = try Folder(copyOf: sample)
    let value = try Forgery.value(try folder.count())
    for place in value.places where place != [.key("self")] {
      guard let forged = value.replacing(place[...], { _ in nil }) else { continue }
      try expectSeen(try Forgery.closed(forged), at: place, in: folder, "removed")
    }
  }

  @Test("A member that no result has, anywhere, is named", arguments: samples)
  func unknownMembers(sample: String) throws {
    let folder = try Folder(copyOf: sample)
    let value = try Forgery.value(try folder.count())
    for place in [[]] + value.places {
      guard case .object = value.value(at: place[...]) else { continue }
      let forged = value.replacing(place[...]) { object in
        guard case .object(var members) = object else { return object }
        members["x-note"] = "x"
        return .object(members)
      }
      try expectSeen(
        try Forgery.closed(try #require(forged)), at: place + [.key("x-note")], in: folder, "added")
    }
  }

  /// Another version of a file format is not read at all; the program's version follows from nothing.
  private func expectSeen(_ bytes: [UInt8], at place: [JSONValue.Step], in folder: Folder, _ what: String)
    throws
  {
    let name = words(place)
    if ["format", "version"].contains(name) {
      #expect(throws: UnreadableResult.self) { try folder.verify(bytes) }
      return
    }
    let certificate = try folder.verify(bytes)
    if name == "engine.version" || name == "engine" {
      #expect([.differs, .unfinished].contains(certificate.verdict), "\(name): \(what)")
      return
    }
    #expect(certificate.verdict == .differs, "\(name): \(what)")
    // The member itself, one inside of it, or the list that it stands in.
    let isNamed = certificate.paths.contains { $0.hasPrefix(name) || name.hasPrefix($0) && !$0.isEmpty }
    #expect(isNamed, "\(name): \(what): \(certificate.paths)")
  }

  @Test("A correction says what it takes the place of and why, and the certificate that it says so")
  func replacement() throws {
    let folder = try Folder(copyOf: "Samples/ba-phieu")
    guard case .object(let members) = try Forgery.value(try folder.count()) else { return }
    func verify(_ replaces: JSONValue) throws -> Certificate {
      try folder.verify(try Forgery.closed(.object(members.merging(["replaces": replaces]) { $1 })))
    }
    let digest = String(repeating: "0a", count: 32)
    let certificate = try verify(["sha256": .string(digest), "because": "nhập sai"])
    #expect(certificate.verdict == .agrees)
    #expect(
      certificate.replaces == Replacement(former: try #require(Digest(hex: digest)), because: "nhập sai"))
    #expect(certificate.text(.english).contains("in place of the result [0a0a] 0a0a"))
    let others: [JSONValue] = [
      .null, [:], ["sha256": .string(digest)], ["sha256": .string(digest), "because": " \u{A0}"],
      ["sha256": .string(digest.uppercased()), "because": "x"], ["sha256": "0a", "because": "x"],
      ["sha256": .string(digest), "because": "x", "by": "x"],
      ["sha256": .string(digest), "because": .string(String(repeating: "ả", count: 1001))],
    ]
    for other in others { #expect(try verify(other).verdict == .differs, "\(other)") }
    let long = try verify([
      "sha256": .string(digest), "because": .string(String(repeating: "ả", count: 1000)),
    ])
    #expect(long.verdict == .agrees)
  }

  @Test(
    "A result is void where a correction of it lies beside it or in a folder beside it",
    arguments: [
      ("sua.json", Verdict.differs), ("sua/result.json", .differs), ("sua/lai/result.json", .agrees),
      ("sua.txt", .agrees),
    ])
  func correction(place: String, verdict: Verdict) throws {
    let folder = try Folder(copyOf: "Samples/ba-phieu")
    let result = try folder.count()
    guard case .object(var members) = try Forgery.value(result) else { return }
    members["replaces"] = ["sha256": .string(SHA256.digest(of: result).hex), "because": "nhập sai"]
    try folder.write(result, to: "result.json")
    try folder.write(try Forgery.closed(.object(members)), to: place)
    let certificate = try folder.verify(result)
    #expect(certificate.verdict == verdict)
    #expect(
      certificate.text(.english).contains("takes its place, because: nhập sai") == (verdict == .differs))
    // One of another result says nothing of this one.
    members["replaces"] = ["sha256": .string(String(repeating: "0", count: 64)), "because": "nhập sai"]
    try folder.write(try Forgery.closed(.object(members)), to: place)
    #expect(try folder.verify(result).verdict == .agrees)
  }

  @Test("Of the reason of a correction 400 characters are shown", arguments: [400, 401])
  func longReason(count: Int) {
    let correction = Correction(
      name: "sua.json", digest: SHA256.digest(of: []), former: "",
      because: String(repeating: "ả", count: count))
    #expect(correction.reason == String(repeating: "ả", count: 400) + (count > 400 ? "…" : ""))
  }

  @Test("A version of the program that nobody knows is left open, and a number in place of figures differs")
  func otherKinds() throws {
    let folder = try Folder(copyOf: "Samples/ba-phieu")
    let value = try Forgery.value(try folder.count())
    func forged(_ place: [JSONValue.Step], _ new: JSONValue) throws -> Certificate {
      try folder.verify(try Forgery.closed(try #require(value.replacing(place[...]) { _ in new })))
    }
    let version = try forged([.key("engine"), .key("version")], "9.9.9")
    #expect(version.verdict == .unfinished && version.open == [.unknownVersion])
    let ballots = try forged([.key("contests"), .index(0), .key("ballots")], 3)
    #expect(ballots.verdict == .differs && ballots.paths.contains("contests[0].ballots"))
  }

  @Test("A part of all contests, or of none, is no part")
  func part() throws {
    let folder = try Folder(copyOf: "Samples/ba-phieu")
    guard case .object(let members) = try Forgery.value(try folder.count()) else { return }
    for contests: JSONValue in [["bi-thu"], [], ["khac"]] {
      let part: JSONValue = ["contests": contests, "ballotsReplaced": false]
      let forged = try Forgery.closed(.object(members.merging(["part": part]) { $1 }))
      let certificate = try folder.verify(forged)
      #expect(certificate.verdict == .differs && certificate.paths.contains { $0.hasPrefix("part") })
    }
  }

  @Test("Two people who change places are seen")
  func swapped() throws {
    let folder = try Folder(copyOf: "Samples/tranh-ghe-cuoi")
    let value = try Forgery.value(try folder.count())
    let list: ArraySlice<JSONValue.Step> = [.key("contests"), .index(0), .key("candidates")]
    let forged = value.replacing(list) { candidates in
      guard case .array(var people) = candidates else { return candidates }
      people.swapAt(0, 8)
      return .array(people)
    }
    let certificate = try folder.verify(try Forgery.closed(try #require(forged)))
    #expect(certificate.verdict == .differs)
    #expect(certificate.paths.contains("contests[0].candidates[0].name"))
  }

  @Test("Bytes that are not canonical JSON differ, whatever they say")
  func otherLayout() throws {
    let folder = try Folder(copyOf: "Samples/ba-phieu")
    let bytes = try folder.count()
    for layout in [bytes + [0x0A], [0x20] + bytes, Array(bytes.dropLast()) + Array(" }".utf8)] {
      let certificate = try folder.verify(layout)
      #expect(certificate.verdict == .differs)
      #expect(certificate.failures.contains { $0.hasPrefix("form ") })
    }
    // A text in other spelling, NFD for NFC, reads the same and is not.
    let text = String(decoding: bytes, as: UTF8.self)
    let respelled = text.replacing("Nghĩa", with: "Nghi\u{303}a")
    #expect(respelled.utf8.count != text.utf8.count)
    let forged = try Forgery.closed(try Forgery.value(Array(respelled.utf8)))
    #expect(try folder.verify(forged).paths.contains("contests[0].candidates[1].name"))
  }
}
