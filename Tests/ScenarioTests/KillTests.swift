import Foundation
import Testing

/// Killed at any moment: whatever was confirmed is there, nothing half-written remains, and entering goes on.
@Suite("Killed while entering", .serialized)
struct KillTests {
  /// How often; a thousand times where somebody asks for it, which takes a few minutes.
  private static let times = ProcessInfo.processInfo.environment["KIEMPHIEU_KILLS"].flatMap { Int($0) } ?? 24

  /// What is typed and what the mark list says after each confirmation.
  private struct Script {
    var lines: [String] = []
    /// The rows after none, one, two… confirmations.
    var states: [[String]] = [[]]

    init(_ random: inout Seeded) {
      var rows: [String] = []
      for _ in 0..<40 {
        let struck = 1 + random.next(4)
        if rows.count > 1, random.next(4) == 0 {
          let serial = 1 + random.next(rows.count)
          // One that says so already is not recorded.
          let new =
            rows[serial - 1] == "1,\(serial),1 \(struck == 1 ? 2 : struck),"
            ? "1 2 3" : "1 \(struck == 1 ? 2 : struck)"
          lines += ["c \(serial) \(new)", ""]
          rows[serial - 1] = "1,\(serial),\(new),"
        } else if random.next(5) == 0 {
          lines += ["\(struck) x 3", ""]
          for _ in 0..<3 { rows.append("1,\(rows.count + 1),\(struck),") }
        } else {
          lines.append("\(struck)")
          rows.append("1,\(rows.count + 1),\(struck),")
        }
        states.append(rows)
      }
    }

    var text: String { lines.map { $0 + "\n" }.joined() }
  }

  private static let arguments = EntryFolder.arguments + ["--bundle", "1000"]

  /// Runs the program with the script as its input and kills it after so many microseconds, unless it is done before.
  ///
  /// - Returns: what it said.
  private func run(_ script: Script, in folder: EntryFolder, killedAfter microseconds: UInt32?) throws
    -> String
  {
    let input = folder.url.appending(path: "input")
    let output = folder.url.appending(path: "output")
    try Data(script.text.utf8).write(to: input)
    try Data().write(to: output)
    let process = Process()
    process.executableURL = Place.program
    process.arguments = Self.arguments
    process.currentDirectoryURL = folder.url
    process.standardInput = try FileHandle(forReadingFrom: input)
    process.standardOutput = try FileHandle(forWritingTo: output)
    process.standardError = FileHandle.nullDevice
    try process.run()
    if let microseconds {
      usleep(microseconds)
      kill(process.processIdentifier, SIGKILL)
    }
    process.waitUntilExit()
    let said = String(decoding: try Data(contentsOf: output), as: UTF8.self)
    for file in [input, output] { try FileManager.default.removeItem(at: file) }
    return said
  }

  private func confirmations(_ said: String) -> Int {
    said.components(separatedBy: " recorded ballot ").count
      + said.components(separatedBy: " corrected ballot ").count - 2
  }

  private func rows(_ folder: EntryFolder) -> [String]? {
    folder.text("a.csv").map { $0.split(separator: "\n").dropFirst().map(String.init) }
  }

  @Test("At random moments")
  func random() throws {
    var random = Seeded(2020)
    var duration: UInt32 = 0
    do {
      let folder = try EntryFolder()
      let script = Script(&random)
      let start = DispatchTime.now().uptimeNanoseconds
      let said = try run(script, in: folder, killedAfter: nil)
      duration = UInt32((DispatchTime.now().uptimeNanoseconds - start) / 1000)
      try #require(confirmations(said) == script.states.count - 1)
      try #require(rows(folder) == script.states.last)
    }
    var midway = 0
    for attempt in 0..<Self.times {
      let folder = try EntryFolder()
      let script = Script(&random)
      let said = try run(script, in: folder, killedAfter: UInt32(random.next(Int(duration))))
      let confirmed = confirmations(said)
      if (1..<script.states.count - 1).contains(confirmed) { midway += 1 }
      let again = try folder.run("printf 'q\\n\\n' | kiemphieu " + Self.arguments.joined(separator: " "))
      #expect(again.status == 0, "attempt \(attempt): \(again.errors)")
      let found = rows(folder) ?? []
      // What was confirmed on paper only, between the medium and the answer, may be there too.
      let allowed = script.states[confirmed...min(confirmed + 1, script.states.count - 1)]
      #expect(allowed.contains(found), "attempt \(attempt), \(confirmed) confirmed")
      #expect(folder.names == ["a.csv", "a.csv.log", "election.json"], "attempt \(attempt)")
      // What was mended is whole.
      #expect(
        try folder.run("printf 'q\\n\\n' | kiemphieu " + Self.arguments.joined(separator: " ")).status == 0)
    }
    // The moments were such that something could go wrong.
    #expect(midway > Self.times / 8)
  }
}
