import Foundation

/// A session at the command line with what it prints, as a file: commands after `$ `, each followed by its standard output,
/// then, where there is any, its standard error after a line `[stderr]` and its exit status in a line `[status 65]`.
///
/// ```
/// $ kiemphieu count nowhere.json
/// [stderr]
/// nowhere.json: F001: …
/// [status 66]
/// ```
///
/// Commands run by `/bin/sh` in a copy of the transcript's folder, `kiemphieu` being the program under test.
struct Transcript {
  /// The commands in order.
  let commands: [String]
  /// The whole text as it stands in the file.
  let text: String

  init(_ text: String) {
    self.text = text
    commands = text.split(separator: "\n", omittingEmptySubsequences: false)
      .filter { $0.hasPrefix("$ ") }.map { String($0.dropFirst(2)) }
  }

  /// The transcript of running the commands in a copy of `folder`.
  func run(in folder: URL, program: URL) throws -> Transcript {
    let copy = FileManager.default.temporaryDirectory.appending(path: "kiemphieu-" + UUID().uuidString)
    try FileManager.default.copyItem(at: folder, to: copy)
    defer { try? FileManager.default.removeItem(at: copy) }
    var lines: [String] = []
    for command in commands {
      let outcome = try Shell.run(command, in: copy, program: program)
      lines.append("$ " + command + "\n" + outcome.output)
      if !outcome.errors.isEmpty { lines.append("[stderr]\n" + outcome.errors) }
      if outcome.status != 0 { lines.append("[status \(outcome.status)]\n") }
    }
    return Transcript(lines.map { $0.hasSuffix("\n") ? $0 : $0 + "\n" }.joined())
  }
}

/// Runs one command line.
enum Shell {
  struct Outcome {
    var output: String
    var errors: String
    var status: Int32
  }

  static func run(_ command: String, in folder: URL, program: URL) throws -> Outcome {
    let process = Process()
    process.executableURL = URL(filePath: "/bin/sh")
    process.arguments = ["-c", command]
    process.currentDirectoryURL = folder
    // Nothing of the machine's own: no language, no home.
    let path = program.deletingLastPathComponent().path(percentEncoded: false)
    process.environment = ["PATH": path + ":/usr/bin:/bin"].merging(Place.instrumentation) { $1 }
    // Files, not pipes, so that neither stream can fill up and block the other.
    let streams = [UUID(), UUID()].map {
      FileManager.default.temporaryDirectory.appending(path: $0.uuidString)
    }
    defer { for stream in streams { try? FileManager.default.removeItem(at: stream) } }
    for stream in streams { try Data().write(to: stream) }
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = try FileHandle(forWritingTo: streams[0])
    process.standardError = try FileHandle(forWritingTo: streams[1])
    try process.run()
    process.waitUntilExit()
    let texts = try streams.map {
      Place.withoutInstrumentation(String(decoding: try Data(contentsOf: $0), as: UTF8.self))
    }
    return Outcome(output: texts[0], errors: texts[1], status: process.terminationStatus)
  }
}

/// Where things lie in the repository and in the build.
enum Place {
  static let repository = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()
  static let samples = repository.appending(path: "Samples")
  static let scenarios = repository.appending(path: "Tests/ScenarioTests/Scenarios")

  /// What programs that were built to measure something must be told: where those that measure coverage write what they executed (else
  /// they would into the folder they run in), which mutant is alive, and where to say what places they came by.
  static let instrumentation = ProcessInfo.processInfo.environment.filter {
    ["LLVM_PROFILE_FILE", "MUTANT", "MUTANT_PLACES", "MUTATION"].contains($0.key)
  }

  /// A text without what measuring says where a session forbids large files: the program did not.
  static func withoutInstrumentation(_ text: String) -> String {
    if instrumentation.isEmpty { return text }
    return text.split(separator: "\n", omittingEmptySubsequences: false)
      .filter { !$0.hasPrefix("LLVM Profile Error: ") }.joined(separator: "\n")
  }

  /// The program that `KIEMPHIEU_PROGRAM` in the environment names, or that was built beside the tests.
  static let program: URL = {
    if let path = ProcessInfo.processInfo.environment["KIEMPHIEU_PROGRAM"] { return URL(filePath: path) }
    var folder = Bundle.main.bundleURL
    while !FileManager.default.isExecutableFile(atPath: folder.appending(path: "kiemphieu").path) {
      let parent = folder.deletingLastPathComponent()
      if parent.path == folder.path { return URL(filePath: CommandLine.arguments[0]) }
      folder = parent
    }
    return folder.appending(path: "kiemphieu")
  }()

  /// The folders below `root` with a `session.txt`, in order.
  static func sessions(below root: URL) -> [String] {
    let all = FileManager.default.enumerator(atPath: root.path)?.compactMap { $0 as? String } ?? []
    return all.filter { $0.hasSuffix("/session.txt") }.map { String($0.dropLast("/session.txt".count)) }
      .sorted()
  }

  /// The folders below `root` with an `election.json`, in order.
  static func elections(below root: URL) -> [String] {
    let all = FileManager.default.enumerator(atPath: root.path)?.compactMap { $0 as? String } ?? []
    return all.filter { $0.hasSuffix("/election.json") }.map { String($0.dropLast("/election.json".count)) }
      .sorted()
  }
}
