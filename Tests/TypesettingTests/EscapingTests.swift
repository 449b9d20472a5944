import Testing
import Typesetting

@Suite("Escaping for XML and HTML")
struct EscapingTests {
  @Test(
    "What a parser would read becomes a reference, what hides becomes visible, everything else stays",
    arguments: [
      ("", ""),
      ("Nguyễn Văn Ân", "Nguyễn Văn Ân"),
      ("<script>alert('x')</script>", "&lt;script&gt;alert(&#39;x&#39;)&lt;/script&gt;"),
      ("A & \"B\"", "A &amp; &quot;B&quot;"),
      ("&amp;", "&amp;amp;"),
      ("]]>", "]]&gt;"),
      ("a\u{202E}b", "a\\u{202E}b"),
      ("a\nb\u{0}", "a\\u{A}b\\u{0}"),
      ("\u{FEFF}\u{200B}", "\\u{FEFF}\\u{200B}"),
      ("\u{FFFE}", "\\u{FFFE}"),
      ("李 😀 ẫ", "李 😀 ẫ"),
    ])
  func escapes(_ text: String, _ expected: String) {
    #expect(escaped(text) == expected)
  }
}
