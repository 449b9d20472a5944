import Machine

extension SignatureReport {
  /// Checks the signatures of some bytes.
  ///
  /// - Parameters:
  ///   - files: the signatures' files, by name.
  ///   - bytes: what is to have been signed.
  ///   - signers: who may sign.
  ///   - verify: checks one by its signer's key; `nil` where it cannot.
  public init(
    _ files: [(name: String, bytes: [UInt8])], of bytes: [UInt8], signers: SignerList,
    verify: (_ signature: [UInt8], _ bytes: [UInt8], _ signer: Signer) -> Bool? = Self.withKeygen
  ) {
    entries = files.map { file in
      Entry(file: file.name, finding: Self.finding(file.bytes, bytes, signers, verify))
    }.sorted { $0.file.utf8.lexicographicallyPrecedes($1.file.utf8) }
  }

  private static func finding(
    _ file: [UInt8], _ bytes: [UInt8], _ signers: SignerList,
    _ verify: ([UInt8], [UInt8], Signer) -> Bool?
  ) -> SignatureFinding {
    guard let signature = SSHSignature(file) else { return .malformed }
    guard signature.namespace == SSHSignature.namespace else { return .otherNamespace(signature.namespace) }
    guard let signer = signers.signer(of: signature.key) else { return .unknownKey(signature.key) }
    return switch verify(file, bytes, signer) {
    case nil: .notChecked(signer)
    case true?: .good(signer)
    case false?: .otherBytes(signer)
    }
  }

  /// Checks by `ssh-keygen`; `nil` where it is missing or cannot be run.
  public static func withKeygen(_ signature: [UInt8], _ bytes: [UInt8], _ signer: Signer) -> Bool? {
    try? SSHKeygen.verify(signature, of: bytes, by: signer)
  }

  /// Whether a file beside a result of this name is a signature on it, by its name.
  public static func isSignature(_ file: String, of result: String) -> Bool {
    let (file, result) = (Array(file.utf8), Array(result.utf8))
    return file.count > result.count && file.starts(with: result + [UInt8(ascii: ".")])
      && file.suffix(4).elementsEqual(".sig".utf8)
  }

  /// The name of the file of a signature: that of the result, something of the key, and `.sig`.
  public static func fileName(of result: String, key: PublicKey) -> String {
    "\(result).\(key.shortName).sig"
  }
}
