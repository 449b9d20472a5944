import Foundation

/// A folder with the election of the scenario `enter`, gone when the test is over.
final class EntryFolder {
  let url: URL

  init() throws {
    url = FileManager.default.temporaryDirectory.appending(path: "kiemphieu-" + UUID().uuidString)
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: false)
    let election = Place.scenarios.appending(path: "enter/election.json")
    try FileManager.default.copyItem(at: election, to: url.appending(path: "election.json"))
  }

  deinit {
    try? FileManager.default.removeItem(at: url)
  }

  func text(_ name: String) -> String? {
    (try? Data(contentsOf: url.appending(path: name))).map { String(decoding: $0, as: UTF8.self) }
  }

  var names: [String] {
    ((try? FileManager.default.contentsOfDirectory(atPath: url.path)) ?? []).sorted()
  }

  func run(_ command: String) throws -> Shell.Outcome {
    try Shell.run(command, in: url, program: Place.program)
  }

  /// The words of `enter` for the contest whose ballots the tests type: four names for three seats.
  static let arguments = ["enter", "election.json", "--contest", "chi-uy", "--out", "a.csv", "--lang", "en"]
}
