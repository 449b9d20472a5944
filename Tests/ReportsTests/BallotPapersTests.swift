import Documents
import Elections
import Faults
import Foundation
import Rulebooks
import TestSupport
import Testing

@testable import Reports

@Suite("Ballot papers")
struct BallotPapersTests {
  private static func contest(_ sample: String, _ id: String? = nil) throws -> (Election, Contest) {
    let election = try CountedElection.sample(sample).election
    return (election, try #require(election.contests.first { id == nil || $0.id == id }))
  }

  @Test("Ballots, list and counting sheets of samples")
  func golden() throws {
    let (election, contest) = try Self.contest("phieu-tron", "dai-bieu")
    try expectGolden(
      BallotPapers.ballot(election, contest, .regulation244, on: .a5, .vietnamese).html,
      "ballot-phieu-tron.vi.html")
    try expectGolden(BallotPapers.list(election, contest, .english), "list-phieu-tron.en.html")
    let (other, committee) = try Self.contest("ba-phieu")
    try expectGolden(
      BallotPapers.ballot(other, committee, .regulation244, on: .a4, .english).html, "ballot-ba-phieu.en.html"
    )
    try expectGolden(BallotPapers.tally(other, committee, bundle: 2, .vietnamese), "tally-ba-phieu.vi.html")
  }

  /// The pages of a ballot as text of the names on them, each page for each of its copies.
  private static func papers(_ html: String) -> [Substring] {
    html.split(separator: "<article ").dropFirst().compactMap { $0.split(separator: "</article>").first }
  }

  @Test(
    "Every copy is the same paper, and every name stands on it once, in order",
    arguments: BallotPapers.Paper.allCases)
  func copies(paper: BallotPapers.Paper) throws {
    let election = try CountedElection.sample("ba-phieu").election
    for names in [1, 2, 9, 17, 40, 100, 1024] {
      for seats in [names, max(1, names - 1)] {
        let contest = Contest.sample(names: names, seats: seats, base: 10)
        let (html, pages) = BallotPapers.ballot(election, contest, .regulation190, on: paper, .vietnamese)
        let papers = Self.papers(html)
        #expect(papers.count == pages * paper.copies)
        for page in 0..<pages {
          let same = papers[(page * paper.copies)..<((page + 1) * paper.copies)]
          #expect(Set(same).count == 1)
        }
        let one = stride(from: 0, to: papers.count, by: paper.copies).map { papers[$0] }.joined()
        let found = one.matches(of: /Người (\d+)</).compactMap { Int($0.1) }
        #expect(found == Array(1...names), "\(names) names, \(seats) seats")
        #expect(one.contains("Phiếu này có") == (pages > 1))
      }
    }
  }

  @Test("A ballot says how to mark it, and what makes it invalid")
  func words() {
    func words(names: Int, seats: Int) -> String {
      let words = BallotWords(.sample(names: names, seats: seats, base: 10), .regulation244, .vietnamese)
      return (words.instruction + words.invalid).joined(separator: " ")
    }
    let several = words(names: 5, seats: 3)
    #expect(several.contains("gạch ngang cả họ và tên"))
    #expect(several.contains("nhiều nhất 3 người. Để lại ít hơn vẫn hợp lệ."))
    #expect(several.contains("bầu quá 3 người; không bầu cho ai"))
    #expect(!several.contains("đồng ý"))
    #expect(!words(names: 2, seats: 1).contains("ít hơn"))
    let round = words(names: 3, seats: 3)
    #expect(round.contains("dòng của mỗi người") && round.contains("(khoản 1, Điều 32)"))
    #expect(!round.contains("gạch") && !round.contains("bầu quá"))
    let one = words(names: 1, seats: 1)
    #expect(
      one.contains("không đánh dấu ô nào (suy từ Điều 17") && one.contains("đánh dấu cả hai ô; ghi tên"))
    #expect(!one.contains("không bầu cho ai") && !one.contains("dòng"))
  }

  @Test("Only people of one name are told apart by more than it")
  func sameName() {
    var contest = Contest.sample(
      candidates: ["Nguyễn Thị Hồng", "Lê An", "Nguyễn Thị Hồng"], seats: 1, base: 9)
    for index in contest.candidates.indices {
      contest.candidates[index].birthDate = BirthDate("197\(index)-05")
      contest.candidates[index].unit = "Tổ \(index)"
    }
    let words = BallotWords(contest, .regulation244, .vietnamese)
    #expect(contest.candidates.map(words.detail) == ["sinh 5/1970, Tổ 0", nil, "sinh 5/1972, Tổ 2"])
  }

  @Test(
    "There are counting sheets for all who are present, with squares for a bundle",
    arguments: [(3, 2, 2), (113, 50, 3), (100, 50, 2), (1, 50, 1), (0, 50, 1), (7, 1, 7)])
  func sheets(present: Int, bundle: Int, sheets: Int) throws {
    var contest = Contest.sample(names: 3, seats: 2, base: max(1, present))
    contest.electorate.present = present
    let election = try CountedElection.sample("ba-phieu").election
    let html = BallotPapers.tally(election, contest, bundle: bundle, .vietnamese)
    #expect(html.split(separator: "<section ").count - 1 == sheets)
    #expect(html.contains("Xấp \(sheets)/\(sheets)"))
    // All sheets have one header, so that nobody looks for what the first has not.
    #expect(Set(html.matches(of: /<thead>[\s\S]*?<\/thead>/).map { String($0.0) }).count == 1)
    #expect(html.matches(of: /Người (\d+)</).count == 3 * sheets)
  }
}
