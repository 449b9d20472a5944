public import Documents
import Elections
public import Faults
public import Outcomes
import Rulebooks

/// A result as a table for spreadsheets (CSV, RFC 4180): a row for each person, with everything on the row that a reader would otherwise
/// have to look up elsewhere.
///
/// Excel takes a file for Vietnamese only behind a byte order mark, finds the columns by the semicolon where the comma is a decimal
/// comma, as in Vietnamese, and runs a cell that begins with `=`, `+`, `-` or `@`; see ``SpreadsheetText``.
public enum ResultSpreadsheet {
  /// - Returns: UTF-8 with a byte order mark, rows ended by CR LF.
  public static func text(
    _ result: ElectionResult, _ standing: ResultStanding, _ language: Language,
    percent rounding: Percent.Rounding = .halfUp
  ) -> String {
    func say(_ vi: String, _ en: String) -> String { Phrase(vi: vi, en: en)[language] }
    let frame = ReportFrame(result, standing, language, percent: rounding)
    var table = SpreadsheetText(separator: language == .vietnamese ? ";" : ",")
    let share = say("Tỷ lệ (%)", "Share (%)") + (rounding.note.map { ", " + $0[language] } ?? "")
    table.append([
      say("Cuộc bầu", "Contest"), say("Tên cuộc bầu", "Title"), say("Vòng", "Round"), say("Số", "Number"),
      say("Họ và tên", "Name"), say("Số phiếu", "Votes"), say("Số người để tính", "Base"),
      share, say("Trúng cử", "Elected"), say("Thứ tự trúng cử", "Place"),
      say("Kết quả", "Outcome"), say("Phát ra", "Issued"), say("Thu về", "Returned"),
      say("Hợp lệ", "Valid"), say("Không hợp lệ", "Invalid"), say("Lưu ý", "Note"),
      say("Mã kết quả", "Code of the result"), say("Không đồng ý hoặc không có phiếu", "Disagree or no vote"),
    ])
    let warnings = (frame.warnings + [standing.unsigned?[language]].compactMap { $0 }).joined(separator: "; ")
    for contest in result.contests {
      let tied = contest.tie?.candidates ?? []
      let columns = VoteColumns(contest)
      func outcome(of person: CandidateResult) -> String {
        if person.elected { return say("có", "yes") }
        return tied.contains(person.candidate.number) ? say("bằng phiếu", "tied") : say("không", "no")
      }
      for person in contest.candidates {
        let percent = Percent(person.votes, of: contest.base, rounding: rounding)
        let place = contest.elected.firstIndex(of: person.candidate.number).map { String($0 + 1) } ?? ""
        table.append([
          contest.id, contest.title, String(contest.round.number), String(person.candidate.number),
          person.candidate.name, String(person.votes), String(contest.base),
          language == .vietnamese ? percent.withComma : percent.withPoint,
          outcome(of: person), place, contest.status.words[language],
          String(contest.ballots.issued), String(contest.ballots.returned), String(contest.ballots.valid),
          String(contest.ballots.invalid), warnings, standing.code,
          columns.others == nil ? "" : String(columns.others(than: person)),
        ])
      }
    }
    return table.text
  }
}
