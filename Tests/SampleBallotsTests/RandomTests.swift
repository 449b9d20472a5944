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

  @Test(
    "A chance is as likely as it says, and only among those asked", arguments: [0, 1, 3, 250, 500, 999, 1000])
  func chance(perMille: Int) {
    var random = SplitMix64(seed: 5, block: UInt64(perMille))
    let among: UInt64 = 0x0FFF_FFFF_FFFF_FFF0
    var happened = 0
    for _ in 0..<10_000 {
      let chosen = random.happens(Chance(perMille, of: 1000), among: among)
      #expect(chosen & ~among == 0)
      happened += chosen.nonzeroBitCount
    }
    let expected = 10_000 * among.nonzeroBitCount * perMille / 1000
    // The standard deviation is at most 374.
    #expect(perMille % 1000 == 0 ? happened == expected : abs(happened - expected) < 1900)
  }

  @Test("The chances of names add up to the seats", arguments: [2, 3, 20, 64, 1024])
  func chances(names: Int) {
    for seats in Set([1, 2, names / 2, names - 1]) where (1..<names).contains(seats) {
      for popularity in [0, 1, 500, 1000].map({ SamplePopularity.skewed(perMille: $0) }) + [.tied] {
        var shape = SampleShape(BallotStyle(names: names, seats: seats), ballots: 0, seed: 1)
        shape.popularity = popularity
        let sum = NameChances(shape).chances.reduce(0) { $0 + $1.parts }
        #expect(abs(Int(sum) - seats << 32) <= names, "\(seats) \(popularity)")
      }
    }
  }

  @Test("The last block of the largest set")
  func largest() {
    var shape = SampleShape(BallotStyle(names: 3, seats: 2), ballots: 1_000_000_000_000, seed: 1)
    shape.hasSerials = true
    let generator = SampleGenerator(shape)
    #expect(generator.blocks == 244_140_625)
    var block = SampleBlock(shape.style)
    #expect(generator.make(generator.blocks - 1, in: &block).rows == 4096)
    #expect(block.serial(63) + 63 == 1_000_000_000_000)
  }
}
