import Foundation
import Testing

/// A program of the machine that some tests look at pages with; they are left out where it is absent.
struct InstalledProgram {
  let path: String

  /// The first of the names that the path has a program of.
  init?(_ names: String...) {
    let folders = (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":").map(String.init)
    let found = folders.lazy.flatMap { folder in names.map { folder + "/" + $0 } }
      .first { FileManager.default.isExecutableFile(atPath: $0) }
    guard let found else { return nil }
    path = found
  }

  /// Runs it; its standard output, and its exit status.
  func run(_ arguments: [String]) throws -> (output: String, status: Int32) {
    let process = Process()
    process.executableURL = URL(filePath: path)
    process.arguments = arguments
    // A file, not a pipe, which could fill up and block.
    let file = FileManager.default.temporaryDirectory.appending(path: "output-" + UUID().uuidString)
    _ = FileManager.default.createFile(atPath: file.path, contents: nil)
    defer { try? FileManager.default.removeItem(at: file) }
    process.standardOutput = try FileHandle(forWritingTo: file)
    process.standardError = FileHandle.nullDevice
    try process.run()
    process.waitUntilExit()
    return (String(decoding: try Data(contentsOf: file), as: UTF8.self), process.terminationStatus)
  }
}

/// What stands on printed pages, read by Poppler's `pdftotext`.
enum PrintedPages {
  private static let textOfPDF = InstalledProgram("pdftotext")

  static let canBeRead = textOfPDF != nil

  /// The text of each page.
  static func text(of pdf: URL) throws -> [String] {
    let text = try #require(textOfPDF).run(["-layout", pdf.path, "-"])
    #expect(text.status == 0, "\(pdf.path) cannot be read")
    // Each page ends with a form feed.
    return text.output.split(separator: "\u{C}", omittingEmptySubsequences: false).dropLast().map(String.init)
  }
}
