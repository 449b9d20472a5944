/// Which digest is taken of a file's content.
public enum DigestKind: String, Sendable, CaseIterable {
  /// SHA-256, as `sha256sum` prints it.
  case sha256
  /// The Merkle tree of ``TreeDigest``, which all cores can share for very large files.
  case tree
  /// None: the bytes are only counted.
  case none
}

/// A digest of one of the kinds, taken while bytes go by.
public struct ContentDigest: Sendable {
  private var state: State
  /// Bytes so far.
  public private(set) var byteCount = 0

  private enum State: Sendable {
    case sha256(SHA256)
    case tree(TreeDigest)
    case none
  }

  public init(_ kind: DigestKind) {
    state =
      switch kind {
      case .sha256: .sha256(SHA256())
      case .tree: .tree(TreeDigest())
      case .none: .none
      }
  }

  /// The next bytes, with what can be worked out of them before it is their turn.
  public struct Part: Sendable {
    let byteCount: Int
    /// The digests of the leaves at the front.
    let leaves: [Digest]
    /// The bytes behind them, fewer than a leaf has.
    let rest: [UInt8]

    public init(_ bytes: ArraySlice<UInt8>) {
      byteCount = bytes.count
      let whole = bytes.count / TreeDigest.leafSize * TreeDigest.leafSize
      leaves = unsafe TreeDigest.leafDigests(of: bytes.span.bytes.extracting(first: whole))
      rest = Array(bytes.dropFirst(whole))
    }
  }

  /// Takes in the next bytes of a tree digest, which must begin with a leaf.
  public mutating func update(_ part: Part) {
    guard case .tree(var digest) = state else { preconditionFailure("parts are for the tree digest") }
    byteCount += part.byteCount
    state = .none
    for leaf in part.leaves { digest.append(leaf: leaf) }
    digest.update(part.rest)
    state = .tree(digest)
  }

  public mutating func update(_ bytes: [UInt8]) {
    update(bytes[...])
  }

  public mutating func update(_ bytes: ArraySlice<UInt8>) {
    byteCount += bytes.count
    switch state {
    case .sha256(var digest):
      state = .none
      digest.update(bytes)
      state = .sha256(digest)
    case .tree(var digest):
      state = .none
      digest.update(bytes)
      state = .tree(digest)
    case .none: break
    }
  }

  /// The digest of all bytes so far; `nil` for the kind ``DigestKind/none``.
  public func finalize() -> Digest? {
    switch state {
    case .sha256(let digest): digest.finalize()
    case .tree(let digest): digest.finalize()
    case .none: nil
    }
  }
}

extension Turn<ContentDigest> {
  /// Takes in the next bytes when it is their turn. What of a tree digest does not depend on the bytes before is worked out at once and left
  /// for then; there as well as where no digest is taken, nothing is waited for.
  ///
  /// - Parameter inLeaves: whether the bytes begin with a leaf of the tree digest.
  public func take(_ bytes: ArraySlice<UInt8>, _ kind: DigestKind, inLeaves: Bool) {
    switch kind {
    case .none: break
    case .tree where inLeaves:
      let part = ContentDigest.Part(bytes)
      leave { $0.update(part) }
    case .sha256, .tree: take { $0.update(bytes) }
    }
  }
}
