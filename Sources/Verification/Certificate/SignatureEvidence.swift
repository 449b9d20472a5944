import Elections
public import Faults
public import Machine

/// What was found of the signatures on a result. Whoever looks at signatures fills this; the verifier compares it with the
/// quorum.
public struct SignatureEvidence: Sendable {
  /// One signature beside the result.
  public struct Signature: Sendable {
    /// The name of its file beside the result; `nil` where it lies nowhere.
    public var file: String?
    /// The principal that the key stands under in the roster, such as `head:Lê Thị Hoa`; `nil` where no key of the roster
    /// made the signature.
    public var principal: String?
    /// Why the signature is bad; `nil` for a good one.
    public var problem: Phrase?
    /// Whether nothing could check it: the program for that is missing.
    public var isUnchecked: Bool
    /// The command that checks it by hand, in the folder of the result.
    public var command: String?

    /// Whether somebody looked at it and found nothing wrong.
    var isGood: Bool { problem == nil && !isUnchecked }

    public init(
      file: String? = nil, principal: String?, problem: Phrase? = nil, isUnchecked: Bool = false,
      command: String? = nil
    ) {
      self.file = file
      self.principal = principal
      self.problem = problem
      self.isUnchecked = isUnchecked
      self.command = command
    }
  }

  public var signatures: [Signature]
  /// Why no signature can be checked at all; `nil` where they can.
  public var problem: Phrase?
  /// The digest of the roster that the signatures were checked with; `nil` where other keys were given in its place.
  public var roster: Digest?

  public init(signatures: [Signature], problem: Phrase? = nil, roster: Digest? = nil) {
    self.signatures = signatures
    self.problem = problem
    self.roster = roster
  }
}

extension SignatureEvidence {
  /// What the signatures come to against a quorum: each person signs once, in the role that stands before the colon.
  ///
  /// - Parameter quorum: how many of each role must sign; `nil` where the election has no roster.
  func outcome(quorum: [SigningRole: Int]?) -> Check.Outcome {
    let bad = signatures.compactMap { signature in signature.problem.map { (signature.file, $0) } }
    if !bad.isEmpty || problem != nil {
      return .failed(
        bad.map { file, problem in
          let name = file.map { visibleLine($0) + ": " } ?? ""
          return Difference(Phrase(vi: name + problem.vi, en: name + problem.en))
        } + [problem].compactMap { $0.map { Difference($0) } })
    }
    if signatures.contains(where: \.isUnchecked) {
      return .notChecked(
        NotChecked(
          .notLookedAt, "máy này không có ssh-keygen (gói openssh-client)",
          "this machine has no ssh-keygen (package openssh-client)"))
    }
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
            .quorum, "mới có \(found) trên \(needed) chữ ký cần có của \(role.signers.vi)",
            "\(found) of the \(needed) signatures needed of \(role.signers.en) are there"))
      }
    }
    return .passed
  }
}
