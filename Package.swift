// swift-tools-version: 6.3
import PackageDescription

// Warnings stop the build where the project is built for keeps (CI), not on the laptop of somebody
// whose compiler is newer than ours and warns of more.
let strict = Context.environment["CI"] != nil

// Coverage (.ci/coverage) is measured with these tests alone, and the others are not built for it.
let measuring: Set =
  Context.environment["KIEMPHIEU_COVERAGE"] == nil
  ? [] : ["TallyingTests", "OutcomesTests", "VerificationTests", "RulebooksTests", "ScenarioTests"]

let settings: [SwiftSetting] =
  [
    .swiftLanguageMode(.v6),
    .strictMemorySafety(),
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"),
  ] + (strict ? [.treatAllWarnings(as: .error)] : [])

/// A room of the program: a target under Sources/, with the rooms that it may import.
func room(_ name: String, _ dependencies: [String] = []) -> Target {
  .target(
    name: name, dependencies: dependencies.map { .init(stringLiteral: $0) }, swiftSettings: settings)
}

/// The tests of a room, in the folder under Tests/ that mirrors it. Data that the tests read where it lies is excluded.
func tests(_ name: String, _ dependencies: [String], data: [String] = []) -> Target {
  .testTarget(
    name: name, dependencies: dependencies.map { .init(stringLiteral: $0) }, exclude: data,
    swiftSettings: settings)
}

/// What tests of several rooms share.
func testSupport(_ dependencies: [String]) -> Target {
  .target(
    name: "TestSupport", dependencies: dependencies.map { .init(stringLiteral: $0) },
    path: "Tests/TestSupport", swiftSettings: settings)
}

let package = Package(
  name: "kiemphieu",
  platforms: [.macOS(.v26)],
  products: [
    .executable(name: "kiemphieu", targets: ["kiemphieu"]),
    // For the packages in Benchmarks/ and Tests/Fuzzing/.
    .library(name: "Rooms", targets: ["BallotFiles", "Machine", "SampleBallots", "Tallying"]),
    .library(
      name: "AllRooms",
      targets: [
        "BallotFiles", "CanonicalJSON", "Documents", "Elections", "Entries", "Faults", "Machine", "Rulebooks",
        "Tallying",
        "Verification",
      ]),
  ],
  targets: [
    room("Faults"),
    room("Elections", ["Faults"]),
    room("Rulebooks", ["Elections", "Faults"]),
    .target(name: "CKernels"),
    room("Machine", ["CKernels"]),
    room("Signatures", ["Elections", "Faults", "Machine"]),
    room("Tallying", ["Elections", "Machine"]),
    room("BallotFiles", ["Elections", "Faults", "Machine", "Tallying"]),
    room("Entries", ["BallotFiles", "CanonicalJSON", "Elections", "Faults", "Machine", "Tallying"]),
    room("SampleBallots", ["BallotFiles", "Elections", "Machine", "Tallying"]),
    room("Outcomes", ["Elections", "Rulebooks", "Tallying"]),
    room("Auditing", ["BallotFiles", "Elections", "Faults", "Machine", "Outcomes", "Tallying"]),
    room("CanonicalJSON", ["Faults"]),
    room("Documents", ["CanonicalJSON", "Elections", "Faults", "Machine", "Outcomes", "Rulebooks"]),
    room("Verification", ["CanonicalJSON", "Elections", "Faults", "Machine", "Rulebooks"]),
    room("Typesetting", ["Faults", "Machine"]),
    room(
      "Reports",
      ["Documents", "Elections", "Faults", "Outcomes", "Rulebooks", "SampleBallots", "Typesetting"]),
    room("CommandLineKit", ["Faults"]),
    .executableTarget(
      name: "kiemphieu",
      dependencies: [
        "Auditing", "BallotFiles", "CanonicalJSON", "CommandLineKit", "Documents", "Elections", "Entries",
        "Faults", "Machine", "Outcomes",
        "Reports", "Rulebooks", "SampleBallots", "Signatures", "Tallying", "Typesetting", "Verification",
      ],
      swiftSettings: settings),
    testSupport(["Elections", "Rulebooks", "Tallying"]),
    tests("FaultsTests", ["Faults"]),
    tests("TypesettingTests", ["Faults", "Machine", "Typesetting"]),
    tests(
      "ReportsTests",
      [
        "Documents", "Elections", "Faults", "Machine", "Outcomes", "Reports", "Rulebooks", "TestSupport",
        "Typesetting", "kiemphieu",
      ], data: ["Golden"]),
    tests("ElectionsTests", ["Elections"]),
    tests("RulebooksTests", ["Documents", "Elections", "Faults", "Outcomes", "Rulebooks", "TestSupport"]),
    tests("OutcomesTests", ["Elections", "Outcomes", "Rulebooks", "Tallying", "TestSupport"]),
    tests(
      "AuditingTests",
      [
        "Auditing", "BallotFiles", "Elections", "Faults", "Machine", "Outcomes", "Rulebooks", "Tallying",
        "TestSupport",
      ]),
    tests(
      "DocumentsTests",
      [
        "CanonicalJSON", "Documents", "Elections", "Faults", "Machine", "Outcomes", "Rulebooks",
        "TestSupport",
      ]),
    tests("MachineTests", ["Machine"]),
    tests("SignaturesTests", ["Elections", "Faults", "Machine", "Signatures"]),
    tests("CanonicalJSONTests", ["CanonicalJSON", "Faults"]),
    tests("CommandLineKitTests", ["CommandLineKit", "Faults"]),
    tests("TallyingTests", ["Elections", "Machine", "Tallying", "TestSupport"]),
    tests(
      "BallotFilesTests", ["BallotFiles", "Elections", "Faults", "Machine", "Tallying", "TestSupport"],
      data: ["BadInput"]),
    tests(
      "EntriesTests",
      [
        "BallotFiles", "CanonicalJSON", "Elections", "Entries", "Faults", "Machine", "Tallying",
        "TestSupport",
      ], data: ["Screen/screens.txt"]),
    tests(
      "SampleBallotsTests", ["BallotFiles", "Elections", "Faults", "Machine", "SampleBallots", "Tallying"]),
    tests(
      "VerificationTests",
      [
        "BallotFiles", "CanonicalJSON", "CommandLineKit", "Documents", "Elections", "Entries", "Faults",
        "Machine", "Rulebooks",
        "Tallying", "TestSupport", "Verification", "kiemphieu",
      ]),
    tests("ScenarioTests", ["kiemphieu"], data: ["Scenarios"]),
    tests("TidyTests", []),
  ].filter { $0.type != .test || measuring.isEmpty || measuring.contains($0.name) }
)
