import Elections
public import Faults

/// What was found of the signatures on a result. Whoever looks at signatures fills this; the verifier compares it with the
/// quorum.
public struct SignatureEvidence: Sendable {
  /// One signature beside the result.
  public struct Signature: Sendable {
    /// The principal that the key stands under in the roster, such as `head:Lê Thị Hoa`; `nil` where no key of the roster
    /// made the signature.
    public var principal: String?
    /// Why the signature is bad; `nil` for a good one.
    public var problem: Phrase?

    public init(principal: String?, problem: Phrase? = nil) {
      self.principal = principal
      self.problem = problem
    }
  }

  public var signatures: [Signature]

  public init(signatures: [Signature]) {
    self.signatures = signatures
  }
}

extension SignatureEvidence {
  /// What the signatures come to against a quorum: each person signs once, in the role that stands before the colon.
  ///
  /// - Parameter quorum: how many of each role must sign; `nil` where the election has no roster.
  func outcome(quorum: [SigningRole: Int]?) -> Check.Outcome {
    let bad = signatures.compactMap(\.problem)
    if !bad.isEmpty { return .failed(bad.map { Difference($0) }) }
    guard let quorum else {
      return .notChecked(
        NotChecked(
          .quorum, "tệp bầu cử không nói cần bao nhiêu chữ ký",
          "the election file does not say how many signatures are needed"))
    }
    let signers = Set(signatures.compactMap(\.principal))
    for role in SigningRole.allCases {
      let needed = quorum[role] ?? 0
      let found = signers.count { $0.hasPrefix(role.rawValue + ":") }
      if found < needed {
        return .notChecked(
          NotChecked(
            .quorum, "mới có \(found) trên \(needed) chữ ký cần có của \(role.rawValue)",
            "\(found) of the \(needed) signatures needed of \(role.rawValue) are there"))
      }
    }
    return .passed
  }
}
