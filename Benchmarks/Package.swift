// swift-tools-version: 6.3
import PackageDescription

// A package of its own, so that the program's has no benchmarks to build. It needs nothing but the program's rooms.
let settings: [SwiftSetting] = [
  .swiftLanguageMode(.v6),
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
]

let package = Package(
  name: "Benchmarks",
  platforms: [.macOS(.v26)],
  dependencies: [.package(name: "kiemphieu", path: "..")],
  targets: [
    .executableTarget(
      name: "Benchmarks", dependencies: [.product(name: "Rooms", package: "kiemphieu")],
      swiftSettings: settings),
    // Without Foundation, which takes longer to load than many a file to hash.
    .executableTarget(
      name: "DigestAlone", dependencies: [.product(name: "Rooms", package: "kiemphieu")],
      swiftSettings: settings),
  ]
)
