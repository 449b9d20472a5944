import Auditing
import BallotFiles
import Documents
import Elections
import Faults
import Outcomes
import Reports
import Tallying

/// What an audit says to the board.
struct AuditWords {
  private let audited: AuditedContest
  /// The risk limit.
  let percent: Int
  private let language: Language
  /// `nil` where there is no outcome to confirm.
  let assertions: OutcomeAssertions?

  init(_ audited: AuditedContest, percent: Int, _ language: Language) {
    self.audited = audited
    self.percent = percent
    self.language = language
    assertions = OutcomeAssertions(
      audited.outcome, seats: audited.contest.seats, ballots: audited.stack.papers.count)
  }

  private func say(_ vi: String, _ en: String) -> String { Phrase(vi: vi, en: en)[language] }

  private var ballots: Int { audited.stack.papers.count }

  // MARK: Before

  func heading() -> String {
    let contest = audited.contest
    var lines = [
      say("Đối chiếu phiếu giấy: ", "Paper audit: ") + visible(contest.title, limit: 1000)
        + " [\(visible(contest.id))]"
    ]
    if audited.isRehearsal {
      lines.append(
        say(
          "KIỂM THỬ: các phiếu này không thuộc cuộc bầu cử nào.",
          "REHEARSAL: these ballots are of no election."))
    }
    lines.append(
      say(
        "\(ballots) phiếu; trúng cử \(audited.outcome.elected.count)/\(contest.seats): ",
        "\(several(ballots, "ballot")); elected \(audited.outcome.elected.count)/\(contest.seats): ")
        + (audited.outcome.elected.isEmpty
          ? say("không ai", "nobody") : audited.outcome.elected.map(String.init).joined(separator: ", ")))
    return lines.joined(separator: "\n") + "\n"
  }

  /// How many papers are to be looked at, before anything was.
  func plan() -> String {
    guard let assertions else { return heading() + noOutcome() }
    guard let closest = assertions.closest else {
      return heading()
        + say(
          "Dù đọc các phiếu thế nào, không ai khác trúng cử: không có gì phải kiểm tra.\n",
          "However the papers are read, nobody else is elected: there is nothing to audit.\n")
    }
    let needed = KaplanMarkov.sampleSize(percent: percent, margin: closest.margin, of: ballots)
    var text =
      heading()
      + say(
        "Sát nhất: \(asserted(closest).vi).\nĐể rủi ro không quá \(percent) %: cần xem \(needed) phiếu, nếu không phiếu nào khác.\n",
        "The closest: \(asserted(closest).en).\nFor a risk of at most \(percent)%: \(several(needed, "paper")) to look at, if none of them differs.\n"
      )
    if HandCountAdvice.isBetter(sample: needed, of: ballots) { text += handCount(needed) }
    return text
  }

  private func handCount(_ needed: Int) -> String {
    ballots < HandCountAdvice.smallStack
      ? say(
        "Nên kiểm lại toàn bộ bằng tay: chỉ có \(ballots) phiếu.\n",
        "Better count all by hand again: the contest has only \(several(ballots, "ballot")).\n")
      : say(
        "Nên kiểm lại toàn bộ bằng tay: phải xem quá nửa số phiếu (\(needed)/\(ballots)).\n",
        "Better count all by hand again: more than half would have to be looked at (\(needed) of \(ballots)).\n"
      )
  }

  private func noOutcome() -> String {
    let status = audited.outcome.status.words
    return say(
      "Không có kết quả để khẳng định: \(status.vi).\n", "There is no outcome to confirm: \(status.en).\n")
  }

  /// An assertion in words, with what it rests on.
  private func asserted(_ entry: OutcomeAssertions.Entry) -> Phrase {
    let votes = audited.outcome.standings.map(\.votes)
    let needed = audited.outcome.needed
    switch entry.assertion {
    case .ranks(let upper, let lower):
      return Phrase(
        vi: "số \(upper + 1) (\(votes[upper]) phiếu bầu) hơn số \(lower + 1) (\(votes[lower]))",
        en:
          "number \(upper + 1) (\(several(votes[upper], "vote"))) is above number \(lower + 1) (\(votes[lower]))"
      )
    case .reaches(let name):
      return Phrase(
        vi: "số \(name + 1) (\(votes[name]) phiếu bầu) đủ \(needed) phiếu",
        en: "number \(name + 1) (\(several(votes[name], "vote"))) has the \(needed) that elect")
    case .misses(let name):
      return Phrase(
        vi: "số \(name + 1) (\(votes[name]) phiếu bầu) không đủ \(needed) phiếu",
        en: "number \(name + 1) (\(several(votes[name], "vote"))) has not the \(needed) that elect")
    }
  }

  // MARK: The draw

