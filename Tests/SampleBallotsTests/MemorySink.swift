import BallotFiles
import Machine
import SampleBallots
import Synchronization
import Tallying

/// Keeps what is written, and can be full.
final class MemorySink: RewritableSink {
  private let content = Mutex<[UInt8]>([])
  private let limit: Int

  /// - Parameter limit: writing beyond so many bytes fails.
  init(limit: Int = .max) {
    self.limit = limit
  }

  var bytes: [UInt8] { content.withLock { $0 } }

  func write(_ bytes: RawSpan) throws(FileFailure) {
    let isFull = content.withLock { content in
      if content.count + bytes.byteCount > limit { return true }
      for i in 0..<bytes.byteCount {
        content.append(unsafe bytes.unsafeLoad(fromByteOffset: i, as: UInt8.self))
      }
      return false
    }
    if isFull { throw FileFailure(.write, path: "memory", errno: 28) }
  }
}

extension MemorySink {
  func overwriteBeginning(with bytes: [UInt8]) {
    content.withLock { $0.replaceSubrange(0..<bytes.count, with: bytes) }
  }
}

/// Bytes in memory as a ballot file.
struct MemorySource: ByteSource {
  let bytes: [UInt8]
  private var at = 0

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
  }

  mutating func read(into buffer: inout [UInt8], upTo limit: Int) -> Int {
    let count = min(limit, bytes.count - at)
    buffer += bytes[at..<at + count]
    at += count
    return count
  }
}

extension SampleShape {
  /// The bytes of the ballot file, with the counts.
  func written(as format: SampleFormat, jobs: Int = 1) throws -> (bytes: [UInt8], counts: PlantedCounts) {
    let sink = MemorySink()
    let sample =
      format == .packed
      ? try writePacked(to: sink, beside: nil, jobs: jobs) : try write(as: format, to: sink, jobs: jobs)
    precondition(sample.bytes == sink.bytes.count)
    return (sink.bytes, sample.counts)
  }
}

extension BallotSetReading {
  init(_ bytes: [UInt8], _ style: BallotStyle) throws {
    var reader = BallotSetReader(style, digest: .none)
    var source = MemorySource(bytes)
    try reader.read(&source, name: "ballots.csv")
    self = reader.finish()
  }
}
