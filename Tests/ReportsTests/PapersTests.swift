import Documents
import Elections
import Faults
import Outcomes
import Reports
import Rulebooks
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
      #expect(sheet.words.contains { $0.contains("for 6 months (Article 35)") })
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

  @Test("The label, the account and the ballot of a re-vote name the body, which its title does not")
  func reVote() throws {
    let frame = try Self.frame("tranh-ghe-cuoi/2-bau-lai")
    let title = frame.result.contests[0].title
    #expect(!title.contains("Ban Chấp hành"))
    let line = "Vòng 2 bầu Ban Chấp hành: bầu lại trong số người bằng phiếu"
    #expect(SealLabels(frame).sheet().words.contains(line))
    #expect(HandoverMinutes(frame).sheet().words.contains { $0.hasPrefix("\(title) (\(line))") })
    let election = try CountedElection.sample("tranh-ghe-cuoi/2-bau-lai").election
    let ballot = BallotPapers.ballot(election, election.contests[0], .regulation244, on: .a5, .vietnamese)
    #expect(ballot.html.contains(line))
    let english = try Self.frame("tranh-ghe-cuoi/2-bau-lai", .english)
    #expect(SealLabels(english).sheet().words.contains("Round 2, Committee: re-vote among the tied"))
    // A first round says the office too; a branch has a committee of another name.
    #expect(SealLabels(try Self.frame("da-ky")).sheet().words.contains("Bầu: Chi ủy"))
  }

  @Test(
    "A request has room for its number and day, and is addressed to the committee above",
    arguments: [
      ("Đảng bộ phường Bến Tre", "Đảng ủy phường Bến Tre"), ("Đảng bộ tỉnh Đắk Nông", "Tỉnh ủy Đắk Nông"),
      ("Đảng bộ huyện Cư Jút", "Huyện ủy Cư Jút"), ("ĐẢNG BỘ HUYỆN CƯ JÚT", "Huyện ủy CƯ JÚT"),
      ("Đảng bộ thành phố Gia Nghĩa", "Thành ủy Gia Nghĩa"), ("Đảng bộ thị xã A", "Thị ủy A"),
      ("Đảng bộ quận 1", "Quận ủy 1"), ("Đảng bộ", "Đảng bộ"), ("Đảng ủy Quân sự", "Đảng ủy Quân sự"),
    ])
  func addressee(_ superior: String, _ committee: String) throws {
    var frame = try Self.frame("dang-bo-van-phong")
    frame.result.election.superior = superior
    let lines = ApprovalRequest(frame).sheet().words
    #expect(lines.contains("Kính gửi: \(committee)"))
    #expect(lines.contains("Số ……-TTr/ĐU") && lines.contains { $0.hasSuffix("ngày … tháng … năm ……") })
    frame.result.election.superior = nil
    #expect(ApprovalRequest(frame).sheet().words.contains { $0.hasPrefix("Kính gửi: ……") })
    let branch = ApprovalRequest(try Self.frame("da-ky", .english)).sheet().words
    #expect(branch.contains("No. ……-TTr/CU") && branch.contains("To: Đảng ủy phường Bến Tre"))
    #expect(ApprovalRequest(try Self.frame("chi-bo-nho")).sheet().words.contains("Số ……-TTr/CB"))
  }

  @Test("Those elected in all rounds are to be approved, delegates not, what is not settled is named")
  func approval() throws {
    let (first, second) = (try Self.frame("tranh-ghe-cuoi"), try Self.frame("tranh-ghe-cuoi/2-bau-lai"))
    let open = ApprovalRequest(first).sheet().words
    #expect(
      open.contains { $0.hasSuffix("6 đồng chí") } && open.contains("Nội dung chưa hoàn thành")
        && open[0].hasPrefix("DỰ THẢO"))
    var both = second
    let digest = try #require(second.result.after.first?.sha256)
    both.earlier = [EarlierSitting(first.result, code: first.standing.code, sha256: digest)]
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
    "A round goes on with the contest of its own sitting, or of a result that this comes after, and with no other"
  )
  func sameIds() throws {
    let (first, second) = (try Self.frame("tranh-ghe-cuoi"), try Self.frame("tranh-ghe-cuoi/2-bau-lai"))
    var both = second
    let digest = try #require(second.result.after.first?.sha256)
    both.earlier = [EarlierSitting(first.result, code: "", sha256: digest)]
    #expect(ApprovalRequest(both).isSettled)
    // Another result has a contest of that id too, and nobody goes on with it.
    both.earlier.insert(EarlierSitting(first.result, code: "", sha256: "another"), at: 0)
    #expect(!ApprovalRequest(both).isSettled)
    // The sitting has one of its own.
    both.earlier.removeFirst()
    var own = first.result.contests[0]
    own.office = .delegates
    both.result.contests.insert(own, at: 0)
    #expect(!ApprovalRequest(both).isSettled)
    #expect(ApprovalRequest(both).sheet().words.contains("Nội dung chưa hoàn thành"))
  }

  @Test("A vote that decided nothing is settled by the one that was held again from the same list")
  func heldAgain() throws {
    let first = try Self.frame("dang-bo-van-phong")
    for status in [ContestStatus.void, .incomplete, .tied] {
      var frame = first
      var void = first.result
      void.contests[0].status = status
      void.contests[0].elected = []
      frame.earlier = [EarlierSitting(void, code: "", sha256: "a")]
      #expect(ApprovalRequest(frame).isSettled == (status != .tied))
      frame.result.contests[0].candidates[0].candidate.name = "Ai đó"
      #expect(!ApprovalRequest(frame).isSettled)
    }
  }

  @Test("An earlier result that is not at hand makes a draft, and is named", arguments: Language.allCases)
  func missing(_ language: Language) throws {
    var frame = try Self.frame("dang-bo-van-phong", language)
    frame.missing = ["truoc/a/result.json"]
    let request = ApprovalRequest(frame)
    #expect(!request.isSettled && request.sheet().warnings.count == 1)
    #expect(request.sheet().words.contains { $0.hasPrefix("– ") && $0.hasSuffix("truoc/a/result.json") })
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
    "What is not settled is said where the draft is marked, and nowhere else", arguments: Language.allCases)
  func draftWords(_ language: Language) throws {
    let (draft, short) = (
      Phrase(vi: "Nội dung chưa hoàn thành", en: "Not settled"),
      Phrase(vi: "Số lượng bầu thiếu", en: "Seats not filled")
    )
    for (sample, heading) in [("tranh-ghe-cuoi", draft), ("thieu-nguoi", short), ("da-ky", nil)] {
      let sheet = ApprovalRequest(try Self.frame(sample, language)).sheet()
      for words in [draft, short] { #expect(sheet.words.contains(words[language]) == (words == heading)) }
      #expect(sheet.warnings.contains { $0.hasPrefix("D") } == (heading == draft))
    }
  }

  @Test("Of one person alone no structure is told")
  func structure() throws {
    func structures(_ sample: String) throws -> Int {
      ApprovalRequest(try Self.frame(sample)).sheet().words.count { $0.hasPrefix("Cơ cấu") }
    }
    #expect(try structures("dang-bo-van-phong/3-bi-thu") == 0)
    #expect(try structures("dang-bo-van-phong") == 1)
  }

  @Test("The head's signature stands before a member's, and a label has room for the number of its cover")
  func order() throws {
    var frame = try Self.frame("da-ky")
    frame.standing.signatures = [
      ResultStanding.Signature(role: .member, name: "Bình"),
      ResultStanding.Signature(role: .head, name: "An"),
    ]
    let minutes = Minutes(frame.result.contests[0], frame).sheet().words.filter { $0.contains("Chữ ký số") }
    #expect(minutes.map { $0.contains("An,") } == [true, false])
    #expect(SealLabels(frame).sheet().words.contains { $0.hasPrefix("Bì số: ") })
  }

  @Test("A date is not broken, and the number of a decision stays with the word before it")
  func unbroken() throws {
    let lines = HandoverMinutes(try Self.frame("ba-phieu")).sheet().words
    #expect(lines.contains { $0.hasSuffix("ngày\u{A0}10\u{A0}tháng\u{A0}4\u{A0}năm\u{A0}2020") })
    #expect(lines.contains { $0.contains("Quyết định số\u{A0}244-QĐ/TW") })
    #expect(lines.contains { $0.contains("Hướng dẫn số\u{A0}03-HD/TW") })
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
