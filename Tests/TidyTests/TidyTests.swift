import Foundation
import Testing

/// Keeps the house in order: which room may import what, where unsafe code and floating point may stand, how long files are.
@Suite("Tidy")
struct TidyTests {
  /// The rooms that each room may import, beside the standard library; nothing above it.
  private static let rooms: [String: Set<String>] = [
    "Faults": [],
    "Elections": ["Faults"],
    "Machine": ["CKernels", "Glibc", "Darwin", "Musl", "Dispatch", "Synchronization"],
    "CanonicalJSON": ["Faults"],
    "CommandLineKit": ["Faults"],
    "Rulebooks": ["Elections", "Faults"],
    "Signatures": ["Elections", "Faults", "Machine"],
    "Tallying": ["Elections", "Machine"],
    "BallotFiles": ["Elections", "Faults", "Machine", "Tallying"],
    "Entries": ["BallotFiles", "CanonicalJSON", "Elections", "Faults", "Machine", "Tallying"],
    "SampleBallots": ["BallotFiles", "Elections", "Machine", "Tallying"],
    "Outcomes": ["Elections", "Rulebooks", "Tallying"],
    "Auditing": ["BallotFiles", "Elections", "Faults", "Machine", "Outcomes", "Tallying"],
    "Documents": ["CanonicalJSON", "Elections", "Faults", "Machine", "Outcomes", "Rulebooks"],
    "Verification": ["CanonicalJSON", "Elections", "Faults", "Machine", "Rulebooks"],
    "Typesetting": ["Faults", "Machine"],
    "Reports": [
      "Documents", "Elections", "Faults", "Outcomes", "Rulebooks", "SampleBallots", "Typesetting",
    ],
    "kiemphieu": [
      "Auditing", "BallotFiles", "CanonicalJSON", "CommandLineKit", "Documents", "Elections", "Entries",
      "Faults", "Machine",
      "Outcomes",
      "Reports", "Rulebooks", "SampleBallots", "Signatures", "Synchronization", "Tallying",
      "Typesetting", "Verification",
    ],
  ]

  private static let repository = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent()
    .deletingLastPathComponent()

  struct Source: CustomTestStringConvertible {
    var path: String
    var text: String
    /// The lines without comments.
    var code: [Substring] {
      text.split(separator: "\n", omittingEmptySubsequences: false)
        .filter { !$0.drop { $0 == " " }.hasPrefix("//") }
    }
    var room: String { String(path.split(separator: "/")[1]) }
    var testDescription: String { path }
  }

  private static func files(below folder: String, _ extensions: Set<String>) -> [Source] {
    let root = repository.appending(path: folder)
    let paths = FileManager.default.enumerator(atPath: root.path)?.compactMap { $0 as? String } ?? []
    return paths.filter { extensions.contains(($0 as NSString).pathExtension) }.sorted().compactMap { path in
      guard let text = try? String(contentsOf: root.appending(path: path), encoding: .utf8) else {
        return nil
      }
      return Source(path: folder + "/" + path, text: text)
    }
  }

  private static let sources = files(below: "Sources", ["swift"])

  @Test("Every room is known")
  func knownRooms() {
    #expect(Set(Self.sources.map(\.room)) == Set(Self.rooms.keys))
  }

