import Auditing
import BallotFiles
import Faults
import Tallying
import Testing

/// What papers are called, and which are drawn.
@Suite("Stack of papers")
struct StackTests {
  static let style = BallotStyle(names: 4, seats: 3)

  /// The ballots of a mark list.
  static func listing(_ text: String, _ style: BallotStyle = style) throws -> [ListedBallot] {
    var source = BytesAtHand(Array(text.utf8))
    let listing = try BallotListing(&source, name: "a.csv", style: style)
    #expect(listing.faults.isEmpty)
    return listing.ballots
  }

  @Test("Papers are called by bundle and serial, each of a batch by its own")
  func names() throws {
    let stack = PaperStack([
      try Self.listing("bundle,serial,struck,count\n1,7,1,1\n1,8,2,3\n"),
      try Self.listing("bundle,serial,struck\n2,1,1\n"),
    ])
    #expect(stack.hasBundles && stack.hasSerials)
    let names = [(1, 7), (1, 8), (1, 9), (1, 10), (2, 1)].map { PaperName(bundle: $0.0, serial: $0.1) }
    #expect(stack.papers.map(\.name) == names)
    #expect(stack.papers.map(\.file) == [0, 0, 0, 0, 1])
  }

  @Test(
    "Papers without names of their own are numbered in the order of the files",
    arguments: [
      ["struck\n1\n2\n", "struck\n3\n"], ["bundle,struck\n1,1\n1,2\n2,3\n"],
      ["serial,struck\n1,1\n", "bundle,serial,struck\n1,1,1\n1,2,2\n"],
    ])
  func numbers(files: [String]) throws {
    let stack = PaperStack(try files.map { try Self.listing($0) })
    #expect(!stack.hasBundles && !stack.hasSerials)
    #expect(stack.papers.map(\.name) == (1...3).map { PaperName(bundle: nil, serial: $0) })
    #expect(stack.drawBundle(seed: "x") == nil)
  }

  @Test("Every paper can be drawn, and what is drawn lies in the order of the stack")
  func draw() throws {
    let rows = (1...3).flatMap { bundle in (1...7).map { "\(bundle),\($0),1" } }
    let stack = PaperStack([
      try Self.listing((["bundle,serial,struck"] + rows).joined(separator: "\n") + "\n")
    ])
    var seen: Set<PaperName> = []
    for seed in 0..<40 {
      let drawn = stack.draw(5, seed: "số \(seed)").map(\.name)
      #expect(drawn == drawn.sorted() && Set(drawn).count == 5)
      seen.formUnion(drawn)
    }
    #expect(seen.count == 21)
    let bundles = (0..<40).compactMap { stack.drawBundle(seed: "số \($0)") }
    #expect(bundles.allSatisfy { $0.count == 7 && Set($0.map(\.name.bundle)).count == 1 })
    #expect(Set(bundles.compactMap { $0.first?.name.bundle }) == [1, 2, 3])
  }
}
