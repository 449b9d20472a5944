import Machine
import SampleBallots
import Tallying
import Testing

/// A shape gives the same bytes on every machine and with any number of jobs.
@Suite("Same bytes")
struct SameBytesTests {
  private static func shape(_ names: Int, _ seats: Int, _ ballots: Int, seed: UInt64 = 1) -> SampleShape {
    var shape = SampleShape(BallotStyle(names: names, seats: seats), ballots: ballots, seed: seed)
    shape.rates.undervotes = seats > 1 ? 50_000 : 0
    shape.rates.overvotes = 10_000
    shape.rates.blank = 10_000
    shape.rates.declared = 10_000
    shape.rates.malformed = 1_000
    shape.hasSerials = true
    return shape
  }

  @Test("With any number of jobs", arguments: [SampleFormat.matrix, .list])
  func jobs(format: SampleFormat) throws {
    for shape in [Self.shape(15, 10, 30_000), Self.shape(3, 3, 30_000)] {
      let one = try shape.written(as: format, jobs: 1)
      for jobs in [2, 3, 8] {
        let other = try shape.written(as: format, jobs: jobs)
        #expect(other.bytes == one.bytes)
        #expect(other.counts == one.counts)
      }
    }
  }

  @Test("A longer set begins with the blocks of a shorter one")
  func blocks() throws {
    let short = try Self.shape(15, 10, 4096 * 2).written(as: .matrix).bytes
    let long = try Self.shape(15, 10, 4096 * 3).written(as: .matrix).bytes
    #expect(long.starts(with: short))
  }

  @Test("Another seed gives other ballots")
  func seeds() throws {
    let first = try Self.shape(15, 10, 1000).written(as: .matrix).bytes
    let second = try Self.shape(15, 10, 1000, seed: 2).written(as: .matrix).bytes
    #expect(first != second)
  }

  @Test(
    "Small sets have not changed",
    arguments: [
      ("matrix", 15, 10, 1000, "f5bbcb1742d1b7bd94347ace8e0a0a7c8f01c10437c1252cb411d5e7941773c3"),
      ("list", 15, 10, 1000, "6f0a125129baffade638ca2316a283828a6789c9e8e175e6ccb41b598dfeeb94"),
      ("matrix", 3, 3, 5000, "542c964574375a2d6da580b370ff7cbb408e9d45aa0dafc1e163c2d5b8badc72"),
      ("list", 3, 3, 5000, "ad9df0fc86f6b6967415bd26bf8f9bf1b4ad193f25a0a71a39fe57ee126eac5a"),
      ("matrix", 1, 1, 5000, "d72473f07094020072dc13a302c0940427bee4108e210d0e2b64f6497c2e4335"),
      ("list", 200, 50, 500, "c07efb94605ab221fccdf12361c29f389ddcc5cb4210f95541654a694e0897f4"),
    ])
  func golden(format: String, names: Int, seats: Int, ballots: Int, digest: String) throws {
    let shape = Self.shape(names, seats, ballots)
    let bytes = try shape.written(as: #require(SampleFormat(rawValue: format))).bytes
    #expect(SHA256.digest(of: bytes).hex == digest)
  }

  @Test("A tied set has not changed")
  func goldenTie() throws {
    var shape = Self.shape(20, 15, 10_000)
    shape.popularity = .tied
    #expect(
      SHA256.digest(of: try shape.written(as: .matrix).bytes).hex
        == "10f7561d7946a0dea58a9dcdfbde27e55120112811a831c3872585aba04c3cdd")
  }

  @Test("Where writing fails, that is told, and nothing is written after", arguments: [1, 3])
  func failure(jobs: Int) throws {
    let shape = Self.shape(15, 10, 100_000)
    let whole = try shape.written(as: .matrix).bytes
    for limit in [0, 10, 200, 1_000_000] {
      let sink = MemorySink(limit: limit)
      #expect(throws: FileFailure(.write, path: "memory", errno: 28)) {
        try shape.write(as: .matrix, to: sink, jobs: jobs)
      }
      #expect(whole.starts(with: sink.bytes))
    }
  }
}
