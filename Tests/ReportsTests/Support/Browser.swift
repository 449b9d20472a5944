import Foundation
import Testing

/// Chromium without a window. Tests that need it are left out where it is absent.
enum Browser {
  static let program = InstalledProgram("chromium", "chromium-browser", "google-chrome")

  static let isPresent = program != nil && PrintedPages.canBeRead

  /// The document that a page has become when its scripts have run.
  static func document(of page: URL) throws -> String {
    // The page that measures looks into frames of other files.
    try run([
      "--allow-file-access-from-files", "--virtual-time-budget=20000", "--dump-dom", page.absoluteString,
    ])
  }

  /// The text of each printed page.
  static func printedPages(of page: URL) throws -> [String] {
    let paper = page.deletingPathExtension().appendingPathExtension("pdf")
    _ = try run(["--no-pdf-header-footer", "--print-to-pdf=\(paper.path)", page.absoluteString])
    return try PrintedPages.text(of: paper)
  }

  /// The options of every run.
  static let always = [
    "--headless", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--hide-scrollbars",
    "--no-first-run",
  ]

  private static func run(_ arguments: [String]) throws -> String {
    try #require(program).run(always + arguments).output
  }
}
