import BallotFiles
import Machine
import Synchronization

/// A file in memory.
struct MemoryFile: PositionedSource {
  let bytes: [UInt8]

  var size: Int { bytes.count }

  func read(at offset: Int, count: Int, into buffer: inout [UInt8]) {
    buffer += bytes[offset..<offset + count]
  }
}

/// The bytes of a file in memory, from the first to the last.
struct MemoryStream: ByteSource {
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

/// Keeps what is written.
final class MemorySink: ByteSink {
  private let content = Mutex<[UInt8]>([])

  var bytes: [UInt8] { content.withLock { $0 } }

  func write(_ bytes: RawSpan) {
    content.withLock { content in
      bytes.withUnsafeBytes { content.append(contentsOf: $0) }
    }
  }
}
