import Elections
public import Faults
import Tallying

/// The screen of entering, as lines for a terminal of any size from 40 by 10 on; smaller ones lose the end of lines and the lower lines.
///
/// From the top: the contest; where we are; the names; what the ballot is; the line; what the program says; the keys.
public struct EntryScreen: Sendable {
  private let state: EntryState
  private let rows: Int
  private let columns: Int
  private let hasColour: Bool
  private let language: Language

  /// The lines of the screen, as many as it has rows, each no wider than its columns.
  public static func render(
    _ state: EntryState, rows: Int, columns: Int, hasColour: Bool, _ language: Language
  ) -> [String] {
    let screen = EntryScreen(
      state: state, rows: max(1, rows), columns: max(1, columns), hasColour: hasColour, language: language)
    let lines = state.helpPage.map { screen.help(page: $0) } ?? screen.lines()
    let shown = lines.prefix(screen.rows).map { $0.text(columns: screen.columns, hasColour: hasColour) }
    return shown + Array(repeating: "", count: screen.rows - shown.count)
  }

  /// Where the cursor stands: the row and the column, from 1.
  public static func cursor(_ state: EntryState, rows: Int, columns: Int) -> (row: Int, column: Int) {
    let below = EntryScreen(
      state: state, rows: rows, columns: columns, hasColour: false, language: .vietnamese
    )
    .rowsBelowLine
    let width = displayWidth(cutBeginning(visible(state.line, limit: .max), to: max(1, columns - 3)))
    return (max(1, rows - below), min(columns, width + 3))
  }

  private func say(_ words: Phrase) -> String { words[language] }

  // MARK: Parts

  /// Rows for what the program says: what wants an answer is shown whole, even where names have to give way.
  private var noticeRows: Int {
    let usual = rows >= 12 ? 2 : 1
    if state.notice.kind == .info { return usual }
    return max(usual, min(noticeLines.count, rows - 6))
  }

  private var noticeLines: [String] { TextWrap.lines(state.notice.text(language), columns: columns) }

  private var rowsBelowLine: Int { noticeRows + 1 }

  private func lines() -> [StyledText] {
    let view = state.view
    let namesRows = max(1, rows - 4 - rowsBelowLine)
    var lines = [title(), position()]
    lines += NameGrid(state.contest, view, rows: namesRows, columns: columns).lines()
    lines.append(verdict(view))
    lines.append(
      StyledText("> " + cutBeginning(visible(state.line, limit: .max), to: max(1, columns - 3)), .bold))
    lines += notice()
    lines.append(StyledText(say(keys), .dim))
    return lines
  }

  private func title() -> StyledText {
    var line = StyledText()
    if state.book.opening.isRehearsal {
      line.append(say(Phrase(vi: "KIỂM THỬ", en: "REHEARSAL")) + " ", .bad)
    }
    let station = state.book.opening.station
    if !station.isEmpty { line.append(visible(station, limit: 40) + " · ") }
    line.append(visible(state.contest.title, limit: 1000) + " [\(visible(state.contest.id))]", .bold)
    return line
  }

  /// Where we are, in few words where there is little room.
  private func position() -> StyledText {
    let full = say(position(isShort: false))
    return StyledText(displayWidth(full) <= columns ? full : say(position(isShort: true)))
  }

  private func position(isShort: Bool) -> Phrase {
    let next = state.book.nextPlace
    let expected = state.book.current?.expected ?? state.book.opening.bundleSize
    let entered = state.book.current?.ballots.count ?? 0
    let total = state.book.ballots
    let all = state.contest.returned > 0 ? "\(total)/\(state.contest.returned)" : "\(total)"
    var words =
      isShort
      ? Phrase("\(next.bundle)/\(next.serial) · \(entered)/\(expected) · Σ \(all)")
      : Phrase(
        vi: "Xấp \(next.bundle) · phiếu \(next.serial) · xấp có \(entered)/\(expected) · tất cả \(all)",
        en:
          "Bundle \(next.bundle) · ballot \(next.serial) · bundle has \(entered)/\(expected) · in all \(all)")
    if let rate = state.pace.perMinute {
      words.vi += " · \(rate)/phút"
      words.en += " · \(rate)/min"
    }
    if let tenths = state.pace.tenthKeysPerBallot {
      words.vi += " · \(tenths / 10),\(tenths % 10) phím" + (isShort ? "" : "/phiếu")
      words.en += " · \(tenths / 10).\(tenths % 10) keys" + (isShort ? "" : "/ballot")
    }
    return words
  }

  private func verdict(_ view: EntryState.View) -> StyledText {
    var line = StyledText()
    for (index, words) in view.verdict.enumerated() {
      if index > 0 { line.append(" · ") }
      let isBad = view.isWrong || view.draft?.judgement.isValid == false
      line.append(say(words), isBad ? .bad : index == 1 ? .good : .plain)
    }
    return line
  }

  private func notice() -> [StyledText] {
    let style: StyledText.Style =
      switch state.notice.kind {
      case .info: .plain
      case .question: .bold
      case .refusal: .bad
      }
    var lines = noticeLines.prefix(noticeRows).map { StyledText($0, style) }
    while lines.count < noticeRows { lines.append(StyledText()) }
    return lines
  }

  private var keys: Phrase {
    switch state.style.form {
    case .strikeOut:
      Phrase(
        vi: "? giúp · q thôi · h hết xấp · c sửa · = không gạch · p n m k l khai · x 20 · Enter ghi",
        en: "? help · q quit · h end of bundle · c correct · = untouched · p n m k l declare · x 20")
    case .agreeDisagree:
      Phrase(
        vi: "? giúp · q thôi · h hết xấp · c sửa · * đồng ý hết · */3 trừ số 3 · = trống · p n m k l khai",
        en: "? help · q quit · h end of bundle · c correct · * agree to all · */3 but 3 · = blank")
    }
  }

  private func help(page: Int) -> [StyledText] {
    let all = EntryHelp.lines(state.style.form, state.contest).flatMap { words in
      TextWrap.lines(words[language], columns: columns).map { StyledText($0) }
    }
    guard all.count > rows, rows > 1 else { return all }
    let first = min(page, (all.count - 1) / (rows - 1)) * (rows - 1)
    let more = Phrase(
      vi: "dấu cách: xem tiếp · phím khác: đóng", en: "space: more · any other key: close")
    return Array(all[first...].prefix(rows - 1)) + [StyledText(say(more), .dim)]
  }
}

/// Breaks a text at spaces.
enum TextWrap {
  /// The lines of a text, none wider than `columns`; a word that is wider by itself is cut.
  static func lines(_ text: String, columns: Int) -> [String] {
    var lines: [String] = []
    var line = ""
    for word in text.split(separator: " ", omittingEmptySubsequences: false) {
      let longer = line.isEmpty ? String(word) : line + " " + word
      if displayWidth(longer) <= columns || line.isEmpty {
        line = longer
      } else {
        lines.append(line)
        line = String(word)
      }
    }
    lines.append(line)
    return lines.map { cut($0, to: columns) }
  }
}
