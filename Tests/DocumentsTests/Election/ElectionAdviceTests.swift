import Documents
import Elections
import Faults
import Testing

@Suite("Advice of faults of election files")
struct ElectionAdviceTests {
  func fault(_ old: String, _ new: String) throws -> Fault {
    let bytes = try Edit(old, new).apply(to: electionFile)
    guard case .failure(let error) = ElectionDocument.read(bytes, file: "e.json") else { throw NoFault() }
    return try #require(error.faults.listed.last)
  }

  struct NoFault: Error {}

  @Test(
    "A mistyped key or word suggests the nearest",
    arguments: [
      ("\"place\"", "\"palce\"", "“place”"), ("\"seats\": 2", "\"seat\": 2", "“seats”"),
      ("\"leadership\"", "\"leaderships\"", "“leadership”"),
      ("\"memberCongress\"", "\"memberCongres\"", "“memberCongress”"),
      ("\"office\": \"committee\"", "\"office\": \"comittee\"", "“committee”"),
      ("\"issued\": 113", "\"isued\": 113", "“issued”"),
    ])
  func suggestions(old: String, new: String, suggestion: String) throws {
    let fault = try fault(old, new)
    #expect(fault.advice.en.contains(suggestion) && fault.advice.vi.contains(suggestion))
  }

  @Test("A fault shows the offending text and what would be right")
  func texts() throws {
    let seats = try fault("\"seats\": 2", "\"seats\": 4")
    #expect(seats.text == "4" && seats.problem.en.contains("fewer names (3) than seats (4)"))
    let number = try fault("\"number\": 3", "\"number\": 7")
    #expect(number.text == "7" && number.problem.en.contains("here 3"))
    let form = try fault("\"strikeOut\"", "\"agreeDisagree\"")
    #expect(form.problem.en.contains("'strikeOut'") && form.problem.vi.contains("R-FORM"))
    let regulation = try fault("\"auto\"", "\"1\"")
    #expect(regulation.advice.en.contains("auto, 244-QD/TW, 190-QD/TW"))
    let early = try fault("2020-06-18", "2014-06-08")
    #expect(early.text == "2014-06-08" && early.problem.vi.contains("09/6/2014"))
    let ground = try fault("\"memberCongress\"", "\"committee\"")
    #expect(ground.advice.en.contains("suspended, prosecuted"))
  }

  static func list(_ count: Int) -> String {
    (1...count).map { "{\"number\": \($0), \"name\": \"Người \($0)\"}" }.joined(separator: ",")
  }

  @Test("Up to 1,024 candidates", arguments: [(1024, true), (1025, false)])
  func candidates(count: Int, allowed: Bool) throws {
    let edit = Edit("{\"number\": 1, \"name\": \"Hà Dung\"}", Self.list(count))
    switch ElectionDocument.read(try edit.apply(to: electionFile), file: "e.json") {
    case .success(let document): #expect(allowed && document.election.contests[1].candidates.count == count)
    case .failure(let error):
      #expect(!allowed && brief(error.faults) == ["E008 contests[1].candidates:45"])
    }
  }

  @Test("No contest")
  func contests() throws {
    let start = try #require(electionFile.firstRange(of: "\"contests\": ["))
    let file = electionFile[..<start.upperBound] + "]}"
    guard case .failure(let error) = ElectionDocument.read(Array(file.utf8), file: "e.json") else {
      throw NoFault()
    }
    #expect(brief(error.faults) == ["E008 contests:15"])
  }

  @Test(
    "Files that are no election files", arguments: ["", "[]", "{}", "1", "{\"format\": 1}", "{", "\u{0}"])
  func otherFiles(file: String) throws {
    guard case .failure(let error) = ElectionDocument.read(Array(file.utf8), file: "e.json") else {
      throw NoFault()
    }
    #expect(!error.faults.isEmpty)
  }
}
