import BallotFiles
import Testing

@Suite("What a header alone says of the ballots")
struct HeaderShapeTests {
  @Test(
    "In any language, case, form and separator",
    arguments: [
      ("struck\n3\n", .struck), ("bundle,serial,struck,invalid\r\n", .struck), ("gạch", .struck),
      ("\u{FEFF}GẠCH\n", .struck), ("chosen\n", .chosen), ("\u{FEFF}chosen\n", .chosen), ("BẦU\n", .chosen),
      ("ba\u{302}\u{300}u\n", .chosen), ("\"bầu\"\n", .chosen), ("sep=;\nxấp;bầu\n", .chosen),
      ("agree,disagree\n", .agreeDisagree), ("xấp\tđồng ý\tkhông đồng ý\n", .agreeDisagree),
      ("1,2,3\n", .matrix), ("serial,invalid,1,2,3\n", .matrix), ("sep=;\n1;2\n", .matrix),
      ((1...1024).map(String.init).joined(separator: ",") + "\n", .matrix),
      ("", nil), ("3 7\n", nil), ("stuck\n", nil), ("struck,chosen\n", nil), ("struck,agree\n", nil),
      ("agree\n", nil), ("\u{0}struck\n", nil),
    ] as [(String, HeaderShape?)])
  func shapes(text: String, shape: HeaderShape?) {
    #expect(HeaderShape(of: Array(text.utf8)) == shape)
    var utf16: [UInt8] = [0xFF, 0xFE]
    for unit in text.utf16 { utf16 += [UInt8(truncatingIfNeeded: unit), UInt8(unit >> 8)] }
    if text.first != "\u{FEFF}" { #expect(HeaderShape(of: utf16) == shape) }
  }
}
