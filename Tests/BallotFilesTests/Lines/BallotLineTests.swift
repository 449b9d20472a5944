import BallotFiles
import Faults
import Machine
import Tallying
import Testing

/// A line that is shown alone, or listed among others, is what counting takes it for.
@Suite("Lines read alone")
struct BallotLineTests {
  private static let style = BallotStyle(names: 9, seats: 5)

  private static func read(_ text: String, line: Int) throws -> BallotLine? {
    var source = BytesAtHand(Array(text.utf8))
    return try BallotLine.read(&source, name: "1.csv", style: style, line: line)
  }

  private static func listing(_ text: String) throws -> BallotListing {
    var source = BytesAtHand(Array(text.utf8))
    return try BallotListing(&source, name: "1.csv", style: style)
  }

  @Test("A carriage return without a line feed at the end of the file", arguments: ["3", "3\n4", "3\r\n4"])
  func carriageReturn(rows: String) throws {
    let text = "struck\n" + rows
    let last = 1 + text.utf8.count { $0 == UInt8(ascii: "\n") }
    for end in ["", "\n", "\r\n", "\r", "\r\r\n"] {
      let reading = BallotInput(names: 9, seats: 5, text + end).read()
      let line = try #require(try Self.read(text + end, line: last))
      #expect((line.ballot == nil) == !reading.faults.isEmpty)
      #expect(Array(line.faults.listed) == Array(reading.faults.listed))
      let listing = try Self.listing(text + end)
      #expect(listing.ballots.count == reading.tally.recorded)
      #expect(Array(listing.faults.listed) == Array(reading.faults.listed))
    }
  }

  @Test("The longest line and one that is longer", arguments: [65_535, 65_536, 65_537, 65_538, 300_000])
  func length(bytes: Int) throws {
    let text = "struck\n1\n" + String(repeating: "0", count: bytes - 1) + "3\r\n4\n"
    let reading = BallotInput(names: 9, seats: 5, text).read()
    let line = try #require(try Self.read(text, line: 3))
    #expect((line.ballot == nil) == (bytes > 65_536))
    #expect(line.faults.totals == reading.faults.totals)
    #expect(line.faults.listed.map(\.place) == reading.faults.listed.map(\.place))
    #expect(try Self.read(text, line: 4)?.ballot != nil)
  }
}
