/// Bytes that are kept until they are read again from the first to the last: in memory while they are few, then in a file without a name,
/// which is gone with the value.
public final class Spool {
  /// Bytes so far.
  public private(set) var count = 0
  private let path: String?
  private let memory: Int
  private var file: System.Descriptor?
  /// Bytes that are not in the file.
  private var recent: [UInt8] = []

  /// - Parameters:
  ///   - path: of a file beside which there is room for what memory does not hold; `nil` for memory alone.
  ///   - memory: how many bytes are kept in memory.
  public init(beside path: String?, memory: Int = 1 << 20) {
    self.path = path
    self.memory = memory
  }

  /// Keeps the bytes behind those before.
  ///
  /// - Throws: what the system says of the file, for the path that it lies beside.
  public func append(_ bytes: [UInt8]) throws(FileFailure) {
    recent += bytes
    count += bytes.count
    guard recent.count > memory, let path else { return }
    let kept = recent
    do throws(System.Failure) {
      if file == nil { file = try System.createNameless(temporaryName(beside: path)) }
      if let number = file?.number { try unsafe System.writeAll(number, kept.span.bytes) }
    } catch {
      throw error.during(.write, path)
    }
    recent.removeAll()
  }

  /// Calls `body` with all bytes, in pieces of `size` of which the last may have fewer. Nothing is appended after.
  public func forEachPiece(
    of size: Int, _ body: ([UInt8]) throws(FileFailure) -> Void
  ) throws(FileFailure) {
    let written = count - recent.count
    var piece: [UInt8] = []
    for start in stride(from: 0, to: count, by: size) {
      let end = min(count, start + size)
      piece.removeAll(keepingCapacity: true)
      while start + piece.count < min(end, written) {
        try read(at: start + piece.count, upTo: min(end, written) - start - piece.count, into: &piece)
      }
      piece += recent[max(0, start - written)..<max(0, end - written)]
      try body(piece)
    }
  }

  private func read(at offset: Int, upTo limit: Int, into piece: inout [UInt8]) throws(FileFailure) {
    let before = piece.count
    do throws(System.Failure) {
      if let number = file?.number {
        _ = try System.read(number, at: offset, into: &piece, upTo: limit)
      }
      if piece.count == before { throw System.Failure(System.readFailed) }
    } catch {
      throw error.during(.write, path ?? "")
    }
  }
}
