import Faults
import Outcomes
import Reports
import Testing

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
}
