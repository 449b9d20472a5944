import Foundation
import Testing

/// Every session that a README shows, run again as its reader would: the files that it says to make are made, in order.
///
/// With `KIEMPHIEU_UPDATE=1` in the environment the outputs in the READMEs are written anew instead.
@Suite("READMEs")
struct ReadmeTests {
  @Test("Sessions", arguments: ["README.md", "README.vi.md"])
  func sessions(name: String) throws {
    let file = Place.repository.appending(path: name)
    let text = try String(contentsOf: file, encoding: .utf8)
    let folder = FileManager.default.temporaryDirectory.appending(path: "kiemphieu-" + UUID().uuidString)
    try FileManager.default.createDirectory(
      at: folder.appending(path: "tmp"), withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    try FileManager.default.copyItem(at: Place.samples, to: folder.appending(path: "Samples"))
    try FileManager.default.createSymbolicLink(
      at: folder.appending(path: "Sources"), withDestinationURL: Place.repository.appending(path: "Sources"))

    var shown: [String] = []
    var actual: [String] = []
    var lines: [String] = []
    var block: (language: String, from: Int)?
    for line in text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init) {
      guard line.hasPrefix("```") else {
        lines.append(line)
        continue
      }
      if let open = block {
        let content = lines[open.from...].joined(separator: "\n") + "\n"
        if open.language == "console" {
          shown.append(content)
          let output = try run(content, in: folder)
          actual.append(output)
          lines.replaceSubrange(open.from..., with: output.dropLast().components(separatedBy: "\n"))
        } else if let path = pathNamed(above: lines[..<(open.from - 1)]) {
          try write(content, to: path, in: folder)
        }
        block = nil
        lines.append(line)
      } else {
        lines.append(line)
        block = (String(line.dropFirst(3)), lines.count)
      }
    }
    #expect(shown.count >= 4)
    if ProcessInfo.processInfo.environment["KIEMPHIEU_UPDATE"] == "1" {
      try Data(lines.joined(separator: "\n").utf8).write(to: file)
    } else {
      for (shown, actual) in zip(shown, actual) { #expect(actual == shown) }
    }
  }

  /// The file that the paragraph above a block says to write.
  private func pathNamed(above lines: ArraySlice<String>) -> String? {
    let paragraph = lines.reversed().drop { $0.isEmpty }.prefix { !$0.isEmpty }
    return paragraph.lazy.compactMap { line in
      line.split(separator: "`").map(String.init).first { $0.hasPrefix("bau-thu/") || $0.hasPrefix("/tmp/") }
    }.first
  }

  /// Where a path of the README lies: what a reader writes into `/tmp` lies in the folder of this run, since both READMEs write the
  /// same names, perhaps at once.
  private func place(_ text: String, in folder: URL) -> String {
    text.replacing("/tmp/", with: folder.path(percentEncoded: false) + "/tmp/")
  }

  private func write(_ content: String, to path: String, in folder: URL) throws {
    let file = path.hasPrefix("/") ? URL(filePath: place(path, in: folder)) : folder.appending(path: path)
    try FileManager.default.createDirectory(
      at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(content.utf8).write(to: file)
  }

  private func run(_ content: String, in folder: URL) throws -> String {
    try Transcript(content).commands.map { command in
      let outcome = try Shell.run(place(command, in: folder), in: folder, program: Place.program)
      let status = outcome.status == 0 ? "" : "[status \(outcome.status)]\n"
      let said = (outcome.output + outcome.errors).replacing(place("/tmp/", in: folder), with: "/tmp/")
      return "$ " + command + "\n" + said + status
    }.joined()
  }
}
