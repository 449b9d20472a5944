import BallotFiles
import Entries
import Faults
import Tallying
import Testing

/// Whatever two or three entries hold, nothing of them is lost in a comparison, and the papers that differ are few.
@Suite("Reconciliation")
struct ReconciliationTests {
  private static let style = BallotStyle(names: 15, seats: 12)

  /// Taking one entry's side everywhere gives back that entry, ballot by ballot: exhaustively for short ones over three different ballots.
  @Test("Every pair of entries of up to four ballots")
  func pairs() {
    let texts = Self.texts(upTo: 4).map { Stack(rows: $0).listed(Self.style) }
    for a in texts.indices {
      for b in texts.indices where abs(texts[a].count - texts[b].count) < 4 { check([texts[a], texts[b]]) }
    }
  }

  @Test("Every three entries of up to three ballots, the third of up to two")
  func triples() {
    let texts = Self.texts(upTo: 3).map { Stack(rows: $0).listed(Self.style) }
    let short = texts.filter { $0.count < 3 }
    for a in texts { for b in texts { for c in short { check([a, b, c]) } } }
  }

  private static func texts(upTo length: Int) -> [[String]] {
    var all: [[String]] = [[]]
    var last = all
    for _ in 0..<length {
      last = last.flatMap { text in ["=", "1", "3 7"].map { text + [$0] } }
      all += last
    }
    return all
  }

  private func check(_ entries: [[ListedBallot]]) {
    guard let found = Reconciliation(entries, Self.style) else {
      Issue.record("not compared: \(entries)")
      return
    }
    for (index, entry) in entries.enumerated() {
      let rulings = found.differences.map { _ in PaperRuling.entry(index) }
      if found.ballots(rulings).map(\.row) != entry.map({ MarkRow($0.ballot, Self.style, otherWords: nil) }) {
        Issue.record("entry \(index) is not what it was: \(entries)")
      }
    }
    let isSame = entries.allSatisfy { $0.map(\.ballot) == entries[0].map(\.ballot) }
    if found.differences.isEmpty != isSame { Issue.record("same or not: \(entries)") }
  }

  struct Case: Sendable, CustomTestStringConvertible {
    var name: String
    var entries: [[String]]
    var differences: [(kind: PaperDifference.Kind, place: Int)]
    var testDescription: String { name }
  }

