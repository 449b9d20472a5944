public import Elections
public import Faults

/// How far a result may be relied on, as every report says of it: what the independent recount came to, who has signed, and the
/// code that ties paper and screen to the result file.
public struct ResultStanding: Sendable, Equatable {
  /// What the independent recount (kiểm tra độc lập) came to.
  public enum Verified: Sendable, Equatable {
    /// Every claim holds, and the quorum of the roster has signed.
    case certified
    /// Every claim holds; no signature was asked for.
    case agrees
    /// Something that matters could not be checked, and why.
    case unfinished([Phrase])
  }

  /// A signature that is good.
  public struct Signature: Sendable, Equatable {
    public var role: SigningRole
    public var name: String

    public init(role: SigningRole, name: String) {
      self.role = role
      self.name = name
    }
  }

  /// The short code: the digest of the result file in groups, for people to compare.
  public var code: String
  public var verified: Verified
  public var signatures: [Signature]
  /// The certificate as people read it, line by line.
  public var certificate: [Phrase]

  public init(
    code: String, verified: Verified, signatures: [Signature] = [], certificate: [Phrase] = []
  ) {
    self.code = code
    self.verified = verified
    self.signatures = signatures
    self.certificate = certificate
  }
}

extension ResultStanding {
  /// The signatures as papers name them: the head of the board before its members, the presidium last; of one role as they came.
  var ordered: [Signature] {
    SigningRole.allCases.flatMap { role in signatures.filter { $0.role == role } }
  }

  /// What must be said plainly wherever the result is shown; empty for a result that is verified, signed and of real ballots.
  ///
  /// - Parameters:
  ///   - isRehearsal: whether the ballots are those of a rehearsal (kiểm thử).
  ///   - includesUnsigned: whether it is said here that nobody signed; papers to be signed by hand say it at their foot.
  public func warnings(isRehearsal: Bool, includesUnsigned: Bool = true) -> [Phrase] {
    var warnings: [Phrase] = []
    if isRehearsal {
      warnings.append(
        Phrase(
          vi: "KIỂM THỬ: đây không phải phiếu thật, kết quả này không có giá trị",
          en: "REHEARSAL: these are no real ballots, and this result decides nothing"))
    }
    if case .unfinished(let reasons) = verified {
      // The first says what is wrong; the certificate says all.
      let why =
        reasons.first ?? Phrase(vi: "có điều chưa đối chiếu được", en: "something could not be checked")
      warnings.append(
        Phrase(vi: "KẾT QUẢ CHƯA KIỂM TRA XONG: \(why.vi)", en: "RESULT NOT VERIFIED: \(why.en)"))
    }
    if includesUnsigned { warnings += [unsigned].compactMap { $0 } }
    return warnings
  }

  /// That nobody signed the result file; `nil` where somebody did.
  public var unsigned: Phrase? {
    signatures.isEmpty
      ? Phrase(vi: "Kết quả chưa có chữ ký số", en: "Not digitally signed") : nil
  }
}
