import BallotFiles
import Elections
import Faults
import Tallying

/// What Enter does.
extension EntryState {
  mutating func enter() -> Effect? {
    switch mode {
    case .ballot: return enterBallot(isConfirmed: false)
    case .confirming: return enterBallot(isConfirmed: true)
    case .counting: return enterCount()
    case .confirmingCount(let papers): return recordCount(papers)
    case .correcting(let place): return enterCorrection(place, isConfirmed: false)
    case .confirmingCorrection(let place): return enterCorrection(place, isConfirmed: true)
    case .confirmingWithdrawal(let place): return record(.withdrawal(place))
    case .confirmingEnd: return end()
    }
  }

  /// Hands a record out.
  private mutating func record(_ record: EntryRecord) -> Effect? {
    pending = record
    return .record(record)
  }

  private mutating func refuse(_ sentences: [Phrase]) -> Effect? {
    notice = EntryNotice(.refusal, sentences)
    return .bell
  }

  // MARK: Ballots

  private mutating func enterBallot(isConfirmed: Bool) -> Effect? {
    switch TypedLine(line, style) {
    case .ballot(let cells, let times): return enterBallot(cells, times, isConfirmed: isConfirmed)
    case .empty:
      return refuse([
        Phrase(
          vi: "chưa gõ gì; phiếu không có dấu nào ghi là «=»",
          en: "nothing is typed; a ballot without any mark is '='")
      ])
    case let command: return run(command)
    }
  }

  private mutating func enterBallot(_ cells: MarkRow, _ times: Int, isConfirmed: Bool) -> Effect? {
    guard let draft = EntryDraft(cells, times: times, style) else { return refuse(Self.faults(cells, style)) }
    guard times <= book.wanted else {
      return refuse([
        Phrase(
          vi: "xấp này chỉ còn \(book.wanted) phiếu, không ghi \(times) được",
          en: "this bundle has only \(several(book.wanted, "paper")) left, not \(times)")
      ])
    }
    let oddities = draft.oddities(contest)
    guard isConfirmed || oddities.isEmpty && !confirmsAlways else {
      mode = .confirming
      notice = question(oddities, draft)
      return nil
    }
    return record(.ballot(book.nextPlace, times: times, draft.row))
  }

  private func question(_ oddities: [Phrase], _ draft: EntryDraft) -> EntryNotice {
    EntryNotice(
      .question,
      (oddities.isEmpty ? [draft.votes(contest)] : oddities)
        + [Phrase(vi: "đúng vậy thì bấm Enter lần nữa", en: "if that is so, press Enter again")])
  }

  /// What counting finds wrong with the cells: the first fault, and what to do.
  static func faults(_ cells: MarkRow, _ style: BallotStyle) -> [Phrase] {
    guard let fault = cells.read(style).faults.listed.first else { return [] }
    let text = fault.text.map { ": «\(visible($0))»" } ?? ""
    return [Phrase(vi: fault.problem.vi + text, en: fault.problem.en + text), fault.advice]
  }

  // MARK: Commands

  /// Runs what stands on a line that is no ballot.
  private mutating func run(_ command: TypedLine) -> Effect? {
    pace.forgetKeys()
    // A letter alone has nothing in it to be put right.
    if [.endOfBundle, .correct(nil, rest: ""), .withdraw(nil)].contains(command) { line = "" }
    switch command {
    case .ballot, .empty: return .bell
    case .wrong(let why): return refuse([why])
    case .help:
      helpPage = 0
      line = ""
      return nil
    case .quit: return handleEnd()
    case .endOfBundle:
      guard book.current != nil else {
        return refuse([Phrase(vi: "xấp này chưa có phiếu nào", en: "there is no ballot in this bundle yet")])
      }
      mode = .counting
      notice = standing
      return nil
    case .correct(let wanted, let rest): return correct(wanted, rest)
    case .withdraw(let wanted): return withdraw(wanted)
    }
  }

  private func place(_ wanted: TypedLine.PlaceWanted?) -> PaperPlace? {
    guard let wanted else {
      return book.bundles.last.flatMap { bundle in
        bundle.ballots.last.map { PaperPlace(bundle: bundle.number, serial: $0.serial) }
      }
    }
    guard let bundle = wanted.bundle ?? book.bundles.last?.number else { return nil }
    let place = PaperPlace(bundle: bundle, serial: wanted.serial)
    return book.ballot(at: place) == nil ? nil : place
  }

  private static let noBallot = Phrase(vi: "không có phiếu này", en: "there is no such ballot")

  private mutating func correct(_ wanted: TypedLine.PlaceWanted?, _ rest: String) -> Effect? {
    guard let place = place(wanted) else { return refuse([Self.noBallot]) }
    mode = .correcting(place)
    line = String(rest.drop { $0.isWhitespace })
    notice = standing
    return line.isEmpty ? nil : enterCorrection(place, isConfirmed: false)
  }

