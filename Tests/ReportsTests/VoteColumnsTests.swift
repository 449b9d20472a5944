import Documents
import Elections
import Faults
import Foundation
import Outcomes
import Reports
import Testing
import Typesetting

/// Votes against on agree/disagree ballots, as far as a result says them.
@Suite("Votes for and against")
struct VoteColumnsTests {
  private static func minutes(_ sample: String, _ contest: Int, _ language: Language) throws -> [String] {
    let counted = try CountedElection.sample(sample)
    let frame = ReportFrame(counted.result, counted.standing, language)
    return Minutes(counted.result.contests[contest], frame).sheet().words
  }

  /// The valid papers of a matrix of one name that disagree, as the file says them.
  private static func disagreeing(_ sample: String, _ file: String) throws -> Int {
    let text = try String(
      contentsOf: Place.repository.appending(path: "Samples/\(sample)/\(file)"), encoding: .utf8)
    let rows = text.split(whereSeparator: \.isNewline).map {
      $0.split(separator: ",", omittingEmptySubsequences: false)
    }
    #expect(rows.first == ["serial", "invalid", "1"])
    return rows.count { $0[1].isEmpty && $0[2] == "0" }
  }

  @Test("Of one name those who disagree are counted, and called so")
  func oneName() throws {
    let against = try Self.disagreeing("phieu-tron", "dai-bieu-du-khuyet.csv")
    #expect(against == 4)
    let vi = try Self.minutes("phieu-tron", 1, .vietnamese)
    #expect(vi.contains("Số | Họ và tên | Đồng ý | Không đồng ý | Tỷ lệ đồng ý trên số người để tính"))
    #expect(vi.contains("1 | Lường Văn Khoa | 26 | \(against) | 26/36 = 72,22 %"))
    #expect(!vi.contains { $0.contains("không có phiếu") })
    let en = try Self.minutes("phieu-tron", 1, .english)
    #expect(en.contains("No. | Name | Agree | Disagree | Agreeing share of the base"))
    #expect(en.contains("1 | Lường Văn Khoa | 26 | \(against) | 26/36 = 72.22%"))
  }

  @Test("Of several names the rest is not called disagreement alone, and is explained with its article")
  func severalNames() throws {
    let vi = try Self.minutes("phieu-tron", 0, .vietnamese)
    #expect(vi.contains { $0.contains("| Đồng ý | Không đồng ý hoặc không có phiếu | ") })
    #expect(vi.contains("2 | Nguyễn Quốc Hưng | 24 | 5 | 24/36 = 66,67 %"))
    #expect(
      vi.contains { $0.hasPrefix("«Không đồng ý hoặc không có phiếu»") && $0.contains("khoản 1, Điều 32") })
    let en = try Self.minutes("phieu-tron", 0, .english)
    #expect(en.contains { $0.hasPrefix("'Disagree or no vote'") && $0.contains("Article 32.1") })
  }

  @Test("Strike-out ballots have one column of votes")
  func strikeOut() throws {
    let lines = try Self.minutes("ba-phieu", 0, .vietnamese)
    #expect(lines.contains("Số | Họ và tên | Số phiếu | Tỷ lệ trên số người để tính"))
    #expect(!lines.contains { $0.contains("Không đồng ý") })
  }

  @Test("The page, the table and the spreadsheet say the same")
  func elsewhere() throws {
    let counted = try CountedElection.sample("phieu-tron")
    let page = ResultPage.html(counted.result, counted.standing, .vietnamese, percent: .halfUp)
    #expect(page.contains("others\">Không đồng ý</th>") && page.contains("hoặc không có phiếu</th>"))
    let table = ResultTable.text(counted.result, .english)
    #expect(table.contains("  1  Bạch Thị Dung        26     3  26/36 = 72.22%  elected\n"))
    #expect(table.contains("'Rest': the valid ballots less those that agree"))
    #expect(table.contains("  1  Lường Văn Khoa     26         4  26/36 = 72.22%  elected\n"))
    let cells = ResultSpreadsheet.text(counted.result, counted.standing, .english).split(separator: "\r\n")
    #expect(cells[0].hasSuffix(",Disagree or no vote"))
    #expect(cells.dropFirst().map { $0.split(separator: ",").last } == ["3", "5", "7", "6", "3", "4"])
  }
}
