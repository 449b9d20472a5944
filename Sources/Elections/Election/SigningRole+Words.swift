public import Faults

extension SigningRole {
  /// In which role somebody signs, as papers and messages call it.
  public var words: Phrase {
    switch self {
    case .head: Phrase(vi: "Trưởng ban kiểm phiếu", en: "Head of the counting board")
    case .member: Phrase(vi: "Ủy viên ban kiểm phiếu", en: "Member of the counting board")
    case .presidium: Phrase(vi: "T/M Đoàn chủ tịch", en: "On behalf of the presidium")
    }
  }

  /// Who signs in the role, within a sentence: `of the head of the counting board`.
  public var signers: Phrase {
    switch self {
    case .head: Phrase(vi: "trưởng ban kiểm phiếu", en: "the head of the counting board")
    case .member: Phrase(vi: "ủy viên ban kiểm phiếu", en: "members of the counting board")
    case .presidium: Phrase(vi: "đoàn chủ tịch", en: "the presidium")
    }
  }
}
