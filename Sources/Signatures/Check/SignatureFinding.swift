public import Elections

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

  /// Whether it shows that something is wrong.
  public var isBad: Bool {
    switch self {
    case .good, .notChecked: false
    case .malformed, .otherNamespace, .unknownKey, .otherBytes: true
    }
  }
}

/// The signatures that were found with a result, and whether they are those that it needs.
public struct SignatureReport: Sendable, Equatable {
  /// A signature's file, by its name.
  public struct Entry: Sendable, Equatable {
    public let file: String
    public let finding: SignatureFinding

    public init(file: String, finding: SignatureFinding) {
      self.file = file
      self.finding = finding
    }
  }

  /// By the bytes of the names of their files.
  public let entries: [Entry]
  /// How many signatures of each role are needed; of the empty quorum one, whoever made it.
  public let quorum: [SigningRole: Int]

  public init(_ entries: [Entry], quorum: [SigningRole: Int]) {
    self.entries = entries.sorted { $0.file.utf8.lexicographicallyPrecedes($1.file.utf8) }
    self.quorum = quorum.filter { $0.value > 0 }
  }

  /// Who signed, once each however often.
  public var signers: [Signer] {
    var seen: Set<String> = []
    return entries.compactMap { entry in
      guard case .good(let signer) = entry.finding, seen.insert(signer.principal).inserted else { return nil }
      return signer
    }
  }

  /// How many people of each role have yet to sign.
  public var missing: [SigningRole: Int] {
    let signers = signers
    var missing: [SigningRole: Int] = [:]
    for (role, needed) in quorum {
      let signed = signers.count { $0.role == role }
      if signed < needed { missing[role] = needed - signed }
    }
    return missing
  }

  /// Whether everybody has signed who must.
  public var isMet: Bool { missing.isEmpty && (!quorum.isEmpty || !signers.isEmpty) }

  public var hasBad: Bool { entries.contains { $0.finding.isBad } }
}
