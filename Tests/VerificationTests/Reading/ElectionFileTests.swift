import CanonicalJSON
import Documents
import Elections
import Faults
import Foundation
import Machine
import Rulebooks
import Testing

@testable import Verification

/// The verifier's own reader of election files, held to the one that counts.
@Suite("Election files")
struct ElectionFileTests {
  static let full = """
    {"format": "kiemphieu-election", "version": 1, "organization": "Đảng bộ xã Thử", "superior": "Huyện ủy",
     "congress": "Đại hội", "term": "2020-2025", "date": "2020-06-18", "place": "Xã Thử", "regulation": "auto",
     "plan": "plan.json", "countingBoard": [{"name": "Hoa", "role": "head"}, {"name": "Nam", "role": "member"}],
     "after": [{"result": "truoc/result.json", "sha256": "\(String(repeating: "ab", count: 32))"}],
     "roster": {"file": "signers", "sha256": "\(String(repeating: "0", count: 64))", "quorum": {"head": 1, "member": 2}},
     "contests": [
      {"id": "a", "office": "committee", "title": "Bầu a", "seats": 1, "form": "strikeOut", "round": 1,
       "electorate": {"body": "memberCongress", "convened": 9, "present": 8,
        "deductions": [{"ground": "suspended", "count": 1, "note": "có đơn"}]},
       "candidates": [
        {"number": 1, "name": "An", "person": "p1", "birthDate": "1970-05", "gender": "male", "ethnicity": "Kinh",
         "incumbent": true, "unit": "Phòng A", "leadership": false, "note": "ghi chú"},
        {"number": 2, "name": "Bình", "birthDate": "1971-02-28"}],
       "ballots": {"issued": 8, "returned": 8, "files": ["a.csv", "./b.csv"],
        "papers": {"printed": 10, "spoiled": 1, "unused": 1, "destroyed": 2}}},
      {"id": "b", "office": "committee", "title": "Bầu b", "seats": 1, "round": 2, "kind": "tieBreak", "follows": "a",
       "electorate": {"body": "committee", "convened": 9, "present": 9},
       "candidates": [{"number": 1, "name": "An"}], "ballots": {"issued": 8, "returned": 8, "files": ["c/d.csv"]}}]}
    """

  private static func isCounted(_ bytes: [UInt8]) -> Bool {
    if case .success(let document) = ElectionDocument.read(bytes, file: "e.json") {
      document.faults.isEmpty
    } else {
      false
    }
  }

  private static func isVerified(_ bytes: [UInt8]) -> Bool {
    if case .success = ElectionFile.read(bytes, name: "e.json") { true } else { false }
  }

  private static let replacements: [JSONValue] = [
    nil, true, 0, 1, 2, 3, 7, 1001, 1_000_000_000_001, [], [0], [:], "", "  ", "x", "\u{202E}x", "e\u{301}",
    "a\u{200D}b", "\u{2800}", "a\u{34F}", "ᠠ\u{180B}", "ᠠ\u{202E}", "\u{200D}a", "\u{590}\u{200D}", "C:",
    "2020-02-30", "2013-01-01", "1970-05", "../a.csv", "/a.csv", "a\\b", "C:a", "a.csv", "./a.csv", ".",
    "auto", "244-QD/TW", "head",
    "member", "suspended", "exemptAbsent", "committee", "secretary", "memberCongress", "agreeDisagree",
    "strikeOut", "continuation",
    "a", "b", .string(String(repeating: "0", count: 64)), .string(String(repeating: "A", count: 64)),
    .string(String(repeating: "ả", count: 1000)), .string(String(repeating: "ả", count: 1001)),
  ]

  @Test("A day that is none is told where it stands", arguments: ["18/6/2020", "2020-02-30", "2020-06"])
  func days(text: String) {
    let file = Self.full.replacing("2020-06-18", with: text)
    guard case .failure(let unfit) = ElectionFile.read(Array(file.utf8), name: "e.json") else {
      Issue.record("it was read")
      return
    }
    #expect(unfit.faults.listed.map(\.problem.en) == ["this is no day of the form YYYY-MM-DD"])
    #expect(unfit.faults.listed.map(\.place.line) == [2])
  }

