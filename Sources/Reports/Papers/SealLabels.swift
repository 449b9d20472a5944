import Documents
import Elections
import Faults
import Outcomes
public import Typesetting

/// The labels that are glued over the closed covers of a sitting's ballots (giấy niêm phong), one for each contest: whose ballots, how
/// many, and the code of the result that they were counted to.
public struct SealLabels {
  private let frame: ReportFrame

  public init(_ frame: ReportFrame) {
    self.frame = frame
  }

  public func sheet() -> Sheet {
    let title = say("Nhãn niêm phong phiếu bầu", "Labels for the sealed ballots")
    return frame.sheet(title, frame.result.contests.map { .frame(label($0)) })
  }

  private func say(_ vi: String, _ en: String) -> String { frame.say(vi, en) }

  private func label(_ contest: ContestResult) -> [Paragraph] {
    let election = frame.result.election
    let count = frame.count
    let rehearsal =
      frame.result.isRehearsal ? [Paragraph(say("KIỂM THỬ", "REHEARSAL"), .centered, bold: true)] : []
    var lines =
      rehearsal + [
        Paragraph(visible(election.organization, limit: 1000).uppercased(), .centered, bold: true),
        Paragraph(say("NIÊM PHONG PHIẾU BẦU", "SEALED BALLOTS"), .centered, bold: true),
        Paragraph(visible(contest.title, limit: 1000), .centered, bold: true),
      ] + office(contest) + [
        Paragraph(
          [frame.meeting(of: contest).full[frame.language], election.date.unbroken[frame.language]].joined(
            separator: ", "), .centered)
      ] + returned(contest)
    if let papers = contest.papers {
      lines.append(
        Paragraph(
          label: say("Phiếu hỏng và không dùng còn lại:", "Spoiled and unused papers left:"),
          count(papers.spoiled + papers.unused - papers.destroyed)))
    }
    lines += [
      Paragraph(label: say("Bì số:", "Cover number:"), say("…… trên tổng số …… bì", "…… of ……")),
      Paragraph(label: say("Mã kết quả:", "Code of the result:"), frame.standing.code),
      Paragraph(HandoverMinutes.keeping(frame), .item),
      Paragraph(
        say(
          "Niêm phong hồi …… giờ …… phút, ngày …… tháng …… năm ………",
          "Sealed at ……:…… on ……………………"), .item),
      Paragraph(label: say("Trưởng ban kiểm phiếu:", "Head of the counting board:"), Self.blank),
      Paragraph(label: say("Người chứng kiến:", "Witness:"), Self.blank),
    ]
    return lines
  }

  /// What is in the cover; where the papers do not add up, what contradicts what.
  private func returned(_ contest: ContestResult) -> [Paragraph] {
    let (ballots, count) = (contest.ballots, frame.count)
    let isWhole = ballots.valid + ballots.invalid == ballots.returned
    let (valid, invalid) = (count(ballots.valid), count(ballots.invalid))
    let parts =
      isWhole
      ? say(", trong đó hợp lệ \(valid), không hợp lệ \(invalid)", ": \(valid) valid, \(invalid) invalid")
      : say(
        "; đọc được trong tệp phiếu: hợp lệ \(valid), không hợp lệ \(invalid)",
        "; read in the ballot files: \(valid) valid, \(invalid) invalid")
    let undecided = contest.undecidedLine.map { [Paragraph($0[frame.language], .centered, bold: true)] } ?? []
    return [
      Paragraph(label: say("Phiếu thu về:", "Ballots returned:"), count(ballots.returned) + parts)
    ] + undecided
  }

  /// Whom the ballots elect, which the title of a later round need not say.
  private func office(_ contest: ContestResult) -> [Paragraph] {
    let name = contest.office.name(isBranch: frame.isBranch)[frame.language]
    let line = frame.roundLine(contest) ?? say("Bầu: ", "Office: ") + name
    return [Paragraph(line, .centered)]
  }

  private static let blank = "…………………………………………"
}
