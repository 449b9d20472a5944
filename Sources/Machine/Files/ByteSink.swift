/// Something that bytes are written to from its beginning to its end.
public protocol ByteSink: Sendable {
  /// Writes all bytes. Called by one thread at a time.
  func write(_ bytes: RawSpan) throws(FileFailure)
}

extension StandardStream: ByteSink {
  public func write(_ bytes: RawSpan) throws(FileFailure) {
    do throws(System.Failure) {
      try System.writeAll(rawValue, bytes)
    } catch {
      throw error.during(.write, path)
    }
  }
}
