import Documents
import Elections
import Faults
import Foundation
import Outcomes
import Testing

@testable import Reports

@Suite("Slides")
struct SlidesTests {
  @Test(
    "Slides of the samples",
    arguments: [
      ("ba-phieu", Language.english), ("phieu-tron", .vietnamese), ("thieu-nguoi", .vietnamese),
      ("tranh-ghe-cuoi", .vietnamese), ("vo-hieu", .english), ("dang-bo-van-phong", .vietnamese),
    ])
  func golden(_ sample: String, _ language: Language) throws {
    let counted = try CountedElection.sample(sample)
    let page = Slides.html(counted.result, counted.standing, language, percent: .halfUp)
    try expectGolden(page, "slides-\(sample).\(language.rawValue).html")
  }

  /// The text of each slide, its foot left out.
  private static func slides(_ counted: CountedElection, _ language: Language = .vietnamese) -> [String] {
    Slides.html(counted.result, counted.standing, language, percent: .halfUp).split(separator: "<section ")
      .dropFirst().map { String($0.split(separator: "<p class=\"foot\"").first ?? "") }
  }

  @Test("A contest that decides nothing shows no name and no votes")
  func undecided() throws {
    let counted = try CountedElection.sample("vo-hieu")
    let slides = Self.slides(counted, .english)
    let contest = counted.result.contests[0]
    #expect(contest.candidates.contains { $0.votes > 100 })
    #expect(slides.count == 2)
    #expect(slides[1].contains("The vote is void") && slides[1].contains("nobody is elected"))
    for person in contest.candidates {
      #expect(!slides.contains { $0.contains(person.candidate.name) || $0.contains(">\(person.votes)<") })
    }
  }

  @Test("Every name stands once in ballot order, then those elected from high to low")
  func order() throws {
    let counted = try CountedElection.sample("dang-bo-van-phong")
    let contest = counted.result.contests[0]
    let slides = Self.slides(counted).filter { $0.contains("Bầu Ban Chấp hành") }
    let names = slides.flatMap { $0.matches(of: /class="name"><span>([^<]*)</).map { String($0.1) } }
    let elected = contest.elected.map { contest.candidates[$0 - 1] }
    #expect(names == (contest.candidates + elected).map(\.candidate.name))
    #expect(slides.count(where: { $0.contains("Số phiếu bầu") }) == 3)
  }

  @Test("The foot of every slide says what the result lacks")
  func foot() throws {
    var counted = try CountedElection.sample("ba-phieu")
    counted.result.isRehearsal = true
    counted.result.part = CountedPart(contests: ["bi-thu"], ballotsReplaced: false)
    counted.standing.verified = .unfinished([])
    let page = Slides.html(counted.result, counted.standing, .english, percent: .halfUp)
    let slides = page.split(separator: "<section ").count - 1
    let foot = "Code [f94b] … [b156] · REHEARSAL · not verified · not signed · a part only</span>"
    #expect(slides > 3 && page.components(separatedBy: foot).count == slides + 1)
  }
}
