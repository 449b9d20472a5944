import Elections
import Faults
import Machine
import Tallying
import Testing

@testable import BallotFiles

/// Bad input that is too large to lie in a folder.
@Suite("Large bad input")
struct GeneratedBadInputTests {
  /// The codes that are met here.
  static let codes = ["B005", "B008", "B041"]

  static let limit = 65_536

  @Test("A line may have 65,536 bytes", arguments: ["\n", "\r\n", ""])
  func longestLine(end: String) {
    let row = String(repeating: " ", count: Self.limit - 1) + "3"
    let reading = BallotInput(names: 9, seats: 5, "struck\n" + row + end).read()
    #expect(reading.faultLines == [])
    #expect(reading.tally.recorded == 1)
  }

  @Test("A longer line stops the reading of its file, not of the next", arguments: ["\n", "\r\n", ""])
  func lineTooLong(end: String) {
    let row = "x" + String(repeating: " ", count: Self.limit - 1) + "3"
    let reading = BallotInput(names: 9, seats: 5, "struck\n3\n\n" + row + end + "x\n", "struck\nx\n").read()
    let shown = "«x" + String(repeating: " ", count: 199) + "»"
    #expect(reading.faultLines == ["B021 1.csv 3:-", "B005 1.csv 4:- \(shown)", "B024 2.csv 2:1 «x»"])
    #expect(reading.files.map(\.rows) == [3, 1])
    #expect(reading.files.map(\.faultyRows) == [2, 1])
    #expect(reading.files.map { $0.digest == nil } == [true, false])
    for fault in reading.faults.listed { expectWords(of: fault) }
  }

  @Test("A header that is too long")
  func headerTooLong() {
    let reading = BallotInput(names: 9, seats: 5, String(repeating: "gạch,", count: 20_000) + "\n1\n").read()
    #expect(reading.faults.listed.map(\.code) == [.lineTooLong])
    #expect(reading.faults.listed.first?.place.line == 1)
    #expect(reading.faults.listed.first?.text?.hasPrefix("gạch,gạch,") == true)
  }

  @Test("Of thousands of faults a thousand are listed, and all counted")
  func thousandFaults() {
    let rows = (1...3000).map { "\(1_000_000 + $0)" }.joined(separator: "\n")
    let reading = BallotInput(names: 9, seats: 5, "struck\n" + rows + "\n").read()
    #expect(reading.faults.listed.count == 1000)
    #expect(reading.faults.listed.last?.place.line == 1001)
    #expect(reading.faults.leftOut.map(\.count) == [2000])
    #expect(reading.files[0].faultyRows == 3000)
  }

  @Test("Identical faults are listed ten times")
  func identicalFaults() {
    let reading = BallotInput(names: 9, seats: 5, "struck\n" + String(repeating: "134\n1,3\n", count: 500))
      .read()
    #expect(reading.faults.listed.count == 20)
    #expect(reading.faults.listed.map(\.place.line) == Array(2...21))
    #expect(reading.faults.totals == [.numberNotOnList: 500, .spreadsheetChanged: 500])
  }

  @Test("A file entered twice: a thousand repeated serials are listed, and all counted")
  func repeatedFile() {
    let file = "serial,struck\n" + (1...1500).map { "\($0),3\n" }.joined()
    let reading = BallotInput(names: 9, seats: 5, file, file).read()
    #expect(reading.faults.totals == [.serialRepeated: 1500])
    #expect(reading.faults.listed.count == 1000)
    #expect(reading.faults.listed.first?.problem.en == "this serial stands already in 1.csv, line 2")
    #expect(reading.faults.listed.last?.problem.en == "this serial stands already in 1.csv, line 1001")
    #expect(reading.files.map(\.faultyRows) == [0, 1500])
    #expect(reading.files.map(\.ballotRows) == [1500, 0])
  }

  @Test(
    "Serials in disorder, too many to be compared, are refused at the first that falls", arguments: [1, 3])
  func disorder(jobs: Int) {
    // Every second serial, so that no two rows make a run.
    let rising = (1...70_000).map { "\(2 * $0),3\n" }.joined()
    let reading = BallotInput(names: 9, seats: 5, "serial,struck\n" + rising + "5,3\n7,3\n1,3\n")
      .read(.init(pieceSize: 100_000, jobs: jobs))
    #expect(reading.faultLines == ["B041 70002:1 «5»"])
    for fault in reading.faults.listed { expectWords(of: fault) }
  }

  @Test("Serials that rise need no memory, however many runs they make")
  func rising() {
    let rows = (1...70_000).map { "\(2 * $0),3\n" }.joined()
    #expect(BallotInput(names: 9, seats: 5, "serial,struck\n" + rows).read().faults.isEmpty)
  }

  @Test("More than 10^12 ballots")
  func tooManyBallots() {
    for (count, faults) in [(ElectionLimits.count - 1, []), (ElectionLimits.count, ["B008 -:-"])] {
      var reader = BallotSetReader(BallotStyle(names: 9, seats: 5))
      reader.reading.tally.add(Ballot(BallotStyle(names: 9, seats: 5)), times: count)
      var one = MemorySource(Array("struck\n3\n".utf8))
      #expect(throws: Never.self) { try reader.read(&one, name: "a.csv") }
      let reading = reader.finish()
      #expect(reading.tally.recorded == count + 1)
      #expect(reading.faultLines == faults)
      for fault in reading.faults.listed { expectWords(of: fault) }
    }
  }
}
