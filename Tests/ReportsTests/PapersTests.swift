import Documents
import Elections
import Faults
import Outcomes
import Reports
import Testing
import Typesetting

@Suite("Handover, seals, approval")
struct PapersTests {
  private static func frame(_ sample: String, _ language: Language = .vietnamese) throws -> ReportFrame {
    let counted = try CountedElection.sample(sample)
    return ReportFrame(counted.result, counted.standing, language)
  }

  @Test("As pages", arguments: Language.allCases)
  func golden(_ language: Language) throws {
    let frame = try Self.frame("da-ky", language)
    let sheets = [HandoverMinutes(frame).sheet(), SealLabels(frame).sheet(), ApprovalRequest(frame).sheet()]
    try expectGolden(SheetPage(sheets).text(), "papers-da-ky.\(language.rawValue).html")
  }

  @Test("The account of the papers, and what the board writes by hand where there is none")
  func account() throws {
    let signed = try Self.frame("da-ky")
    let papers = try #require(signed.result.contests[0].papers)
    let ballots = signed.result.contests[0].ballots
    let row = [
      papers.printed, ballots.issued, papers.spoiled, papers.unused, papers.destroyed, ballots.returned,
      ballots.valid, ballots.invalid,
    ].map(String.init).joined(separator: " | ")
    let lines = HandoverMinutes(signed).sheet().words
    #expect(lines.contains { $0.hasSuffix(row) })
    #expect(!lines.contains { $0.contains("ghi bằng tay") })
    let without = HandoverMinutes(try Self.frame("ba-phieu")).sheet().words
    #expect(without.contains { $0.contains("| …… | 3 |") })
    #expect(without.contains { $0.contains("ghi bằng tay") })
  }

  @Test(
    "How long the ballots are kept is said where the regulation's text was read on it, and not made up elsewhere"
  )
  func keeping() throws {
    let (new, old) = (try Self.frame("quy-che-190", .english), try Self.frame("ba-phieu", .english))
    for sheet in [SealLabels(new).sheet(), HandoverMinutes(new).sheet()] {
      #expect(sheet.words.contains { $0.contains("for 6 months (Đ35)") })
    }
    for sheet in [SealLabels(old).sheet(), HandoverMinutes(old).sheet()] {
      #expect(!sheet.words.contains { $0.contains("6 months") })
      #expect(sheet.words.contains { $0.contains("as the regulation demands") })
    }
  }

  @Test("Every label bears the code, and says when it is of a rehearsal")
  func labels() throws {
    var frame = try Self.frame("dang-bo-van-phong")
    frame.result.isRehearsal = true
    let sheet = SealLabels(frame).sheet()
    #expect(sheet.blocks.count == frame.result.contests.count)
    for case .frame(let lines) in sheet.blocks {
      let words = lines.map { $0.runs.map(\.text).joined() }
      #expect(words.contains { $0.contains(frame.standing.code) } && words.contains("KIỂM THỬ"))
    }
  }

  @Test("Those elected in all rounds are to be approved, delegates not, what is not settled is named")
  func approval() throws {
    let (first, second) = (try Self.frame("tranh-ghe-cuoi"), try Self.frame("tranh-ghe-cuoi/2-bau-lai"))
    let open = ApprovalRequest(first).sheet().words
    #expect(
      open.contains { $0.hasSuffix("6 đồng chí") } && open.contains("Nội dung chưa hoàn thành")
        && open[0].hasPrefix("DỰ THẢO"))
    var both = second
    both.earlier = [EarlierSitting(first.result, code: first.standing.code)]
    let settled = ApprovalRequest(both).sheet().words
    #expect(
      settled.contains { $0.hasSuffix("7 đồng chí") } && !settled.contains("Nội dung chưa hoàn thành")
        && settled.contains("– " + first.standing.code))
    #expect(settled.contains { $0.hasPrefix("7 | ") && $0.contains("bầu lại trong số người bằng phiếu") })
    #expect(ApprovalRequest(try Self.frame("phieu-tron")).hasOffices == false)
    let office = ApprovalRequest(try Self.frame("dang-bo-van-phong"))
    #expect(office.hasOffices)
    #expect(!office.sheet().words.contains { $0.contains("đại biểu dự đại hội cấp trên") })
  }

  @Test(
    "A request is a draft while another vote has to be held first: whether a short contest goes on is for the congress (R-SHORT)",
    arguments: [
      ("tranh-ghe-cuoi", false), ("tranh-ghe-cuoi/2-bau-lai", true), ("thieu-nguoi", true), ("vo-hieu", true),
      ("dang-bo-van-phong", true),
    ])
  func draft(_ sample: String, isSettled: Bool) throws {
    // What is void there are delegates, whom nobody approves.
    let request = ApprovalRequest(try Self.frame(sample))
    #expect(request.isSettled == isSettled)
    #expect(request.sheet().warnings.contains { $0.hasPrefix("DỰ THẢO") } == !isSettled)
  }

  @Test(
    "A vote that decides nothing has to be held again, whichever way it came to that; a tied re-vote has not")
  func anotherVote() throws {
    var frame = try Self.frame("tranh-ghe-cuoi/2-bau-lai")
    for (status, isSettled) in [
      (ContestStatus.filled, true), (.short, true), (.tied, true), (.void, false), (.incomplete, false),
    ] {
      frame.result.contests[0].status = status
      #expect(ApprovalRequest(frame).isSettled == isSettled, "\(status)")
    }
  }
}
