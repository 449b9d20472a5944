import Documents
import Elections
import Faults
import Outcomes
import Testing

@testable import Reports

/// What is shown of a later round says which one it is, after which contest, and by which majority (R-TIE, R-SHORT).
@Suite("Later rounds and shares")
struct LaterRoundTests {
  private static let earlier = "tranh-ghe-cuoi"
  private static let later = "tranh-ghe-cuoi/2-bau-lai"

  private static func slides(_ sample: String, _ language: Language) throws -> [Substring] {
    let counted = try CountedElection.sample(sample)
    return Slides.html(counted.result, counted.standing, language, percent: .halfUp)
      .split(separator: "<section ").dropFirst(2).map { $0 }
  }

  @Test(
    "Slides say which round and office, and that more than half is not needed", arguments: Language.allCases)
  func slides(_ language: Language) throws {
    let (round, rule) =
      language == .vietnamese
      ? ("Vòng 2 bầu Ban Chấp hành", "không cần quá một nửa.")
      : ("Round 2, Committee", "more than half is not needed.")
    let slides = try Self.slides(Self.later, language)
    #expect(!slides.isEmpty && slides.allSatisfy { $0.contains(round) })
    #expect(slides.count { $0.contains(rule) } == 1)
    let first = try Self.slides(Self.earlier, language)
    #expect(!first.contains { $0.contains(round) || $0.contains(rule) })
  }

  @Test("The contest before is named by its title where its result is at hand", arguments: Language.allCases)
  func followed(_ language: Language) throws {
    let (before, counted) = (
      try CountedElection.sample(Self.earlier), try CountedElection.sample(Self.later)
    )
    let contest = before.result.contests[0]
    let frame = ReportFrame(
      counted.result, counted.standing, language,
      earlier: [EarlierSitting(before.result, code: "", sha256: "")])
    let texts = [
      ResultTable.text(frame),
      ResultPage.html(
        counted.result, counted.standing, language, percent: .halfUp, earlier: [before.result]
      ).replacing("&#39;", with: "'"),
    ]
    let (open, close) = language == .vietnamese ? ("«", "»") : ("'", "'")
    for text in texts {
      #expect(text.contains(open + contest.title + close))
      #expect(!text.contains(open + contest.id + close))
    }
    #expect(ResultTable.text(counted.result, language).contains(open + contest.id + close))
  }

  @Test("The table prints each fraction before its share, those of a re-vote too")
  func fractions() throws {
    for sample in [Self.earlier, Self.later, "dang-bo-van-phong", "phieu-tron"] {
      let result = try CountedElection.sample(sample).result
      let text = ResultTable.text(result, .vietnamese)
      for contest in result.contests {
        for person in contest.candidates {
          #expect(text.contains("\(person.votes)/\(contest.base) = \(person.percent) %"), "\(sample)")
        }
      }
      let wide = text.split(separator: "\n").filter { $0.contains(" % ") && displayWidth(String($0)) > 80 }
      #expect(wide.isEmpty, "\(wide)")
    }
  }

  @Test("Where a fraction has no room the base stands once above the shares")
  func narrow() throws {
    var result = try CountedElection.sample(Self.earlier).result
    let name = String(repeating: "Nguyễn ", count: 7) + "Ân"
    result.contests[0].candidates[0].candidate.name = name
    let (vi, en) = (ResultTable.text(result, .vietnamese), ResultTable.text(result, .english))
    let base = result.contests[0].base
    #expect(vi.contains("Tỷ lệ trên \(base)") && !vi.contains("/\(base) = "))
    #expect(en.contains("Share of \(base)") && !en.contains("/\(base) = "))
    #expect(
      vi.split(separator: "\n").filter { $0.contains(name) }.allSatisfy { displayWidth(String($0)) <= 100 })
  }

  @Test("Slides state the base above the shares, and a receipt the fraction")
  func base() throws {
    let result = try CountedElection.sample(Self.earlier).result
    let (contest, base) = (result.contests[0], result.contests[0].base)
    #expect(try Self.slides(Self.earlier, .vietnamese).contains { $0.contains("Tỷ lệ trên \(base)<") })
    let person = contest.candidates[0]
    let receipt = CandidateReceipt.text(1, contest, of: result, .vietnamese)
    #expect(receipt.contains("\(person.votes)/\(base) = \(person.percent) %"))
  }

  @Test("Shares that are cut off are said to be, everywhere they stand", arguments: Language.allCases)
  func truncated(_ language: Language) throws {
    let counted = try CountedElection.sample(Self.earlier)
    let note = language == .vietnamese ? "không làm tròn" : "not rounded"
    for rounding in Percent.Rounding.allCases {
      let frame = ReportFrame(counted.result, counted.standing, language, percent: rounding)
      let texts = [
        Minutes(counted.result.contests[0], frame).sheet().words.joined(),
        ApprovalRequest(frame).sheet().words.joined(), ResultTable.text(frame),
        ResultPage.html(counted.result, counted.standing, language, percent: rounding),
        Slides.html(counted.result, counted.standing, language, percent: rounding),
        ResultSpreadsheet.text(counted.result, counted.standing, language, percent: rounding),
      ]
      for text in texts { #expect(text.contains(note) == (rounding == .truncated)) }
    }
  }
}
