/// The Merkle tree of SHA-256 over pieces of 64 KiB, for files so large that one wants to hash them on several
/// processors, or to check a part without the whole.
///
/// The tree and its separation of leaves and nodes are those of RFC 6962, 2.1:
///
/// ```
/// tree of no bytes  = SHA-256 of nothing
/// leaf              = SHA-256(0x00 | up to 65,536 bytes)
/// node              = SHA-256(0x01 | left | right), where left covers the largest power of two of leaves
///                     that is smaller than all
/// ```
///
/// The bytes of a stream may come in any pieces; memory grows with the logarithm of their number.
public struct TreeDigest: Sendable {
  /// Bytes in a leaf; only the last may have fewer.
  public static let leafSize = 65_536

  /// Complete subtrees from left to right. Their numbers of leaves are the powers of two in `leaves`,
  /// the largest first, as in a binary counter.
  private var subtrees: [Digest] = []
  private var leaves = 0
  private var leaf = emptyLeaf
  private var leafCount = 0

  private static let emptyLeaf: SHA256 = {
    var hash = SHA256()
    hash.update([0x00])
    return hash
  }()

  public init() {}

  /// Takes in the next bytes.
  public mutating func update(_ bytes: RawSpan) {
    var start = 0
    while start < bytes.byteCount {
      if leafCount == 0, bytes.byteCount - start >= Self.leafSize {
        let whole = (bytes.byteCount - start) / Self.leafSize * Self.leafSize
        for digest in Self.leafDigests(of: bytes.extracting(start..<start + whole)) { push(digest) }
        start += whole
        continue
      }
      let end = min(bytes.byteCount, start + Self.leafSize - leafCount)
      leaf.update(bytes.extracting(start..<end))
      leafCount += end - start
      start = end
      if leafCount == Self.leafSize {
        push(leaf.finalize())
        leaf = Self.emptyLeaf
        leafCount = 0
      }
    }
  }

  /// The digest of all bytes so far.
  public func finalize() -> Digest {
    var last = self
    if leafCount > 0 { last.push(leaf.finalize()) }
    guard var root = last.subtrees.popLast() else { return SHA256().finalize() }
    while let left = last.subtrees.popLast() {
      root = Self.node(left, root)
    }
    return root
  }

  /// The digest of one leaf, so that leaves can be hashed side by side and then be put together in order by
  /// ``append(leaf:)``.
  public static func leafDigest(of bytes: RawSpan) -> Digest {
    precondition((1...leafSize).contains(bytes.byteCount), "a leaf has 1 to 65,536 bytes")
    var hash = emptyLeaf
    hash.update(bytes)
    return hash.finalize()
  }

  /// Takes in the digest of the next leaf.
  ///
  /// All leaves but the last of a stream must be full; a stream is given either as bytes or as leaves.
  public mutating func append(leaf digest: Digest) {
    precondition(leafCount == 0, "bytes and leaves of one stream are not mixed within a leaf")
    push(digest)
  }

  private mutating func push(_ digest: Digest) {
    var right = digest
    // Every trailing one bit of the number of leaves is a subtree as large as the one on its right.
    var rest = leaves
    while rest & 1 == 1, let left = subtrees.popLast() {
      right = Self.node(left, right)
      rest >>= 1
    }
    subtrees.append(right)
    leaves += 1
  }

  private static func node(_ left: Digest, _ right: Digest) -> Digest {
    var bytes: [65 of UInt8] = .init(repeating: 0x01)
    var span = bytes.mutableSpan
    left.copy(to: &span, at: 1)
    right.copy(to: &span, at: 33)
    var hash = SHA256()
    hash.update(bytes.span)
    return hash.finalize()
  }
}
