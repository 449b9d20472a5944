import Machine
import Tallying
import Testing

@testable import SampleBallots

/// Ballots are many and of their kinds, and names have the votes that they should have.
@Suite("Variety of samples")
struct VarietyTests {
  private static func shape(
    _ names: Int, _ seats: Int, _ blocks: Int, skew: Int = 500
  ) -> SampleShape {
    var shape = SampleShape(BallotStyle(names: names, seats: seats), ballots: blocks * 4096, seed: 11)
    shape.popularity = .skewed(perMille: skew)
    return shape
  }

  /// The ballots of a set, each the names that it has marks for.
  private static func ballots(_ shape: SampleShape, _ instructions: Instructions = .selected) -> [[Int]] {
    let generator = SampleGenerator(shape)
    var (block, counts) = (SampleBlock(shape.style, instructions), PlantedCounts(shape.style))
    return (0..<generator.blocks).flatMap { index in
      generator.make(index, in: &block, adding: &counts)
      return (0..<block.count).map { ballot in
        (0..<block.marks.count).filter {
          block.marks[$0, word: ballot / 64] >> UInt64(ballot % 64) & 1 == 1
        }
      }
    }
  }

  private static let sizes: [(names: Int, seats: Int)] = [
    (2, 1), (3, 2), (15, 12), (20, 1), (20, 10), (64, 63), (65, 20), (200, 100),
  ]

  @Test(
    "Ballots without rates all have exactly as many names as there are seats", arguments: sizes,
    [0, 500, 1000])
  func exact(size: (names: Int, seats: Int), skew: Int) {
    let ballots = Self.ballots(Self.shape(size.names, size.seats, 1, skew: skew))
    #expect(ballots.allSatisfy { $0.count == size.seats })
  }

  @Test("Undervotes and overvotes have every number of names")
  func numbers() {
    var shape = Self.shape(15, 10, 10)
    shape.rates.undervotes = 500_000
    shape.rates.overvotes = 400_000
    var found = Array(repeating: 0, count: 16)
    for ballot in Self.ballots(shape) { found[ballot.count] += 1 }
    #expect(found[0] == 0)
    // Five standard deviations of 40,960 draws.
    for number in 1...9 { #expect(abs(found[number] - 40_960 / 18) < 240, "\(number)") }
    for number in 11...15 { #expect(abs(found[number] - 40_960 * 2 / 25) < 280, "\(number)") }
    #expect(abs(found[10] - 4096) < 310)
  }

  @Test("Names have votes by their chances", arguments: sizes, [0, 500, 1000])
  func chances(size: (names: Int, seats: Int), skew: Int) {
    let shape = Self.shape(size.names, size.seats, 16, skew: skew)
    let generator = SampleGenerator(shape)
    var (block, counts) = (SampleBlock(shape.style), PlantedCounts(shape.style))
    for index in 0..<generator.blocks { generator.make(index, in: &block, adding: &counts) }
    let votes = counts.votes
    for (name, chance) in generator.names.chances.enumerated() {
      let expected = Int(chance.parts >> 16) * shape.ballots >> 16
      #expect(abs(votes[name] - expected) < shape.ballots / 100, "\(name): \(votes[name]), not \(expected)")
      #expect(votes[name] > 0)
    }
    if skew == 0 { #expect((votes.max() ?? 0) - (votes.min() ?? 0) < shape.ballots / 60) }
  }

  @Test("Patterns are many in a block already")
  func patterns() {
    // There are 455 for 12 of 15.
    #expect(Set(Self.ballots(Self.shape(15, 12, 1))).count > 150)
    #expect(Set(Self.ballots(Self.shape(20, 10, 1))).count > 1500)
    #expect(Set(Self.ballots(Self.shape(64, 48, 1))).count > 4000)
    #expect(Set(Self.ballots(Self.shape(200, 2, 1))).count > 1000)
  }

  @Test("Ballots do not depend on the kernels", arguments: [(2, 1), (15, 12), (3, 3), (130, 100)])
  func kernels(names: Int, seats: Int) {
    var shape = Self.shape(names, seats, 1)
    shape.rates.undervotes = seats > 1 ? 50_000 : 0
    shape.rates.overvotes = 50_000
    shape.rates.blank = 20_000
    let portable = Self.ballots(shape, [])
    for kernels in [.avx2, .avx512] as [Instructions] where Instructions.supported.isSuperset(of: kernels) {
      #expect(Self.ballots(shape, kernels) == portable)
    }
  }
}
