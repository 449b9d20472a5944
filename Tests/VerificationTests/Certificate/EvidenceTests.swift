import CanonicalJSON
import Faults
import Foundation
import Machine
import Testing

@testable import Verification

/// Whatever a result rests on, taken away or put in its place.
@Suite("Evidence")
struct EvidenceTests {
  private static let sitting = "Samples/dang-bo-van-phong/2-ban-thuong-vu"

  /// The files of that sample that its result names.
  static let files = ["election.json", "plan.json", "phieu.csv", "truoc/dai-hoi/result.json"]

  @Test("Any file removed lowers the verdict to unfinished", arguments: files)
  func removed(name: String) throws {
    let folder = try Folder(copyOf: Self.sitting)
    let result = try folder.count()
    #expect(try folder.verify(result).verdict == .agrees)
    try folder.remove(name)
    let certificate = try folder.verify(result)
    #expect(certificate.verdict == .unfinished, "\(certificate.failures)")
    #expect(certificate.open.contains(.missing))
    let missing = certificate.checks.filter { $0.subject == .file(name) && $0.id == .evidence }.map(\.outcome)
    #expect(missing.map { String("\($0)".prefix { $0 != "(" }) } == ["notChecked"])
    // Of an earlier result that is not there, nothing is known either.
    let isEarlierOpen = certificate.outcome(.earlier).contains {
      if case .notChecked = $0 { true } else { false }
    }
    #expect(isEarlierOpen == name.hasPrefix("truoc/"))
  }

  @Test("An earlier result that is none is said to be none", arguments: ["", "{}", "[]", "x"])
  func earlierIsNone(text: String) throws {
    let folder = try Folder(copyOf: Self.sitting)
    let result = try folder.count()
    try folder.write(text, to: "truoc/dai-hoi/result.json")
    let failures = try folder.verify(result).failures
    #expect(failures.contains("earlier  this is no result file of version 1"), "\(failures)")
  }

  @Test(
    "A log or an origin beside the ballots that cannot be read is not taken for none",
    arguments: ["phieu.csv.log", "phieu.csv.origin.json"])
  func unreadableBeside(name: String) throws {
    let folder = try Folder(copyOf: "Samples/ba-phieu")
    let result = try folder.count()
    try FileManager.default.createDirectory(atPath: folder[name], withIntermediateDirectories: false)
    #expect(try folder.verify(result).open == [.unreadable])
    try folder.remove(name)
    try FileManager.default.createSymbolicLink(atPath: folder[name], withDestinationPath: "/etc/passwd")
    #expect(try folder.verify(result).open == [.outside])
    try folder.remove(name)
    #expect(unsafe mkfifo(folder[name], 0o600) == 0)
    let certificate = try folder.verify(result)
    #expect(certificate.verdict == .unfinished && certificate.open == [.unreadable])
  }

  @Test("What only agrees with itself has not passed; what contradicts itself fails, ballots or no ballots")
  func consistencyAlone() throws {
    let folder = try Folder(copyOf: "Samples/ba-phieu")
    let result = try folder.count()
    try folder.remove("phieu.csv")
    let certificate = try folder.verify(result)
    for id in [CheckID.ballots, .counts, .shares, .decision, .findings] {
      guard case .notChecked? = certificate.outcome(id).first else {
        Issue.record("\(id) passed without ballots")
        continue
      }
    }
    let place: [JSONValue.Step] = [
      .key("contests"), .index(0), .key("candidates"), .index(1), .key("percent"),
    ]
    let forged = try #require(try Forgery.value(result).replacing(place[...]) { _ in "66,67" })
    #expect(try folder.verify(try Forgery.closed(forged)).paths == ["contests[0].candidates[1].percent"])
    try folder.remove("election.json")
    #expect(try folder.verify(try Forgery.closed(forged)).verdict == .differs)
    #expect(try folder.verify(result).verdict == .unfinished)
  }

