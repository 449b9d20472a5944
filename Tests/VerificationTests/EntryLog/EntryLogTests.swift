import BallotFiles
import CanonicalJSON
import Elections
import Entries
import Faults
import Foundation
import Machine
import Tallying
import Testing

@testable import Verification

/// The verifier's own reader of entry logs, on logs that entering writes.
@Suite("Entry logs")
struct EntryLogTests {
  private struct Written {
    var log = EntryLog()
    var lines: [[UInt8]] = []
    var book: EntryBook

    init(_ style: BallotStyle, isRehearsal: Bool, _ records: [EntryRecord], bundleSize: Int = 4) throws {
      let at = try #require(EntryTime("2020-06-18T05:00Z"))
      let opening = EntryOpening(
        contest: "bch", style: style, list: String(repeating: "a", count: 64),
        election: String(repeating: "b", count: 64), bundleSize: bundleSize,
        firstBundle: 3, station: "Tổ 1", isRehearsal: isRehearsal, program: "0.1.0", at: at)
      book = EntryBook(opening)
      lines = [log.append(.open(opening))]
      for record in records {
        try book.apply(record)
        lines.append(log.append(record))
      }
    }

    var bytes: [UInt8] { log.head.line + lines.flatMap { $0 } }
  }

  private static func place(_ bundle: Int, _ serial: Int) -> PaperPlace {
    PaperPlace(bundle: bundle, serial: serial)
  }

