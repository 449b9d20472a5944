import Machine
import Tallying
import Testing

@testable import SampleBallots

@Suite("Random numbers of samples")
struct RandomTests {
  @Test("SplitMix64 is as published")
  func published() {
    var random = SplitMix64(seed: 0, block: 0)
    #expect([random.next(), random.next()] == [0xE220_A839_7B1D_CDAF, 0x6E78_9E6A_A1B9_65F4])
    var other = SplitMix64(seed: 1_234_567, block: 0)
    let first: [UInt64] = [
      6_457_827_717_110_365_317, 3_203_168_211_198_807_973, 9_817_491_932_198_370_423,
    ]
    #expect(first == [other.next(), other.next(), other.next()])
  }

  @Test("A chance is as likely as it says", arguments: [0, 1, 3, 250, 500, 999, 1000])
  func chance(perMille: Int) {
    var (random, ballots) = (BlockRandom(.selected), BitPlanes(count: 1))
    let chance = Chance(perMille, of: 1000)
    var happened = 0
    for block in 0..<100 {
      random.begin(5, block: block)
      random.drawNumbers()
      random.fill(&ballots, 0, withNumbersBelow: chance)
      happened += BitPlanes.count { ballots[0, $0] }
    }
    let expected = 409_600 * perMille / 1000
    // The standard deviation is at most 320.
    #expect(perMille % 1000 == 0 ? happened == expected : abs(happened - expected) < 1600)
  }

  @Test("Two numbers of one draw are each below their limit, and reach all below it")
  func two() {
    var random = SplitMix64(seed: 2, block: 0)
    let drawn = (0..<1000).map { _ in random.two(below: 7, 3) }
    #expect(Set(drawn.map(\.0)) == Set(0..<7))
    #expect(Set(drawn.map(\.1)) == Set(0..<3))
    #expect(Set(drawn.map { 3 * $0.0 + $0.1 }).count == 21)
  }

  @Test("The chances of names add up to the seats exactly", arguments: [2, 3, 20, 64, 1024])
  func chances(names: Int) {
    for seats in Set([1, 2, names / 2, names - 1]) where (1..<names).contains(seats) {
      for popularity in [0, 1, 500, 1000].map({ SamplePopularity.skewed(perMille: $0) }) + [.tied] {
        var shape = SampleShape(BallotStyle(names: names, seats: seats), ballots: 0, seed: 1)
        shape.popularity = popularity
        let chances = NameChances(shape).chances
        #expect(chances.reduce(0) { $0 + $1.parts } == UInt64(seats) << 32, "\(seats) \(popularity)")
        #expect(chances.allSatisfy { $0.parts <= Chance.always.parts })
      }
    }
  }

  @Test("The last block of the largest set")
  func largest() {
    var shape = SampleShape(BallotStyle(names: 3, seats: 2), ballots: 1_000_000_000_000, seed: 1)
    shape.hasSerials = true
    let generator = SampleGenerator(shape)
    #expect(generator.blocks == 244_140_625)
    var (block, counts) = (SampleBlock(shape.style), PlantedCounts(shape.style))
    generator.make(generator.blocks - 1, in: &block, adding: &counts)
    #expect(counts.rows == 4096)
    #expect(block.serial(63) + 63 == 1_000_000_000_000)
  }
}
