/// Something that bytes are written to from its beginning to its end.
public protocol ByteSink: Sendable {
  /// Writes all bytes. Called by one thread at a time.
  func write(_ bytes: RawSpan) throws(FileFailure)
}

/// A sink that takes bytes at any place of a file, so that what is known last can stand first.
public protocol RewritableSink: ByteSink {
  /// Writes bytes at `offset`, over those that are there or behind all others. Where ``ByteSink/write(_:)`` writes next does not change.
  func write(_ bytes: [UInt8], at offset: Int) throws(FileFailure)
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
