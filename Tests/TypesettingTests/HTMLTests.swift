import Testing
import Typesetting

@Suite("HTML elements")
struct HTMLTests {
  @Test(
    "Elements, attributes and text",
    arguments: [
      (HTML("b", text: "Ân"), "<b>Ân</b>"),
      (HTML("td", ["class": "n"], text: "5 < 6"), "<td class=\"n\">5 &lt; 6</td>"),
      (HTML("td", ["title": "\"'<>&"], []), "<td title=\"&quot;&#39;&lt;&gt;&amp;\"></td>"),
      (HTML("a", ["href": "#a", "class": ""], text: "a"), "<a href=\"#a\" class=\"\">a</a>"),
      (HTML.text("a\u{202E}\nb"), "a\\u{202E}\\u{A}b"),
      (HTML("span", [HTML("br", [:]), .text("&lt;")]), "<span><br>&amp;lt;</span>"),
    ])
  func markup(_ part: HTML, _ markup: String) {
    #expect(part.markup == markup)
  }

  @Test("Blocks stand on lines of their own; no line break stands in or beside text")
  func lines() {
    let list = HTML("ul", [HTML("li", [.text("a "), HTML("b", text: "b")]), HTML("li", text: "c")])
    #expect(HTML("div", [list]).markup == "<div>\n<ul>\n<li>a <b>b</b></li>\n<li>c</li>\n</ul>\n</div>\n")
    #expect(HTML("p", [HTML("b", text: "a"), HTML("i", text: "b")]).markup == "<p><b>a</b><i>b</i></p>\n")
  }

  @Test(
    "Short words are not broken at a hyphen, and nothing is lost",
    arguments: [
      ("", "<p></p>\n"), ("An Bình", "<p>An Bình</p>\n"),
      ("kỳ 2020-2025", "<p>kỳ <span class=\"whole\">2020-2025</span></p>\n"),
      (
        "(R-TIE, Đ32) a-b  c ",
        "<p><span class=\"whole\">(R-TIE,</span> Đ32) <span class=\"whole\">a-b</span>  c </p>\n"
      ),
      ("a-<b>", "<p><span class=\"whole\">a-&lt;b&gt;</span></p>\n"),
      ("aaaaaaaa-aaaaaaaa", "<p>aaaaaaaa-aaaaaaaa</p>\n"),
    ])
  func unbroken(_ text: String, _ markup: String) {
    #expect(HTML("p", words: text).markup == markup)
  }
}
