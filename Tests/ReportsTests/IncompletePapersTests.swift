import Documents
import Elections
import Faults
import Outcomes
import Rulebooks
import Testing
import Typesetting

@testable import Reports

/// Papers of a contest whose papers do not add up (R-INVENTORY): they name the numbers that contradict each other, and no others.
@Suite("Papers of an incomplete contest")
struct IncompletePapersTests {
  private static func frame(
    issued: Int, returned: Int, recorded: Int, present: Int, _ language: Language
  ) throws -> ReportFrame {
    let counted = try CountedElection.sample("da-ky")
    var frame = ReportFrame(counted.result, counted.standing, language)
    frame.result.contests[0].electorate.present = present
    frame.result.contests[0].ballots.issued = issued
    frame.result.contests[0].ballots.returned = returned
    frame.result.contests[0].ballots.recorded = recorded
    frame.result.contests[0].ballots.valid = recorded - 1
    frame.result.contests[0].status = .incomplete
    frame.result.contests[0].findings.append(
      Finding(
        .returnedFewer, .inventory, of: .regulation190,
        ["issued": .integer(issued), "returned": .integer(returned)]))
    return frame
  }

  @Test(
    "Label and account name the real discrepancy",
    arguments: [
      (96, 95, 96, 96, "tệp phiếu 96, thu về 95"), (97, 96, 96, 96, "phát ra 97, có mặt 96"),
      (97, 95, 96, 96, "tệp phiếu 96, thu về 95; phát ra 97, có mặt 96"),
    ])
  func discrepancy(_ issued: Int, _ returned: Int, _ recorded: Int, _ present: Int, _ words: String) throws {
    let frame = try Self.frame(
      issued: issued, returned: returned, recorded: recorded, present: present, .vietnamese)
    let (label, account) = (SealLabels(frame).sheet().words, HandoverMinutes(frame).sheet().words)
    #expect(label.contains("SỐ LIỆU PHIẾU CHƯA KHỚP: " + words))
    #expect(account.contains { $0.contains("SỐ LIỆU PHIẾU CHƯA KHỚP: \(words) | ") })
    #expect(label.contains { $0.contains("trong đó") } == (recorded == returned))
    let minutes = Minutes(frame.result.contests[0], frame).sheet().words
    #expect(!(label + account + minutes).contains { $0.contains("được phép") })
  }

  @Test("In English too, and what is void says why")
  func english() throws {
    let frame = try Self.frame(issued: 96, returned: 95, recorded: 96, present: 96, .english)
    let words = "THE PAPERS DO NOT ADD UP: 96 in the files, 95 returned"
    #expect(SealLabels(frame).sheet().words.contains(words))
    #expect(HandoverMinutes(frame).sheet().words.contains { $0.contains(words) })
    let void = try CountedElection.sample("vo-hieu")
    let label = SealLabels(ReportFrame(void.result, void.standing, .vietnamese)).sheet().words
    #expect(label.contains("CUỘC BỎ PHIẾU VÔ HIỆU: phát ra 134, thu về 148"))
  }

  @Test("Where the papers add up, that missing ballots are allowed is said")
  func allowed() throws {
    var frame = try Self.frame(issued: 12, returned: 11, recorded: 11, present: 12, .vietnamese)
    frame.result.contests[0].status = .filled
    let minutes = Minutes(frame.result.contests[0], frame).sheet().words
    #expect(minutes.contains { $0.contains("được phép") })
  }
}
