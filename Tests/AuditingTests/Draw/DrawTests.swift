import Foundation
import Testing

@testable import Auditing

/// The draw is compared with the ten lines of Python that its documentation prints, taken from there.
@Suite("Draw")
struct DrawTests {
  struct Case: CustomTestStringConvertible {
    var seed: String
    var wanted: Int
    var count: Int
    var testDescription: String { "'\(seed)' \(wanted) of \(count)" }
  }

  static let cases = [
    Case(seed: "7 3 9", wanted: 1, count: 1), Case(seed: "", wanted: 10, count: 10),
    Case(seed: "bông sen nở, 4 9 1 7", wanted: 60, count: 112),
    Case(seed: "20237331128159211123", wanted: 99, count: 100),
    Case(seed: "x", wanted: 500, count: 1_000_000), Case(seed: "x", wanted: 3, count: 999_983),
  ]

  /// The Python that stands in a documentation file, between the lines of its fence.
  static func documentedPython() throws -> String {
    let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent()
    let page = root.appending(path: "Sources/Auditing/Auditing.docc/Auditing.md")
    let text = try String(contentsOf: page, encoding: .utf8)
    let parts = text.components(separatedBy: "```python\n")
    try #require(parts.count == 2)
    return parts[1].components(separatedBy: "```")[0]
  }

  static let interpreter = (ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin").split(
    separator: ":"
  )
  .map { $0 + "/python3" }.first { FileManager.default.isExecutableFile(atPath: $0) }

  @Test("The same as in Python", .enabled(if: interpreter != nil), arguments: cases)
  func sameAsPython(drawn: Case) throws {
    let process = Process()
    process.executableURL = URL(filePath: Self.interpreter ?? "")
    process.arguments = [
      "-c",
      try Self.documentedPython()
        + "\nimport sys\nprint(*draw(sys.argv[1], int(sys.argv[2]), int(sys.argv[3])))",
      drawn.seed, String(drawn.wanted), String(drawn.count),
    ]
    let output = Pipe()
    process.standardOutput = output
    process.environment = ["PYTHONUTF8": "1"]
    try process.run()
    let text = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    let expected = text.split(whereSeparator: \.isWhitespace).compactMap { Int($0) }
    #expect(PaperDraw.places(seed: drawn.seed, wanted: drawn.wanted, of: drawn.count) == expected)
  }

  @Test("Known draws, for machines without Python")
  func known() {
    // sha256("7 3 9,1") mod 100 and so on.
    #expect(PaperDraw.places(seed: "7 3 9", wanted: 5, of: 100) == Self.known)
  }

  static let known = [78, 88, 67, 55, 72]

  @Test("Each place once, and a longer draw begins with the shorter", arguments: [1, 2, 63, 64, 65, 1000])
  func distinct(count: Int) {
    let all = PaperDraw.places(seed: "hết", wanted: count, of: count)
    #expect(all.sorted() == Array(0..<count))
    #expect(PaperDraw.places(seed: "hết", wanted: count / 2, of: count) == Array(all.prefix(count / 2)))
    #expect(PaperDraw.places(seed: "hết", wanted: 0, of: count).isEmpty)
  }
}
