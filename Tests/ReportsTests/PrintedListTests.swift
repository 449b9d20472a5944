import Documents
import Elections
import Faults
import Foundation
import Rulebooks
import TestSupport
import Testing

@testable import Reports

/// Lists and ballots of many pages, as a board with ordinary long words prints them.
@Suite("Printed lists and ballots")
struct PrintedListTests {
  private static func contest(_ names: Int, seats: Int) -> Contest {
    var contest = Contest.sample(names: names, seats: seats, base: 100)
    for index in contest.candidates.indices {
      contest.candidates[index].birthDate = BirthDate("1975-11-\(10 + index % 18)")
      contest.candidates[index].gender = .female
      contest.candidates[index].ethnicity = "M'Nông"
      contest.candidates[index].incumbent = true
      contest.candidates[index].unit = "Phòng Hành chính - Tổ chức, Văn phòng UBND tỉnh"
      contest.candidates[index].note = "Phó Trưởng phòng phụ trách, điều động từ ngày 15/12/2019"
    }
    return contest
  }

  private static func pages(_ html: String) throws -> [String] {
    let folder = FileManager.default.temporaryDirectory.appending(path: "list-" + UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let file = folder.appending(path: "page.html")
    try Data(html.utf8).write(to: file)
    return try Browser.printedPages(of: file)
  }

  @Test(
    "A list breaks no date and no word, and its signature never stands alone",
    .enabled(if: Browser.isPresent), arguments: [9, 14, 15, 16, 17, 18])
  func list(_ names: Int) throws {
    let election = try CountedElection.sample("ba-phieu").election
    let pages = try Self.pages(BallotPapers.list(election, Self.contest(names, seats: 5), .vietnamese))
    let words = Set(pages.joined(separator: " ").split(whereSeparator: \.isWhitespace).map(String.init))
    for index in 0..<names { #expect(words.contains("\(10 + index % 18)/11/1975")) }
    for word in ["M'Nông", "15/12/2019", "Trưởng", "phòng", "chính", "UBND"] {
      #expect(words.contains(word) || words.contains(word + ","), "\(word)")
    }
    let last = try #require(pages.last { !$0.allSatisfy(\.isWhitespace) })
    #expect(last.contains("T/M ĐOÀN CHỦ TỊCH") && last.contains("/11/1975"))
  }

  @Test(
    "Every page of a ballot has the stamp's place, the organization and the date; how to mark it is said once",
    arguments: BallotPapers.Paper.allCases)
  func ballot(paper: BallotPapers.Paper) throws {
    let election = try CountedElection.sample("ba-phieu").election
    for (names, seats) in [(46, 46), (120, 100)] {
      let contest = Contest.sample(names: names, seats: seats, base: 200)
      let (html, pages) = BallotPapers.ballot(election, contest, .regulation244, on: paper, .vietnamese)
      let papers = html.components(separatedBy: "<article ").dropFirst()
      #expect(pages > 1 && papers.count == pages * paper.copies)
      for page in papers {
        #expect(page.contains("(dấu)") && page.contains(election.organization))
        #expect(page.contains("ĐẢNG CỘNG SẢN") && page.contains("năm\u{A0}2020"))
      }
      #expect(
        papers.filter { $0.contains("Đánh dấu X") || $0.contains("đánh dấu X") || $0.contains("gạch ngang") }
          .count == paper.copies)
      #expect(papers.filter { $0.contains("class=\"invalid\"") }.count == paper.copies)
    }
  }

  @Test("Pages are filled before another is opened, and no name stands on one alone")
  func filled() throws {
    let election = try CountedElection.sample("ba-phieu").election
    for names in 20...60 {
      let contest = Contest.sample(names: names, seats: names, base: 200)
      let (html, pages) = BallotPapers.ballot(election, contest, .regulation244, on: .a4, .vietnamese)
      let counts = html.components(separatedBy: "<article ").dropFirst().map {
        $0.matches(of: /class="number">\d/).count
      }
      #expect(counts.count == pages && counts.reduce(0, +) == names)
      // The pages between are full, but for what the one before the last gives to it.
      for count in counts.dropFirst().dropLast(2) { #expect(count == 21, "\(names): \(counts)") }
      for count in counts.dropFirst().dropLast() { #expect(count >= 17, "\(names): \(counts)") }
      if pages > 1 { #expect(counts.last.map { $0 >= 2 } == true, "\(names): \(counts)") }
    }
  }
}