  private mutating func enterCorrection(_ place: PaperPlace, isConfirmed: Bool) -> Effect? {
    switch TypedLine(line, style, takesCommands: false) {
    case .ballot(let cells, 1):
      guard let draft = EntryDraft(cells, times: 1, style) else { return refuse(Self.faults(cells, style)) }
      guard draft.row != book.ballot(at: place) else {
        return refuse([Phrase(vi: "phiếu đang ghi đúng như vậy rồi", en: "the ballot says that already")])
      }
      if isConfirmed { return record(.correction(place, draft.row)) }
      mode = .confirmingCorrection(place)
      notice = question(
        [
          Phrase(vi: "sửa phiếu \(place.words)", en: "correct ballot \(place.words)"), draft.votes(contest),
          draft.verdict(contest),
        ],
        draft)
      return nil
    case .wrong(let why): return refuse([why])
    case .empty:
      line = ""
      mode = resting
      notice = EntryNotice(.info, "không sửa gì", "nothing was corrected")
      return nil
    default: return refuse([Phrase(vi: "sửa từng phiếu một", en: "one ballot is corrected at a time")])
    }
  }

  private mutating func withdraw(_ wanted: TypedLine.PlaceWanted?) -> Effect? {
    guard let place = place(wanted) else { return refuse([Self.noBallot]) }
    guard place.bundle == book.current?.number else {
      return refuse([
        Phrase(
          vi: "xấp \(place.bundle) đã kiểm xong, chỉ còn sửa được bằng c",
          en: "bundle \(place.bundle) is checked; its ballots can only be corrected, with c")
      ])
    }
    line = ""
    mode = .confirmingWithdrawal(place)
    notice = EntryNotice(
      .question,
      [
        Phrase(
          vi: "bỏ phiếu \(place.words) (\(shown(place).vi)) vì nhập hai lần?",
          en: "drop ballot \(place.words) (\(shown(place).en)), entered twice?"),
        Phrase(
          vi: "đúng vậy thì bấm Enter lần nữa, không thì Esc", en: "if so, press Enter again, if not Esc"),
      ])
    return nil
  }

  // MARK: The end of a bundle

  private mutating func enterCount() -> Effect? {
    if let papers = wholeNumber(line[...].trimmed) {
      if papers == book.current?.ballots.count { return recordCount(papers) }
      if papers > EntryBook.mostPapers {
        return refuse([
          Phrase(
            vi: "một xấp có nhiều nhất \(EntryBook.mostPapers) phiếu",
            en: "a bundle has at most \(EntryBook.mostPapers) papers")
        ])
      }
      mode = .confirmingCount(papers)
      let entered = book.current?.ballots.count ?? 0
      notice = EntryNotice(
        .question,
        [
          Phrase(
            vi: "KHÔNG KHỚP: đã nhập \(entered), trên tay \(papers)",
            en: "DOES NOT AGREE: \(entered) entered, \(papers) in the hand"),
          Phrase(
            vi: "đếm lại rồi gõ số khác; đúng \(papers) thì bấm Enter lần nữa",
            en: "count again and type another number; if it is \(papers), press Enter again"),
        ])
      return .bell
    }
    switch TypedLine(line, style) {
    case .correct, .withdraw, .quit, .help: return run(TypedLine(line, style))
    default: return refuse([countQuestion])
    }
  }

  private mutating func recordCount(_ papers: Int) -> Effect? {
    guard let current = book.current else { return .bell }
    return record(
      .check(bundle: current.number, entered: current.ballots.count, papers: papers, at: minute))
  }

  // MARK: The end

  mutating func handleEnd() -> Effect? {
    pace.forgetKeys()
    guard let current = book.current, !current.ballots.isEmpty else { return end() }
    line = ""
    mode = .confirmingEnd
    notice = EntryNotice(
      .question,
      [
        Phrase(
          vi: "xấp \(current.number) có \(current.ballots.count) phiếu chưa kiểm",
          en: "bundle \(current.number) has ballots not checked: \(current.ballots.count)"),
        Phrase(
          vi: "gõ h rồi Enter để kiểm; bấm Enter ngay để thôi, lần sau nhập tiếp",
          en: "type h and Enter to check it; press Enter now to leave and go on another time"),
      ])
    return nil
  }

  private mutating func end() -> Effect? {
    pending = .close(ballots: book.ballots, at: minute)
    return .end(.close(ballots: book.ballots, at: minute))
  }
}

extension Substring {
  fileprivate var trimmed: Substring {
    var text = drop { $0.isWhitespace }
    while text.last?.isWhitespace == true { text.removeLast() }
    return text
  }
}

extension PaperPlace {
  /// `2/17`: bundle 2, ballot 17.
  var words: String { "\(bundle)/\(serial)" }
}
