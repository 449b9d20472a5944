import Elections
import Rulebooks
public import Faults
public import Outcomes

extension Finding {
  /// The finding in words, with its numbers, one sentence without a full stop and without the rule.
  public var words: Phrase {
    papers ?? decision ?? chain ?? list ?? plan ?? Phrase(code.rawValue)
  }

  private func number(_ key: String) -> Int {
    if case .integer(let number)? = values[key] { number } else { 0 }
  }

  private func several(_ key: String, _ noun: String) -> String { Faults.several(number(key), noun) }

  private func text(_ key: String) -> String {
    if case .text(let text)? = values[key] { visibleLine(text) } else { "" }
  }

  private var numbers: String {
    if case .integers(let numbers)? = values["candidates"] {
      numbers.map(String.init).joined(separator: ", ")
    } else {
      ""
    }
  }

  private func office(_ key: String) -> Phrase {
    Office(rawValue: text(key))?.words ?? Phrase(text(key))
  }

  private func date(_ key: String) -> Phrase {
    CalendarDate(text(key))?.digits ?? Phrase(text(key))
  }

  /// A date or a month of birth in Vietnamese writing.
  private func birth(_ key: String) -> String {
    CalendarDate(text(key))?.dayFirst ?? CalendarMonth(text(key))?.monthFirst ?? text(key)
  }

  private var papers: Phrase? {
    switch code {
    case .void:
      Phrase(
        vi:
          "phát ra \(number("issued")) mà thu về \(number("returned")) phiếu: cuộc bỏ phiếu vô hiệu, phải bỏ phiếu lại",
        en:
          "\(several("issued", "ballot")) issued but \(number("returned")) returned: the vote is void and must be held again"
      )
    case .recordedDiffers:
      Phrase(
        vi:
          "tệp phiếu có \(number("recorded")) phiếu mà thu về \(number("returned")), chênh \(abs(number("recorded") - number("returned"))): chưa có kết quả",
        en:
          "the ballot files hold \(several("recorded", "ballot")) and \(number("returned")) were returned, a difference of \(abs(number("recorded") - number("returned"))): there is no result yet"
      )
    case .issuedExceedsPresent:
      Phrase(
        vi: "phát ra \(number("issued")) phiếu mà chỉ có mặt \(number("present")): chưa có kết quả",
        en:
          "\(several("issued", "ballot")) issued with only \(number("present")) present: there is no result yet"
      )
    case .returnedFewer:
      Phrase(
        vi:
          "phát ra \(number("issued")), thu về \(number("returned")): thiếu \(number("issued") - number("returned")) phiếu, được phép, số để tính không đổi",
        en:
          "\(number("issued")) issued, \(number("returned")) returned: \(number("issued") - number("returned")) missing, which is allowed and does not change the base"
      )
    case .papersDiffer:
      Phrase(
        vi:
          "in \(number("printed")) tờ phiếu mà phát ra \(number("issued")), hỏng đã đổi \(number("spoiled")), không dùng \(number("unused")): không khớp, tìm cho ra",
        en:
          "\(several("printed", "paper")) printed, and \(number("issued")) issued, \(number("spoiled")) spoiled and exchanged, \(number("unused")) unused: they do not add up"
      )
    case .papersDestroyed:
      Phrase(
        vi:
          "hủy \(number("destroyed")) tờ phiếu mà chỉ có \(number("spoiled")) tờ hỏng và \(number("unused")) tờ không dùng",
        en:
          "\(several("destroyed", "paper")) destroyed, and only \(number("spoiled")) spoiled and \(number("unused")) unused"
      )
    case .presentExceedsBase:
      Phrase(
        vi: "có mặt \(number("present")) người mà chỉ tính trên \(number("base")): xem lại các số trừ",
        en: "\(number("present")) present and only \(number("base")) in the base: look at the deductions")
    default: nil
    }
  }

