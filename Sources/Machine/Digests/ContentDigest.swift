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

  public mutating func update(_ bytes: [UInt8]) {
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