  @Test("Without ballots, a result that does not state its figures has passed nothing about them")
  func nothingToCompare() throws {
    let folder = try Folder(copyOf: "Samples/ba-phieu")
    let value = try Forgery.value(try folder.count())
    let place: [JSONValue.Step] = [.key("contests"), .index(0), .key("candidates"), .index(1)]
    let forged = try Forgery.closed(try #require(value.replacing(place[...]) { _ in nil }))
    #expect(try folder.verify(forged).verdict == .differs)
    try folder.remove("phieu.csv")
    let certificate = try folder.verify(forged)
    for id in [CheckID.contest, .counts, .totals, .shares, .decision, .findings] {
      guard case .notChecked? = certificate.outcome(id).first else {
        Issue.record("\(id) passed with nothing to compare")
        continue
      }
    }
  }

  @Test(
    "Any file that cannot be read, or is a link out of the folder, too",
    arguments: files.filter { $0 != "election.json" })
  func unreadable(name: String) throws {
    let folder = try Folder(copyOf: Self.sitting)
    let result = try folder.count()
    try folder.remove(name)
    try FileManager.default.createDirectory(atPath: folder[name], withIntermediateDirectories: false)
    #expect(try folder.verify(result).open.contains(.unreadable))
    try folder.remove(name)
    try FileManager.default.createSymbolicLink(atPath: folder[name], withDestinationPath: "/etc/passwd")
    let certificate = try folder.verify(result)
    #expect(certificate.verdict == .unfinished)
    #expect(certificate.open.contains(.outside))
  }

  @Test("Any byte added to a file differs, even one that changes no count", arguments: files)
  func extended(name: String) throws {
    let folder = try Folder(copyOf: Self.sitting)
    let result = try folder.count()
    try folder.write(try folder.bytes(name) + [0x0A], to: name)
    let certificate = try folder.verify(result)
    #expect(certificate.verdict == .differs)
    #expect(certificate.failures.contains { $0.hasPrefix("evidence ") })
  }

  @Test("A wrong size beside a right digest is a difference")
  func size() throws {
    let folder = try Folder(copyOf: "Samples/ba-phieu")
    let value = try Forgery.value(try folder.count())
    let place: [JSONValue.Step] = [.key("contests"), .index(0), .key("files"), .index(0), .key("bytes")]
    let forged = try #require(value.replacing(place[...]) { _ in 3 })
    #expect(try folder.verify(try Forgery.closed(forged)).paths == ["contests[0].files[0].bytes"])
  }

  @Test("A ballot file with a fault is named with its line")
  func faultyBallots() throws {
    let folder = try Folder(copyOf: "Samples/ba-phieu")
    let result = try folder.count()
    let text = String(decoding: try folder.bytes("phieu.csv"), as: UTF8.self)
    try folder.write(text + "9\n", to: "phieu.csv")
    let line = text.split(separator: "\n").count + 1
    let certificate = try folder.verify(result)
    #expect(
      certificate.failures.contains { $0.contains("phieu.csv line \(line): ") }, "\(certificate.failures)")
  }

  @Test("A packed file with a fault is named with the byte where it is")
  func faultyPackedBallots() throws {
    let folder = try PackedSample.folder()
    let result = try folder.count()
    var bytes = try folder.bytes("phieu.kpb")
    bytes[200] ^= 1
    try folder.write(bytes, to: "phieu.kpb")
    #expect(try folder.verify(result).failures.contains { $0.contains("phieu.kpb byte 192: ") })
  }

