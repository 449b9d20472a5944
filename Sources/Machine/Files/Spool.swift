import Synchronization

/// Bytes that are kept until they are read again from the first to the last: in memory while they are few, then in a file without a name,
/// which is gone with the value.
public final class Spool: Sendable {
  private let path: String?
  private let memory: Int
  private let content = Mutex(Content())

  fileprivate struct Content: ~Copyable {
    var file: System.Descriptor?
    /// Of the file, once there is one.
    var number: Int32?
    /// Bytes in the file.
    var written = 0
    /// Bytes behind those.
    var recent: [UInt8] = []

    var count: Int { written + recent.count }
  }

  /// - Parameters:
  ///   - path: of a file beside which there is room for what memory does not hold; `nil` for memory alone.
  ///   - memory: how many bytes are kept in memory.
  public init(beside path: String?, memory: Int = 1 << 20) {
    self.path = path
    self.memory = memory
  }

  /// Bytes so far.
  public var count: Int { content.withLock { $0.count } }

  /// Keeps the bytes behind those before.
  ///
  /// - Throws: what the system says of the file, for the path that it lies beside.
  public func append(_ bytes: [UInt8]) throws(FileFailure) {
    try content.withLock { (content) throws(FileFailure) in
      content.recent += bytes
      guard content.recent.count > memory, let path else { return }
      do throws(System.Failure) {
        try content.moveToFile(beside: path)
      } catch {
        throw error.during(.write, path)
      }
    }
  }

  /// Calls `body` with all bytes, in pieces of `size` of which the last may have fewer. Nothing is appended after.
  public func forEachPiece(
    of size: Int, _ body: ([UInt8]) throws(FileFailure) -> Void
  ) throws(FileFailure) {
    for start in stride(from: 0, to: count, by: size) {
      let piece = try content.withLock { (content) throws(FileFailure) in
        do throws(System.Failure) {
          return try content.piece(start..<min(content.count, start + size))
        } catch {
          throw error.during(.read, path ?? "")
        }
      }
      try body(piece)
    }
  }
}

extension Spool.Content {
  fileprivate mutating func moveToFile(beside path: String) throws(System.Failure) {
    if number == nil {
      let name = temporaryName(beside: path)
      let unfinished = System.Unfinished(name)
      let created = try System.createNameless(name)
      _ = consume unfinished
      number = created.number
      file = consume created
    }
    guard let number else { return }
    let bytes = recent
    try unsafe System.writeAll(number, bytes.span.bytes)
    written += bytes.count
    recent = []
  }

  fileprivate func piece(_ range: Range<Int>) throws(System.Failure) -> [UInt8] {
    var piece: [UInt8] = []
    piece.reserveCapacity(range.count)
    if let number {
      while range.lowerBound + piece.count < min(range.upperBound, written) {
        let at = range.lowerBound + piece.count
        let limit = min(range.upperBound, written) - at
        guard try System.read(number, at: at, into: &piece, upTo: limit) > 0 else {
          throw System.Failure(System.readFailed)
        }
      }
    }
    piece += recent[max(0, range.lowerBound - written)..<max(0, range.upperBound - written)]
    return piece
  }
}