  private var decision: Phrase? {
    switch code {
    case .debatable:
      Phrase(
        vi:
          "\(number("debatable")) phiếu ban kiểm phiếu có thể xem xét, đã công nhận hợp lệ \(number("ruledValid")); cách nào cũng không đổi số phiếu của ai",
        en:
          "\(several("debatable", "debatable ballot")), \(number("ruledValid")) ruled valid; either way nobody's votes change"
      )
    case .short:
      Phrase(
        vi: "trúng cử \(number("elected")) trên \(number("seats")) người cần bầu",
        en: "\(number("elected")) elected for \(several("seats", "seat"))")
    case .tied:
      Phrase(
        vi:
          "các số \(numbers) cùng \(number("votes")) phiếu mà chỉ còn phải bầu \(number("seats")) người: chưa ai trong số này trúng cử, bầu lại riêng trong số họ",
        en:
          "numbers \(numbers) have \(several("votes", "vote")) each for \(several("seats", "seat")) left: none of them is elected, a re-vote among them alone"
      )
    case .tiedAgain:
      Phrase(
        vi:
          "các số \(numbers) lại cùng \(number("votes")) phiếu mà chỉ còn phải bầu \(number("seats")) người: có bầu nữa hay không do đại hội (hội nghị) quyết định",
        en:
          "numbers \(numbers) are tied again at \(several("votes", "vote")) for \(several("seats", "seat")): the congress (meeting) decides whether to vote again"
      )
    case .tieBreak:
      Phrase(
        vi: "bầu lại \(number("seats")) người: ai nhiều phiếu hơn thì trúng cử, không cần quá một nửa",
        en: "a re-vote for \(several("seats", "seat")): the higher vote wins, more than half is not needed")
    case .higherCommitteeAppoints:
      Phrase(
        vi:
          "đã bầu \(number("round")) vòng (nhiều nhất \(number("rounds"))) mà chưa có bí thư: cấp ủy cấp trên chỉ định",
        en:
          "no secretary after round \(number("round")) of at most \(number("rounds")): the higher committee appoints"
      )
    case .delegatesShort:
      Phrase(
        vi:
          "đại biểu có thể bầu nhiều vòng (đây là vòng \(number("round"))), bầu nữa hay không do đại hội quyết định",
        en:
          "delegates may be voted on in several rounds (this is round \(number("round"))); the congress decides"
      )
    case .unverifiedRule:
      Phrase(
        vi: "quyết định dựa trên quy định mà nguyên văn chưa được đối chiếu; ban kiểm phiếu xem lại điều này",
        en: "the decision rests on a rule whose wording was not read; the board should look it up")
    default: nil
    }
  }

