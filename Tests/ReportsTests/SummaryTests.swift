import Documents
import Elections
import Faults
import Reports
import TestSupport
import Testing
import Typesetting

@Suite("Summaries of many branches")
struct SummaryTests {
  private static func item(_ sample: String, digest: String? = nil) throws -> SummarizedResult {
    let counted = try CountedElection.sample(sample)
    return SummarizedResult(
      result: counted.result, standing: counted.standing, code: counted.standing.code,
      sha256: digest ?? sample)
  }

  private static let plan = Plan(
    title: "Kế hoạch", branches: BranchLimits(committeeFrom: 9, seatsAtLeast: 3, seatsAtMost: 7),
    young: CalendarMonth("1985-06").map { YoungMembers(bornFrom: $0) },
    schedule: [
      ScheduleItem(what: "điểm", by: day("2020-03-31"), organization: "Chi bộ I - Văn phòng UBND tỉnh"),
      ScheduleItem(what: "chi bộ", by: day("2020-04-30"), organization: "Chi bộ IX"),
      ScheduleItem(what: "các chi bộ", by: day("2020-04-30"), branches: true),
    ], reportWithinDays: 3)

  private static func summary(_ items: [SummarizedResult], plan: Plan? = plan, on date: String? = nil)
    -> BranchSummary
  {
    BranchSummary(items, plan: plan, on: date.map { day($0) })
  }

  private static func text(_ items: [SummarizedResult], plan: Plan? = plan, on date: String? = nil) -> String
  {
    summary(items, plan: plan, on: date).text(.vietnamese)
  }

  @Test("Two of one name on one list are two people, one on two lists is one")
  func namesakes() throws {
    var item = try Self.item("dang-bo-van-phong")
    func elected() -> [Substring] {
      Self.text([item]).split(separator: "\n").filter { $0.contains("trúng cử") }
    }
    let before = elected()
    #expect(!before.isEmpty)
    let places = item.result.contests[0].candidates.indices.filter {
      item.result.contests[0].candidates[$0].elected
    }.prefix(2)
    for place in places {
      item.result.contests[0].candidates[place].candidate.name = "Lê An"
      item.result.contests[0].candidates[place].candidate.birthDate = nil
      item.result.contests[0].candidates[place].candidate.person = nil
    }
    #expect(elected() == before)
  }

  @Test(
    "Branches with their sittings, against the plan, as text, as a page and as a table",
    arguments: Language.allCases)
  func golden(_ language: Language) throws {
    let items = try [
      "chi-bo-thi-diem/3-pho-bi-thu", "chi-bo-nho", "chi-bo-thi-diem", "chi-bo-thi-diem/2-bi-thu",
      "thieu-nguoi", "vo-hieu",
    ].map { try Self.item($0) }
    let summary = Self.summary(items, on: "2020-05-20")
    let suffix = language.rawValue
    try expectGolden(summary.text(language), "summary.\(suffix).txt")
    try expectGolden(SheetPage([summary.sheet(language)]).text(), "summary.\(suffix).html")
    try expectGolden(summary.spreadsheet(language), "summary.\(suffix).csv")
    // The order in which the results were found says nothing.
    #expect(Self.summary(items.reversed(), on: "2020-05-20").text(language) == summary.text(language))
  }

  @Test("An organization that the plan names and that has no result is missing, and late from the day after")
  func missing() throws {
    let items = [try Self.item("chi-bo-nho")]
    #expect(!Self.text(items).contains("quá hạn"))
    #expect(Self.text(items, on: "2020-04-30").contains("chưa có kết quả; hạn 30/4/2020\n"))
    #expect(Self.text(items, on: "2020-05-01").contains("chưa có kết quả; hạn 30/4/2020, đã quá hạn"))
    #expect(!Self.text(items, plan: nil, on: "2020-05-01").contains("chưa có kết quả"))
  }

  @Test("That delegates are left out of the figures is said where there are any, and a branch has a chi ủy")
  func delegates() throws {
    let branch = Self.text([try Self.item("chi-bo-thi-diem")])
    #expect(!branch.contains("không kể đại biểu"))
    #expect(branch.contains("Trúng cử: Chi ủy ") && !branch.contains("cấp ủy, chi ủy"))
    let both = Self.summary([try Self.item("dang-bo-van-phong")])
    #expect(both.text(.vietnamese).contains("không kể đại biểu"))
    #expect(both.text(.english).contains("leave out delegates"))
    #expect(both.text(.vietnamese).contains("Ban Chấp hành "))
    #expect(both.text(.vietnamese).contains(/nữ \d+\/\d+ = [\d,]+ %/))
    guard case .paragraph(let last) = both.sheet(.vietnamese).blocks.last else {
      Issue.record("the note stands below the table")
      return
    }
    #expect(last.runs[0].text.contains("không kể đại biểu"))
  }

  @Test("Offices that a branch of that size elects and has not voted on")
  func offices() throws {
    let large = Self.text([try Self.item("chi-bo-thi-diem")])
    #expect(large.contains("chưa bầu bí thư") && large.contains("chưa bầu phó bí thư"))
    let small = Self.text([try Self.item("chi-bo-nho")])
    #expect(!small.contains("chưa bầu"))
  }

  @Test("A copy of a result counts once; one that a correction takes the place of not at all")
  func effective() throws {
    let first = try Self.item("chi-bo-nho", digest: "a")
    var copy = first
    copy.standing?.verified = .unfinished([])
    #expect(SummarizedResult.effective([copy, first]).map(\.standing?.verified) == [.agrees])
    var correction = try Self.item("chi-bo-nho", digest: "b")
    correction.result.replaces = ReplacedResult(sha256: "a", because: "nhầm")
    #expect(SummarizedResult.effective([first, correction]).map(\.sha256) == ["b"])
    // A correction that does not hold takes nothing's place.
    correction.standing = nil
    #expect(SummarizedResult.effective([first, correction]).map(\.sha256) == ["a", "b"])
  }

  @Test("What differs or is of a rehearsal is named and left out of the figures")
  func leftOut() throws {
    var differs = try Self.item("chi-bo-nho")
    differs.standing = nil
    let summary = Self.summary([differs])
    #expect(summary.differs)
    let text = summary.text(.vietnamese)
    #expect(
      text.contains("KHÔNG ĐÚNG") && !text.contains("Hoàng Trọng Khang") && text.contains("0 người trúng cử"))
    var rehearsal = try Self.item("chi-bo-nho")
    rehearsal.result.isRehearsal = true
    #expect(!Self.text([rehearsal]).contains("Hoàng Trọng Khang"))
    #expect(!Self.summary([rehearsal]).differs)
  }

  @Test("Results that name each other, which no honest file can, do not hang it")
  func cycle() throws {
    var (a, b) = (try Self.item("chi-bo-nho", digest: "a"), try Self.item("chi-bo-nho", digest: "b"))
    a.result.after = [EvidenceFile(name: "b", bytes: 1, sha256: "b")]
    b.result.after = [
      EvidenceFile(name: "a", bytes: 1, sha256: "a"), EvidenceFile(name: "b", bytes: 1, sha256: "b"),
    ]
    #expect(Self.summary([a, b]).count == 1)
  }
}
