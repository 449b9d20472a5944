// swift-tools-version: 6.3
import PackageDescription

// A package of its own, built with sanitizers by Tests/Fuzzing/run. Swift's own entry point would get in the way of libFuzzer's, so that
// the executable is in C, and everything else a library.
let package = Package(
  name: "Fuzzing",
  platforms: [.macOS(.v26)],
  dependencies: [.package(name: "kiemphieu", path: "../..")],
  targets: [
    .target(
      name: "Fuzzing", dependencies: [.product(name: "AllRooms", package: "kiemphieu")],
      swiftSettings: [
        .swiftLanguageMode(.v6),
        .enableUpcomingFeature("ExistentialAny"),
        .enableUpcomingFeature("InternalImportsByDefault"),
        .enableUpcomingFeature("MemberImportVisibility"),
      ]),
    .executableTarget(name: "fuzz", dependencies: ["Fuzzing"], path: "Sources/Main"),
  ]
)
