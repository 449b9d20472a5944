import BallotFiles
import Elections
import Faults
import Tallying

extension ListedBallot {
  /// What stands on the paper, and what the board said of it, by the numbers of the names.
  func words(_ style: BallotStyle) -> Phrase {
    let row = MarkRow(ballot, style, otherWords: otherWords)
    var words = marks(row, style.form)
    if !row.invalid.isEmpty {
      let grounds = visible(row.invalid, limit: 100)
      words = Phrase(vi: "\(words.vi), không hợp lệ: \(grounds)", en: "\(words.en), invalid: \(grounds)")
    }
    if ballot.ruledValid {
      words = Phrase(vi: "\(words.vi), được phán quyết hợp lệ", en: "\(words.en), ruled valid")
    }
    return words
  }

  private func marks(_ row: MarkRow, _ form: BallotForm) -> Phrase {
    guard ballot.marksRead else { return Phrase(vi: "không đọc dấu", en: "marks not read") }
    let none = Phrase(vi: "không ai", en: "nobody")
    let words = row.marks.map { $0 == "=" ? none : Phrase($0) }
    switch form {
    case .strikeOut where row.marks[0] == "=": return Phrase(vi: "không gạch ai", en: "struck nobody")
    case .strikeOut: return Phrase(vi: "gạch \(words[0].vi)", en: "struck \(words[0].en)")
    case .agreeDisagree:
      return Phrase(
        vi: "đồng ý \(words[0].vi), không đồng ý \(words[1].vi)",
        en: "agree \(words[0].en), disagree \(words[1].en)")
    }
  }
}
