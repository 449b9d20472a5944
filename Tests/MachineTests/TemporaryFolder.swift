import Foundation
import Testing

/// An empty folder for one test, gone when the test is over.
final class TemporaryFolder {
  /// Its path without links, so that paths compare.
  let path: String

  init() throws {
    let base = FileManager.default.temporaryDirectory.resolvingSymlinksInPath()
    let url = base.appendingPathComponent("machine-" + UUID().uuidString)
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: false)
    path = url.path
  }

  deinit {
    try? FileManager.default.removeItem(atPath: path)
  }

  subscript(name: String) -> String { path + "/" + name }

  func write(_ text: String, to name: String) throws {
    try Data(text.utf8).write(to: URL(fileURLWithPath: self[name]))
  }

  func text(_ name: String) throws -> String {
    String(decoding: try Data(contentsOf: URL(fileURLWithPath: self[name])), as: UTF8.self)
  }

  func folder(_ name: String) throws {
    try FileManager.default.createDirectory(atPath: self[name], withIntermediateDirectories: true)
  }

  func link(_ name: String, to target: String) throws {
    try FileManager.default.createSymbolicLink(atPath: self[name], withDestinationPath: target)
  }

  func pipe(_ name: String) {
    #expect(unsafe mkfifo(self[name], 0o600) == 0)
  }

  /// The names in the folder, hidden ones too.
  func names(in folder: String = ".") throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: self[folder]).sorted()
  }

  func permissions(_ name: String) throws -> Int {
    let value = try FileManager.default.attributesOfItem(atPath: self[name])[.posixPermissions]
    return (value as? NSNumber)?.intValue ?? -1
  }

  func setPermissions(_ permissions: Int, _ name: String) throws {
    try FileManager.default.setAttributes([.posixPermissions: permissions], ofItemAtPath: self[name])
  }
}

/// Whether permissions do not bind us, as in many containers.
let isSuperuser = geteuid() == 0
