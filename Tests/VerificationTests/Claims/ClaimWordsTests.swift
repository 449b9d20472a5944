import CanonicalJSON
import Elections
import Faults
import TestSupport
import Testing

@testable import Verification

/// Differences in the words that a counting board reads.
@Suite("Words of claims")
struct ClaimWordsTests {
  private func words(
    _ path: ClaimPath, in election: Election? = nil, stated: JSONValue?, found: JSONValue? = nil,
    places: [ContestRecount.Place] = []
  ) -> Phrase {
    let difference = ClaimDifference(path: path, stated: stated, found: found)
    return ClaimWords(election).difference(difference, places: places).words
  }

  @Test("A long value is shown up to a limit, and cut behind it")
  func longValues() {
    func letters(_ count: Int) -> String { String(repeating: "x", count: count) }
    let values: [(JSONValue, String)] = [
      (.string(letters(100)), "«\(letters(100))»"), (.string(letters(101)), "«\(letters(100))…»"),
      ([.string(letters(156))], "[\"\(letters(156))\"]"), ([.string(letters(157))], "[\"\(letters(157))\"…"),
    ]
    for (value, shown) in values {
      let words = words(ClaimPath().key("title"), stated: value, found: 0)
      #expect(words.en == "title: the result says \(shown), the verification gives 0")
    }
  }

  /// One contest with two names and one ballot file.
  private static func election() throws -> Election {
    var contest = Contest.sample(names: 2, seats: 1, base: 9, recorded: 9)
    contest.ballots.files = ["a.csv"]
    return Election(
      organization: "Đảng bộ xã Thử", superior: nil, congress: "Đại hội", term: "2020-2025",
      date: try #require(CalendarDate("2020-06-18")), place: nil, regulation: nil, planFile: nil,
      countingBoard: [], contests: [contest], after: [], roster: nil)
  }

  @Test(
    "A member is told by its contest and its person or file, and by its place where there are none",
    arguments: [
      ([], "the result"), (["election", "date"], "election, date"), (["x"], "x"),
      (["contests", 0, "seats"], "[committee] seats"), (["contests"], "contests"),
      (["contests", 0], "contests, item 1"), (["contests", 1, "seats"], "contests, item 2, seats"),
      (["contests", 0, "elected", 1], "[committee] elected, item 2"),
      (["contests", 0, "candidates"], "[committee] candidates"),
      (["contests", 0, "candidates", 1], "[committee] Người 2 (number 2)"),
      (["contests", 0, "candidates", 0, "votes"], "[committee] Người 1 (number 1), votes"),
      (["contests", 0, "candidates", 2, "votes"], "[committee] candidates, item 3, votes"),
      (["contests", 0, "files", 0, "bytes"], "a.csv, size in bytes"),
      (["contests", 0, "files", 1, "bytes"], "[committee] ballot files, item 2, size in bytes"),
    ] as [([JSONEdit.Step], String)])
  func subjects(steps: [JSONEdit.Step], subject: String) throws {
    let path = steps.reduce(ClaimPath()) { path, step in
      switch step {
      case .key(let key): path.key(key)
      case .index(let index): path.index(index)
      }
    }
    let words = words(path, in: try Self.election(), stated: 1, found: 2)
    #expect(words.en == subject + ": the result says 1, the verification gives 2")
  }

  @Test("What is said of nothing, where something should be, or that should not be there, is told so")
  func absences() {
    let path = ClaimPath().key("seats")
    #expect(
      words(path, stated: nil, found: 1).en == "seats: the result says nothing, the verification gives 1")
    #expect(words(path, stated: 1).en == "seats: the result says 1, and there is no such thing")
    #expect(words(path, stated: nil).en == "seats: something is missing or of another type")
    // Grounds of which there is no ballot are left out of a result.
    for key in ["invalidByReason", "invalidBearing"] {
      let marked = words(ClaimPath().key(key).key("marked"), stated: nil, found: 1).en
      #expect(marked.hasSuffix("I7 a private mark: the result says 0, the verification gives 1"))
    }
  }

  @Test(
    "Ballots that a difference is about are named by their lines in texts, by their numbers in packed files")
  func places() {
    let words = words(
      ClaimPath().key("valid"), stated: 1, found: 2,
      places: [.init(file: "a.csv", line: 3, isLine: true), .init(file: "b.kpb", line: 4, isLine: false)])
    #expect(words.en.hasSuffix("gives 2; see a.csv line 3, b.kpb ballot 4"))
    #expect(words.vi.hasSuffix("được 2; xem a.csv dòng 3, b.kpb phiếu 4"))
  }

  @Test(
    "Values are told in words where there are some",
    arguments: [
      (.null, "none"), (true, "yes"), (false, "no"), (7, "7"), ("x", "«x»"), ([], "nothing"),
      ([1, 2], "[1,2]"),
      ("short", "fewer than seats (short)"), ([["code": "tied"], ["code": "short"]], "(tied, short)"),
      ([["code": "tied"], 1], "[{\"code\":\"tied\"},1]"), ([["code": 1]], "[{\"code\":1}]"),
      (["a": 1], "{\"a\":1}"),
    ] as [(JSONValue, String)])
  func values(value: JSONValue, shown: String) {
    let words = words(ClaimPath().key("x"), stated: value, found: "y")
    #expect(words.en == "x: the result says \(shown), the verification gives «y»")
  }
}
