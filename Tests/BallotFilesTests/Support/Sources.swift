import BallotFiles
import Machine
import TestSupport

/// The bytes of a file that exists in memory only.
struct MemorySource: ByteSource {
  private let bytes: [UInt8]
  private var at = 0
  /// Decides how short a read falls of what was asked for; `nil` where none does.
  private var shortener: SeededGenerator?

  init(_ bytes: [UInt8], shortReadsFrom seed: UInt64? = nil) {
    self.bytes = bytes
    shortener = seed.map { SeededGenerator(seed: $0) }
  }

  mutating func read(into buffer: inout [UInt8], upTo limit: Int) -> Int {
    var count = min(limit, bytes.count - at)
    if count > 1, var random = shortener {
      count = Int.random(in: 1...count, using: &random)
      shortener = random
    }
    buffer += bytes[at..<at + count]
    at += count
    return count
  }
}

/// A file of any size that is made while it is read: a beginning, then the same bytes again and again, and an end.
struct EndlessSource: ByteSource {
  private var head: ArraySlice<UInt8>
  private let period: [UInt8]
  private var at = 0
  private var left: Int
  private var tail: ArraySlice<UInt8>
  /// Bytes read so far.
  private(set) var drawn = 0

  init(_ head: String, then period: String, times: Int, tail: String = "") {
    self.head = Array(head.utf8)[...]
    self.period = Array(period.utf8)
    left = times * period.utf8.count
    self.tail = Array(tail.utf8)[...]
  }

  mutating func read(into buffer: inout [UInt8], upTo limit: Int) -> Int {
    let first = head.prefix(limit)
    head = head.dropFirst(first.count)
    buffer += first
    var count = first.count
    while count < limit, left > 0 {
      let part = period[at..<min(period.count, at + min(limit - count, left))]
      buffer += part
      at = (at + part.count) % period.count
      left -= part.count
      count += part.count
    }
    let last = tail.prefix(limit - count)
    tail = tail.dropFirst(last.count)
    buffer += last
    drawn += count + last.count
    return count + last.count
  }
}

/// A source that fails after its bytes.
struct FailingSource: ByteSource {
  private var whole: MemorySource
  private let failure: FileFailure

  init(_ bytes: [UInt8], failure: FileFailure) {
    whole = MemorySource(bytes)
    self.failure = failure
  }

  mutating func read(into buffer: inout [UInt8], upTo limit: Int) throws(FileFailure) -> Int {
    let count = whole.read(into: &buffer, upTo: limit)
    if count == 0 { throw failure }
    return count
  }
}
