import BallotFiles
import Elections
public import Faults
public import Tallying

/// What is said of ballots and bundles, and what is to be shown of the line.
extension EntryState {
  public var style: BallotStyle { book.style }

  var countQuestion: Phrase {
    let entered = book.current?.ballots.count ?? 0
    let number = book.current?.number ?? 0
    return Phrase(
      vi: "hết xấp \(number): đã nhập \(entered) phiếu; đếm phiếu trên tay, gõ số đó rồi Enter",
      en:
        "end of bundle \(number): \(several(entered, "ballot")) entered; count the papers in your hand, type the number and Enter"
    )
  }

  func correctionQuestion(_ place: PaperPlace) -> EntryNotice {
    EntryNotice(
      .question,
      [
        Phrase(
          vi: "phiếu \(place.words) đang ghi: \(shown(place).vi)",
          en: "ballot \(place.words) says: \(shown(place).en)"),
        Phrase(
          vi: "gõ lại cả phiếu rồi Enter; Esc: không sửa",
          en: "type the whole ballot anew and Enter; Esc: leave it"),
      ])
  }

  /// The marks of a ballot that was entered.
  func shown(_ place: PaperPlace) -> Phrase {
    guard let row = book.ballot(at: place) else { return Phrase("") }
    let marks =
      switch style.form {
      case .strikeOut: Phrase(vi: "gạch \(cell(row.marks[0]))", en: "struck \(cell(row.marks[0]))")
      case .agreeDisagree:
        Phrase(
          vi: "đồng ý \(cell(row.marks[0])), không đồng ý \(cell(row.marks[1]))",
          en: "agree \(cell(row.marks[0])), disagree \(cell(row.marks[1]))")
      }
    guard !row.invalid.isEmpty else { return marks }
    let words = visible(row.invalid)
    return Phrase(vi: "\(marks.vi); khai: \(words)", en: "\(marks.en); declared: \(words)")
  }

  private func cell(_ marks: String) -> String { marks.isEmpty ? "–" : visible(marks) }

  /// What was done, when a record was written.
  func report(_ record: EntryRecord, _ before: EntryBook) -> EntryNotice {
    switch record {
    case .ballot(let place, let times, let row):
      let range = times == 1 ? place.words : "\(place.words)-\(place.serial + times - 1)"
      let draft = EntryDraft(row, times: times, style)
      let votes = draft.map { [$0.votes(contest), $0.verdict(contest)] } ?? []
      return EntryNotice(
        .info, [Phrase(vi: "đã ghi phiếu \(range)", en: "recorded ballot \(range)")] + votes)
    case .correction(let place, _):
      return EntryNotice(
        .info,
        [
          Phrase(
            vi: "đã sửa phiếu \(place.words): \(shown(place).vi)",
            en: "corrected ballot \(place.words): \(shown(place).en)")
        ])
    case .withdrawal(let place):
      return EntryNotice(.info, "đã bỏ phiếu \(place.words)", "dropped ballot \(place.words)")
    case .check(let bundle, let entered, let papers, _):
      return report(check: bundle, entered, papers)
    case .open, .resume, .close:
      return EntryNotice(.info, "đã nhập \(book.ballots) phiếu", several(book.ballots, "ballot") + " entered")
    }
  }

  private func report(check bundle: Int, _ entered: Int, _ papers: Int) -> EntryNotice {
    if entered == papers {
      return EntryNotice(
        .info,
        [
          Phrase(
            vi: "xấp \(bundle) đủ \(papers) phiếu",
            en: "bundle \(bundle) is complete with \(several(papers, "ballot"))"),
          Phrase(
            vi: "lấy xấp \(book.nextPlace.bundle), hoặc q nếu hết phiếu",
            en: "take bundle \(book.nextPlace.bundle), or q where there are no more papers"),
        ])
    }
    if papers > entered {
      return EntryNotice(
        .info,
        [
          Phrase(
            vi: "xấp \(bundle) còn thiếu \(papers - entered) phiếu: tìm tờ chưa nhập rồi nhập tiếp",
            en:
              "bundle \(bundle) lacks \(several(papers - entered, "ballot")): find the paper that was skipped, and enter it"
          )
        ])
    }
    return EntryNotice(
      .question,
      [
        Phrase(
          vi: "xấp \(bundle) thừa \(entered - papers) phiếu: tìm tờ nhập hai lần, bỏ bằng b SỐ",
          en:
            "bundle \(bundle) has \(several(entered - papers, "ballot")) too many: find the paper entered twice, drop it with b NUMBER"
        )
      ])
  }

  // MARK: The line

  /// What is to be shown of the line.
  public struct View: Sendable {
    /// The ballot whose marks are shown; `nil` where there is none yet.
    public var draft: EntryDraft?
    /// Whether the ballot, the votes it has, and what is wrong with the line; in this order, as many as there are.
    public var verdict: [Phrase]
    /// Whether the line cannot be recorded as it stands.
    public var isWrong = false
    /// The number of the name that was typed last.
    public var lastNumber: Int?
  }

  public var view: View {
    switch mode {
    case .counting, .confirmingCount, .confirmingEnd: return View(draft: nil, verdict: [])
    case .confirmingWithdrawal(let place): return view(of: book.ballot(at: place))
    case .correcting(let place), .confirmingCorrection(let place):
      return line.isEmpty ? view(of: book.ballot(at: place)) : typedView(takesCommands: false)
    case .ballot, .confirming: return typedView(takesCommands: true)
    }
  }

  private func view(of row: MarkRow?) -> View {
    guard let row, let draft = EntryDraft(row, times: 1, style) else { return View(draft: nil, verdict: []) }
    return View(draft: draft, verdict: [draft.votes(contest), draft.verdict(contest)])
  }

  private func typedView(takesCommands: Bool) -> View {
    guard case .ballot(let cells, let times) = TypedLine(line, style, takesCommands: takesCommands) else {
      return View(draft: nil, verdict: [])
    }
    if let draft = EntryDraft(cells, times: times, style) {
      let many = times > 1 ? [Phrase("× \(times)")] : []
      return View(
        draft: draft, verdict: [draft.votes(contest), draft.verdict(contest)] + many, lastNumber: lastNumber)
    }
    // A range that is not finished is no mistake yet.
    let isUnfinished = line.last == "-"
    return View(
      draft: draftBeforeLastWord(takesCommands), verdict: isUnfinished ? [] : Self.faults(cells, style),
      isWrong: !isUnfinished, lastNumber: lastNumber)
  }

  /// The ballot without the word that is being typed.
  private func draftBeforeLastWord(_ takesCommands: Bool) -> EntryDraft? {
    guard let space = line.lastIndex(where: { $0.isWhitespace || $0 == "/" }),
      case .ballot(let cells, let times) = TypedLine(
        String(line[..<space]), style, takesCommands: takesCommands)
    else { return nil }
    return EntryDraft(cells, times: times, style)
  }

  private var lastNumber: Int? {
    let digits = line.reversed().drop { !isDigit($0) }.prefix { isDigit($0) }
    guard let number = wholeNumber(Substring(String(digits.reversed()))), (1...style.names).contains(number)
    else {
      return nil
    }
    return number
  }

  private func isDigit(_ letter: Character) -> Bool { letter >= "0" && letter <= "9" }
}
