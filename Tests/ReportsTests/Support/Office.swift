import Foundation
import Testing
import Typesetting

/// LibreOffice without a window, and what it makes of Word files.
enum Office {
  private static let program = InstalledProgram("soffice")

  static let isInstalled = program != nil && PrintedPages.canBeRead

  /// The text of each page of each document.
  static func pages(of documents: [[Sheet]]) throws -> [[String]] {
    let folder = FileManager.default.temporaryDirectory.appending(path: "office-" + UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let files = documents.indices.map { folder.appending(path: "\($0).docx") }
    for (file, sheets) in zip(files, documents) { try Data(WordDocument(sheets).bytes()).write(to: file) }
    // A profile of its own, so that two runs do not meet in one.
    let profile = "-env:UserInstallation=file://" + folder.appending(path: "profile").path
    let run = try #require(program).run(
      [profile, "--headless", "--convert-to", "pdf", "--outdir", folder.path] + files.map(\.path))
    #expect(run.status == 0, "LibreOffice failed")
    return try documents.indices.map { try PrintedPages.text(of: folder.appending(path: "\($0).pdf")) }
  }
}
