public import Faults
import Machine

/// A whole HTML page in one file, which loads nothing and runs nothing but what stands in it.
///
/// The page's own Content-Security-Policy allows its one style and its one script by their digests, and forbids everything else: no network, no
/// image, no form, no frame, no style in an attribute. Whatever a name of an election brings along cannot run.
public struct HTMLPage: Sendable {
  private let title: String
  private let language: Language
  private let style: String
  private let script: String?
  private let body: [HTML]

  /// - Parameters:
  ///   - title: as the window and a bookmark show it.
  ///   - language: of the words of the page.
  ///   - style: the page's style sheet, a literal of the program.
  ///   - script: a script that runs when the page has been read, a literal of the program. A page must say everything without it.
  ///   - body: what the page shows.
  public init(title: String, language: Language, style: String, script: String? = nil, body: [HTML]) {
    self.title = title
    self.language = language
    self.style = style
    self.script = script
    self.body = body
  }

  /// The bytes of the file, in UTF-8.
  public func text() -> String {
    let head = HTML(
      "head",
      [
        HTML("meta", ["charset": "utf-8"]),
        HTML("meta", ["http-equiv": "Content-Security-Policy", "content": policy]),
        HTML("meta", ["name": "viewport", "content": "width=device-width, initial-scale=1"]),
        HTML("meta", ["name": "referrer", "content": "no-referrer"]),
        HTML("title", text: title),
        HTML.raw("style", style),
      ])
    let end = script.map { [HTML.raw("script", $0)] } ?? []
    let page = HTML("html", ["lang": language.rawValue], [head, HTML("body", body + end)])
    return "<!DOCTYPE html>\n" + page.markup + "\n"
  }

  /// What a browser may load and run for the page (W3C, Content Security Policy Level 3).
  private var policy: String {
    var policy = "default-src 'none'; style-src \(Self.source(style))"
    if let script { policy += "; script-src \(Self.source(script))" }
    return policy + "; base-uri 'none'; form-action 'none'"
  }

  /// A style or a script by the SHA-256 of its bytes.
  private static func source(_ code: String) -> String {
    let digest = Base64.encode(SHA256.digest(of: Array(code.utf8)).bytes)
    return "'sha256-" + String(decoding: digest, as: UTF8.self) + "'"
  }
}
