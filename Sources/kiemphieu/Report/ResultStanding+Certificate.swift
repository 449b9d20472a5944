import Elections
import Faults
import Machine
import Reports
import Verification

extension ResultStanding {
  /// What a certificate says, for reports.
  ///
  /// - Returns: `nil` where the result differs: of that nothing is shown or signed.
  init?(_ certificate: Certificate) {
    let verified: Verified
    switch certificate.verdict {
    case .certified: verified = .certified
    case .agrees: verified = .agrees
    case .differs: return nil
    case .unfinished: verified = .unfinished(certificate.checks.compactMap(\.openWords))
    }
    let good = certificate.signatures.filter { $0.problem == nil && !$0.isUnchecked }
    self.init(
      code: certificate.code.description, verified: verified,
      signatures: good.compactMap { $0.principal.flatMap(Signature.init(principal:)) },
      certificate: Self.lines(certificate))
  }

  private static func lines(_ certificate: Certificate) -> [Phrase] {
    // What else lies in the folder says nothing of the result, and the same result makes the same bytes.
    var certificate = certificate
    certificate.strangers = []
    let (vi, en) = (certificate.text(.vietnamese), certificate.text(.english))
    func lines(_ text: String) -> [String] {
      text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    }
    // Both languages print the same lines.
    return zip(lines(vi), lines(en)).map { Phrase(vi: $0, en: $1) }
  }
}

extension ResultStanding.Signature {
  /// A principal of the list of signers, such as `head:Lê Thị Hoa`.
  fileprivate init?(principal: String) {
    let parts = principal.split(separator: ":", maxSplits: 1)
    guard parts.count == 2, let role = SigningRole(rawValue: String(parts[0])) else { return nil }
    self.init(role: role, name: String(parts[1]))
  }
}

extension Check {
  /// Why something that matters could not be checked; `nil` where it was, or does not matter.
  fileprivate var openWords: Phrase? {
    guard case .notChecked(let why) = outcome, why.isMaterial else { return nil }
    return Phrase(vi: "\(words.vi): \(why.words.vi)", en: "\(words.en): \(why.words.en)")
  }
}
