import Elections
import Faults

extension Gender {
  /// What the gender is called.
  var words: Phrase {
    switch self {
    case .male: Phrase(vi: "nam", en: "male")
    case .female: Phrase(vi: "nữ", en: "female")
    }
  }
}

extension Candidate {
  /// What a list prints of a person beside name and date of birth, as far as the election file says it: gender, ethnic group, unit,
  /// leadership, standing again, the note.
  func remarks(_ language: Language) -> String {
    var parts: [String] = []
    func add(_ phrase: Phrase) { parts.append(phrase[language]) }
    if let gender { add(gender.words) }
    if let ethnicity {
      let group = visible(ethnicity, limit: 100)
      add(Phrase(vi: "dân tộc \(group)", en: group))
    }
    if let unit { parts.append(visibleLine(unit)) }
    if leadership == true { add(Phrase(vi: "lãnh đạo", en: "leadership")) }
    if incumbent == true { add(Phrase(vi: "tái cử", en: "stands again")) }
    if let note { parts.append(visible(note, limit: 1000)) }
    return parts.joined(separator: ", ")
  }
}

extension BoardRole {
  /// What the role is called.
  var words: Phrase {
    switch self {
    case .head: Phrase(vi: "Trưởng ban", en: "head")
    case .member: Phrase(vi: "Ủy viên", en: "member")
    }
  }
}
