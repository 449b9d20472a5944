import BallotFiles
import Machine
import SampleBallots
import Synchronization
import Tallying

/// Keeps what is written, and can be full.
final class MemorySink: RewritableSink {
  private let content = Mutex(Content())
  private let limit: Int

  private struct Content {
    var bytes: [UInt8] = []
    /// Where the next bytes go that are written to no place of their own.
    var next = 0

    /// As in a file, there are zeros where nothing was written.
    mutating func write(_ new: [UInt8], at offset: Int) {
      let missing = max(0, offset + new.count - bytes.count)
      bytes += Array(repeating: 0, count: missing)
      bytes.replaceSubrange(offset..<offset + new.count, with: new)
    }
  }

  /// - Parameter limit: writing beyond so many bytes fails.
  init(limit: Int = .max) {
    self.limit = limit
  }

  var bytes: [UInt8] { content.withLock { $0.bytes } }

  func write(_ bytes: RawSpan) throws(FileFailure) {
    let bytes = (0..<bytes.byteCount).map { unsafe bytes.unsafeLoad(fromByteOffset: $0, as: UInt8.self) }
    let offset = content.withLock { content in
      defer { content.next += bytes.count }
      return content.next
    }
    try write(bytes, at: offset)
  }

  func write(_ bytes: [UInt8], at offset: Int) throws(FileFailure) {
    if offset + bytes.count > limit { throw FileFailure(.write, path: "memory", errno: 28) }
    content.withLock { $0.write(bytes, at: offset) }
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
