/// Bytes on their way out, in memory that is used again and again.
///
/// Kernels write words of eight bytes, of which the last ones may be more than they mean, and count what they mean: behind ``count``
/// stands anything.
public struct OutputBuffer: Sendable {
  private(set) var storage: [UInt8] = []
  public private(set) var count = 0

  public init() {}

  /// Empties the buffer, keeping its memory.
  public mutating func removeAll() {
    count = 0
  }

  public mutating func append(_ bytes: some Collection<UInt8>) {
    reserve(bytes.count)
    for byte in bytes {
      storage[count] = byte
      count += 1
    }
  }

  /// Appends what `write` writes from the offset that it is given on.
  ///
  /// - Parameters:
  ///   - most: how many bytes there can be, those included that are written and not meant.
  ///   - write: returns where the next byte goes.
  mutating func append(atMost most: Int, _ write: (inout MutableRawSpan, Int) -> Int) {
    reserve(most)
    let start = count
    var elements = storage.mutableSpan
    // Any eight bits are a byte; every store is checked against the end of the storage.
    var bytes = unsafe elements.mutableBytes
    let end = write(&bytes, start)
    precondition((start...start + most).contains(end))
    count = end
  }

  /// What was appended, for the time of `body`.
  public func withBytes<R, E>(_ body: (RawSpan) throws(E) -> R) throws(E) -> R {
    try body(unsafe storage.span.bytes.extracting(0..<count))
  }

  private mutating func reserve(_ more: Int) {
    let needed = count + more
    if needed > storage.count {
      storage += repeatElement(0, count: max(needed, 2 * storage.count) - storage.count)
    }
  }
}
