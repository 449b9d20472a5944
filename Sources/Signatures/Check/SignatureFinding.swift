/// What became of one signature.
public enum SignatureFinding: Sendable, Equatable {
  /// It is by this signer, and of these bytes.
  case good(Signer)
  /// The file is no signature in its canonical form.
  case malformed
  /// It was made for something else than results.
  case otherNamespace(String)
  /// The key is nobody's on the roster.
  case unknownKey(PublicKey)
  /// It is by this signer's key, and not of these bytes: these were altered, or it belongs to another result.
  case otherBytes(Signer)
  /// It could not be checked: `ssh-keygen` is missing, or failed.
  case notChecked(Signer)

  public var signer: Signer? {
    switch self {
    case .good(let signer), .otherBytes(let signer), .notChecked(let signer): signer
    case .malformed, .otherNamespace, .unknownKey: nil
    }
  }
}

/// The signatures that were found with a result. Whether they are those that it needs is for the verifier to say.
public struct SignatureReport: Sendable, Equatable {
  /// A signature's file, by its name.
  public struct Entry: Sendable, Equatable {
    public let file: String
    public let finding: SignatureFinding
  }

  /// By the bytes of the names of their files.
  public let entries: [Entry]
}
