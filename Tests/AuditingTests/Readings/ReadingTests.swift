import Auditing
import BallotFiles
import Elections
import Faults
import Tallying
import Testing

/// The sheet that goes to the stack and comes back.
@Suite("Readings")
struct ReadingTests {
  private static let header = "bundle,serial,struck,invalid\n"
  private static let recorded = header + "1,1,1,\n1,2,2,\n1,3,3 4,\n2,1,,signed\n2,2,1,\n"

  private func stack(_ text: String = recorded) throws -> PaperStack {
    PaperStack([try StackTests.listing(text)])
  }

  @Test("The sheet says nothing of what was recorded")
  func blind() throws {
    let sheets = try [Self.recorded, Self.header + "1,1,4,\n1,2,,marked\n1,3,=,\n2,1,1 2,\n2,2,3,signed\n"]
      .map {
        let stack = try stack($0)
        return AuditSheet.text(
          stack.draw(3, seed: "mù"), .strikeOut, hasBundles: stack.hasBundles, isRehearsal: false)
      }
    #expect(sheets[0] == sheets[1])
  }

  @Test("A row left empty is a fault of its own", arguments: [true, false])
  func empty(isRehearsal: Bool) throws {
    let stack = try stack()
    let sheet = AuditSheet.text(stack.papers, .strikeOut, hasBundles: true, isRehearsal: isRehearsal)
    var source = BytesAtHand(Array(sheet.utf8))
    let listing = try BallotListing(&source, name: "to.csv", style: StackTests.style)
    #expect(listing.faults.totals == [.emptyMarks: 5])
    #expect(listing.isRehearsal == isRehearsal)
  }

  @Test("A row left empty is a fault on the other form as well, and one box is not enough")
  func emptyBoxes() throws {
    let style = BallotStyle(names: 3, seats: 3)
    let stack = PaperStack([try StackTests.listing("serial,agree,disagree\n1,1-3,=\n2,1,2 3\n", style)])
    let sheet = AuditSheet.text(stack.papers, .agreeDisagree, hasBundles: false, isRehearsal: false)
    #expect(sheet == "serial,agree,disagree,invalid\n1,,,\n2,,,\n")
    for rows in ["1,,,", "1,1,,", "1,,2,"] {
      var source = BytesAtHand(Array("serial,agree,disagree,invalid\n\(rows)\n".utf8))
      let listing = try BallotListing(&source, name: "to.csv", style: style)
      #expect(listing.faults.totals.keys.contains(.emptyMarks))
      #expect(listing.ballots.isEmpty)
    }
  }

  @Test(
    "Each paper that was drawn, once, and no other",
    arguments: [
      ("1,1,1,\n1,2,2,\n1,3,3 4,\n2,1,,signed\n2,2,1,\n", [:]),
      ("2,2,1,\n1,1,1,\n1,3,3 4,\n2,1,,signed\n1,2,2,\n", [:]),
      ("1,1,1,\n1,2,2,\n1,3,3 4,\n2,1,,signed\n", [.paperNotRead: 1]),
      ("1,1,1,\n1,2,2,\n1,3,3 4,\n2,1,,signed\n2,2,1,\n2,3,1,\n", [.paperNotDrawn: 1]),
      ("1,1,1,\n1,2,2,\n1,3,3 4,\n2,1,,signed\n3,2,1,\n", [.paperNotDrawn: 1, .paperNotRead: 1]),
      ("1,1,1,\n1,2,2,\n1,3,3 4,\n2,1,,signed\n2,2,1,\n2,2,2,\n", [.paperReadTwice: 1]),
    ] as [(String, [FaultCode: Int])])
  func whole(rows: String, faults: [FaultCode: Int]) throws {
    var log = FaultLog()
    let stack = try stack()
    let readings = AuditSheet.readings(
      try StackTests.listing(Self.header + rows), of: stack.papers, file: "to.csv", &log)
    #expect(log.totals == faults)
    if faults.isEmpty {
      #expect(readings.map(\.paper) == stack.papers)
      #expect(readings.allSatisfy { $0.isSame })
    }
  }

  @Test(
    "What differs, and by how much it bears on the first name having enough votes",
    arguments: [
      // Struck 2: a vote for 1, 3 and 4.
      ("1,2,2,", true, 0), ("1,2,3,", false, 0), ("1,2,1,", false, 2), ("1,2,2,signed", false, 2),
      ("1,2,=,", false, 2), ("1,2,,\"other:\"\"không thấy\"\"\"", false, 2),
      // Struck 1: no vote for it.
      ("1,1,2,", false, -2), ("1,1,1 2,", false, 0),
      // Declared, with its marks unread: reading them is no difference, taking the ground back is one.
      ("2,1,2,signed", true, 0), ("2,1,,signed", true, 0), ("2,1,2,marked", false, 0), ("2,1,2,", false, -2),
      ("2,1,,marked", false, 2),
    ])
  func difference(row: String, isSame: Bool, overstatement: Int) throws {
    let read = try #require(try StackTests.listing(Self.header + row + "\n").first)
    let paper = try #require(
      try stack().papers.first { $0.name.bundle == read.bundle && $0.name.serial == read.serial })
    let reading = PaperReading(paper: paper, read: read)
    #expect(reading.isSame == isSame)
    #expect(reading.overstatement(.reaches(0), StackTests.style) == overstatement)
  }

  @Test("Whoever has looked at all papers knows")
  func allPapers() throws {
    let style = BallotStyle(names: 2, seats: 1)
    let stack = PaperStack([try StackTests.listing("serial,struck\n1,2\n2,2\n3,1\n", style)])
    for (papers, holds) in [("1,2\n2,2\n3,1\n", true), ("1,2\n2,1\n3,1\n", false), ("1,2\n2,1\n3,2\n", true)]
    {
      let read = try StackTests.listing("serial,struck\n" + papers, style)
      let readings = zip(stack.papers, read).map { PaperReading(paper: $0, read: $1) }
      let assertions = try #require(
        try OutcomeTests.assertions(stack.papers.map(\.recorded.ballot), style, needed: 1))
      let assessment = RiskAssessment(assertions, readings, style)
      #expect(assessment.isWhole)
      #expect(assessment.risk == (holds ? .none : .certain))
      #expect(assessment.sampleSize(percent: 5) == 3)
    }
  }
}