  private var chain: Phrase? {
    switch code {
    case .notElectedToBody:
      Phrase(
        vi: "\(text("name")) (số \(number("candidate"))) chưa được bầu vào \(office("body").vi)",
        en: "\(text("name")) (number \(number("candidate"))) was not elected to the \(office("body").en)")
    case .ambiguousPerson:
      Phrase(
        vi:
          "\(text("name")) (số \(number("candidate"))) có thể là nhiều người trùng tên trong \(office("body").vi): ghi ngày sinh hoặc khóa «person»",
        en:
          "\(text("name")) (number \(number("candidate"))) may be any of several namesakes in the \(office("body").en): give birth dates or the key 'person'"
      )
    case .wrongElectingBody:
      Phrase(
        vi: "\(ElectingBody(rawValue: text("body"))?.words.vi ?? "") không bầu \(office("office").vi)",
        en:
          "the \(ElectingBody(rawValue: text("body"))?.words.en ?? "") does not elect the \(office("office").en)"
      )
    case .officeRepeated:
      Phrase(
        vi: "\(office("office").vi) đã bầu ở «\(text("contest"))» mà đây không phải vòng sau của cuộc đó",
        en:
          "the \(office("office").en) was voted on in '\(text("contest"))', and this is no later round of it")
    case .officeOrder:
      Phrase(
        vi: "bầu \(office("office").vi) phải trước \(office("before").vi)",
        en: "the \(office("office").en) must be voted on before the \(office("before").en)")
    case .committeeTooSmall:
      Phrase(
        vi: "cấp ủy có \(number("members")) người; từ \(number("from")) người trở lên mới bầu ban thường vụ",
        en: "the committee has \(several("members", "member")); a standing committee needs \(number("from"))")
    case .membersDiffer:
      Phrase(
        vi: "triệu tập \(number("convened")) người mà đã bầu \(number("elected"))",
        en: "\(number("convened")) convened, but \(number("elected")) were elected")
    case .holdsHigherOffice:
      Phrase(
        vi: "\(text("name")) (số \(number("candidate"))) đã được bầu làm bí thư",
        en: "\(text("name")) (number \(number("candidate"))) was elected secretary")
    case .branchTooSmall:
      Phrase(
        vi:
          "chi bộ có \(number("members")) đảng viên chính thức; từ \(number("from")) người trở lên mới bầu chi ủy",
        en: "the branch has \(several("members", "official member")); a committee needs \(number("from"))")
    case .branchCommitteeTooLarge:
      Phrase(
        vi: "chi ủy có \(number("seats")) người, nhiều nhất là \(number("atMost"))",
        en: "a branch committee of \(number("seats")); at most \(number("atMost"))")
    case .branchDeputies:
      Phrase(
        vi: "chi bộ bầu \(number("seats")) phó bí thư, nhiều nhất là \(number("atMost"))",
        en: "\(number("seats")) deputy secretaries of a branch; at most \(number("atMost"))")
    case .tooManyRounds:
      Phrase(
        vi:
          "vòng \(number("round")) bầu bí thư chi bộ; nhiều nhất là \(number("atMost")) vòng, sau đó cấp ủy cấp trên chỉ định",
        en:
          "round \(number("round")) for a branch secretary; at most \(number("atMost")), then the higher committee appoints"
      )
    case .roundNumber:
      Phrase(
        vi: "vòng \(number("round")) đi sau vòng \(number("previous"))",
        en: "round \(number("round")) follows round \(number("previous"))")
    case .otherOrganization:
      Phrase(
        vi: "cuộc bầu đi trước là của tổ chức khác: \(text("organization"))",
        en: "the contest before is of another organization: \(text("organization"))")
    case .otherTerm:
      Phrase(
        vi: "cuộc bầu đi trước là của nhiệm kỳ khác: \(text("term"))",
        en: "the contest before is of another term: \(text("term"))")
    case .continuationSeats:
      Phrase(
        vi: "bầu tiếp \(number("seats")) người mà chỉ còn thiếu \(number("vacant"))",
        en: "a continuation for \(several("seats", "seat")) with only \(number("vacant")) vacant")
    case .alreadyElected:
      Phrase(
        vi: "\(text("name")) (số \(number("candidate"))) đã trúng cử chức danh này ở một vòng trước",
        en: "\(text("name")) (number \(number("candidate"))) was elected to this office in a round before")
    default: nil
    }
  }

