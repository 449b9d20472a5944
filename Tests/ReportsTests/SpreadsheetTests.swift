import Documents
import Faults
import Testing

@testable import Reports

@Suite("Tables for spreadsheets")
struct SpreadsheetTests {
  @Test(
    "No cell is a formula, breaks its row or hides anything",
    arguments: [
      ("Nguyễn Văn An", "Nguyễn Văn An"), ("", ""), ("=1+1", "'=1+1"), ("+84 1", "'+84 1"), ("-5", "'-5"),
      ("@SUM(A1)", "'@SUM(A1)"), ("  =x", "'  =x"), ("\u{A0}=x", "'\u{A0}=x"), ("＝x", "'＝x"),
      ("=HYPERLINK(\"a\";\"b\")", "\"'=HYPERLINK(\"\"a\"\";\"\"b\"\")\""), ("a;b", "\"a;b\""),
      ("a,b", "\"a,b\""),
      ("nói \"không\"", "\"nói \"\"không\"\"\""), ("a\nb", "a\\u{A}b"), ("\t=x", "\\u{9}=x"),
      ("\u{202E}=x", "\\u{202E}=x"), ("1-2", "1-2"), ("a@b", "a@b"),
    ])
  func cells(_ text: String, _ expected: String) {
    var table = SpreadsheetText(separator: ";")
    table.append([text, "x"])
    #expect(table.text == "\u{FEFF}" + expected + ";x\r\n")
  }

  @Test(
    "A row for each person of each contest",
    arguments: [("dang-bo-van-phong", Language.vietnamese), ("vo-hieu", .english)])
  func golden(_ sample: String, _ language: Language) throws {
    let counted = try CountedElection.sample(sample)
    let text = ResultSpreadsheet.text(counted.result, counted.standing, language)
    #expect(
      text.split(separator: "\r\n").count == 1
        + counted.result.contests.reduce(0) { $0 + $1.candidates.count })
    try expectGolden(text, "result-\(sample).\(language.rawValue).csv")
  }
}
