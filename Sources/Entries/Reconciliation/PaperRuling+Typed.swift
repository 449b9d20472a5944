import BallotFiles
public import Faults
public import Tallying

extension PaperRuling {
  /// What a board types of a difference: the letter of an entry, `-` for no such paper, or what the paper says, as in ``EntryState``.
  ///
  /// - Returns: or what is wrong with it.
  public static func read(
    _ line: String, of difference: PaperDifference, _ style: BallotStyle
  ) -> Result<PaperRuling, Wrong> {
    let words = line.split(whereSeparator: \.isWhitespace)
    let entries = difference.papers[0].count
    if words.count == 1, let index = letters.prefix(entries).firstIndex(of: words[0].lowercased()) {
      return .success(.entry(index))
    }
    if words == ["-"] {
      guard difference.kind == .lacking || difference.kind == .bundle else {
        return .failure(
          Wrong(Phrase(vi: "mọi lượt nhập đều có phiếu này", en: "all entries have this paper")))
      }
      return .success(.noPaper)
    }
    guard difference.papers.count == 1 else {
      return .failure(
        Wrong(
          Phrase(
            vi: "ở đây chỉ chọn một lượt nhập: gõ chữ của lượt đó",
            en: "here an entry can only be taken as a whole: type its letter")))
    }
    let cells: MarkRow
    switch TypedLine(line, style, takesCommands: false) {
    case .ballot(let typed, times: 1): cells = typed
    case .wrong(let why): return .failure(Wrong(why))
    default: return .failure(Wrong(Self.help(difference)))
    }
    guard let row = cells.read(style).row(style) else {
      let problem = EntryState.faults(cells, style).first
      return .failure(Wrong(problem ?? Self.help(difference)))
    }
    return .success(.marks(row))
  }

  /// Why a ruling is none.
  public struct Wrong: Error, Sendable {
    public let words: Phrase

    init(_ words: Phrase) {
      self.words = words
    }
  }

  /// The letters of the entries, in their order.
  public static let letters = ["a", "b", "c"]

  /// What can be typed.
  public static func help(_ difference: PaperDifference) -> Phrase {
    let entries = letters.prefix(difference.papers[0].count).joined(separator: "/")
    switch difference.kind {
    case .reading:
      return Phrase(
        vi: "\(entries): lượt đó đúng; hoặc gõ đúng như trên phiếu",
        en: "\(entries): that entry is right; or type what the paper says")
    case .lacking:
      return Phrase(
        vi: "\(entries): lượt đó đúng; - : không có phiếu này; hoặc gõ đúng như trên phiếu",
        en: "\(entries): that entry is right; -: there is no such paper; or type what it says")
    case .swapped:
      return Phrase(
        vi: "\(entries): thứ tự của lượt đó đúng", en: "\(entries): that entry has the order right")
    case .bundle:
      return Phrase(
        vi: "\(entries): lượt đó đúng; - : không có xấp này",
        en: "\(entries): that entry is right; -: there is no such bundle")
    }
  }
}