  private var list: Phrase? {
    switch code {
    case .sameName:
      Phrase(
        vi: "các số \(numbers) cùng tên \(text("name")): kiểm tra kỹ khi đọc phiếu",
        en: "numbers \(numbers) have the same name, \(text("name")): take care when reading ballots")
    case .nameNotNormalized:
      Phrase(
        vi: "tên \(text("name")) không ở dạng Unicode dựng sẵn (NFC)",
        en: "the name \(text("name")) is not in Unicode normal form C")
    case .listOrder:
      Phrase(
        vi:
          "\(text("name")) (số \(number("candidate"))) phải đứng trước \(text("before")) theo vần tên A, B, C",
        en:
          "\(text("name")) (number \(number("candidate"))) belongs before \(text("before")) in the order of given names"
      )
    case .surplusTooLarge:
      Phrase(
        vi:
          "danh sách \(number("names")) người để bầu \(number("seats")): số dư nhiều nhất là \(number("atMost"))",
        en:
          "\(several("names", "name")) for \(several("seats", "seat")): at most \(number("atMost")) beyond the seats"
      )
    case .surplusMissing:
      Phrase(
        vi: "danh sách \(number("names")) người để bầu \(number("seats")): quy chế bắt buộc có số dư",
        en:
          "\(several("names", "name")) for \(several("seats", "seat")): the regulation wants more names than seats"
      )
    case .boardMemberOnList:
      Phrase(
        vi:
          "\(text("name")) (số \(number("candidate"))) vừa trong danh sách vừa trong ban kiểm phiếu (so theo tên)",
        en:
          "\(text("name")) (number \(number("candidate"))) is on the list and on the counting board (by name)"
      )
    case .regulationForced:
      Phrase(
        vi: "tệp ghi rõ quy chế \(text("regulation")), không có hiệu lực vào ngày \(date("date").vi)",
        en:
          "the file forces the regulation \(text("regulation")), which is not in force on \(date("date").en)")
    case .priorResultPart:
      Phrase(
        vi:
          "kết quả đi trước \(text("file")) chỉ của một phần, hoặc kiểm từ tệp phiếu khác với tệp bầu cử nêu",
        en:
          "the earlier result \(text("file")) is of a part only, or of other ballot files than its election names"
      )
    case .priorResultLater:
      Phrase(
        vi: "kết quả đi trước \(text("file")) lại có ngày \(date("date").vi)",
        en: "the earlier result \(text("file")) is dated \(date("date").en)")
    default: nil
    }
  }

  private var plan: Phrase? {
    switch code {
    case .planSeatsAtMost:
      Phrase(
        vi:
          "\(office("office").vi): bầu \(number("seats")) người, kế hoạch cho nhiều nhất \(number("atMost"))",
        en: "\(several("seats", "seat")) for the \(office("office").en), the plan allows \(number("atMost"))")
    case .planSeatsAtLeast:
      Phrase(
        vi: "\(office("office").vi): bầu \(number("seats")) người, kế hoạch cần ít nhất \(number("atLeast"))",
        en:
          "\(several("seats", "seat")) for the \(office("office").en), the plan wants at least \(number("atLeast"))"
      )
    case .planBranchTooSmall:
      Phrase(
        vi:
          "chi bộ có \(number("members")) đảng viên; theo kế hoạch từ \(number("from")) người mới bầu chi ủy",
        en: "the branch has \(several("members", "member")); by the plan a committee needs \(number("from"))")
    case .planAge:
      Phrase(
        vi:
          "\(text("name")) (số \(number("candidate"))) sinh \(birth("born")), kế hoạch cần sinh từ \(birth("from"))",
        en:
          "\(text("name")) (number \(number("candidate"))) was born \(text("born")), the plan wants \(text("from")) or later"
      )
    case .planAgeUnknown:
      Phrase(
        vi:
          "chưa kiểm tra được tuổi của \(text("name")) (số \(number("candidate"))): thiếu ngày sinh hoặc giới tính",
        en:
          "the age of \(text("name")) (number \(number("candidate"))) cannot be checked: birth date or gender is missing"
      )
    case .planLate:
      Phrase(
        vi: "ngày \(date("date").vi) muộn hơn hạn \(date("by").vi) của kế hoạch (\(text("what")))",
        en: "\(date("date").en) is later than the plan's \(date("by").en) (\(text("what")))")
    case .structure:
      structure
    default: nil
    }
  }

  private var structure: Phrase {
    let figures: [(key: String, words: Phrase)] = [
      ("women", Phrase(vi: "nữ", en: "women")), ("young", Phrase(vi: "trẻ", en: "young")),
      ("minorities", Phrase(vi: "dân tộc thiểu số", en: "ethnic minorities")),
      ("leadership", Phrase(vi: "lãnh đạo", en: "leadership")), ("units", Phrase(vi: "đơn vị", en: "units")),
    ]
    let stated = figures.filter { values[$0.key] != nil }
    func list(_ language: Language) -> String {
      stated.map { $0.words[language] + " " + String(number($0.key)) }.joined(separator: ", ")
    }
    return Phrase(
      vi: "cơ cấu \(number("candidates")) người: \(list(.vietnamese))",
      en: "structure of \(number("candidates")): \(list(.english))")
  }
}
