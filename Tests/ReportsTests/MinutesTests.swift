import Documents
import Elections
import Faults
import Outcomes
import Reports
import Testing
import Typesetting

@Suite("Minutes of the count")
struct MinutesTests {
  /// Filled, short, tied, void, a re-vote among the tied, a continuation, agree/disagree with several names and with one.
  private static let samples = [
    "dang-bo-van-phong", "thieu-nguoi", "tranh-ghe-cuoi", "vo-hieu", "tranh-ghe-cuoi/2-bau-lai",
    "thieu-nguoi/2-bau-them", "phieu-tron", "chi-bo-nho", "ba-phieu", "quy-che-190",
    "dang-bo-van-phong/7-pho-chu-nhiem-ubkt",
  ]

  private static func frame(_ sample: String, _ language: Language = .vietnamese) throws -> ReportFrame {
    let counted = try CountedElection.sample(sample)
    let folder = sample.split(separator: "/").first.map(String.init) ?? sample
    let isLater = folder != sample && !folder.hasPrefix("dang-bo")
    let before = isLater ? [try CountedElection.sample(folder)] : []
    let earlier = before.map { EarlierSitting($0.result, code: $0.standing.code, sha256: "") }
    return ReportFrame(counted.result, counted.standing, language, earlier: earlier)
  }

  @Test("As pages", arguments: samples.prefix(6), Language.allCases)
  func golden(_ sample: String, _ language: Language) throws {
    if language == .english, sample != "dang-bo-van-phong", sample != "tranh-ghe-cuoi" { return }
    let frame = try Self.frame(sample, language)
    let page = SheetPage(frame.result.contests.map { Minutes($0, frame).sheet() }).text()
    let name = sample.split(separator: "/").joined(separator: "-")
    try expectGolden(page, "minutes-\(name).\(language.rawValue).html")
  }

  /// Rules §9, read off the result and not off the minutes.
  @Test("Every field of rules §9 is there, in its order", arguments: samples)
  func fields(_ sample: String) throws {
    let frame = try Self.frame(sample)
    for contest in frame.result.contests {
      let lines = Minutes(contest, frame).sheet().words
      var rest = lines[...]
      for (field, words) in Self.fields(frame.result, contest) {
        guard let place = rest.firstIndex(where: { line in words.allSatisfy { line.contains($0) } }) else {
          Issue.record("\(sample), \(contest.id): \(field) is missing or out of order: \(words)")
          return
        }
        rest = rest[place...]
      }
      #expect(lines.filter { $0.contains("CỘNG HÒA") }.isEmpty, "the heading is the Party's, not the State's")
    }
  }

