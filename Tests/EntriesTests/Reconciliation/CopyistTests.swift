import BallotFiles
import Entries
import Tallying
import Testing

/// Copyists who make known mistakes: each is found, and for each at most one paper more is looked at than was needed.
@Suite("Copyists")
struct CopyistTests {
  private static let style = BallotStyle(names: 20, seats: 15)

  /// Mistakes in a thousand papers.
  @Test("Two typists", arguments: [2, 5, 10, 20, 40])
  func two(rate: Int) throws {
    for seed in 0..<8 {
      var random = Random(state: UInt64(rate * 1000 + seed))
      // Ballots of one bundle all differ, so that every mistake shows and its paper can be named.
      let stack = Paper.stack(bundles: 8, of: 50, areDistinct: true, &random)
      let typists = (0..<2).map { _ in Copyist(stack, rate: rate, &random) }
      let found = try #require(Reconciliation(typists.map { $0.listed(Self.style) }, Self.style))
      let planted = typists.reduce(0) { $0 + $1.mistakes.count }
      #expect(found.differences.count <= 2 * planted, "seed \(seed)")
      for (index, typist) in typists.enumerated() {
        for mistake in typist.mistakes
        where !typists[1 - index].mistakes.contains(where: { $0.isNear(mistake) }) {
          let isFound = found.differences.contains { difference in
            // A paper at the end of a bundle may be taken for the first of the next.
            abs(((difference.bundle ?? 0) - mistake.bundle) * 50 + difference.place - mistake.place) <= 4
          }
          #expect(isFound, "seed \(seed): \(mistake)")
        }
      }
    }
  }

  @Test("Two typists of a stack with many equal ballots", arguments: [5, 20])
  func equal(rate: Int) throws {
    for seed in 0..<8 {
      var random = Random(state: UInt64(rate * 7000 + seed))
      let stack = Paper.stack(bundles: 8, of: 50, areDistinct: false, &random)
      let typists = (0..<2).map { _ in Copyist(stack, rate: rate, &random) }
      let found = try #require(Reconciliation(typists.map { $0.listed(Self.style) }, Self.style))
      #expect(found.differences.count <= 2 * typists.reduce(0) { $0 + $1.mistakes.count }, "seed \(seed)")
      // Nothing that changes a count escapes: bundles without a difference hold the same ballots.
      for bundle in 1...8 where !found.differences.contains(where: { $0.bundle == bundle }) {
        #expect(typists[0].ballots(of: bundle) == typists[1].ballots(of: bundle), "seed \(seed)")
      }
    }
  }

  @Test("A third typist gives no more to look at, and proposes what is right", arguments: [5, 20])
  func three(rate: Int) throws {
    for seed in 0..<8 {
      var random = Random(state: UInt64(rate * 9000 + seed))
      let stack = Paper.stack(bundles: 4, of: 50, areDistinct: true, &random)
      let exact = Copyist(stack, rate: 0, &random)
      let typists = [exact, Copyist(stack, rate: rate, &random), exact]
      let found = try #require(Reconciliation(typists.map { $0.listed(Self.style) }, Self.style))
      #expect(found.differences.count <= 2 * typists[1].mistakes.count, "seed \(seed)")
      #expect(found.differences.allSatisfy { $0.majority == 0 }, "seed \(seed)")
      let right = found.ballots(found.differences.map { _ in .entry(0) })
      #expect(right.map { $0.row.marks[0] } == stack.map(\.struck), "seed \(seed)")
    }
  }
}

private struct Random {
  var state: UInt64

  mutating func below(_ bound: Int) -> Int {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return Int(state >> 33) % bound
  }
}

private struct Paper {
  var bundle: Int
  var place: Int
  var struck: String

  /// Papers with five names struck out, or the usual five and now and then another.
  static func stack(bundles: Int, of size: Int, areDistinct: Bool, _ random: inout Random) -> [Paper] {
    (1...bundles).flatMap { bundle in
      var used: Set<String> = []
      return (1...size).map { place in
        var struck = "16 17 18 19 20"
        if areDistinct || random.below(3) == 0 {
          repeat { struck = marks(&random) } while areDistinct && used.contains(struck)
        }
        used.insert(struck)
        return Paper(bundle: bundle, place: place, struck: struck)
      }
    }
  }

  static func marks(_ random: inout Random) -> String {
    var numbers: Set<Int> = []
    while numbers.count < 5 { numbers.insert(random.below(20) + 1) }
    return numbers.sorted().map(String.init).joined(separator: " ")
  }
}

private struct Copyist {
  struct Mistake: CustomStringConvertible {
    var kind: Int
    var bundle: Int
    var place: Int

    /// Whether two mistakes can cover each other up.
    func isNear(_ other: Mistake) -> Bool { bundle == other.bundle && abs(place - other.place) <= 3 }

    var description: String { "\(["wrong number", "left out", "twice", "swapped"][kind]) \(bundle)/\(place)" }
  }

  private(set) var mistakes: [Mistake] = []
  private var rows: [(bundle: Int, struck: String)] = []

  init(_ stack: [Paper], rate: Int, _ random: inout Random) {
    var index = 0
    while index < stack.count {
      let paper = stack[index]
      index += 1
      guard random.below(1000) < rate else {
        rows.append((paper.bundle, paper.struck))
        continue
      }
      var kind = random.below(4)
      // Swapping equal ballots, or the last of a bundle with the next, is no mistake of this kind.
      if kind == 3,
        index == stack.count || stack[index].bundle != paper.bundle || stack[index].struck == paper.struck
      {
        kind = 0
      }
      mistakes.append(Mistake(kind: kind, bundle: paper.bundle, place: paper.place))
      switch kind {
      case 0:
        var wrong = paper.struck
        while wrong == paper.struck {
          var numbers = paper.struck.split(separator: " ").map { Int($0) ?? 0 }
          numbers[random.below(5)] = random.below(20) + 1
          wrong = Set(numbers).sorted().map(String.init).joined(separator: " ")
        }
        rows.append((paper.bundle, wrong))
      case 1: break
      case 2: rows += [(paper.bundle, paper.struck), (paper.bundle, paper.struck)]
      default:
        rows += [(paper.bundle, stack[index].struck), (paper.bundle, paper.struck)]
        index += 1
      }
    }
  }

  func ballots(of bundle: Int) -> [String] {
    rows.filter { $0.bundle == bundle }.map(\.struck).sorted()
  }

  func listed(_ style: BallotStyle) -> [ListedBallot] {
    let text = "bundle,struck\n" + rows.map { "\($0.bundle),\($0.struck)\n" }.joined()
    var source = BytesAtHand(Array(text.utf8))
    return (try? BallotListing(&source, name: "a.csv", style: style))?.ballots ?? []
  }
}
