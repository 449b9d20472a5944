import Documents
import Elections
import Faults
import Testing
import Typesetting

@testable import Reports

/// A committee meets after the congress that elected it; its papers must not say that the congress voted (rules §2, §9).
@Suite("Congress or meeting")
struct MeetingTests {
  private static func frame(_ sample: String, _ language: Language) throws -> ReportFrame {
    let counted = try CountedElection.sample(sample)
    return ReportFrame(counted.result, counted.standing, language)
  }

  @Test(
    "Minutes of a meeting are of the meeting, in heading and preamble",
    arguments: [
      (
        "dang-bo-van-phong/2-ban-thuong-vu", Language.vietnamese,
        "Hội nghị Ban Chấp hành Đảng bộ Văn phòng UBND tỉnh", " tiến hành bỏ phiếu kín"
      ),
      (
        "dang-bo-van-phong/7-pho-chu-nhiem-ubkt", .vietnamese,
        "Hội nghị Ủy ban kiểm tra Đảng ủy Văn phòng UBND tỉnh", " tiến hành bỏ phiếu kín"
      ),
      (
        "dang-bo-van-phong/7-pho-chu-nhiem-ubkt", .english,
        "eeting of the inspection committee of Đảng ủy Văn phòng UBND tỉnh", " voted by secret ballot"
      ),
      (
        "dang-bo-van-phong", .vietnamese, "Đại hội Đảng bộ Văn phòng UBND tỉnh", " tiến hành bỏ phiếu kín"
      ),
    ])
  func minutes(_ sample: String, _ language: Language, _ name: String, _ voted: String) throws {
    let frame = try Self.frame(sample, language)
    let lines = Minutes(frame.result.contests[0], frame).sheet().words
    #expect(lines.contains { $0.hasSuffix(name) })
    #expect(lines.contains { $0.contains(name + voted) })
    let isMeeting = !frame.result.contests[0].electorate.body.isCongress
    #expect(lines.contains { $0.contains("Đại hội ") } == !isMeeting)
    for sheet in [HandoverMinutes(frame).sheet(), SealLabels(frame).sheet()] where isMeeting {
      #expect(sheet.words.contains { $0.contains(name) } && !sheet.words.contains { $0.contains("Đại hội ") })
    }
  }

  @Test("A branch's committee is a chi ủy; a file that names the meeting itself is believed")
  func names() throws {
    var election = try CountedElection.sample("chi-bo-nho").election
    #expect(Meeting(of: .committee, election).full.vi == "Hội nghị Chi ủy Chi bộ V - Văn phòng UBND tỉnh")
    #expect(Meeting(of: .memberCongress, election).full.vi == election.congress)
    election.congress = "Hội nghị lần thứ nhất Chi ủy Chi bộ V"
    #expect(Meeting(of: .committee, election).full.vi == election.congress)
  }

  @Test("A request names congress and meetings, each once", arguments: Language.allCases)
  func request(_ language: Language) throws {
    let congress = try Self.frame("dang-bo-van-phong", language)
    var frame = try Self.frame("dang-bo-van-phong/7-pho-chu-nhiem-ubkt", language)
    let committee = try Self.frame("dang-bo-van-phong/2-ban-thuong-vu", language)
    frame.earlier = [congress, committee, committee].map { EarlierSitting($0.result, code: "", sha256: "") }
    let words =
      language == .vietnamese
      ? "Căn cứ kết quả bầu cử tại Đại hội Đảng bộ Văn phòng UBND tỉnh ngày 18/6/2020, Hội nghị Ban Chấp hành ngày 19/6/2020 và Hội nghị Ủy ban kiểm tra ngày 19/6/2020, kính"
      : "On the ground of the elections at Đại hội Đảng bộ Văn phòng UBND tỉnh of 18 June 2020, the meeting of the committee of 19 June 2020 and the meeting of the inspection committee of 19 June 2020, we"
    #expect(ApprovalRequest(frame).sheet().words.contains { $0.hasPrefix(words) })
  }

  @Test("The list for the wall of a meeting is signed by who chairs it", arguments: Language.allCases)
  func list(_ language: Language) throws {
    for (sample, isMeeting) in [("dang-bo-van-phong/2-ban-thuong-vu", true), ("dang-bo-van-phong", false)] {
      let election = try CountedElection.sample(sample).election
      let page = BallotPapers.list(election, election.contests[0], language)
      #expect(page.contains(ElectingBody.committee.chair[language]) == isMeeting)
      #expect(page.contains(ElectingBody.memberCongress.chair[language]) == !isMeeting)
      #expect(page.contains(language == .vietnamese ? "Hội nghị Ban Chấp hành" : "Meeting of") == isMeeting)
    }
  }
}