  private static func fields(_ result: ElectionResult, _ contest: ContestResult) -> [(String, [String])] {
    let (election, who, papers) = (result.election, contest.electorate, contest.ballots)
    var fields: [(String, [String])] = [
      ("organization", [election.organization.uppercased()]),
      (
        "congress or meeting",
        [who.body.isCongress ? election.congress : "Hội nghị "]
      ),
      ("term", [election.term]), ("Party", ["ĐẢNG CỘNG SẢN VIỆT NAM"]),
      ("date", [election.place ?? "", "ngày", String(election.date.year)]),
      ("title", ["BIÊN BẢN KIỂM PHIẾU"]),
      ("contest", [contest.title]), ("Charter", ["Điều lệ Đảng"]),
      (
        "regulation",
        [result.regulation.split(separator: "-").first.map(String.init) ?? "", "Quy chế bầu cử"]
      ),
      ("guidance", [result.guidance?.number ?? "", result.guidance?.issued.dayFirst ?? ""]),
      ("seats", ["Số lượng được bầu", "biểu quyết: \(contest.seats)"]),
      ("form", [contest.form == .strikeOut ? "gạch tên" : "đồng ý"]),
    ]
    fields += contest.candidates.map {
      ("list", ["\($0.candidate.number) | \($0.candidate.name) | "])
    }
    fields += election.countingBoard.map { ("board", [$0.name]) }
    fields += [
      ("convened", ["Triệu tập: \(who.convened)"]), ("present", ["có mặt: \(who.present)"]),
      ("absent", ["vắng: \(who.absent)"]),
    ]
    fields += who.deductions.filter { $0.count > 0 }.map { ("deduction", ["– trừ: ", ": \($0.count)"]) }
    fields += [
      ("base", ["để tính kết quả: \(contest.base)"]), ("issued", ["Phiếu phát ra: \(papers.issued)"]),
      ("returned", ["; phiếu thu về: \(papers.returned)"]), ("valid", ["Hợp lệ: \(papers.valid)"]),
      ("invalid", ["hông hợp lệ: \(papers.invalid)"]),
    ]
    fields += InvalidityGround.allCases.compactMap { ground in
      papers.invalidByReason[ground].map { ("reason", ["– ", ": \($0)"]) }
    }
    fields += contest.candidates.map {
      let against = contest.form == .agreeDisagree ? "\(papers.valid - $0.votes) | " : ""
      return (
        "votes",
        [
          "\($0.candidate.number) | \($0.candidate.name) | \($0.votes) | \(against)\($0.votes)/\(contest.base) = \($0.percent) %"
        ]
      )
    }
    let elected = contest.elected.compactMap { number in
      contest.candidates.first { $0.candidate.number == number }
    }
    fields += elected.enumerated().map { place, person in
      (
        "elected",
        ["\(place + 1) | \(person.candidate.name) | \(person.candidate.number) | \(person.votes) | "]
      )
    }
    if let tie = contest.tie {
      fields.append(("re-vote", ["\(tie.votes) phiếu", "\(tie.seats) người", "Bầu lại"]))
    }
    if contest.status == .short { fields.append(("short", ["Còn thiếu", ": \(contest.vacant)"])) }
    let head = election.countingBoard.first { $0.role == .head }
    return fields + [
      ("time", ["giờ", "bản"]), ("presidium", [who.body.isCongress ? "T/M ĐOÀN CHỦ TỊCH" : "CHỦ TRÌ"]),
      ("counting board", ["T/M BAN KIỂM PHIẾU"]), ("head", [head?.name ?? ""]), ("code", ["Mã kết quả: ["]),
      ("tool", ["03-HD/TW", "cấp ủy có thẩm quyền chấp nhận"]),
    ]
  }

  @Test("Of a contest that decides nothing nobody is elected")
  func nothing() throws {
    let frame = try Self.frame("vo-hieu")
    let lines = Minutes(frame.result.contests[0], frame).sheet().words
    #expect(lines.contains { $0.contains("Không ai được coi là trúng cử") })
    #expect(!lines.contains { $0.hasPrefix("Trúng cử ") || $0.contains("chuẩn y") })
  }

  @Test("A later round names the contest before by its title where that result is at hand")
  func laterRound() throws {
    let frame = try Self.frame("tranh-ghe-cuoi/2-bau-lai")
    let title = frame.earlier[0].result.contests[0].title
    func heading(_ frame: ReportFrame) -> Bool {
      Minutes(frame.result.contests[0], frame).sheet().words.contains {
        $0.hasPrefix("Vòng 2") && $0.contains(title)
      }
    }
    #expect(heading(frame))
    let alone = ReportFrame(frame.result, frame.standing, .vietnamese)
    #expect(!heading(alone))
  }

  @Test("How many are missing is said once")
  func shortOnce() throws {
    for sample in ["thieu-nguoi", "ba-phieu"] {
      let frame = try Self.frame(sample)
      for contest in frame.result.contests where contest.status == .short {
        let lines = Minutes(contest, frame).sheet().words
        #expect(lines.count { $0.lowercased().contains("còn thiếu") } == 1)
      }
    }
  }

  @Test("A rehearsal, a correction and what was not verified stand at the head of every page")
  func warnings() throws {
    var frame = try Self.frame("ba-phieu", .english)
    frame.result.isRehearsal = true
    frame.result.replaces = ReplacedResult(sha256: "0", because: "wrong <file>")
    frame.standing.verified = .unfinished([])
    let warnings = Minutes(frame.result.contests[0], frame).sheet().warnings
    #expect(warnings.map { $0.prefix(9) } == ["REHEARSAL", "RESULT NO", "A correct"])
  }

  @Test(
    "Truncated shares are cut off, here as published",
    arguments: [(Percent.Rounding.halfUp, "49,08"), (.truncated, "49,07")])
  func truncated(_ rounding: Percent.Rounding, _ percent: String) throws {
    var frame = try Self.frame("ba-phieu")
    frame.rounding = rounding
    frame.result.contests[0].base = 163
    frame.result.contests[0].candidates[0].votes = 80
    let lines = Minutes(frame.result.contests[0], frame).sheet().words
    #expect(lines.contains { $0.hasSuffix("80/163 = \(percent) %") })
  }
}
