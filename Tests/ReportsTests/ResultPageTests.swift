import Documents
import Elections
import Faults
import Foundation
import Outcomes
import Reports
import Testing
import Typesetting

@Suite("Result pages")
struct ResultPageTests {
  @Test(
    "Pages of the samples",
    arguments: [
      ("ba-phieu", Language.vietnamese), ("ba-phieu", .english), ("phieu-tron", .vietnamese),
      ("thieu-nguoi", .vietnamese), ("tranh-ghe-cuoi", .vietnamese), ("tranh-ghe-cuoi/2-bau-lai", .english),
      ("vo-hieu", .english), ("dang-bo-van-phong", .vietnamese),
    ])
  func golden(_ sample: String, _ language: Language) throws {
    let counted = try CountedElection.sample(sample)
    let page = ResultPage.html(counted.result, counted.standing, language, percent: .halfUp)
    let name = sample.split(separator: "/").joined(separator: "-")
    try expectGolden(page, "result-\(name).\(language.rawValue).html")
  }

  private static func page(
    _ result: ElectionResult, _ standing: ResultStanding, _ language: Language = .vietnamese,
    percent: Percent.Rounding = .halfUp
  ) -> String {
    ResultPage.html(result, standing, language, percent: percent)
  }

  @Test("Nothing of a name is markup, and all of it is shown")
  func hostileNames() throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "hostile-" + UUID().uuidString)
    try HostileElection.write(to: folder)
    defer { try? FileManager.default.removeItem(at: folder) }
    let counted = try CountedElection(folder: folder)
    let page = Self.page(counted.result, counted.standing)
    #expect(!page.contains("<script") && !page.contains("<img") && !page.contains("<b>"))
    #expect(page.contains("&lt;script&gt;document.title = &#39;hacked&#39;&lt;/script&gt;"))
    #expect(page.contains(String(repeating: "W", count: 1000) + "</th>"))
    #expect(page.matches(of: /Nguyễn Văn Người thứ 1024</).count >= 2)
  }

  @Test("Characters that would hide or reorder are shown by their numbers")
  func bidirectional() throws {
    var counted = try CountedElection.sample("ba-phieu")
    counted.result.contests[0].candidates[0].candidate.name = "a\u{202E}b\u{0}"
    for page in [
      Self.page(counted.result, counted.standing),
      Slides.html(counted.result, counted.standing, .english, percent: .halfUp),
    ] {
      #expect(page.contains("a\\u{202E}b\\u{0}"))
      #expect(!page.unicodeScalars.contains("\u{202E}") && !page.unicodeScalars.contains("\u{0}"))
    }
  }

  @Test("What a result lacks is said before anything else", arguments: Language.allCases)
  func warnings(_ language: Language) throws {
    var counted = try CountedElection.sample("ba-phieu")
    counted.result.isRehearsal = true
    counted.result.part = CountedPart(contests: ["bi-thu"], ballotsReplaced: true)
    counted.standing.verified = .unfinished([Phrase(vi: "thiếu tệp <phiếu>", en: "no <ballots>")])
    let page = Self.page(counted.result, counted.standing, language)
    let summary = try #require(page.range(of: "id=\"summary\""))
    let head = page[..<summary.lowerBound]
    let warnings = counted.standing.warnings(isRehearsal: true)
    #expect(warnings.count == 3)
    for warning in warnings { #expect(head.contains(escaped(warning[language]))) }
    #expect(head.contains(language == .vietnamese ? "Chỉ kiểm một phần" : "Only a part was counted"))
    #expect(page.contains(language == .vietnamese ? "thiếu tệp &lt;phiếu&gt;" : "no &lt;ballots&gt;"))
    counted.result.isRehearsal = false
    counted.result.part = nil
    counted.standing.verified = .certified
    counted.standing.signatures = [ResultStanding.Signature(role: .head, name: "Lê <Hoa>")]
    let good = Self.page(counted.result, counted.standing, language)
    #expect(!good.contains("class=\"warning\"") && good.contains("Lê &lt;Hoa&gt;"))
  }

  @Test("A contest that decides nothing says so, with no chart and nobody elected", arguments: ["vo-hieu"])
  func undecided(_ sample: String) throws {
    let counted = try CountedElection.sample(sample)
    let page = Self.page(counted.result, counted.standing, .english)
    #expect(page.matches(of: /these counts decide nothing|the counts decide nothing/).count == 3)
    #expect(!page.contains("role=\"img\"") && !page.contains("class=\"people") && !page.contains("✓ elected"))
  }

  @Test("Votes stand in ballot order with fraction and share; those elected from high to low")
  func order() throws {
    let counted = try CountedElection.sample("dang-bo-van-phong")
    let page = Self.page(counted.result, counted.standing)
    let truncated = Self.page(counted.result, counted.standing, percent: .truncated)
    let contest = counted.result.contests[0]
    var rest = page[...]
    for person in contest.candidates + contest.elected.map({ contest.candidates[$0 - 1] }) {
      let found = try #require(rest.range(of: "class=\"name\">\(person.candidate.name)"))
      rest = rest[found.upperBound...]
    }
    #expect(page.contains("<span class=\"whole\">101/115 =</span> <span class=\"whole\">87,83 %</span>"))
    #expect(truncated.contains("<span class=\"whole\">101/115 =</span> <span class=\"whole\">87,82 %</span>"))
  }

  @Test("The chart's lengths are shares of the base, or of the most votes where that is more")
  func chart() throws {
    var counted = try CountedElection.sample("ba-phieu")
    #expect(counted.result.contests[0].base == 3)
    var page = Self.page(counted.result, counted.standing)
    for part in ["class=\"bar won\" x=\"0\" y=\"17\" width=\"66.67%\"", "class=\"half\" x=\"50.00%\""] {
      #expect(page.contains(part))
    }
    counted.result.contests[0].candidates[0].votes = 6
    page = Self.page(counted.result, counted.standing)
    for part in ["class=\"bar won\" x=\"0\" y=\"17\" width=\"100.00%\"", "class=\"half\" x=\"25.00%\""] {
      #expect(page.contains(part))
    }
  }
}