  private static func records() throws -> [EntryRecord] {
    let at = try #require(EntryTime("2020-06-18T05:00Z"))
    return [
      .ballot(place(3, 1), times: 3, MarkRow(marks: ["2 5"])),
      .correction(place(3, 2), MarkRow(marks: [""], invalid: #"signed other:"ghi “không”""#)),
      .ballot(place(3, 4), times: 1, MarkRow(marks: ["="])),
      .check(bundle: 3, entered: 4, papers: 3, at: at), .withdrawal(place(3, 3)),
      .check(bundle: 3, entered: 3, papers: 3, at: at), .close(ballots: 3, at: at),
      .resume(dropped: 3, program: "0.1.0", at: at),
      .ballot(place(4, 1), times: 1, MarkRow(marks: ["1 2 3 4 5"])),
      .check(bundle: 4, entered: 1, papers: 2, at: at), .ballot(place(4, 2), times: 1, MarkRow(marks: ["1"])),
      .close(ballots: 5, at: at),
    ]
  }

  private func replay(_ bytes: [UInt8]) throws -> EntryLogReplay {
    try EntryLogReplay(EntryLogLines(bytes, name: "a.log"), most: 1_000)
  }

  @Test("It comes to the list that entering comes to", arguments: [false, true])
  func list(isRehearsal: Bool) throws {
    let written = try Written(BallotStyle(names: 5, seats: 3), isRehearsal: isRehearsal, Self.records())
    let replay = try replay(written.bytes)
    #expect(String(decoding: replay.list, as: UTF8.self) == written.book.markList)
    #expect(replay.contest == "bch")
    #expect(replay.listDigest == String(repeating: "a", count: 64))
    // At every moment of it, too.
    for count in 0...(try Self.records().count) {
      let part = try Written(
        BallotStyle(names: 5, seats: 3), isRehearsal: isRehearsal, Array(Self.records().prefix(count)))
      #expect(try String(decoding: self.replay(part.bytes).list, as: UTF8.self) == part.book.markList)
    }
  }

  @Test("A log of more ballots than the list can hold is seen at the first that is too many")
  func most() throws {
    let written = try Written(BallotStyle(names: 5, seats: 3), isRehearsal: false, Self.records())
    let lines = try EntryLogLines(written.bytes, name: "a.log")
    #expect(throws: Never.self) { try EntryLogReplay(lines, most: 5) }
    for (most, line) in [(4, 13), (3, 5), (0, 3)] {
      do throws(ReadingFault) {
        _ = try EntryLogReplay(lines, most: most)
        Issue.record("\(most) are enough")
      } catch {
        #expect(error.line == line, "\(most)")
      }
    }
  }

  @Test("A check may find more papers in the bundle than one should have")
  func morePapers() throws {
    let (at, row) = (try #require(EntryTime("2020-06-18T05:00Z")), MarkRow(marks: ["1"]))
    let written = try Written(
      BallotStyle(names: 5, seats: 3), isRehearsal: false,
      [
        .ballot(Self.place(3, 1), times: 4, row), .check(bundle: 3, entered: 4, papers: 5, at: at),
        .ballot(Self.place(3, 5), times: 1, row), .check(bundle: 3, entered: 5, papers: 5, at: at),
        .ballot(Self.place(4, 1), times: 1, row),
      ])
    #expect(try String(decoding: replay(written.bytes).list, as: UTF8.self) == written.book.markList)
  }

  @Test("What is no log, or not whole, is told with its line", arguments: [("", 1), ("x", 1), ("{}\n", 3)])
  func lineOfFault(end: String, line: Int) throws {
    let bytes = try Written(BallotStyle(names: 5, seats: 3), isRehearsal: false, []).bytes
    do throws(ReadingFault) {
      _ = try EntryLogLines(line == 1 ? Array(end.utf8) : bytes + Array(end.utf8), name: "a.log")
      Issue.record("it was read")
    } catch {
      #expect(error.line == line)
    }
  }

  @Test("A list has no more than a million ballots", arguments: [0, 1])
  func million(excess: Int) throws {
    let at = try #require(EntryTime("2020-06-18T05:00Z"))
    var written = try Written(BallotStyle(names: 5, seats: 3), isRehearsal: false, [], bundleSize: 10_000)
    for bundle in 3..<103 {
      for record in [
        EntryRecord.ballot(Self.place(bundle, 1), times: 10_000, MarkRow(marks: ["1"])),
        .check(bundle: bundle, entered: 10_000, papers: 10_000, at: at),
      ] {
        written.lines.append(written.log.append(record))
      }
    }
    if excess > 0 {
      written.lines.append(written.log.append(.ballot(Self.place(103, 1), times: 1, MarkRow(marks: ["1"]))))
    }
    let lines = try EntryLogLines(written.bytes, name: "a.log")
    #expect(((try? EntryLogReplay(lines, most: 2_000_000)) != nil) == (excess == 0))
  }

  @Test("A log that was not opened says so")
  func notOpened() throws {
    let lines = try EntryLogLines(EntryLog().head.line, name: "a.log")
    do throws(ReadingFault) {
      _ = try EntryLogReplay(lines, most: 10)
      Issue.record("it was read")
    } catch {
      #expect(error.problem.en == "the log was not opened" && error.line == 2)
    }
  }

  @Test("A list of the shortest rows there are has as many as its log")
  func shortestRows() throws {
    let folder = try Folder(copyOf: "Samples/ba-phieu")
    let election = String(decoding: try folder.bytes("election.json"), as: UTF8.self)
      .replacing(#/"(convened|present|issued|returned)": 3/#) { "\"\($0.1)\": 81" }
    try folder.write(election, to: "election.json")
    let names = try ElectionFile.read(Array(election.utf8), name: "election.json").get().election.contests[0]
      .candidates.map { JSONValue.string($0.name) }
    let at = try #require(EntryTime("2020-06-18T05:00Z"))
    let opening = EntryOpening(
      contest: "bi-thu", style: BallotStyle(names: names.count, seats: 1),
      list: SHA256.digest(of: JSONValue.array(names).canonicalBytes()).hex,
      election: String(repeating: "b", count: 64), bundleSize: 9, firstBundle: 1, station: "",
      isRehearsal: false, program: "0.1.0", at: at)
    var (log, book) = (EntryLog(), EntryBook(opening))
    var lines = log.append(.open(opening))
    for bundle in 1...9 {
      for record in [
        EntryRecord.ballot(Self.place(bundle, 1), times: 9, MarkRow(marks: ["1"])),
        .check(bundle: bundle, entered: 9, papers: 9, at: at),
      ] {
        try book.apply(record)
        lines += log.append(record)
      }
    }
    try folder.write(log.head.line + lines, to: "phieu.csv.log")
    try folder.write(book.markList, to: "phieu.csv")
    let result = try folder.count()
    #expect(try folder.verify(result).failures.isEmpty)
  }

  @Test("Agree/disagree ballots")
  func agreeDisagree() throws {
    let written = try Written(
      BallotStyle(names: 2, seats: 2), isRehearsal: false,
      [
        .ballot(Self.place(3, 1), times: 2, MarkRow(marks: ["1", "2"])),
        .correction(Self.place(3, 1), MarkRow(marks: ["=", "1 2"])),
      ])
    #expect(try String(decoding: replay(written.bytes).list, as: UTF8.self) == written.book.markList)
  }

  @Test("Any byte that is changed, put in, or cut off with all behind it, is seen")
  func tampering() throws {
    let bytes = try Written(
      BallotStyle(names: 5, seats: 3), isRehearsal: false, Array(Self.records().prefix(2))
    ).bytes
    for at in bytes.indices {
      var changed = bytes
      changed[at] ^= 1
      #expect(throws: ReadingFault.self, "byte \(at)") { try replay(changed) }
      changed = bytes
      changed.insert(UInt8(ascii: " "), at: at)
      #expect(throws: ReadingFault.self, "before byte \(at)") { try replay(changed) }
      #expect(throws: ReadingFault.self, "\(at) bytes") { try replay(Array(bytes[..<at])) }
    }
    #expect(throws: ReadingFault.self) { try replay(bytes + Array("{}\n".utf8)) }
  }

  @Test("Lines removed, doubled and swapped are seen, though the head be made to fit")
  func lines() throws {
    let written = try Written(BallotStyle(names: 5, seats: 3), isRehearsal: false, Self.records())
    func expectSeen(_ lines: [[UInt8]], _ what: String) {
      var head = written.log.head
      head.records = lines.count
      head.bytes = LogHead.size + lines.reduce(0) { $0 + $1.count }
      if let last = lines.last { head.last = SHA256.digest(of: last) }
      #expect(throws: ReadingFault.self, "\(what)") { try replay(head.line + lines.flatMap { $0 }) }
    }
    for i in written.lines.indices {
      var lines = written.lines
      lines.remove(at: i)
      // The last line with a head that fits is a shorter log, which the list beside it contradicts.
      if i < lines.count { expectSeen(lines, "without \(i)") }
      lines = written.lines
      lines.insert(lines[i], at: i)
      expectSeen(lines, "\(i) twice")
      for j in lines.indices where j > i && j < written.lines.count {
        lines = written.lines
        lines.swapAt(i, j)
        expectSeen(lines, "\(i) and \(j)")
      }
    }
  }

  @Test("Records that cannot follow are seen, though every digest be right")
  func contradictions() throws {
    let at = try #require(EntryTime("2020-06-18T05:00Z"))
    let row = MarkRow(marks: ["2 5"])
    let impossible: [[EntryRecord]] = [
      [.ballot(Self.place(3, 2), times: 1, row)], [.ballot(Self.place(1, 1), times: 1, row)],
      [.ballot(Self.place(3, 1), times: 5, row)], [.ballot(Self.place(3, 1), times: 0, row)],
      [.close(ballots: 1, at: at)],
      [.close(ballots: 0, at: at), .ballot(Self.place(3, 1), times: 1, row)], [.withdrawal(Self.place(3, 1))],
      [.correction(Self.place(3, 1), row)], [.check(bundle: 3, entered: 0, papers: 0, at: at)],
      [.ballot(Self.place(3, 1), times: 1, row), .check(bundle: 3, entered: 2, papers: 2, at: at)],
      [
        .ballot(Self.place(3, 1), times: 1, row), .check(bundle: 3, entered: 1, papers: 1, at: at),
        .withdrawal(Self.place(3, 1)),
      ],
      [
        .ballot(Self.place(3, 1), times: 1, row), .check(bundle: 3, entered: 1, papers: 2, at: at),
        .ballot(Self.place(3, 2), times: 2, row),
      ],
      [.ballot(Self.place(3, 1), times: 1, row), .correction(Self.place(3, 2), row)],
      [
        .ballot(Self.place(3, 1), times: 4, row), .withdrawal(Self.place(3, 3)),
        .correction(Self.place(3, 3), row),
      ],
      [.ballot(Self.place(3, 1), times: 1, MarkRow(marks: ["1", "2"]))],
      [.ballot(Self.place(3, 1), times: 1, MarkRow(marks: ["2 5"], invalid: "tooMany"))],
      [.ballot(Self.place(3, 1), times: 1, MarkRow(marks: ["2 5"], invalid: "signed marked"))],
    ]
    for records in impossible {
      var written = try Written(BallotStyle(names: 5, seats: 3), isRehearsal: false, [])
      for record in records { written.lines.append(written.log.append(record)) }
      #expect(throws: ReadingFault.self, "\(records)") { try replay(written.bytes) }
    }
  }

  /// A log of which one text of one line is replaced, every digest being made right after it.
  private static func rewritten(_ written: Written, _ line: Int, _ old: String, _ new: String) throws
    -> [UInt8]
  {
    var head = LogHead()
    var lines: [UInt8] = []
    for (index, bytes) in written.lines.enumerated() {
      var text = String(decoding: bytes, as: UTF8.self)
      if index == line {
        try #require(text.contains(old))
        text = text.replacing(old, with: new, maxReplacements: 1)
      }
      // The digest of the line above, the only one that is called so.
      let start = try #require(text.range(of: #""before":""#)).upperBound
      text.replaceSubrange(start..<text.index(start, offsetBy: 64), with: head.last.hex)
      head.last = SHA256.digest(of: Array(text.utf8))
      lines += text.utf8
    }
    head.records = written.lines.count
    head.bytes = LogHead.size + lines.count
    return head.line + lines
  }

  @Test(
    "A member that no log has is seen, though every digest be right; what a log may have is taken",
    arguments: [
      (
        0, "2020-06-18T05:00Z", ["2020-01-01T00:00Z", "2020-12-31T23:59Z"],
        [
          "2020-00-18T05:00Z", "2020-13-18T05:00Z", "2020-06-00T05:00Z", "2020-06-32T05:00Z",
          "2020-06-18T24:00Z",
          "2020-06-18T05:60Z", "2020-06-18 05:00Z", "2020-06-18T05:00:00Z", "",
        ]
      ),
      (
        0, #""bundleSize":4"#, [#""bundleSize":5"#, #""bundleSize":10000"#],
        [
          #""bundleSize":3"#, #""bundleSize":0"#, #""bundleSize":-1"#, #""bundleSize":10001"#,
          #""bundleSize":"4""#,
        ]
      ),
      (
        0, #""names":5"#, [#""names":1024"#], [#""names":1025"#, #""names":4"#, #""names":3"#, #""names":0"#]
      ),
      (0, #""seats":3"#, [#""seats":4"#, #""seats":1"#], [#""seats":5"#, #""seats":6"#, #""seats":0"#]),
      (0, #""firstBundle":3"#, [], [#""firstBundle":2"#, #""firstBundle":1000001"#]),
      (0, #""rehearsal":false"#, [#""rehearsal":true"#], [#""rehearsal":0"#, #""rehearsal":"false""#]),
      (0, #""form":"strikeOut""#, [], [#""form":"agreeDisagree""#, #""form":"""#]),
      (
        0, String(repeating: "b", count: 64), [String(repeating: "0", count: 64)],
        [
          String(repeating: "b", count: 63), String(repeating: "b", count: 65),
          String(repeating: "g", count: 64),
          String(repeating: "B", count: 64),
        ]
      ),
      (
        0, #","station":"Tổ 1""#, [#","station":"""#],
        ["", #","station":1"#, #","station":"Tổ 1","stations":1"#]
      ),
      (1, #""serial":1"#, [], [#""serial":1,"station":"Tổ 1""#]),
      (1, #""times":3"#, [], [#""station":"","times":3"#]),
      (2, #""serial":2"#, [], [#""serial":2,"times":1"#]),
      (4, #""entered":4"#, [], [#""entered":3"#]),
      (5, #""serial":3"#, [], [#""serial":3,"times":1"#]),
      (7, #""record":"close""#, [], [#""record":"close","x":1"#]),
      (4, #""record":"check""#, [], [#""record":"check","x":1"#]),
      (7, "2020-06-18T05:00Z", ["2020-06-18T05:01Z"], ["2020-06-18T05:60Z"]),
      (4, "2020-06-18T05:00Z", [], ["2020-06-18T05:60Z"]),
      (8, "2020-06-18T05:00Z", [], ["2020-06-18T05:60Z"]),
      (1, #""times":3"#, [], [#""times":0"#, #""times":5"#, #""times":4"#, #""times":2"#]),
      (
        1, #"["2 5"]"#, [#"["1 2 3 4 5"]"#, #"["="]"#, #"["5"]"#],
        [
          #"["2 6"]"#, #"["0 5"]"#, #"["5 2"]"#, #"["2 2"]"#, #"["02 5"]"#, #"["2  5"]"#, #"["2 5 "]"#,
          #"["+2 5"]"#,
          #"["2","5"]"#, "[]", "[2]", #""2 5""#, #"[""]"#,
        ]
      ),
      (
        2, #""invalid":"signed other:\"ghi “không”\"""#,
        [#""invalid":"signed""#, #""invalid":"marked signed""#],
        [
          #""invalid":"""#, #""invalid":"signed  marked""#, #""invalid":"signed marked""#,
          #""invalid":"tooMany""#,
          #""invalid":"signed signed""#, #""invalid":"other""#, #""invalid":1"#,
        ]
      ),
      (4, #""papers":3"#, [#""papers":2"#], [#""papers":4"#, #""papers":10001"#, #""papers":-3"#]),
      (4, #""entered":4"#, [], [#""entered":3"#, #""entered":5"#]),
      (7, #""ballots":3"#, [], [#""ballots":4"#]),
      (
        8, #""dropped":3"#, [#""dropped":0"#],
        [#""dropped":-1"#, #""dropped":"3""#, #""dropped":3,"extra":true"#]
      ),
    ] as [(Int, String, [String], [String])])
  func members(line: Int, text: String, good: [String], bad: [String]) throws {
    let written = try Written(BallotStyle(names: 5, seats: 3), isRehearsal: false, Self.records())
    for new in [text] + good {
      #expect(throws: Never.self, "\(new)") { try replay(Self.rewritten(written, line, text, new)) }
    }
    for new in bad {
      #expect(throws: ReadingFault.self, "\(new)") { try replay(Self.rewritten(written, line, text, new)) }
    }
  }
}
