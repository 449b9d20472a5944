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
  // Bytes, so that a byte order mark and the ends of lines count; and of all lines the first that differs only.
  let (golden, lines) = (
    try Data(contentsOf: file).split(separator: 0x0A), Data(text.utf8).split(separator: 0x0A)
  )
  let first = zip(golden, lines).enumerated().first { $1.0 != $1.1 }
  let isSame = golden == lines
  let line = (first?.offset ?? min(golden.count, lines.count)) + 1
  #expect(
    isSame,
    "\(name): line \(line) but for empty ones: \(String(decoding: first?.element.1 ?? Data(), as: UTF8.self))"
  )
}
