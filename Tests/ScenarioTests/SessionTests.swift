import Foundation
import Testing

/// Every session that lies in the repository, run again and compared to the letter.
///
/// With `KIEMPHIEU_UPDATE=1` in the environment the files are written anew instead, to be read before they are committed.
@Suite("Sessions")
struct SessionTests {
  @Test("Samples", arguments: Place.sessions(below: Place.samples))
  func samples(name: String) throws {
    try check(Place.samples.appending(path: name))
  }

  @Test("Scenarios", arguments: Place.sessions(below: Place.scenarios))
  func scenarios(name: String) throws {
    try check(Place.scenarios.appending(path: name))
  }

  private func check(_ folder: URL) throws {
    let file = folder.appending(path: "session.txt")
    let expected = Transcript(try String(contentsOf: file, encoding: .utf8))
    try #require(!expected.commands.isEmpty)
    let actual = try expected.run(in: folder, program: Place.program)
    if ProcessInfo.processInfo.environment["KIEMPHIEU_UPDATE"] == "1" {
      try Data(actual.text.utf8).write(to: file)
    } else {
      #expect(actual.text == expected.text)
    }
  }

  @Test("Every sample has a session, and counts in it")
  func everySampleHasASession() {
    let elections = Place.elections(below: Place.samples)
    #expect(elections.count >= 15)
    #expect(Set(elections).subtracting(Place.sessions(below: Place.samples)).isEmpty)
  }
}
