/// Something that bytes are written to from its beginning to its end.
public protocol ByteSink: Sendable {
  /// Writes all bytes. Called by one thread at a time.
  func write(_ bytes: RawSpan) throws(FileFailure)
}

/// A sink whose first bytes can be written over when the last ones are known.
public protocol RewritableSink: ByteSink {
  /// Writes bytes over those at the beginning, which were written before.
  func overwriteBeginning(with bytes: [UInt8]) throws(FileFailure)
}

extension ByteSink {
  /// Writes an array of bytes.
  public func write(_ bytes: [UInt8]) throws(FileFailure) {
    unsafe try write(bytes.span.bytes)
  }
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
