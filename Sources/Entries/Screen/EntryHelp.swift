public import Elections
public import Faults

/// The keys in words, for the screen and for the help of the command.
public enum EntryHelp {
  /// One paragraph a line.
  public static func lines(_ form: BallotForm, _ contest: EntryContest) -> [Phrase] {
    marks(form) + grounds(contest) + common
  }

  private static func marks(_ form: BallotForm) -> [Phrase] {
    switch form {
    case .strikeOut:
      [
        Phrase(
          vi: "3 7-9: gạch các số 3, 7, 8, 9 · =: không gạch ai · rồi Enter",
          en: "3 7-9: the numbers 3, 7, 8, 9 are struck out · =: none is · then Enter")
      ]
    case .agreeDisagree:
      [
        Phrase(
          vi: "*: đồng ý hết · */3 7: không đồng ý 3 và 7, đồng ý những người còn lại · /*: không đồng ý hết",
          en: "*: agree to all · */3 7: disagree with 3 and 7, agree to the others · /*: disagree with all"),
        Phrase(
          vi:
            "1 2/3: đồng ý 1 và 2, không đồng ý 3, những người khác không có dấu · =: phiếu trống · rồi Enter",
          en:
            "1 2/3: agree to 1 and 2, disagree with 3, the others have no mark · =: no mark at all · then Enter"
        ),
      ]
    }
  }

  private static func grounds(_ contest: EntryContest) -> [Phrase] {
    let letters = EntryLetter.allCases.compactMap { letter in
      letter.ground.map { (letter, contest.groundWords($0)) }
    }
    func list(_ language: Language) -> String {
      letters.map { letter, words in "\(letter.rawValue) \(words[language])" }.joined(separator: " · ")
    }
    return [
      Phrase(
        vi: "Ban khai không hợp lệ: \(list(.vietnamese)); sau l viết lý do: l phiếu rách",
        en: "The board declares: \(list(.english)); write the words behind l: l torn paper")
    ]
  }

  private static let common: [Phrase] = [
    Phrase(
      vi:
        "Phiếu bình thường: một Enter là ghi. Phiếu không hợp lệ hoặc khác thường: Enter lần nữa để xác nhận.",
      en: "An ordinary ballot is recorded by one Enter; an invalid or unusual one wants a second."),
    Phrase(
      vi: "x 20 ở cuối dòng: 20 phiếu giống nhau · Backspace, Ctrl-U: sửa dòng · Esc: thôi",
      en: "x 20 at the end of the line: 20 identical ballots · Backspace, Ctrl-U: edit the line · Esc: leave"),
    Phrase(
      vi:
        "c 17, c 2/17: sửa phiếu 17 của xấp này, của xấp 2 · c: phiếu vừa ghi · b 17: bỏ phiếu nhập hai lần",
      en:
        "c 17, c 2/17: correct ballot 17 of this bundle, of bundle 2 · c: the last one · b 17: drop one entered twice"
    ),
    Phrase(
      vi: "h: hết xấp sớm, đếm lại · q: thôi, lần sau nhập tiếp · ?: bảng này, phím bất kỳ để đóng",
      en:
        "h: end of the bundle, count it · q: leave, and go on another time · ?: this page; any key closes it"),
  ]
}
