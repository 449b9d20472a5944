// swift-tools-version: 6.3
import PackageDescription

// Warnings stop the build where the project is built for keeps (CI), not on the laptop of somebody
// whose compiler is newer than ours and warns of more.
let strict = Context.environment["CI"] != nil

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

/// The tests of a room, in the folder under Tests/ that mirrors it.
func tests(_ name: String, _ dependencies: [String]) -> Target {
  .testTarget(
    name: name, dependencies: dependencies.map { .init(stringLiteral: $0) }, swiftSettings: settings)
}

/// What tests of several rooms need.
let testSupport = Target.target(
  name: "TestSupport", dependencies: ["Elections", "Rulebooks", "Tallying"], path: "Tests/TestSupport",
  swiftSettings: settings)

let package = Package(
  name: "kiemphieu",
  platforms: [.macOS(.v26)],
  products: [.executable(name: "kiemphieu", targets: ["kiemphieu"])],
  targets: [
    room("Faults"),
    room("Elections"),
    room("Rulebooks", ["Elections", "Faults"]),
    room("Machine"),
    room("Tallying", ["Elections"]),
    room("BallotFiles", ["Elections", "Faults", "Machine", "Tallying"]),
    room("Outcomes", ["Elections", "Rulebooks", "Tallying"]),
    room("CanonicalJSON", ["Faults"]),
    room("Documents", ["CanonicalJSON", "Elections", "Faults", "Machine", "Outcomes", "Rulebooks"]),
    room("Reports", ["Documents", "Elections", "Faults", "Outcomes", "Rulebooks"]),
    room("CommandLineKit", ["Faults"]),
    .executableTarget(
      name: "kiemphieu", dependencies: ["CommandLineKit", "Faults"], swiftSettings: settings),
    testSupport,
    tests("FaultsTests", ["Faults"]),
    tests("ElectionsTests", ["Elections"]),
    tests("RulebooksTests", ["Documents", "Elections", "Faults", "Outcomes", "Rulebooks", "TestSupport"]),
    tests("OutcomesTests", ["Elections", "Outcomes", "Rulebooks", "Tallying", "TestSupport"]),
    tests(
      "DocumentsTests",
      [
        "CanonicalJSON", "Documents", "Elections", "Faults", "Machine", "Outcomes", "Rulebooks",
        "TestSupport",
      ]),
    tests("MachineTests", ["Machine"]),
    tests("CanonicalJSONTests", ["CanonicalJSON", "Faults"]),
    tests("CommandLineKitTests", ["CommandLineKit", "Faults"]),
  ]
)
