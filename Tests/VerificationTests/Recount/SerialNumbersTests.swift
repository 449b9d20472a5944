import TestSupport
import Testing

@testable import Verification

@Suite("Serials")
struct SerialNumbersTests {
  @Test("Runs in any order, against a set of all numbers", arguments: 0..<200)
  func againstSet(seed: Int) {
    var random = SeededGenerator(seed: UInt64(seed))
    var serials = SerialNumbers()
    var met: Set<[Int]> = []
    for _ in 0..<60 {
      let bundle = random.happens(1, outOf: 3) ? nil : Int.random(in: 0...1, using: &random)
      let first = Int.random(in: 0...150, using: &random)
      let count = Int.random(in: 1...4, using: &random)
      let numbers = (first..<first + count).map { [bundle ?? -1, $0] }
      let isRepeated = numbers.contains { met.contains($0) }
      do throws(SerialNumbers.Refusal) {
        try serials.add(bundle: bundle, first: first, count: count)
        #expect(!isRepeated)
        met.formUnion(numbers)
      } catch {
        guard case .repeated(let number) = error else {
          Issue.record("these are few numbers")
          return
        }
        #expect(met.contains([bundle ?? -1, number]))
        #expect(numbers.contains([bundle ?? -1, number]))
      }
    }
  }

  @Test("Numbers that only rise, with gaps, need no memory; disorder of that size is refused")
  func manyRuns() throws {
    var serials = SerialNumbers()
    for number in 0..<300_000 { try serials.add(bundle: nil, first: 2 * number, count: 1) }
    #expect(throws: SerialNumbers.Refusal.self) { try serials.add(bundle: nil, first: 1, count: 1) }
    #expect(throws: SerialNumbers.Refusal.self) { try serials.add(bundle: nil, first: 599_998, count: 1) }
  }

  @Test("Numbers of two bundles are never one run, though one goes on where the other ends")
  func bundles() throws {
    var serials = SerialNumbers()
    for (bundle, number) in [
      (1, 10), (0, 5), (1, 6), (0, 6), (1, 5), (2, 7), (1, 7), (0, 9), (1, 8), (0, 10),
    ] {
      try serials.add(bundle: bundle, first: number, count: 1)
      #expect(throws: SerialNumbers.Refusal.self) {
        try serials.add(bundle: bundle, first: number, count: 1)
      }
    }
  }

  @Test("Numbers without a gap are one run, whichever way they go: never too many", arguments: [1, -1])
  func oneRun(step: Int) throws {
    var serials = SerialNumbers()
    for number in 1...140_000 { try serials.add(bundle: nil, first: 200_000 + step * number, count: 1) }
    // Back to before the first, and to one of them.
    try serials.add(bundle: nil, first: 200_000, count: 1)
    #expect(throws: SerialNumbers.Refusal.self) {
      try serials.add(bundle: nil, first: 200_000 + step * 70_000, count: 1)
    }
  }

  @Test("Numbers that close up to those before or behind them are one run with them, and few")
  func oneRunAmongOthers() throws {
    var serials = SerialNumbers()
    for number in [1_000_000, 500_000, 0] { try serials.add(bundle: nil, first: number, count: 1) }
    for number in 1...140_000 { try serials.add(bundle: nil, first: number, count: 1) }
    for number in 1...140_000 { try serials.add(bundle: nil, first: 500_000 - number, count: 1) }
    for number in [70_000, 140_000, 360_000, 500_000] {
      #expect(throws: SerialNumbers.Refusal.self) { try serials.add(bundle: nil, first: number, count: 1) }
    }
  }

  @Test("Runs between which the gap is closed are one, and leave room for others")
  func closedGaps() throws {
    var serials = SerialNumbers()
    try serials.add(bundle: nil, first: 1_000_000, count: 1)
    for number in 0..<100_000 { try serials.add(bundle: nil, first: 2 * number, count: 1) }
    for number in 0..<99_999 { try serials.add(bundle: nil, first: 2 * number + 1, count: 1) }
    for number in 150_000..<250_000 { try serials.add(bundle: nil, first: 2 * number, count: 1) }
    #expect(throws: SerialNumbers.Refusal.self) { try serials.add(bundle: nil, first: 100_001, count: 1) }
  }

  @Test("So many runs in disorder are kept, and not one more")
  func mostRuns() throws {
    var serials = SerialNumbers()
    try serials.add(bundle: nil, first: 1_000_000, count: 1)
    for number in 1..<1 << 17 { try serials.add(bundle: nil, first: 2 * number, count: 1) }
    #expect(throws: SerialNumbers.Refusal.self) { try serials.add(bundle: nil, first: 0, count: 1) }
  }

  @Test("One word beyond a thousand is told as one ballot", arguments: [1000, 1001])
  func figuresOfWords(words: Int) {
    var recount = ContestRecount(Ballots(names: 2, seats: 1))
    for word in 0..<words { recount.otherWords.add(Array("lời \(word)".utf8), 1) }
    let figures = TallyFigures(recount).otherWords
    #expect(figures.count == words && figures.count { $0.words == nil } == words - 1000)
  }

  @Test("Words beyond a thousand are one number, whatever their order", arguments: [0, 1, 2])
  func words(seed: Int) {
    var random = SeededGenerator(seed: UInt64(seed))
    let all = (0..<2600).map { "lời \(10_000 + $0)" }
    var count = WordCount()
    for word in (all + all).shuffled(using: &random) { count.add(Array(word.utf8), 1) }
    let (words, rest) = count.sorted()
    #expect(words.map(\.text) == Array(all.prefix(1000)))
    #expect(words.allSatisfy { $0.ballots == 2 })
    #expect(rest == 3200)
  }
}
