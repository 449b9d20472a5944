import BallotFiles
import Elections
import Entries
import Faults
import Testing

@Suite("Records of an entry log")
struct RecordTests {
  @Test(
    "Minutes of Coordinated Universal Time",
    arguments: [
      (0, "1970-01-01T00:00Z"), (59, "1970-01-01T00:00Z"), (60, "1970-01-01T00:01Z"),
      (951_782_399, "2000-02-28T23:59Z"), (951_782_400, "2000-02-29T00:00Z"),
      (951_868_800, "2000-03-01T00:00Z"),
      (1_592_452_800, "2020-06-18T04:00Z"), (4_107_542_399, "2100-02-28T23:59Z"),
      (4_107_542_400, "2100-03-01T00:00Z"), (253_402_300_799, "9999-12-31T23:59Z"),
    ])
  func times(seconds: Int, text: String) {
    #expect(EntryTime(secondsSince1970: seconds)?.description == text)
    #expect(EntryTime(text)?.description == text)
  }

  @Test(
    "Times written otherwise are refused",
    arguments: [
      "", "2020-06-18", "2020-06-18T24:00Z", "2020-06-18T00:60Z", "2020-02-30T00:00Z", "2020-06-18T1:00Z",
      "2020-06-18T01:00", "2020-06-18T01:00:00Z", "2020-06-18T+1:00Z", "2020-06-18 01:00Z", "T01:00Z",
    ])
  func otherTimes(text: String) {
    #expect(EntryTime(text) == nil)
  }

  @Test("Beyond the calendar there is no time")
  func noTime() {
    #expect(EntryTime(secondsSince1970: 253_402_300_800) == nil)
    #expect(EntryTime(secondsSince1970: -1) == nil)
  }

  /// Every record that cannot follow, with the reason.
  @Test(
    "Records that cannot follow",
    arguments: [
      ([.open(SampleLog.opening())], Contradiction.openedTwice),
      ([.close(ballots: 0, at: SampleLog.noon), ballot(1, 1)], .afterClose),
      ([.close(ballots: 1, at: SampleLog.noon)], .otherTotal),
      ([ballot(1, 2)], .outOfOrder), ([ballot(2, 1)], .outOfOrder), ([ballot(1, 0)], .outOfOrder),
      ([ballot(1, 1), ballot(1, 1)], .outOfOrder), ([ballot(1, 1), ballot(2, 1)], .outOfOrder),
      ([ballot(1, 1, times: 4)], .overfull),
      ([ballot(1, 1, times: 3), ballot(1, 4)], .overfull),
      ([ballot(1, 1, marks: "1-2")], .badCells), ([ballot(1, 1, marks: "2 1")], .badCells),
      ([ballot(1, 1, marks: "6")], .badCells), ([ballot(1, 1, marks: "")], .badCells),
      ([ballot(1, 1, marks: "1", "2")], .badCells), ([ballot(1, 1, marks: "01")], .badCells),
      ([.withdrawal(SampleLog.place(1, 1))], .notCurrent),
      ([ballot(1, 1), .withdrawal(SampleLog.place(1, 2))], .noSuchBallot),
      (
        [ballot(1, 1), .withdrawal(SampleLog.place(1, 1)), .withdrawal(SampleLog.place(1, 1))], .noSuchBallot
      ),
      ([ballot(1, 1), .withdrawal(SampleLog.place(1, 1)), ballot(1, 1)], .outOfOrder),
      ([.correction(SampleLog.place(1, 1), SampleLog.row("1"))], .noSuchBallot),
      ([ballot(1, 1), .correction(SampleLog.place(1, 1), SampleLog.row("1 1"))], .badCells),
      ([check(1, 0, 0)], .notCurrent), ([ballot(1, 1), check(1, 2, 2)], .otherTotal),
      ([ballot(1, 1), check(2, 1, 1)], .notCurrent),
      ([ballot(1, 1), check(1, 1, 1), check(1, 1, 1)], .notCurrent),
      ([ballot(1, 1), check(1, 1, 1), .withdrawal(SampleLog.place(1, 1))], .notCurrent),
      ([ballot(1, 1), check(1, 1, 2), ballot(1, 2, times: 2)], .overfull),
    ] as [([EntryRecord], Contradiction)])
  func contradictions(records: [EntryRecord], why: Contradiction) throws {
    let log = SampleLog([.open(SampleLog.opening())] + records)
    let reading = LogReading(log.bytes, file: "a.log")
    try #require(reading.faults.isEmpty)
    do {
      _ = try EntryBook(replaying: reading, file: "a.log")
      Issue.record("replayed")
    } catch {
      #expect(error.fault.place.line == log.records.count + 1)
      #expect(error.fault.problem.en.hasSuffix(why.words.en))
    }
  }

  private static func ballot(_ bundle: Int, _ serial: Int, times: Int = 1, marks: String...) -> EntryRecord {
    .ballot(SampleLog.place(bundle, serial), times: times, MarkRow(marks: marks.isEmpty ? ["1 2"] : marks))
  }

  private static func check(_ bundle: Int, _ entered: Int, _ papers: Int) -> EntryRecord {
    .check(bundle: bundle, entered: entered, papers: papers, at: SampleLog.noon)
  }

  @Test("A log without an opening")
  func notOpened() {
    let reading = LogReading(SampleLog([Self.ballot(1, 1)]).bytes, file: "a.log")
    #expect(throws: LogContradiction.self) { try EntryBook(replaying: reading, file: "a.log") }
    let empty = LogReading(SampleLog([]).bytes, file: "a.log")
    #expect(throws: LogContradiction.self) { try EntryBook(replaying: empty, file: "a.log") }
  }

  @Test("A withdrawn place stays empty, and a larger bundle takes more")
  func withdrawal() throws {
    let log = SampleLog([
      .open(SampleLog.opening()), Self.ballot(1, 1), Self.ballot(1, 2), .withdrawal(SampleLog.place(1, 1)),
      Self.ballot(1, 3, times: 2), Self.check(1, 3, 4), Self.ballot(1, 5), Self.check(1, 4, 4),
      Self.ballot(2, 1),
    ])
    let book = try EntryBook(replaying: LogReading(log.bytes, file: "a.log"), file: "a.log")
    #expect(book.bundles.map { $0.ballots.map(\.serial) } == [[2, 3, 4, 5], [1]])
    #expect(book.bundles.map(\.isClosed) == [true, false])
    #expect(book.nextPlace == SampleLog.place(2, 2))
    #expect(book.wanted == 2)
    #expect(book.ballots == 5)
  }

  @Test("A log of version 2, and a file that is no log")
  func others() {
    let other = Array("kiemphieu-entries 2 anything\n".utf8)
    #expect(LogReading(other, file: "a.log").faults.totals[.logVersion] == 1)
    for text in ["", "k", "bundle,serial,struck,invalid\n", "kiemphieu-entries 1 \n"] {
      #expect(LogReading(Array(text.utf8), file: "a.log").faults.totals[.notALog] == 1)
    }
  }

  @Test("What a mark list says of itself in a rehearsal")
  func rehearsal() throws {
    let log = SampleLog([.open(SampleLog.opening(isRehearsal: true)), Self.ballot(1, 1)])
    let book = try EntryBook(replaying: LogReading(log.bytes, file: "a.log"), file: "a.log")
    #expect(book.markList == "bundle,serial,struck,invalid,rehearsal\n1,1,1 2,,\n")
  }
}