  /// The papers to be pulled, without what was recorded of them.
  func drawn(_ papers: [Paper], seed: String) -> String {
    let words = visible(seed, limit: 1000)
    var lines = [
      "",
      say(
        "Lấy ra \(papers.count) phiếu, bốc theo «\(words)»:",
        "Pull \(several(papers.count, "paper")), drawn by '\(words)':"),
    ]
    for paper in papers { lines.append("  " + place(paper)) }
    if !audited.stack.hasSerials {
      lines.append(
        say(
          "Các tệp không đánh số phiếu: số ở đây tính từ 1 theo thứ tự các tệp; tờ ghi phiếu dùng số này.",
          "The files do not number the ballots: numbers here begin with 1 in the order of the files; the sheet uses them."
        ))
    }
    return lines.joined(separator: "\n") + "\n"
  }

  private func place(_ paper: Paper) -> String {
    let file = visible(audited.result.files[paper.file].file.name)
    let line = paper.recorded.line
    return name(paper)[language] + say(" (\(file), dòng \(line))", " (\(file), line \(line))")
  }

  private func name(_ paper: Paper) -> Phrase {
    let serial = Phrase(vi: "số phiếu \(paper.name.serial)", en: "serial \(paper.name.serial)")
    guard let bundle = paper.name.bundle else { return serial }
    return Phrase(vi: "xấp \(bundle), \(serial.vi)", en: "bundle \(bundle), \(serial.en)")
  }

  // MARK: After

  /// Each paper: the same, or both readings.
  func compared(_ readings: [PaperReading]) -> String {
    var text = ""
    for reading in readings {
      if reading.isSame {
        text += "  = " + name(reading.paper)[language] + "\n"
        continue
      }
      text += "  ≠ " + place(reading.paper) + "\n"
      text +=
        say("      đã ghi: ", "      recorded: ") + reading.paper.recorded.words(audited.style)[language]
        + "\n"
      text +=
        say("      trên phiếu: ", "      on the paper: ") + reading.read.words(audited.style)[language] + "\n"
    }
    let different = readings.count { !$0.isSame }
    let changing = readings.count { !$0.isSame && $0.changesVotes(audited.style) }
    return text
      + say(
        "Đã xem \(readings.count) phiếu: giống \(readings.count - different), khác \(different); đổi số phiếu bầu: \(changing).\n",
        "Papers looked at: \(readings.count). The same: \(readings.count - different), different: \(different), of which change votes: \(changing).\n"
      )
  }

  /// What was found of a whole bundle says nothing of the others.
  func bundleOnly() -> String {
    say(
      "Cả một xấp cho thấy việc nhập xấp đó, không giới hạn rủi ro cho kết quả: muốn vậy thì bốc từng phiếu (--ballots).\n",
      "A whole bundle shows how that bundle was typed; it limits no risk of the outcome. For that draw single papers (--ballots).\n"
    ) + (assertions == nil ? noOutcome() : "")
  }

  /// The risk that was reached, and what it means.
  func assessed(_ assessment: RiskAssessment) -> String {
    guard let entry = assessment.entry else { return "" }
    let (errors, isEnough) = (assessment.errors, assessment.risk.isWithin(percent: percent))
    if assessment.isWhole {
      return isEnough
        ? say(
          "Đã xem mọi phiếu: theo phiếu giấy, những người trúng cử vẫn như vậy.\n",
          "All papers were looked at: by them, the same people are elected.\n")
        : say(
          "Đã xem mọi phiếu: kết quả không đúng với phiếu giấy (\(asserted(entry).vi): không còn đúng). Kiểm lại toàn bộ.\n",
          "All papers were looked at: they do not bear out the outcome (\(asserted(entry).en): true no more). Count all again.\n"
        )
    }
    let risk = Percent(assessment.risk.hundredths, of: 10_000)
    var text = say(
      "Đáng ngờ nhất: \(asserted(entry).vi); lệch có lợi cho kết quả 1 phiếu: \(errors.over1), 2 phiếu: \(errors.over2); bất lợi 1 phiếu: \(errors.under1), 2 phiếu: \(errors.under2).\n",
      "Most in doubt: \(asserted(entry).en); overstated by 1 vote: \(errors.over1), by 2: \(errors.over2); understated by 1: \(errors.under1), by 2: \(errors.under2).\n"
    )
    text += say(
      "Rủi ro: không quá \(risk.withComma) %; mức cho phép \(percent) %.\n",
      "Risk: at most \(risk.withPoint)%; the limit is \(percent)%.\n")
    if isEnough {
      return text
        + say(
          "Đủ: nếu kết quả sai thì ít có khả năng các phiếu lấy ra như thế này.\n",
          "Enough: were the outcome wrong, papers like these would hardly have been drawn.\n")
    }
    let all = assessment.sampleSize(percent: percent)
    let more = all - assessment.seen
    text += say(
      "Chưa đủ: nếu các phiếu sau cũng khác với tỷ lệ như vậy, cần xem thêm \(more) phiếu (tất cả \(all)), cùng --seed.\n",
      "Not enough: if those to come differ as often, \(several(more, "more paper")) must be looked at (\(all) in all), by the same --seed.\n"
    )
    if HandCountAdvice.isBetter(sample: all, of: ballots) { text += handCount(all) }
    return text
  }
}
