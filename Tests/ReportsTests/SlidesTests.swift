import Faults
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
}
