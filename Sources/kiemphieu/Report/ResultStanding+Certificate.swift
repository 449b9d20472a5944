import Documents
import Elections
import Faults
import Machine
import Reports
import Verification

extension ResultStanding {
  /// What a certificate says, for reports.
  ///
  /// - Parameter titles: of the contests, by their ids, which readers of papers do not know.
  /// - Returns: `nil` where the result differs: of that nothing is shown or signed.
  init?(_ certificate: Certificate, titles: [String: String]) {
    let verified: Verified
    switch certificate.verdict {
    case .certified: verified = .certified
    case .agrees: verified = .agrees
    case .differs: return nil
    case .unfinished: verified = .unfinished(certificate.checks.compactMap { $0.openWords(titles) })
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

extension ElectionResult {
  /// The titles of the contests by their ids.
  var titles: [String: String] {
    Dictionary(contests.map { ($0.id, $0.title) }) { first, _ in first }
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
  fileprivate func openWords(_ titles: [String: String]) -> Phrase? {
    guard case .notChecked(let why) = outcome, why.isMaterial else { return nil }
    if case .contest(let id) = subject, let title = titles[id].map({ visibleLine($0) }) {
      // That the papers do not add up says all: who is elected cannot be known.
      if why.reason == .incomplete {
        return Phrase(vi: "\(title): \(why.words.vi)", en: "\(title): \(why.words.en)")
      }
      var check = self
      check.subject = .result
      let name = check.words
      return Phrase(
        vi: "\(title): chưa kiểm tra được \(name.vi), vì \(why.words.vi)",
        en: "\(title): could not check \(name.en), because \(why.words.en)")
    }
    return Phrase(vi: "\(words.vi): \(why.words.vi)", en: "\(words.en): \(why.words.en)")
  }
}