  @Test("A sitting comes after a hundred results at most", arguments: [100, 101])
  func earlierResults(count: Int) {
    let after = (0..<count).map {
      "{\"result\": \"\($0).json\", \"sha256\": \"\(SHA256.digest(of: [UInt8($0)]).hex)\"}"
    }
    let bytes = Array(
      Self.full.replacing(#/"after": \[[^\]]*\]/#) { _ in "\"after\": [\(after.joined(separator: ","))]" }
        .utf8)
    #expect(Self.isCounted(bytes) == (count == 100) && Self.isVerified(bytes) == (count == 100))
  }

  @Test("One person in the base is enough", arguments: [1, 2, 3])
  func smallestBase(people: Int) {
    let bytes = Array(
      Self.full.replacing(
        #""convened": 9, "present": 8"#, with: #""convened": \#(people), "present": \#(people)"#
      ).utf8)
    // One of them is deducted.
    #expect(Self.isCounted(bytes) == (people > 1) && Self.isVerified(bytes) == (people > 1))
  }

  @Test("A regulation is in force on its first day and on its last")
  func firstAndLastDay() throws {
    for rulebook in RulebookShelf.standard.rulebooks {
      for day in [rulebook.validFrom, rulebook.validThrough].compactMap({ $0 }) {
        let file = Self.full.replacing("2020-06-18", with: day.description)
        #expect(try ElectionFile.read(Array(file.utf8), name: "e.json").get().rulebook.id == rulebook.id)
      }
    }
  }

  @Test("Both readers accept and refuse the same files, with any member changed, removed or added")
  func sameFiles() throws {
    let value = try #require(JSONValue(try JSONParser.parse(Array(Self.full.utf8), file: "e.json")))
    #expect(Self.isCounted(value.canonicalBytes()) && Self.isVerified(value.canonicalBytes()))
    var accepted = 0
    var refused = 0
    for place in [[]] + value.places {
      var variants = Self.replacements.compactMap { other in value.replacing(place[...]) { _ in other } }
      if let removed = value.replacing(place[...], { _ in nil }) { variants.append(removed) }
      if let added = value.replacing(place[...], Self.withUnknownKey) { variants.append(added) }
      for variant in variants {
        let bytes = variant.canonicalBytes()
        let isCounted = Self.isCounted(bytes)
        #expect(
          Self.isVerified(bytes) == isCounted,
          "\(words(place)): \(String(describing: variant.value(at: place[...])))")
        if isCounted { accepted += 1 } else { refused += 1 }
      }
    }
    #expect(accepted > 500 && refused > 2000)
  }

  private static func withUnknownKey(_ value: JSONValue) -> JSONValue? {
    guard case .object(var members) = value else { return value }
    members["seat"] = 1
    return .object(members)
  }

  @Test(
    "Two entries of one result, and two people of one key, are refused by both",
    arguments: [
      (
        #""after": ["#,
        #""after": [{"result": "truoc/sua/result.json", "sha256": "\#(String(repeating: "ab", count: 32))"},"#
      ),
      (#""birthDate": "1971-02-28""#, #""birthDate": "1971-02-28", "person": "p1""#),
    ])
  func repeated(text: String, other: String) {
    let bytes = Array(Self.full.replacing(text, with: other).utf8)
    #expect(bytes.count > Self.full.utf8.count)
    #expect(!Self.isCounted(bytes) && !Self.isVerified(bytes))
  }

  @Test("What it says is what was written")
  func contents() throws {
    let read = try ElectionFile.read(Array(Self.full.utf8), name: "e.json").get()
    let election = read.election
    #expect(read.rulebook.id == "244-QD/TW")
    #expect(election.contests.map(\.id) == ["a", "b"])
    #expect(election.contests[0].ballots.files == ["a.csv", "b.csv"])
    #expect(election.contests[1].round == .later(number: 2, kind: .tieBreak, follows: "a"))
    #expect(election.contests[0].candidates[0].birthDate == BirthDate("1970-05"))
    #expect(election.contests[0].electorate.deductions == [Deduction(.suspended, 1, note: "có đơn")])
    #expect(Base.number(of: election.contests[0].electorate) == 8)
    #expect(election.roster?.quorum == [.head: 1, .member: 2])
    #expect(election.after.map(\.file) == ["truoc/result.json"])
    #expect(election.countingBoard.count == 2)
  }

  @Test("Faults have a place, and words in both languages")
  func wording() throws {
    let wrong = Self.full.replacing("\"present\": 8", with: "\"present\": 10")
    guard case .failure(let unfit) = ElectionFile.read(Array(wrong.utf8), name: "e.json") else {
      Issue.record("it was read")
      return
    }
    let fault = try #require(unfit.faults.listed.first)
    #expect(fault.place.path == "contests[0].electorate")
    #expect(fault.problem.vi != fault.problem.en)
  }
}
