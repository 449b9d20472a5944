import Faults
import Testing

@testable import Verification

@Suite("Published tables")
struct PublishedTableTests {
  private static func remarks(_ text: String, base: Int? = nil) throws -> [TableRemark] {
    try PublishedTable(Array(text.utf8), file: "bao.csv").remarks(base: base).map(\.remark)
  }

  private static func remark(_ votes: Int, _ share: String, _ base: Int) throws -> TableRemark? {
    try remarks("name;votes;percent;base\nA;\(votes);\(share);\(base)\n").first
  }

  /// Rules §12.
  @Test("The published cases")
  func published() throws {
    #expect(try Self.remark(26, "59,09 %", 44) == nil)
    #expect(try Self.remark(32, "100", 32) == nil)
    #expect(try Self.remark(80, "49,08", 163) == nil)
    #expect(
      try Self.remark(80, "49,07", 163)
        == .truncated(printed: Phrase(vi: "49,07", en: "49.07"), rounded: Phrase(vi: "49,08", en: "49.08")))
    for (votes, share, base, right) in [(188, "36", 494, "38.06"), (8, "0.2", 390, "2.05")] {
      guard case .wrongShare(let printed, let found, _, _)? = try Self.remark(votes, share, base) else {
        Issue.record("\(votes)/\(base) as \(share)")
        continue
      }
      #expect(printed.en == share && found.en == right)
    }
    #expect(try Self.remark(45, "100", 44) == .moreVotesThanBase(votes: 45, base: 44))
    #expect(try Self.remarks("name,votes,percent\nA,1,50") == [.noBase])
    #expect(try Self.remarks("name,votes,percent\nA,1,50", base: 2) == [])
    #expect(try Self.remark(1_000_000_000_000, "100", 1_000_000_000_000) == nil)
    #expect(throws: PublishedTableFaults.self) { try Self.remark(1, "0", 1_000_000_000_001) }
  }

  @Test("Rounded and truncated, against fractions worked out by long division")
  func arithmetic() {
    for base in 1...120 {
      for votes in 0...base {
        for decimals in 0...4 {
          // Digit by digit, as one does on paper.
          var (rest, digits) = (votes * 100 % base, "\(votes * 100 / base)")
          for _ in 0..<decimals {
            digits += "\(rest * 10 / base)"
            rest = rest * 10 % base
          }
          let cut = PublishedShare(votes, of: base, decimals: decimals, isTruncated: true)
          let rounded = PublishedShare(votes, of: base, decimals: decimals)
          #expect(cut.units == Int(digits))
          #expect(rounded.units == cut.units + (2 * rest >= base ? 1 : 0))
          #expect(
            PublishedShare(rounded.withComma + " %") == rounded
              && PublishedShare(rounded.withPoint) == rounded)
        }
      }
    }
  }

  @Test(
    "What is no share",
    arguments: ["", "%", "a", "1,2,3", "1.", ".5", "-1", "1e2", "1,23456", "123456", "1 2"])
  func shares(text: String) {
    #expect(PublishedShare(text) == nil)
  }

  @Test(
    "Thousands of votes are set apart by points or commas, three digits each",
    arguments: [
      ("1.234", 1_234), ("12,345", 12_345), ("123.456", 123_456), ("1.234.567", 1_234_567), ("1234", 1_234),
      ("1234.567", nil), ("1.23", nil), ("1.2345", nil), (".123", nil), ("1..234", nil),
      ("0", 0), ("007", 7), ("0.123", nil), ("0,500", nil),
    ])
  func thousands(text: String, votes: Int?) throws {
    let table = try? PublishedTable(Array("name;votes;percent\nA;\(text);1\n".utf8), file: "bao.csv")
    #expect(table?.rows.first?.votes == votes)
  }

  @Test(
    "Headers in both languages, in any order, quoted or not",
    arguments: [
      "name,votes,percent,base\nA,1,50,2\n", "tính trên;tỷ lệ;phiếu;họ và tên\r\n2;50;1;A\r\n",
      "\u{FEFF}Họ và tên\tPhiếu\tTỷ lệ\tTính trên\tGhi chú\nA\t1\t50%\t2\t\n",
      "name,votes,percent,base\n\"A, \"\"B\"\"\",1,\"50,0\",2\n",
    ])
  func headers(text: String) throws {
    let table = try PublishedTable(Array(text.utf8), file: "bao.csv")
    #expect(table.rows.count == 1 && table.rows[0].votes == 1 && table.rows[0].base == 2)
    #expect(table.remarks(base: nil).isEmpty)
  }

  @Test(
    "Faults of the file",
    arguments: [
      ("", ["T002 1", "T002 1", "T002 1"]), ("name,votes\nA,1\n", ["T002 1"]),
      ("name,votes,percent\n", ["T006 0"]),
      ("name,votes,percent\nA,1\n", ["T003 2"]), ("name,votes,percent\n\"A,1,2\n", ["T003 2"]),
      ("name,votes,percent\nA,x,1\nB,1,y\n", ["T004 2", "T005 3"]),
      ("name,votes,percent,base\nA,1,1,0\nB,1.5,1,9\n", ["T004 2", "T004 3"]),
    ])
  func faults(text: String, codes: [String]) {
    expectFaults(Array(text.utf8), codes)
  }

  @Test("A file that is not UTF-8")
  func notUTF8() {
    expectFaults(Array("name,votes,percent\nA".utf8) + [0xFF], ["T001 0"])
  }

  private func expectFaults(_ bytes: [UInt8], _ codes: [String]) {
    #expect {
      try PublishedTable(bytes, file: "bao.csv")
    } throws: { error in
      let faults = (error as? PublishedTableFaults)?.faults.listed.map { "\($0.code) \($0.place.line ?? 0)" }
      return faults == codes
    }
  }
}