  @Test("A room imports what is below it and nothing else", arguments: sources)
  func imports(source: Source) throws {
    let allowed = try #require(Self.rooms[source.room])
    for name in Self.imports(of: source) { #expect(allowed.contains(name), "\(source.path): \(name)") }
  }

  /// The modules that a file imports.
  private static func imports(of source: Source) -> [String] {
    source.code.compactMap { line in
      let words = line.split(separator: " ")
      guard let index = words.firstIndex(of: "import"),
        words[..<index].allSatisfy({ $0 == "public" || $0 == "internal" })
      else { return nil }
      return String(words[index + 1])
    }
  }

  @Test("The verifier shares nothing that reads ballots, counts or decides, not through another room either")
  func independence() {
    var reached: Set<String> = ["Verification"]
    var next = reached
    while !next.isEmpty {
      let imported = Self.sources.filter { next.contains($0.room) }.flatMap { Self.imports(of: $0) }
      next = Set(imported).intersection(Self.rooms.keys).subtracting(reached)
      reached.formUnion(next)
    }
    #expect(reached == ["Verification", "CanonicalJSON", "Elections", "Faults", "Machine", "Rulebooks"])
    // Values may be shared; what they decide may not: the verifier has its own of each.
    let deciding = [
      ".listTakenFrom", ".electedBy(", ".match(", "BallotForm(names", "electorate.base", ".countExceeding(",
      "InvalidityGrounds", ".isInForce(", ".rulebook(on:", ".guidance(on:", "CellRow", "NumberList",
      "PlaneCounts",
      "Words.checksum",
    ]
    for source in Self.sources where source.room == "Verification" {
      for word in deciding { #expect(!source.text.contains(word), "\(source.path): \(word)") }
    }
  }

  @Test("Unsafe code stands in Machine only", arguments: sources.filter { $0.room != "Machine" })
  func unsafeCode(source: Source) {
    for word in ["unsafe", "Unsafe", "unowned(", "withMemoryRebound", "unchecked", "nonisolated("] {
      #expect(!source.code.contains { $0.contains(word) }, "\(word)")
    }
  }

  @Test("No floating point, no locale, no clock", arguments: sources)
  func exactness(source: Source) {
    for word in ["Double", "Float", "Locale", "ContinuousClock", "Date()"] {
      let found = source.code.contains { line in
        line.split { !$0.isLetter && !$0.isNumber && $0 != "(" && $0 != ")" }.contains(Substring(word))
      }
      #expect(!found, "\(word)")
    }
  }

  @Test("Files stay short", arguments: sources)
  func length(source: Source) {
    #expect(source.text.split(separator: "\n", omittingEmptySubsequences: false).count <= 500)
  }

  /// Who changes a line has to say anew why nobody could tell a mutant of it.
  @Test("Mutants that are said to change nothing are of lines that there are")
  func equivalentMutants() throws {
    let page = try #require(Self.files(below: "Tests/Mutation", ["txt"]).first)
    let entries = page.text.components(separatedBy: "\n\n").dropFirst()
    #expect(entries.count > 50)
    for entry in entries {
      let lines = entry.split(separator: "\n")
      let parts = lines[0].components(separatedBy: ".swift: ")
      let before = try #require(parts[1].components(separatedBy: "  =>  ").first)
      let source = try #require(Self.sources.first { $0.path == parts[0] + ".swift" }, "\(parts[0])")
      let isThere = source.text.split(separator: "\n").contains { line in
        line.drop { $0 == " " } == before
      }
      #expect(isThere && lines.count > 1, "\(entry)")
    }
  }

  /// The files of the second verifier, and which of the others each may import.
  private static let scripts: [String: Set<Substring>] = [
    "documents": [],
    "counting": ["documents"],
    "findings": ["documents"],
    "claims": ["counting", "documents", "findings"],
    "entries": ["counting", "documents"],
    "signatures": ["documents"],
    "verify": ["claims", "counting", "documents", "entries", "findings", "signatures"],
  ]

  @Test("The second verifier is short files of short functions that need Python alone", arguments: scripts)
  func secondVerifier(script: String, others: Set<Substring>) throws {
    let files = Self.files(below: "Samples/independent-verifier", ["py"])
    #expect(Set(files.map(\.path)) == Set(Self.scripts.keys.map { "Samples/independent-verifier/\($0).py" }))
    let file = try #require(files.first { $0.path.hasSuffix("/\(script).py") })
    let lines = file.text.dropLast().split(separator: "\n", omittingEmptySubsequences: false)
    #expect(lines.count <= 500)
    let standard: Set<Substring> = [
      "base64", "collections", "datetime", "hashlib", "json", "os", "pathlib", "re", "subprocess", "sys",
      "tempfile", "types", "unicodedata",
    ]
    var head: Int?
    for (number, line) in lines.enumerated() {
      #expect(line.count <= 110 && !line.hasSuffix(";"), "line \(number + 1)")
      let words = line.split(separator: " ")
      if words.first == "import" { #expect(words.count == 2 && standard.contains(words[1]), "\(line)") }
      if words.first == "from" { #expect(standard.union(others).contains(words[1]), "\(line)") }
      guard words.first == "def" || words.first == "class" else { continue }
      #expect(number - (head ?? number) <= 50, "the function before line \(number + 1) is long")
      head = number
      // The line below the head of a function says what it does.
      if !line.contains("__init__") {
        #expect(lines[number + 1].contains("\"\"\""), "line \(number + 1) has no words")
      }
    }
    #expect(lines.count - (head ?? 0) <= 50, "the last function is long")
    let pages = Self.files(below: "Samples/independent-verifier", ["md"])
    #expect(pages.count == 2)
    for page in pages {
      #expect(page.text.contains("| [\(script).py](\(script).py) | \(lines.count) |"), "\(page.path)")
    }
  }

  @Test("All text is in Unicode normal form C")
  func normalForm() {
    let texts = Self.sources + Self.files(below: "Samples", ["md", "json", "csv", "tsv", "txt"])
    #expect(texts.count > 100)
    for source in texts {
      #expect(
        Array(source.text.precomposedStringWithCanonicalMapping.unicodeScalars)
          == Array(source.text.unicodeScalars),
        "\(source.path)")
    }
  }

  @Test("Every code of a fault is used for one kind, and documented")
  func faultCodes() throws {
    let pattern = #/static let (\w+) = FaultCode\("([A-Z][0-9]{3})"\)/#
    let codes = Self.sources.flatMap { source in source.text.matches(of: pattern).map { String($0.2) } }
    #expect(codes.count > 60)
    #expect(Set(codes).count == codes.count)
    let pages = Self.files(below: "Sources", ["md"]).filter { $0.path.hasSuffix("Faults.md") }
    for code in codes {
      #expect(pages.contains { $0.text.contains("`\(code)`") }, "\(code) is not documented")
    }
  }
}
