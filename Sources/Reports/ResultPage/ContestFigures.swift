import Documents
import Elections
import Faults
import Outcomes
import Rulebooks

/// A number of a contest with what it counts, and where it comes from.
struct ContestFigure {
  var label: Phrase
  var count: Int
  /// The code of rules §4 for what is counted, such as `I2`; papers leave it out.
  var code: String?
  var source: Source?
  /// What the board wrote on it.
  var note: String?
  /// Whether the figure is a part of the one before that is none.
  var isPart = false
  /// Whether papers put the next figure on the same line.
  var goesOn = false
}

/// The people and the papers of a contest (rules §9, 5 and 6), figure by figure.
struct ContestFigures {
  private let contest: ContestResult
  private let rulebook: Rulebook?

  /// - Parameter rulebook: the regulation that the result names; `nil` where this program does not know it.
  init(_ contest: ContestResult, _ rulebook: Rulebook?) {
    self.contest = contest
    self.rulebook = rulebook
  }

  /// Who was convened and came, what is taken off, what the majority is counted from, and how many votes elect.
  var people: [ContestFigure] {
    let who = contest.electorate
    var figures = [
      ContestFigure(label: Phrase(vi: "Triệu tập", en: "Convened"), count: who.convened, goesOn: true),
      ContestFigure(label: Phrase(vi: "Có mặt", en: "Present"), count: who.present, goesOn: true),
      ContestFigure(label: Phrase(vi: "Vắng", en: "Absent"), count: who.absent),
    ]
    for deduction in who.deductions where deduction.count > 0 {
      let words = deduction.ground.words
      figures.append(
        ContestFigure(
          label: Phrase(vi: "trừ: " + words.vi, en: "less: " + words.en), count: deduction.count,
          note: deduction.note, isPart: true))
    }
    figures.append(
      ContestFigure(
        label: Phrase(vi: "Số người để tính kết quả", en: "Base"), count: contest.base,
        source: source(.base(of: who.body))))
    figures.append(
      contest.round.isTieBreak
        ? ContestFigure(
          label: Phrase(
            vi: "Nhiều phiếu hơn thì trúng cử, không cần quá một nửa; số phiếu ít nhất",
            en: "The higher vote is elected, more than half is not needed; votes at least"),
          count: contest.needed, source: source(.tieAtLastSeat))
        : ContestFigure(
          label: Phrase(vi: "Phiếu cần để trúng cử, quá một nửa", en: "Votes that elect, more than half"),
          count: contest.needed, source: source(.majority)))
    return figures
  }

  /// The ballots handed out and taken back, valid and not, with the grounds; and what became of the other papers.
  var papers: [ContestFigure] {
    let papers = contest.ballots
    var figures = [
      ContestFigure(
        label: Phrase(vi: "Phiếu phát ra", en: "Ballots issued"), count: papers.issued, goesOn: true),
      ContestFigure(label: Phrase(vi: "Phiếu thu về", en: "Ballots returned"), count: papers.returned),
    ]
    if papers.recorded != papers.returned {
      figures.append(
        ContestFigure(
          label: Phrase(vi: "Phiếu trong tệp", en: "Ballots in the files"), count: papers.recorded))
    }
    figures.append(
      ContestFigure(
        label: Phrase(vi: "Hợp lệ", en: "Valid"), count: papers.valid, goesOn: papers.ruledValid == 0))
    if papers.ruledValid > 0 {
      figures.append(
        ContestFigure(
          label: Phrase(vi: "ban công nhận hợp lệ", en: "ruled valid by the board"), count: papers.ruledValid,
          note: words(papers.rulingWords), isPart: true))
    }
    figures.append(ContestFigure(label: Phrase(vi: "Không hợp lệ", en: "Invalid"), count: papers.invalid))
    for ground in InvalidityGround.allCases {
      guard let ballots = papers.invalidByReason[ground] else { continue }
      figures.append(
        ContestFigure(
          label: ground.words, count: ballots, code: ground.shortCode, source: source(.ground(ground)),
          note: ground == .other && !papers.othersHaveMore ? words(papers.otherWords) : nil, isPart: true))
    }
    if papers.othersHaveMore {
      figures.append(
        ContestFigure(
          label: BallotCounts.boardWords, count: papers.invalidBearing[.other] ?? 0,
          note: words(papers.otherWords), isPart: true))
    }
    return figures + account
  }

  private var account: [ContestFigure] {
    guard let account = contest.papers else { return [] }
    return [
      ContestFigure(label: Phrase(vi: "Phiếu đã in", en: "Papers printed"), count: account.printed),
      ContestFigure(
        label: Phrase(vi: "hỏng đã đổi", en: "spoiled and exchanged"), count: account.spoiled, isPart: true),
      ContestFigure(label: Phrase(vi: "không dùng", en: "unused"), count: account.unused, isPart: true),
      ContestFigure(label: Phrase(vi: "đã hủy", en: "destroyed"), count: account.destroyed, isPart: true),
    ]
  }

  /// The board's words, each with its ballots.
  private func words(_ words: [WordsCount]) -> String? {
    words.isEmpty
      ? nil : words.map { ($0.words.map { "«\($0)»" } ?? "…") + ": \($0.ballots)" }.joined(separator: "; ")
  }

  private func source(_ provision: Provision) -> Source? {
    rulebook?.source(provision)
  }
}

extension BallotCounts {
  /// Whether a ballot that the board declared invalid in its own words is counted under another ground, of which it is one of several.
  var othersHaveMore: Bool { invalidBearing[.other] ?? 0 > invalidByReason[.other] ?? 0 }

  /// What the board's words are called where they are on more ballots than are counted under them.
  static var boardWords: Phrase {
    Phrase(
      vi: "có lý do khác do ban kiểm phiếu ghi, kể cả phiếu đã tính theo lý do nêu trên",
      en: "with a ground in the board's own words, those counted by a ground above included")
  }
}
