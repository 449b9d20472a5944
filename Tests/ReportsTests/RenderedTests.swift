import Documents
import Elections
import Faults
import Foundation
import Outcomes
import Reports
import Rulebooks
import Testing
import Typesetting

/// Pages as a browser shows and prints them.
@Suite("Rendered pages", .serialized)
struct RenderedTests {
  @Test("Where Chromium and Poppler are absent, the tests of rendered pages are left out")
  func saysWhatIsLeftOut() {
    if !Browser.isPresent { print("rendered pages: not tested, for want of chromium or pdftotext") }
  }

  /// A folder for the pages of a test, gone afterwards unless `KIEMPHIEU_PAGES` names one to keep them in.
  private static func inFolder(_ body: (URL) throws -> Void) throws {
    if let kept = ProcessInfo.processInfo.environment["KIEMPHIEU_PAGES"] {
      return try body(URL(filePath: kept))
    }
    let folder = FileManager.default.temporaryDirectory.appending(path: "pages-" + UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    try body(folder)
  }

  private static func write(_ page: String, _ name: String, in folder: URL) throws -> URL {
    let file = folder.appending(path: name)
    try Data(page.utf8).write(to: file)
    return file
  }

  private static func resultPage(_ counted: CountedElection) -> String {
    ResultPage.html(counted.result, counted.standing, .vietnamese, percent: .halfUp)
  }

  private static func slides(_ counted: CountedElection) -> String {
    Slides.html(counted.result, counted.standing, .vietnamese, percent: .halfUp)
  }

  @Test("On a telephone and a projector", .enabled(if: Browser.isPresent))
  func screens() throws {
    try Self.inFolder { folder in
      let sample = try CountedElection.sample("tranh-ghe-cuoi")
      try HostileElection.write(to: folder.appending(path: "hostile"))
      let hostile = try CountedElection(folder: folder.appending(path: "hostile"))
      let round = try CountedElection.sample("phieu-tron")
      let pages = [
        try Self.write(Self.resultPage(sample), "sample.html", in: folder),
        try Self.write(Self.resultPage(round), "round.html", in: folder),
        try Self.write(Self.resultPage(hostile), "hostile.html", in: folder),
      ]
      let shows = [
        try Self.write(Self.slides(sample), "sample-slides.html", in: folder),
        try Self.write(Self.slides(hostile), "hostile-slides.html", in: folder),
      ]
      let telephones = pages.map { Probe.Frame(file: $0, width: 360, height: 740) }
      let projectors =
        shows.map { Probe.Frame(file: $0, width: 1920, height: 1080, isSlides: true) }
        + [Probe.Frame(file: shows[0], width: 1024, height: 768, isSlides: true)]
      let scriptless = Self.slides(sample).replacing(/<script>[^<]*(<[^\/][^<]*)*<\/script>/, with: "")
      let unscripted = try Self.write(scriptless, "scriptless.html", in: folder)
      let long = Probe.Frame(file: unscripted, width: 360, height: 740)
      let measures = try Probe.measure(telephones + projectors + [long], in: folder)
      try #require(measures.count == 7)
      for measure in measures { #expect(measure.contrast >= 700, "\(measure.palest)") }
      for page in measures.prefix(3) {
        #expect(page.scrollWidth <= 360)
        #expect(page.title.hasPrefix("Kết quả bầu cử: Đ"))
      }
      #expect(!scriptless.contains("<script") && measures[6].scrollWidth <= 360)
      #expect(measures[6].showing == measures[3].slides)
      for show in measures[3..<6] {
        #expect(show.showing == 1)
        let last = show.slides
        #expect(show.seen == last && last > 2)
        #expect(show.places == [1, 2, 1, last, last, last - 1])
        #expect(show.letters >= 50)
        #expect(show.overflowing == [])
      }
    }
  }

  @Test(
    "Printed on A4: every name, heads repeated, the code and the page on each",
    .enabled(if: Browser.isPresent))
  func printed() throws {
    try Self.inFolder { folder in
      let counted = try CountedElection.sample("dang-bo-van-phong")
      let page = try Self.write(Self.resultPage(counted), "printed.html", in: folder)
      let pages = try Browser.printedPages(of: page)
      #expect((4...6).contains(pages.count))
      for (index, text) in pages.enumerated() {
        #expect(text.contains(counted.standing.code), "page \(index + 1)")
        #expect(text.contains("\(index + 1)/\(pages.count)"))
      }
      for person in counted.result.contests.flatMap(\.candidates) {
        #expect(pages.contains { $0.contains(person.candidate.name) }, "\(person.candidate.name)")
      }
      #expect(pages.joined().contains("106/115 = 92,17 %"))
      // The heading of a contest begins the page on which its figures stand.
      for contest in counted.result.contests {
        let facts = "Bầu \(contest.seats) trong danh sách \(contest.candidates.count) người"
        let page = try #require(pages.first { $0.contains(facts) })
        let heading = page.components(separatedBy: facts)[0]
        #expect(heading.contains(contest.title.split(separator: " ").prefix(4).joined(separator: " ")))
        #expect(page.contains("Triệu tập") && page.contains("Phiếu phát ra"))
      }
    }
  }

  @Test("Papers on a telephone", .enabled(if: Browser.isPresent))
  func papersOnTelephone() throws {
    try Self.inFolder { folder in
      try HostileElection.write(to: folder.appending(path: "hostile-papers"))
      let elections =
        [try CountedElection(folder: folder.appending(path: "hostile-papers"))]
        + (try ["phieu-tron", "dang-bo-van-phong"].map(CountedElection.sample))
      var sheets: [Sheet] = []
      for counted in elections {
        let frame = ReportFrame(counted.result, counted.standing, .vietnamese)
        sheets += [
          Minutes(counted.result.contests[0], frame).sheet(), HandoverMinutes(frame).sheet(),
          SealLabels(frame).sheet(), ApprovalRequest(frame).sheet(),
        ]
      }
      let items = elections.map {
        SummarizedResult(result: $0.result, standing: $0.standing, code: $0.standing.code, sha256: "")
      }
      sheets.append(BranchSummary(Array(items.dropFirst()), plan: nil, on: nil).sheet(.vietnamese))
      let frames = try sheets.enumerated().map { index, sheet in
        Probe.Frame(
          file: try Self.write(SheetPage([sheet]).text(), "paper-\(index).html", in: folder), width: 360,
          height: 740)
      }
      for (sheet, measure) in zip(sheets, try Probe.measure(frames, in: folder)) {
        #expect(measure.scrollWidth <= 360, "\(sheet.title.prefix(60))")
        #expect(measure.contrast >= 700, "\(measure.palest)")
      }
    }
  }

  @Test("The key F fills the screen with the slides and gives it back", .enabled(if: Browser.isPresent))
  func fullScreen() throws {
    try Self.inFolder { folder in
      let html = Self.slides(try CountedElection.sample("ba-phieu"))
      let file = try Self.write(html, "full-screen.html", in: folder)
      let page = try DrivenPage(file, try #require(Browser.program))
      defer { page.close() }
      let filling = "document.fullscreenElement && document.fullscreenElement.tagName"
      try page.wait(for: filling, toBe: "null")
      try page.press(letter: "f")
      try page.wait(for: filling, toBe: "HTML")
      try page.press(letter: "f")
      try page.wait(for: filling, toBe: "null")
    }
  }

  @Test("Slides are printed one on a page", .enabled(if: Browser.isPresent))
  func printedSlides() throws {
    try Self.inFolder { folder in
      let counted = try CountedElection.sample("thieu-nguoi")
      let html = Self.slides(counted)
      let pages = try Browser.printedPages(of: try Self.write(html, "printed-slides.html", in: folder))
      #expect(pages.count == html.split(separator: "<section ").count - 1)
      for (index, text) in pages.enumerated() { #expect(text.contains("\(index + 1)/\(pages.count)")) }
    }
  }

  @Test(
    "Ballots fit their paper, and are printed on as many pages as they say", .enabled(if: Browser.isPresent))
  func ballots() throws {
    try Self.inFolder { folder in
      try HostileElection.write(to: folder.appending(path: "hostile-ballots"))
      let hostile = try CountedElection(folder: folder.appending(path: "hostile-ballots")).election
      let sample = try CountedElection.sample("dang-bo-van-phong").election
      let round = try CountedElection.sample("phieu-tron").election
      var frames: [Probe.Frame] = []
      for (name, election) in [("sample", sample), ("round", round), ("hostile", hostile)] {
        for (number, contest) in election.contests.prefix(2).enumerated() {
          for paper in BallotPapers.Paper.allCases {
            let ballot = BallotPapers.ballot(election, contest, .regulation190, on: paper, .vietnamese)
            let file = "ballot-\(name)-\(number)-\(paper.rawValue).html"
            frames.append(
              Probe.Frame(file: try Self.write(ballot.html, file, in: folder), width: 1200, height: 800))
          }
        }
      }
      let measures = try Probe.measure(frames, in: folder)
      try #require(measures.count == frames.count)
      for (frame, measure) in zip(frames, measures) {
        let name = frame.file.lastPathComponent
        #expect(measure.contrast >= 700, "\(measure.palest)")
        let millimetres = name.hasSuffix("a4.html") ? 297 : 210
        #expect(measure.paper <= millimetres * 3780 / 1000, "\(name)")
      }
      let small = try Browser.printedPages(of: folder.appending(path: "ballot-sample-0-a5.html"))
      #expect(small.count == 1)
      let names = small.joined().components(separatedBy: "Nguyễn Thị Minh Châu")
      #expect(names.count == 3)
      // A name of 1,000 letters stands whole on a page, and the ballot has as many pages as it says.
      let long = try Browser.printedPages(of: folder.appending(path: "ballot-hostile-0-a5.html"))
      #expect(long.joined().count { $0 == "W" } >= 2000)
      for (index, page) in long.enumerated() {
        #expect(page.contains("trang \(index + 1)/\(long.count)"), "page \(index + 1)")
      }
    }
  }
}
