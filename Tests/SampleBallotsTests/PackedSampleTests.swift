import BallotFiles
import Machine
import SampleBallots
import Tallying
import Testing

/// A packed sample is to the byte what packing the same sample as text gives.
@Suite("Packed samples")
struct PackedSampleTests {
  private static let cases = PlantedCountsTests.cases.filter { $0.shape.style.names <= 129 }

  @Test("As packed from text", arguments: cases)
  func fromText(sample: PlantedCountsTests.Case) throws {
    var shape = sample.shape
    shape.rates.malformed = 0
    let packed = try shape.written(as: .packed)
    for format in [SampleFormat.matrix, .list] {
      let text = try shape.written(as: format)
      #expect(try Self.pack(text.bytes, shape.style) == packed.bytes)
      #expect(text.counts == packed.counts)
    }
  }

  private static func pack(_ text: [UInt8], _ style: BallotStyle) throws -> [UInt8] {
    var packer = BallotPacker(style, beside: nil)
    var source = MemorySource(text)
    var bytes = [UInt8](repeating: 0, count: BallotPacker.headerSize)
    try packer.read(&source, name: "ballots.csv") { bytes += $0 }
    let header = try packer.finish { bytes += $0 }.get()
    return header + bytes.dropFirst(header.count)
  }

  private static func shape(_ ballots: Int) -> SampleShape {
    var shape = SampleShape(BallotStyle(names: 15, seats: 10), ballots: ballots, seed: 1)
    shape.rates.undervotes = 50_000
    shape.rates.declared = 10_000
    shape.hasSerials = true
    return shape
  }

  @Test("With any number of jobs")
  func jobs() throws {
    let one = try Self.shape(30_000).written(as: .packed)
    for jobs in [2, 3, 8] {
      let other = try Self.shape(30_000).written(as: .packed, jobs: jobs)
      #expect(other.bytes == one.bytes)
      #expect(other.counts == one.counts)
    }
  }

  @Test("A small set has not changed")
  func golden() throws {
    #expect(
      SHA256.digest(of: try Self.shape(5000).written(as: .packed).bytes).hex
        == "ed2169a8f5daa560a82710c477ba4d18ed882a402bf88cd6393df89e96d3493e")
  }

  @Test("Malformed rows have no place in a packed file")
  func malformed() {
    var shape = Self.shape(10)
    #expect(shape.obstacle(as: .packed) == nil)
    shape.rates.malformed = 1
    #expect(shape.obstacle(as: .packed) == .malformedPacked)
    #expect(shape.obstacle(as: .list) == nil)
  }

  @Test("Where writing fails, that is told, and nothing is written after", arguments: [1, 3])
  func failure(jobs: Int) throws {
    let shape = Self.shape(100_000)
    for limit in [0, 191, 200, 100_000] {
      let sink = MemorySink(limit: limit)
      #expect(throws: FileFailure(.write, path: "memory", errno: 28)) {
        try shape.writePacked(to: sink, beside: nil, jobs: jobs)
      }
      #expect(sink.bytes.count <= limit)
    }
  }
}
