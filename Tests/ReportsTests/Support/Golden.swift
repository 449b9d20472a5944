import Foundation
import Testing

/// A page that is kept in the folder `Golden`, to be compared to the letter.
///
/// With `KIEMPHIEU_UPDATE=1` in the environment the file is written anew instead, to be read, and looked at, before it is committed.
func expectGolden(_ text: String, _ name: String) throws {
  let file = Place.golden.appending(path: name)
  if ProcessInfo.processInfo.environment["KIEMPHIEU_UPDATE"] == "1" {
    try Data(text.utf8).write(to: file)
    return
  }
  let golden = try String(contentsOf: file, encoding: .utf8).split(
    separator: "\n", omittingEmptySubsequences: false)
  let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
  let first = zip(golden, lines).enumerated().first { $1.0 != $1.1 }
  #expect(golden == lines, "\(name): line \((first?.offset ?? min(golden.count, lines.count)) + 1)")
}
