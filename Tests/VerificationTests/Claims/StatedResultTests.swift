import CanonicalJSON
import Elections
import Testing

@testable import Verification

/// What a result must state so that anything can follow from it.
@Suite("Stated results")
struct StatedResultTests {
  private static let contest: [JSONEdit.Step] = ["contests", 0]

  /// So many names that differ in nothing but their numbers.
  private static func people(_ count: Int) -> JSONValue {
    .array(
      (1...count).map { ["number": .integer($0), "name": "An", "votes": 0] })
  }

  private static func deduction(_ count: Int) -> JSONValue {
    [["ground": "suspended", "count": .integer(count)]]
  }

  static let figures: [([JSONEdit.Step], JSONValue, Bool)] = [
    (["candidates"], people(1024), true), (["candidates"], people(1025), false),
    (["candidates", 1, "number"], 3, false), (["seats"], 0, false), (["seats"], 2, true),
    (["seats"], 3, false),
    (["electorate", "present"], 2, true), (["electorate", "present"], 4, false),
    (["electorate", "deductions"], deduction(2), true), (["electorate", "deductions"], deduction(3), false),
    (["ballots", "valid"], 1_000_000_000_000, true), (["ballots", "valid"], 1_000_000_000_001, false),
    (["tally", "undervotes"], 1_024_000_000_000_000, true),
    (["tally", "undervotes"], 1_024_000_000_000_001, false),
    (["ballots", "valid"], -1, false), (["ballots", "valid"], "1", false),
  ]

  @Test(
    "A contest has names with numbers from 1, seats for some of them, people who elect, and no figure beyond its bounds",
    arguments: figures)
  func bounds(path: [JSONEdit.Step], value: JSONValue, isStated: Bool) throws {
    let folder = try Folder(copyOf: "Samples/ba-phieu")
    var edit = try #require(JSONEdit(try folder.count()))
    _ = edit.change(Self.contest + path) { _ in value }
    let document = try #require(ResultDocument(edit.resultBytes, name: "result.json"))
    #expect((document.stated != nil) == isStated)
  }

  @Test(
    "Of a file that nobody can look at, the size is a whole number from 0 and the digest 64 small hexadecimal digits",
    arguments: [
      (false, "0", true), (false, "7", true), (false, "-1", false), (false, "1.5", false),
      (false, "null", false),
      (true, "\"\(String(repeating: "0a", count: 32))\"", true),
      (true, "\"\(String(repeating: "0A", count: 32))\"", false),
      (true, "\"\(String(repeating: "0a", count: 31))\"", false), (true, "null", false),
    ] as [(Bool, String, Bool)])
  func unseen(isDigest: Bool, text: String, isStated: Bool) throws {
    var comparison = ClaimComparison()
    comparison.compare(try JSONParser.parse(Array(text.utf8), file: "x"), isDigest ? .digest : .size)
    #expect(comparison.differences.isEmpty == isStated)
  }
}