  @Test(
    "What is found",
    arguments: [
      Case(name: "one number", entries: [["1", "3 7"], ["1", "3 8"]], differences: [(.reading, 2)]),
      Case(
        name: "a quite other ballot", entries: [["1", "3 7 9", "2"], ["1", "4 5 6 8", "2"]],
        differences: [(.reading, 2)]),
      Case(
        name: "one left out, a hundred behind it",
        entries: [(1...15).map(String.init), (1...15).filter { $0 != 2 }.map(String.init)],
        differences: [(.lacking, 2)]),
      Case(
        name: "one twice", entries: [["1", "2", "3"], ["1", "2", "2", "3"]], differences: [(.lacking, 3)]),
      Case(
        name: "two swapped", entries: [["1", "2", "3", "4"], ["1", "3", "2", "4"]],
        differences: [(.swapped, 2)]),
      Case(
        name: "left out here and there",
        entries: [["1", "3", "4", "5", "6", "7 8", "9"], ["1", "2", "3", "4", "5", "6", "9"]],
        differences: [(.lacking, 2), (.lacking, 7)]),
      Case(
        name: "three, one of which left one out", entries: [["1", "2", "3"], ["1", "3"], ["1", "2", "3"]],
        differences: [(.lacking, 2)]),
      Case(
        name: "three, one of which has one too many",
        entries: [["1", "2", "3"], ["1", "2", "2", "3"], ["1", "2", "3"]], differences: [(.lacking, 3)]),
      Case(name: "nothing and something", entries: [[], ["1"]], differences: [(.lacking, 1)]),
    ])
  func found(_ expected: Case) throws {
    let found = try #require(
      Reconciliation(expected.entries.map { Stack(rows: $0).listed(Self.style) }, Self.style))
    #expect(found.differences.map(\.kind) == expected.differences.map(\.kind))
    #expect(found.differences.map(\.place) == expected.differences.map(\.place))
  }

  @Test("Bundles are compared each for itself, in the order of their numbers")
  func bundles() throws {
    let a =
      Stack(rows: ["1", "2"]).listed(Self.style, bundle: 2) + Stack(rows: ["3"]).listed(Self.style, bundle: 1)
    let b =
      Stack(rows: ["3", "4"]).listed(Self.style, bundle: 1) + Stack(rows: ["5"]).listed(Self.style, bundle: 3)
    let found = try #require(Reconciliation([a, b], Self.style))
    #expect(found.differences.map(\.kind) == [.lacking, .bundle, .bundle])
    #expect(found.differences.map(\.bundle) == [1, 2, 3])
    let list = found.ballots([.entry(1), .entry(0), .noPaper]).markList(Self.style, isRehearsal: true)
    #expect(list == "bundle,serial,struck,invalid,rehearsal\n1,1,3,,\n1,2,4,,\n2,1,1,,\n2,2,2,,\n")
  }

  @Test("A paper left out in one bundle, which nobody noticed at its end, is one difference")
  func shiftedBundles() throws {
    let papers = (0..<40).map { "\($0 % 13 + 1) \($0 % 2 + 14)" }
    func bundled(_ papers: [String]) -> [ListedBallot] {
      stride(from: 0, to: papers.count, by: 10).flatMap { first in
        Stack(rows: Array(papers[first..<min(first + 10, papers.count)])).listed(
          Self.style, bundle: first / 10 + 1)
      }
    }
    var short = papers
    short.remove(at: 13)
    let found = try #require(Reconciliation([bundled(papers), bundled(short)], Self.style))
    #expect(found.differences.map(\.kind) == [.lacking])
    #expect(found.differences.map(\.bundle) == [2])
    #expect(found.differences.map(\.place) == [4])
    let list = found.ballots([.entry(0)])
    #expect(list.map(\.bundle) == (0..<40).map { $0 / 10 + 1 })
    let mirrored = try #require(Reconciliation([bundled(short), bundled(papers)], Self.style))
    #expect(mirrored.differences.map(\.kind) == [.lacking])
    #expect(mirrored.ballots([.entry(1)]).map(\.row) == list.map(\.row))
  }

  @Test("Of three entries what two say is proposed, and no more")
  func proposals() throws {
    let stacks = [["1", "2"], ["1", "3"], ["1", "2"]].map { Stack(rows: $0).listed(Self.style) }
    #expect(try #require(Reconciliation(stacks, Self.style)).differences.map(\.majority) == [0])
    let open = [["1", "2"], ["1", "3"], ["1", "4"]].map { Stack(rows: $0).listed(Self.style) }
    #expect(try #require(Reconciliation(open, Self.style)).differences.map(\.majority) == [nil])
    #expect(
      try #require(Reconciliation(Array(stacks.prefix(2)), Self.style)).differences.map(\.majority) == [nil])
  }

  @Test("Entries of quite other papers are refused rather than compared")
  func otherPapers() {
    let a = Stack(rows: (0..<600).map { "\($0 % 7 + 1)" }).listed(Self.style)
    let b = Stack(rows: (0..<600).map { "\($0 % 5 + 8) 15" }).listed(Self.style)
    #expect(Reconciliation([a, b], Self.style) == nil)
  }

  @Test(
    "What a board types of a difference",
    arguments: [
      ("a", PaperRuling.entry(0)), (" B ", .entry(1)), ("-", .noPaper),
      ("3 7-9", .marks(MarkRow(marks: ["3 7 8 9"]))),
      ("=", .marks(MarkRow(marks: ["="]))), ("k", .marks(MarkRow(marks: [""], invalid: "signed"))),
    ])
  func typed(line: String, ruling: PaperRuling) throws {
    let found = try #require(
      Reconciliation([["1"], []].map { Stack(rows: $0).listed(Self.style) }, Self.style))
    #expect(try PaperRuling.read(line, of: found.differences[0], Self.style).get() == ruling)
  }

  @Test("What is no ruling", arguments: ["", "c", "16", "134", "1,3", "3 3", "q", "3 x 2", "a b"])
  func notTyped(line: String) throws {
    let found = try #require(
      Reconciliation([["1"], []].map { Stack(rows: $0).listed(Self.style) }, Self.style))
    #expect(throws: PaperRuling.Wrong.self) {
      try PaperRuling.read(line, of: found.differences[0], Self.style).get()
    }
  }
}

/// Papers by what is struck out on each.
struct Stack {
  var rows: [String]

  func listed(_ style: BallotStyle, bundle: Int? = nil) -> [ListedBallot] {
    guard !rows.isEmpty else { return [] }
    let lines = rows.map { (bundle.map { "\($0)," } ?? "") + $0 + ",\n" }
    var source = BytesAtHand(
      Array(((bundle == nil ? "" : "bundle,") + "struck,invalid\n" + lines.joined()).utf8))
    do {
      let listing = try BallotListing(&source, name: "a.csv", style: style)
      #expect(listing.faults.isEmpty && listing.ballots.count == rows.count)
      return listing.ballots
    } catch {
      Issue.record("\(error)")
      return []
    }
  }
}
