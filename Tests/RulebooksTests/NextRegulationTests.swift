import Documents
import Elections
import Faults
import Outcomes
import Rulebooks
import Tallying
import TestSupport
import Testing

extension Rulebook {
  /// The regulation that may come next, made up: all that is different is in this one value.
  static let madeUp: Rulebook = {
    var rulebook = Rulebook.regulation190
    rulebook.id = "999-QD/TW"
    rulebook.number = "999-QĐ/TW"
    rulebook.validFrom = day("2035-01-01")
    rulebook.guidances = [Guidance(number: "01-HD/TW", issued: day("2035-02-01"))]
    rulebook.parameters.moreThan = Share(2, of: 3)
    rulebook.parameters.tieBreakNeedsMajority = true
    rulebook.parameters.deductionGrounds[.memberCongress] = [.suspended, .delegateAbsentNoAlternate]
    rulebook.citations = Dictionary(
      uniqueKeysWithValues: Provision.allCases.map {
        ($0, Citation("Đ\(100 + $0.rule.rawValue.utf8.count)", .reading))
      })
    rulebook.citations[.majority] = Citation("Đ77", .text)
    return rulebook
  }()
}

@Suite("The next regulation is one value")
struct NextRegulationTests {
  static let shelf = RulebookShelf([.regulation244, .regulation190, .madeUp])

  static func file(date: String, ground: String) -> [UInt8] {
    Array(
      """
      {"format": "kiemphieu-election", "version": 1, "organization": "Đảng bộ", "congress": "Đại hội",
       "term": "2035-2040", "date": "\(date)", "regulation": "auto",
       "contests": [{"id": "a", "office": "committee", "title": "Bầu cấp ủy",
        "electorate": {"body": "memberCongress", "convened": 12, "present": 9,
         "deductions": [{"ground": "\(ground)", "count": 3}]},
        "seats": 1, "candidates": [{"number": 1, "name": "Lê An"}, {"number": 2, "name": "Vũ Bình"}],
        "ballots": {"issued": 8, "returned": 8, "files": ["a.csv"]}}]}
      """.utf8)
  }

  func read(_ bytes: [UInt8]) -> Result<ElectionDocument, JSONFaultsError> {
    ElectionDocument.read(bytes, file: "election.json", shelf: Self.shelf)
  }

  @Test("An election file of its period is read under it, and its parameters decide")
  func decides() throws {
    let tally = Tally(giving: [6, 2], seats: 1)
    let old = try read(Self.file(date: "2034-12-31", ground: "exemptAbsent")).get()
    let new = try read(Self.file(date: "2035-01-01", ground: "delegateAbsentNoAlternate")).get()
    #expect(old.rulebook.id == "190-QD/TW")
    #expect(new.rulebook.id == "999-QD/TW")

    let before = old.election.contests[0].decide(tally, by: old.rulebook)
    #expect(before.base == 9 && before.needed == 5)
    #expect(before.status == .filled && before.elected == [1])
    #expect(old.rulebook.citation(before.standings[1].because).article == "Đ30")

    // Six of nine are exactly two thirds, not more.
    let after = new.election.contests[0].decide(tally, by: new.rulebook)
    #expect(after.base == 9 && after.needed == 7)
    #expect(after.status == .short && after.elected == [])
    #expect(new.rulebook.citation(after.standings[0].because) == Citation("Đ77", .text))
    #expect(after.findings.map(\.article) == ["Đ107"])
    #expect(after.findings.map(\.attestation) == [.reading])
  }

  @Test(
    "Its grounds of deduction are the ones that a file may use",
    arguments: [
      ("2034-12-31", "exemptAbsent", true), ("2034-12-31", "delegateAbsentNoAlternate", false),
      ("2035-01-01", "exemptAbsent", false), ("2035-01-01", "delegateAbsentNoAlternate", true),
      ("2034-12-31", "suspended", true), ("2035-01-01", "suspended", true),
    ])
  func grounds(date: String, ground: String, allowed: Bool) throws {
    switch read(Self.file(date: date, ground: ground)) {
    case .success: #expect(allowed)
    case .failure(let error):
      #expect(!allowed)
      #expect(error.faults.listed.map(\.code) == [.groundOfOtherBody])
    }
  }

  @Test("A re-vote among the tied can need the majority")
  func tieBreak() {
    let contest = Contest.sample(
      names: 2, seats: 1, base: 9, recorded: 9, round: .later(number: 2, kind: .tieBreak, follows: "a"))
    let tally = Tally(giving: [5, 4], seats: 1)
    #expect(contest.decide(tally, by: .regulation190).elected == [1])
    #expect(contest.decide(tally, by: .madeUp).elected == [])
    #expect(contest.decide(tally, by: .madeUp).needed == 7)
    #expect(contest.decide(tally, by: .regulation190).needed == 1)
  }

  @Test("A file can force it by its id")
  func forced() throws {
    let text = String(decoding: Self.file(date: "2020-01-01", ground: "suspended"), as: UTF8.self)
    let forced = text.replacing("\"auto\"", with: "\"999-QD/TW\"")
    #expect(try read(Array(forced.utf8)).get().rulebook.id == "999-QD/TW")
    #expect(try read(Array(forced.utf8)).get().election.regulation == "999-QD/TW")
  }
}
