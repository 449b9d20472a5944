public import Machine

/// What the verification of a result came to (formats §3); these four and no other.
public enum Verdict: String, Sendable, CaseIterable {
  /// Every claim holds, and the quorum of the roster has signed.
  case certified
  /// Every claim holds; no signature was asked for.
  case agrees
  /// A claim does not hold, or a signature is bad.
  case differs
  /// Something that matters could not be checked.
  case unfinished
}

/// The outcome of verifying a result: each check, and what they come to.
public struct Certificate: Sendable {
  public var verdict: Verdict
  /// In the order in which a reader wants them.
  public var checks: [Check]
  /// The SHA-256 of the result file, as `sha256sum` prints it.
  public var digest: Digest
  /// What the result says that it is of, where that can be read.
  public var organization: String?
  public var congress: String?
  public var date: String?
  /// The ids of the contests of a result that is of a part only.
  public var part: [String]?
  /// The former result that this one says it takes the place of.
  public var replaces: Replacement?
  /// The signatures that were found, good and bad.
  public var signatures: [SignatureEvidence.Signature]
  /// The control totals of each contest that could be read.
  public var totals: [ContestTotals]
  /// Files in the folder of the election file that the result does not name, and folders that hold none that it names (with
  /// a `/` at the end).
  public var strangers: [String]
  /// Where the files of evidence lie, none of which may be written over.
  public var files: [String]

  /// The result's digest for people to read aloud.
  public var code: ShortCode { ShortCode(digest) }
}

extension Verdict {
  /// What checks come to: a failure before anything else; then what matters and was not checked; then signatures.
  ///
  /// - Parameter signaturesAsked: whether the election has a roster or keys were given.
  init(_ checks: [Check], signaturesAsked: Bool) {
    let hasFailed = checks.contains { if case .failed = $0.outcome { true } else { false } }
    let isOpen = checks.contains { check in
      if case .notChecked(let why) = check.outcome { why.isMaterial } else { false }
    }
    let isSigned = checks.contains { check in
      if case .passed = check.outcome { check.id == .signatures } else { false }
    }
    if hasFailed {
      self = .differs
    } else if isOpen || signaturesAsked && !isSigned {
      self = .unfinished
    } else {
      self = signaturesAsked ? .certified : .agrees
    }
  }
}
