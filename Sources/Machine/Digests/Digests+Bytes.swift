// The same streams for typed bytes. `Span.bytes` counts as unsafe because elements may have padding, which bytes
// have not; saying so once here spares the callers from saying it.

extension SHA256 {
  /// The digest of an array of bytes.
  public static func digest(of bytes: [UInt8]) -> Digest {
    var hash = SHA256()
    hash.update(bytes)
    return hash.finalize()
  }

  /// Takes in the next bytes.
  public mutating func update(_ bytes: Span<UInt8>) {
    unsafe update(bytes.bytes)
  }

  /// Takes in the next bytes.
  public mutating func update(_ bytes: [UInt8]) {
    unsafe update(bytes.span.bytes)
  }

  /// Takes in the next bytes.
  public mutating func update(_ bytes: ArraySlice<UInt8>) {
    unsafe update(bytes.span.bytes)
  }

  mutating func compressPending() {
    unsafe compress(&state, pending.span.bytes, instructions)
    pendingCount = 0
  }
}

extension TreeDigest {
  /// The digest of an array of bytes.
  public static func digest(of bytes: [UInt8]) -> Digest {
    var tree = TreeDigest()
    tree.update(bytes)
    return tree.finalize()
  }

  /// Takes in the next bytes.
  public mutating func update(_ bytes: Span<UInt8>) {
    unsafe update(bytes.bytes)
  }

  /// Takes in the next bytes.
  public mutating func update(_ bytes: [UInt8]) {
    unsafe update(bytes.span.bytes)
  }

  /// Takes in the next bytes.
  public mutating func update(_ bytes: ArraySlice<UInt8>) {
    unsafe update(bytes.span.bytes)
  }

  /// The digest of one leaf; see ``leafDigest(of:)-(RawSpan)``.
  public static func leafDigest(of bytes: Span<UInt8>) -> Digest {
    unsafe leafDigest(of: bytes.bytes)
  }
}
