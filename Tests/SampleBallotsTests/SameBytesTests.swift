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
      ("matrix", 15, 10, 1000, "4e1c9e3d82779773898a06240dcbae107a0ed4fb453ff960b876fbf704ecdb7e"),
      ("list", 15, 10, 1000, "a32750d715165cfa78a893250ad9a35a28d96e787d7f8525670e598e0ec0c671"),
      ("matrix", 3, 3, 5000, "3a8caaef6047237c76aa4c24534734a8867867a89ff7495fd5681e24b1b338ae"),
      ("list", 3, 3, 5000, "e0f1b7b646690181e592fb26e32b348424e7315e4b7639bf233aa455ef943444"),
      ("matrix", 1, 1, 5000, "7591329e6ee0c453acba53367dffa828005e12c6c3d46c59fc75e12017b361ea"),
      ("list", 200, 50, 500, "efa88f2596cd0dfb084949f3767297f5d4961270ec928273a7f603d5c21b4c79"),
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
        == "94aaf4e0b3f4010e1602460ad62baf0558cb9c37477f75b97bec06d8838f5866")
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
