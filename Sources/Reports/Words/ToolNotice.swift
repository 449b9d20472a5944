import Elections
import Faults
import Rulebooks

/// What the law says about the program itself (rules §13), as it stands at the foot of everything that is shown or signed.
enum ToolNotice {
  /// - Parameter regulations: the ids of those that the paper rests on.
  static func text(_ regulations: [String]) -> Phrase {
    var text = Phrase(
      vi:
        "Bản đếm lại và kiểm tra độc lập của chương trình Kiểm Phiếu; chỉ thay cho việc kiểm phiếu ở nơi cấp ủy có thẩm quyền chấp nhận. Hướng dẫn 03-HD/TW ngày 20/3/2020 (mục 3) quy định đại hội kiểm phiếu bằng máy tính dùng chương trình do Quân ủy Trung ương chủ trì",
      en:
        "An independent recount and check by the program Kiểm Phiếu; it counts in a board's place only where the competent committee accepts that. Guidance 03-HD/TW of 20 March 2020 (section 3) has congresses that count by computer use the program produced under the Central Military Commission"
    )
    if let later = regulations.lazy.compactMap(laterGuidance).first {
      // Its text was not read on this.
      text = Phrase(
        vi: text.vi
          + "; Hướng dẫn \(later.number) \(later.issued.cited.vi) có nhắc lại điều này hay không thì chưa rõ",
        en: text.en
          + "; whether guidance \(later.number) \(later.issued.cited.en) repeats this is unknown")
    }
    return Phrase(vi: text.vi + ".", en: text.en + ".")
  }

  /// The guidance that a regulation later than that of 2020 has.
  private static func laterGuidance(_ regulation: String) -> Guidance? {
    RulebookShelf.standard.rulebook(id: regulation)?.guidances.last { $0.issued.year > 2020 }
  }
}
