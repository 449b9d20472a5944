import BallotFiles
import CanonicalJSON
import Documents
import Elections
import Entries
import Faults
import Machine
import Rulebooks
import Tallying
@testable import Verification

/// Any JSON: what is read can be written, and reads the same.
func testJSON(_ bytes: [UInt8]) {
  guard let node = try? JSONParser.parse(bytes, file: "a.json") else { return }
  guard let value = JSONValue(node) else { return }
  let canonical = value.canonicalBytes()
  let again = (try? JSONParser.parse(canonical, file: "a.json")).flatMap { JSONValue($0) }
  expect(again == value, "written and read again it is another")
  expect(again?.canonicalBytes() == canonical, "its canonical form is not one")
}

/// Election files: what one side takes, the other takes, and understands the same.
func testElection(_ bytes: [UInt8]) {
  let counting = ElectionDocument.read(bytes, file: "election.json")
  let verifying = ElectionFile.read(bytes, name: "election.json")
  switch (counting, verifying) {
  case (.success(let document), .success(let file)):
    expect(document.election == file.election, "the two readers understand it in two ways")
    expect(document.rulebook.id == file.rulebook.id, "the two readers take two regulations")
    // What the program writes itself, it reads.
    let written = document.election.json.canonicalBytes()
    guard case .success(let again) = ElectionDocument.read(written, file: "election.json") else {
      return expect(false, "what was written of it is refused")
    }
    expect(again.election == document.election, "what was written of it is another election")
  case (.failure, .failure): return
  case (.success, .failure(let unfit)):
    expect(false, "the verifier refuses it: \(unfit.faults.listed.map { "\($0.code) \($0.problem.en)" })")
  case (.failure(let error), .success):
    expect(false, "the verifier takes it: \(error.faults.listed.map { "\($0.code) \($0.problem.en)" })")
  }
}

func testPlan(_ bytes: [UInt8]) {
  _ = PlanDocument.read(bytes, file: "plan.json")
}

/// Result files, closed by the `self` that goes with them if they are canonical but for that.
func testResult(_ bytes: [UInt8]) {
  test(result: bytes)
  guard let node = try? JSONParser.parse(bytes, file: "result.json"),
    case .object(var members)? = JSONValue(node)
  else { return }
  members["self"] = nil
  members["self"] = .string(SHA256.digest(of: JSONValue.object(members).canonicalBytes()).hex)
  test(result: JSONValue.object(members).canonicalBytes())
}

private func test(result bytes: [UInt8]) {
  if case .success(let result) = ResultDocument.read(bytes, file: "result.json") {
    expect(result.canonicalBytes() == bytes, "a result is taken that the program would write otherwise")
  }
  let verifier = Verifier(result: "/nowhere/result.json", knownVersions: ["0.1.0"])
  guard let certificate = try? verifier.certificate(of: bytes) else { return }
  expect(
    certificate.verdict != .agrees && certificate.verdict != .certified, "without any evidence it agrees")
  _ = (certificate.text(.vietnamese), certificate.json.canonicalBytes())
}

private typealias ResultDocument = Documents.ResultDocument

/// Entry logs, chained anew if the first byte says so: both readers come to the same list, or both refuse.
func testLog(_ bytes: [UInt8]) {
  guard let (settings, file) = settings(bytes, 1) else { return }
  let log = settings[0] % 2 == 1 ? chained(file) : file
  let reading = LogReading(log, file: "a.csv.log")
  let list = reading.faults.isEmpty && reading.tail == .none ? replayed(reading.records) : nil
  let other: EntryLogReplay? = {
    do throws(ReadingFault) {
      return try EntryLogReplay(EntryLogLines(log, name: "a.csv.log"), most: 1_000_000)
    } catch {
      return nil
    }
  }()
  expect((list == nil) == (other == nil), "one reader takes the log, and the other does not")
  if let list, let other { expect(Array(list.utf8) == other.list, "the two readers come to two lists") }
}

private func replayed(_ records: [EntryRecord]) -> String? {
  guard case .open(let opening)? = records.first else { return nil }
  var book = EntryBook(opening)
  for record in records.dropFirst() {
    do throws(Contradiction) {
      try book.apply(record)
    } catch {
      return nil
    }
  }
  return book.markList
}

/// The lines of a log with the digests that tie them together, and a head that is true of them.
private func chained(_ file: [UInt8]) -> [UInt8] {
  let lines = file.split(separator: 0x0A, omittingEmptySubsequences: true).dropFirst()
  var head = LogHead()
  var body: [UInt8] = []
  for line in lines {
    guard let node = try? JSONParser.parse(Array(line), file: "a.csv.log"),
      case .object(var members)? = JSONValue(node)
    else { continue }
    members["before"] = .string(head.last.hex)
    let row = JSONValue.object(members).canonicalBytes() + [0x0A]
    head.records += 1
    head.bytes += row.count
    head.last = SHA256.digest(of: row)
    body += row
  }
  return head.line + body
}

func testTable(_ bytes: [UInt8]) {
  do throws(PublishedTableFaults) {
    _ = try PublishedTable(bytes, file: "a.csv")
  } catch {
    expect(!error.faults.isEmpty, "it is refused for no reason")
  }
}
