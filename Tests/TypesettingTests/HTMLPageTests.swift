import Faults
import Machine
import Testing
import Typesetting

@Suite("HTML pages")
struct HTMLPageTests {
  private static func page(script: String? = nil) -> String {
    HTMLPage(
      title: "Kết quả <1>", language: .vietnamese, style: "p { color: red }", script: script,
      body: [HTML("p", text: "a")]
    ).text()
  }

  @Test("The whole of a page")
  func whole() {
    #expect(
      Self.page() == """
        <!DOCTYPE html>
        <html lang="vi">
        <head>
        <meta charset="utf-8">
        <meta http-equiv="Content-Security-Policy" content="default-src &#39;none&#39;; \
        style-src &#39;sha256-ngewhhP73WDIbgwseeu52VAAJgKdGUsu1IUQQsAm8m4=&#39;; \
        base-uri &#39;none&#39;; form-action &#39;none&#39;">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <meta name="referrer" content="no-referrer">
        <title>Kết quả &lt;1&gt;</title>
        <style>p { color: red }</style>
        </head>
        <body>
        <p>a</p>
        </body>
        </html>

        """)
  }

  @Test("A script is allowed by its digest, and no other")
  func script() throws {
    let text = Self.page(script: "go()")
    let digest = String(decoding: Base64.encode(SHA256.digest(of: Array("go()".utf8)).bytes), as: UTF8.self)
    #expect(text.contains("script-src &#39;sha256-\(digest)&#39;"))
    #expect(text.contains("<script>go()</script>\n</body>"))
    #expect(!Self.page().contains("script"))
  }
}
