import Elections
import Faults

/// A named column of a ballot file (formats §2).
enum Column: CaseIterable {
  case bundle, serial, struck, chosen, agree, disagree, invalid, count, ruling, rehearsal

  /// The names that a header may use, in any case.
  var names: Phrase {
    switch self {
    case .bundle: Phrase(vi: "xấp", en: "bundle")
    case .serial: Phrase(vi: "số phiếu", en: "serial")
    case .struck: Phrase(vi: "gạch", en: "struck")
    case .chosen: Phrase(vi: "bầu", en: "chosen")
    case .agree: Phrase(vi: "đồng ý", en: "agree")
    case .disagree: Phrase(vi: "không đồng ý", en: "disagree")
    case .invalid: Phrase(vi: "không hợp lệ", en: "invalid")
    case .count: Phrase(vi: "số lượng", en: "count")
    case .ruling: Phrase(vi: "phán quyết", en: "ruling")
    case .rehearsal: Phrase(vi: "kiểm thử", en: "rehearsal")
    }
  }

  /// The column of this name: Vietnamese or English, in any case, composed or decomposed.
  init?(named name: String) {
    let lowered = name.lowercased()
    guard let found = Column.allCases.first(where: { $0.names.en == lowered || $0.names.vi == lowered })
    else { return nil }
    self = found
  }

  /// The form whose marks the column holds; `nil` where it stands on both.
  var form: BallotForm? {
    switch self {
    case .struck, .chosen: .strikeOut
    case .agree, .disagree: .agreeDisagree
    case .bundle, .serial, .invalid, .count, .ruling, .rehearsal: nil
    }
  }

  /// All names, for messages.
  static func list(_ language: Language) -> String {
    allCases.map { $0.names[language] }.joined(separator: ", ")
  }

  static var allNames: [String] { allCases.flatMap { [$0.names.vi, $0.names.en] } }
}
