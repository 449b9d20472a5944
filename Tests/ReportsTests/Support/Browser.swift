import Foundation

/// Chromium without a window, and the tools of Poppler that read what it prints. Tests that need them are left out where they are absent.
enum Browser {
  private static func find(_ names: [String]) -> String? {
    let folders = (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":").map(String.init)
    return folders.lazy.flatMap { folder in names.map { folder + "/" + $0 } }
      .first { FileManager.default.isExecutableFile(atPath: $0) }
  }

  private static let chromium = find(["chromium", "chromium-browser", "google-chrome"])
  private static let textOfPDF = find(["pdftotext"])

  static let isPresent = chromium != nil && textOfPDF != nil

  /// The document that a page has become when its scripts have run.
  static func document(of page: URL) throws -> String {
    // The page that measures looks into frames of other files.
    try run(
      chromium,
      arguments + [
        "--allow-file-access-from-files", "--virtual-time-budget=20000", "--dump-dom", page.absoluteString,
      ])
  }

  /// The text of each printed page.
  static func printedPages(of page: URL) throws -> [String] {
    let paper = page.deletingPathExtension().appendingPathExtension("pdf")
    _ = try run(
      chromium, arguments + ["--no-pdf-header-footer", "--print-to-pdf=\(paper.path)", page.absoluteString])
    let text = try run(textOfPDF, ["-layout", paper.path, "-"])
    // Each page ends with a form feed.
    return text.split(separator: "\u{C}", omittingEmptySubsequences: false).dropLast().map(String.init)
  }

  private static let arguments = [
    "--headless", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--hide-scrollbars",
    "--no-first-run",
  ]

  private static func run(_ program: String?, _ arguments: [String]) throws -> String {
    let process = Process()
    process.executableURL = URL(filePath: program ?? "")
    process.arguments = arguments
    // A file, not a pipe, which could fill up and block.
    let file = FileManager.default.temporaryDirectory.appending(path: "browser-" + UUID().uuidString)
    _ = FileManager.default.createFile(atPath: file.path, contents: nil)
    defer { try? FileManager.default.removeItem(at: file) }
    process.standardOutput = try FileHandle(forWritingTo: file)
    process.standardError = FileHandle.nullDevice
    try process.run()
    process.waitUntilExit()
    return String(decoding: try Data(contentsOf: file), as: UTF8.self)
  }
}
