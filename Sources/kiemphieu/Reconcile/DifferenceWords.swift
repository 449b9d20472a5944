import BallotFiles
import Entries
import Faults
import Tallying

/// Differences between entries in words for the board.
struct DifferenceWords {
  private let found: Reconciliation
  /// The files of the entries, without their folders.
  private let names: [String]
  private let style: BallotStyle
  private let language: Language

  init(_ found: Reconciliation, names: [String], _ style: BallotStyle, _ language: Language) {
    self.found = found
    self.names = names
    self.style = style
    self.language = language
  }

  /// Everything, when nothing is asked.
  func report() -> String {
    summary() + found.differences.indices.map { "\n" + difference($0) }.joined()
  }

  /// Which letter is which entry, and how much they agree; one line where they do in everything.
  func summary() -> String {
    if found.differences.isEmpty {
      return Phrase(
        vi: "Các lượt nhập giống nhau ở cả \(found.agreed) phiếu.\n",
        en: "The entries agree on every paper: \(several(found.agreed, "ballot")).\n")[language]
    }
    let letters = zip(PaperRuling.letters, names).map { "\($0): \(visible($1, limit: 100))" }.joined(
      separator: "   ")
    return letters + "\n"
      + Phrase(
        vi: "Giống nhau: \(found.agreed) phiếu. Khác nhau: \(found.differences.count) chỗ.\n",
        en: "The same: \(several(found.agreed, "ballot")). Differences: \(found.differences.count).\n")[
        language]
  }

  /// One difference: where, and what each entry has there.
  func difference(_ index: Int) -> String {
    let difference = found.differences[index]
    var lines = ["\(index + 1). " + title(difference)[language]]
    for entry in names.indices {
      lines.append("   \(PaperRuling.letters[entry]): " + readings(difference, entry)[language])
    }
    if let majority = difference.majority {
      let letter = PaperRuling.letters[majority]
      lines.append(
        "   "
          + Phrase(
            vi: "Số đông như lượt \(letter). Chỉ là đề nghị: xem phiếu.",
            en: "Most read as \(letter) does. A proposal only: look at the paper.")[language])
    }
    return lines.joined(separator: "\n") + "\n"
  }

  private func title(_ difference: PaperDifference) -> Phrase {
    let bundle = difference.bundle.map { Phrase(vi: "xấp \($0), ", en: "bundle \($0), ") } ?? Phrase("")
    let place = difference.place
    switch difference.kind {
    case .reading: return Phrase(vi: "\(bundle.vi)phiếu thứ \(place)", en: "\(bundle.en)paper \(place)")
    case .lacking:
      let hint =
        difference.mayBeDoubled
        ? Phrase(vi: " (hoặc một phiếu nhập hai lần)", en: " (or a paper typed twice)") : Phrase("")
      return Phrase(
        vi: "\(bundle.vi)phiếu thứ \(place): có lượt không nhập\(hint.vi)",
        en: "\(bundle.en)paper \(place): not in all entries\(hint.en)")
    case .swapped:
      return Phrase(
        vi: "\(bundle.vi)phiếu thứ \(place) và \(place + 1): khác thứ tự",
        en: "\(bundle.en)papers \(place) and \(place + 1): in another order")
    case .bundle:
      return Phrase(
        vi: "\(bundle.vi)có lượt không nhập cả xấp", en: "\(bundle.en)some entries do not have it at all")
    }
  }

  private func readings(_ difference: PaperDifference, _ entry: Int) -> Phrase {
    let readings = difference.papers.map { $0[entry] }
    let missing = Phrase(vi: "không có", en: "none")
    if difference.kind == .bundle {
      let ballots = readings.count { $0 != nil }
      return ballots == 0 ? missing : Phrase(vi: "\(ballots) phiếu", en: several(ballots, "ballot"))
    }
    let words = readings.map { $0.map(ballot) ?? missing }
    return Phrase(
      vi: words.map(\.vi).joined(separator: "; rồi "), en: words.map(\.en).joined(separator: "; then "))
  }

  private func ballot(_ listed: ListedBallot) -> Phrase {
    let words = listed.words(style)
    return Phrase(vi: "\(words.vi) (dòng \(listed.line))", en: "\(words.en) (line \(listed.line))")
  }

  func written(_ ballots: Int, to path: String) -> String {
    let name = visibleLine(path)
    let origin = visibleLine(ReconcileCommand.originPath(path))
    return Phrase(
      vi: "Đã ghi \(ballots) phiếu vào \(name), nguồn gốc vào \(origin)\n",
      en: "Wrote \(several(ballots, "ballot")) to \(name), where they come from to \(origin)\n")[language]
  }
}