  @Test(
    "A list in the result that is longer or shorter than it should be differs, whatever lies beside the result",
    arguments: [
      ("Samples/thieu-nguoi/2-bau-them", "after"), ("Samples/thieu-nguoi/2-bau-them", "contests"),
      ("Tests/ScenarioTests/Scenarios/parts", "contests"), ("Samples/thieu-nguoi/2-bau-them", "files"),
      ("Samples/thieu-nguoi/2-bau-them", "candidates"),
    ])
  func lengthOfLists(sample: String, list: String) throws {
    let isOfContest = ["files", "candidates"].contains(list)
    let place: [JSONValue.Step] = isOfContest ? [.key("contests"), .index(0), .key(list)] : [.key(list)]
    for removed in [[], ["election.json"], ["a.csv", "b.csv", "phieu.csv"]] {
      let folder = try Folder(copyOf: sample)
      let value = try Forgery.value(try folder.count())
      for name in removed where (try? folder.bytes(name)) != nil { try folder.remove(name) }
      for change: (inout [JSONValue]) -> Void in [{ $0.append($0[$0.count - 1]) }, { $0.removeLast() }] {
        let forged = try #require(
          value.replacing(place[...]) { list in
            guard case .array(var entries) = list else { return nil }
            change(&entries)
            return .array(entries)
          })
        let verdict = try folder.verify(try Forgery.closed(forged)).verdict
        #expect(verdict == .differs || !removed.isEmpty && verdict == .unfinished, "\(removed)")
      }
    }
  }

  @Test("What is said of an earlier result beside its name stands with the file that it is of")
  func earlierEvidence() throws {
    let folder = try Folder(copyOf: Self.sitting)
    let bytes: [JSONValue.Step] = [.key("after"), .index(0), .key("bytes")]
    let forged = try #require(try Forgery.value(try folder.count()).replacing(bytes[...]) { _ in 3 })
    let certificate = try folder.verify(try Forgery.closed(forged))
    let failed = certificate.checks.filter { if case .failed = $0.outcome { true } else { false } }
    #expect(failed.map(\.id) == [.evidence])
    #expect(failed.map(\.subject) == [.file("truoc/dai-hoi/result.json")])
  }

  @Test("A ballot judged otherwise is named with its file and line")
  func placeOfBallot() throws {
    let folder = try Folder(copyOf: "Samples/tranh-ghe-cuoi")
    let value = try Forgery.value(try folder.count())
    let place: [JSONValue.Step] = [
      .key("contests"), .index(0), .key("ballots"), .key("invalidByReason"), .key("tooMany"),
    ]
    let forged = try #require(value.replacing(place[...]) { _ in 2 })
    let certificate = try folder.verify(try Forgery.closed(forged))
    let named = certificate.failures.filter { $0.contains("see ban-chap-hanh.csv line ") }
    #expect(named.count == 1, "\(certificate.failures)")
  }

  @Test("Papers that do not add up are found, and nothing else is", arguments: [14, 15, 16])
  func papers(printed: Int) throws {
    let folder = try Folder(copyOf: "Samples/da-ky")
    let election = String(decoding: try folder.bytes("election.json"), as: UTF8.self)
    try folder.write(
      election.replacing(#""printed": 15"#, with: #""printed": \#(printed)"#), to: "election.json")
    let result = try folder.count()
    #expect(String(decoding: result, as: UTF8.self).contains("papersDiffer") == (printed != 15))
    #expect(try folder.verify(result).failures.allSatisfy { !$0.contains("findings") })
    let silent = String(decoding: result, as: UTF8.self).replacing("papersDiffer", with: "papersDestroyed")
    let forged = try Forgery.closed(try Forgery.value(Array(silent.utf8)))
    #expect(try folder.verify(forged).failures.contains { $0.contains("findings") } == (printed != 15))
  }

  @Test("One file under two names counts once")
  func twoNames() throws {
    let folder = try Folder(copyOf: "Samples/phieu-tron")
    let result = try folder.count()
    try folder.remove("dai-bieu-to-2.tsv")
    try FileManager.default.createSymbolicLink(
      atPath: folder["dai-bieu-to-2.tsv"], withDestinationPath: "dai-bieu-to-1.csv")
    let certificate = try folder.verify(result)
    #expect(certificate.failures.contains { $0.contains("counted under another name") })
  }

  @Test("What the result does not name is listed, folders without evidence as one")
  func strangers() throws {
    let folder = try Folder(copyOf: Self.sitting)
    try folder.write("x", to: "nhap.csv")
    try folder.write("x", to: "khac/a.csv")
    try folder.write("x", to: "khac/b.csv")
    try folder.write("x", to: "truoc/dai-hoi/nhap.txt")
    let result = try folder.count()
    try folder.write(result, to: "result.json")
    let certificate = try folder.verify(result)
    #expect(certificate.verdict == .agrees)
    #expect(certificate.strangers == ["khac/", "nhap.csv", "session.txt", "truoc/dai-hoi/nhap.txt"])
  }

  @Test("No more than a thousand strangers are listed")
  func manyStrangers() throws {
    let folder = try Folder(copyOf: "Samples/ba-phieu")
    let result = try folder.count()
    for number in 0..<1005 { try folder.write("", to: "khac-\(number)/a") }
    #expect(try folder.verify(result).strangers.count == 1000)
  }

  @Test("Ballots of the command line leave the verdict open, and are counted where they lie in the folder")
  func replacedBallots() throws {
    let folder = try Folder(copyOf: "Tests/ScenarioTests/Scenarios/parts")
    let result = try folder.count(contests: ["b"], ballots: [folder["khac/b2.csv"]])
    #expect(try folder.verify(result).verdict == .unfinished)
    try folder.write(try folder.bytes("khac/b2.csv"), to: "b2.csv")
    let certificate = try folder.verify(result)
    #expect(certificate.failures.isEmpty, "\(certificate.failures)")
    #expect(certificate.open == [.ballotsReplaced])
    // Claiming that the ballots were the election's own is seen.
    let forged = try #require(
      try Forgery.value(result).replacing([.key("part"), .key("ballotsReplaced")]) { _ in false })
    #expect(try folder.verify(try Forgery.closed(forged)).verdict == .differs)
  }

  @Test("Two ballot files of one name, from two folders, leave the verdict open")
  func oneNameTwice() throws {
    let folder = try Folder(copyOf: "Tests/ScenarioTests/Scenarios/parts")
    try folder.write("chosen\n1 2\n", to: "khac/hai/b2.csv")
    let result = try folder.count(
      contests: ["b"], ballots: [folder["khac/b2.csv"], folder["khac/hai/b2.csv"]])
    try folder.write(try folder.bytes("khac/b2.csv"), to: "b2.csv")
    let certificate = try folder.verify(result)
    #expect(certificate.open.contains(.ballotsReplaced))
    #expect(certificate.verdict == .unfinished, "\(certificate.failures)")
    #expect(certificate.text(.english).contains("two ballot files have one name"))
    let bytes: [JSONValue.Step] = [.key("contests"), .index(0), .key("files"), .index(0), .key("bytes")]
    for (size, verdict) in [(-1, Verdict.differs), (0, .unfinished)] {
      let forged = try #require(try Forgery.value(result).replacing(bytes[...]) { _ in .integer(size) })
      #expect(try folder.verify(try Forgery.closed(forged)).verdict == verdict)
    }
  }

  /// R-INVENTORY: the papers that were not used are destroyed or kept; no more of them than there were.
  @Test("More papers destroyed than were spoiled and unused is said to, by both sides", arguments: [3, 4])
  func papersDestroyed(destroyed: Int) throws {
    let folder = try Folder(copyOf: "Samples/ba-phieu")
    let papers: JSONValue = ["printed": 6, "spoiled": 1, "unused": 2, "destroyed": .integer(destroyed)]
    let place: [JSONValue.Step] = [.key("contests"), .index(0), .key("ballots")]
    let election = try #require(
      try Forgery.value(try folder.bytes("election.json")).replacing(place[...]) { ballots in
        guard case .object(let members) = ballots else { return nil }
        return .object(members.merging(["papers": papers]) { $1 })
      })
    try folder.write(election.canonicalBytes(), to: "election.json")
    let result = try folder.count()
    let isSaid = String(decoding: result, as: UTF8.self).contains(#""code":"papersDestroyed""#)
    #expect(isSaid == (destroyed > 3))
    #expect(try folder.verify(result).verdict == .agrees)
  }

  @Test("A part that is a later round rests on the ballots of the one that it follows")
  func partThatFollows() throws {
    let folder = try Folder(copyOf: "Tests/ScenarioTests/Scenarios/rounds")
    // Another contest stands between the two.
    let value = try Forgery.value(try folder.bytes("election.json"))
    let election = try #require(
      value.replacing([.key("contests")]) { contests in
        guard case .array(var all) = contests, case .object(var other) = all[0] else { return nil }
        other["id"] = "khac"
        other["ballots"] = ["issued": 0, "returned": 0, "files": []]
        all.insert(.object(other), at: 1)
        return .array(all)
      })
    try folder.write(election.canonicalBytes(), to: "election.json")
    let result = try folder.count(contests: ["bau-lai"])
    let certificate = try folder.verify(result)
    #expect(certificate.failures.isEmpty && certificate.open.isEmpty)
    // Without the election file nobody knows what it follows.
    try folder.remove("election.json")
    let alone = try folder.verify(result)
    #expect(alone.verdict == .unfinished && alone.failures.isEmpty, "\(alone.failures)")
    try folder.write(election.canonicalBytes(), to: "election.json")
    try folder.remove("1.csv")
    #expect(try folder.verify(result).verdict == .unfinished)
  }

  @Test("Of many faults of an election file twenty are listed")
  func manyFaults() throws {
    let folder = try Folder(copyOf: "Samples/ba-phieu")
    let result = try folder.count()
    let names = (1...30).map { #"{"number": "\#($0)", "name": "An"}"# }.joined(separator: ",")
    try folder.write(
      #"{"format": "kiemphieu-election", "version": 1, "contests": [{"candidates": [\#(names)]}]}"#,
      to: "election.json")
    let failures = try folder.verify(result).failures
    #expect(failures.count { $0.hasPrefix("electionFile ") } == 20, "\(failures)")
  }

  @Test("A file of more than 64 MiB beside the ballots is not read", arguments: [0, 1])
  func size(excess: Int) throws {
    let folder = try Folder(copyOf: Self.sitting)
    let result = try folder.count()
    #expect(unsafe truncate(folder["plan.json"], (64 << 20) + excess) == 0)
    #expect(try folder.verify(result).verdict == (excess == 0 ? .differs : .unfinished))
  }

  @Test("A part agrees as a part; calling it the whole differs")
  func part() throws {
    let folder = try Folder(copyOf: "Tests/ScenarioTests/Scenarios/parts")
    let result = try folder.count(contests: ["a"])
    let certificate = try folder.verify(result)
    #expect(certificate.verdict == .agrees)
    #expect(certificate.part == ["a"])
    #expect(certificate.text(.english).contains("\nThe result is of a part only: a\n"))
    let whole = try #require(try Forgery.value(result).replacing([.key("part")]) { _ in JSONValue.null })
    #expect(try folder.verify(try Forgery.closed(whole)).verdict == .differs)
  }

  @Test(
    "What is no result is refused",
    arguments: [
      "", "x", "{}", "[]", "{\"format\":\"kiemphieu-election\",\"version\":1}",
      "{\"format\":\"kiemphieu-result\",\"version\":2}",
    ])
  func noResult(text: String) throws {
    let folder = try Folder()
    #expect(throws: UnreadableResult.self) { try folder.verify(Array(text.utf8)) }
  }

  @Test("A result that says nothing but its format differs")
  func emptyResult() throws {
    let folder = try Folder(copyOf: "Samples/ba-phieu")
    let bytes = try Forgery.closed(["format": "kiemphieu-result", "version": 1])
    #expect(try folder.verify(bytes).verdict == .differs)
    try folder.remove("election.json")
    #expect(try folder.verify(bytes).verdict == .differs)
  }
}
