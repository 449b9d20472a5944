import Documents
import Elections
import Faults
import Foundation
import Outcomes
import Reports
import Testing
import Typesetting

/// Word files as LibreOffice lays them out, where it is installed, with `pdftotext` of Poppler.
@Suite(
  "Minutes in LibreOffice", .enabled(if: Office.isInstalled, "LibreOffice or pdftotext is not installed"))
struct RenderedWordTests {
  @Test("Every page has the code and its number; nothing of the minutes is lost")
  func pages() throws {
    let samples = ["dang-bo-van-phong", "tranh-ghe-cuoi", "thieu-nguoi", "vo-hieu", "da-ky"]
    let frames = try samples.map { sample in
      let counted = try CountedElection.sample(sample)
      return ReportFrame(counted.result, counted.standing, sample == "da-ky" ? .english : .vietnamese)
    }
    let sheets = frames.map { Minutes($0.result.contests[0], $0).sheet() }
    let texts = try Office.pages(of: sheets.map { [$0] })
    for (index, (sheet, pages)) in zip(sheets, texts).enumerated() {
      #expect((2...4).contains(pages.count), "\(samples[index]) has \(pages.count) pages")
      for (number, page) in pages.enumerated() {
        #expect(page.contains(frames[index].standing.code.prefix(20)))
        #expect(
          page.contains("\(sheet.language == .english ? "Page" : "Trang") \(number + 1)/\(pages.count)"))
        for warning in sheet.warnings { #expect(page.contains(warning)) }
      }
      // Without spaces, since lines break, tables are laid out, and justified lines are read with spaces within words.
      let shown = pages.joined().filter { !$0.isWhitespace }
      let meant = sheet.words.flatMap { $0.split { $0.isWhitespace || $0 == "|" } }
      let lost = meant.filter { !shown.contains($0) }
      #expect(lost.isEmpty, "\(samples[index]): \(lost.prefix(5))")
    }
  }

  @Test("A long list breaks over pages with its header on each, and the signatures stay with the last words")
  func longList() throws {
    let counted = try CountedElection.sample("ba-phieu")
    var contest = counted.result.contests[0]
    let person = contest.candidates[0]
    contest.candidates = (1...150).map { number in
      var next = person
      next.candidate.number = number
      next.candidate.name = "Người Thứ \(number)" + (number == 77 ? String(repeating: "ẵ", count: 200) : "")
      return next
    }
    let frame = ReportFrame(counted.result, counted.standing, .vietnamese)
    let pages = try Office.pages(of: [
      [Minutes(contest, frame).sheet()], [Minutes(contest, frame).sheet(), SealLabels(frame).sheet()],
    ])
    let list = pages[0].filter { $0.contains("Người Thứ") }
    #expect(list.count >= 6)
    #expect(list.allSatisfy { $0.contains("Họ và tên") })
    let last = try #require(pages[0].last)
    #expect(last.contains("T/M BAN KIỂM PHIẾU") && last.contains("Biên bản lập xong"))
    // Several sheets in one file: each begins a page whose number is 1.
    #expect(pages[1].count == pages[0].count + 1)
    #expect(
      try #require(pages[1].last).contains("NIÊM PHONG") && pages[1].last?.contains("Trang 1\n") == true)
  }

  @Test("The handover is one page; where it takes more, the last words stand above the signatures")
  func handover() throws {
    let samples = ["da-ky", "quy-che-190", "phieu-tron", "ba-phieu", "dang-bo-van-phong"]
    let frames = try (samples + samples).enumerated().map { index, sample in
      let counted = try CountedElection.sample(sample)
      return ReportFrame(
        counted.result, counted.standing, index < samples.count ? .vietnamese : .english)
    }
    var long = frames[0]
    long.result.contests = (1...14).map { number in
      var contest = long.result.contests[0]
      contest.title += " \(number)"
      return contest
    }
    let texts = try Office.pages(of: (frames + [long]).map { [HandoverMinutes($0).sheet()] })
    for (frame, pages) in zip(frames, texts) {
      #expect(pages.count == 1, "\(frame.result.election.congress), \(frame.language): \(pages.count) pages")
    }
    let last = try #require(texts.last?.last)
    #expect(texts.last?.count == 2)
    #expect(last.contains("BÊN NHẬN") && last.contains("mỗi bên giữ một bản"))
  }
}
