import Foundation
import Machine

@testable import Signatures

/// Keys made by `ssh-keygen` in a folder of their own, with which tests sign.
final class KeyFolder {
  let url: URL

  init() throws {
    url = FileManager.default.temporaryDirectory.appending(path: "kiemphieu-keys-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
  }

  deinit {
    try? FileManager.default.removeItem(at: url)
  }

  /// Makes a key.
  func makeKey(_ name: String, type: String = "ed25519") throws -> PublicKey {
    let path = url.appending(path: name).path
    let run = try runProgram(["ssh-keygen", "-q", "-t", type, "-N", "", "-C", name, "-f", path], input: [])
    guard run.status == 0,
      let key = PublicKey(publicKeyFile: Array(try Data(contentsOf: url.appending(path: "\(name).pub"))))
    else { throw CocoaError(.fileReadUnknown) }
    return key
  }

  func path(_ name: String) -> String { url.appending(path: name).path }

  /// Signs by hand, as anybody may.
  func sign(_ bytes: [UInt8], key: String, namespace: String = SSHSignature.namespace) throws -> [UInt8] {
    try runProgram(["ssh-keygen", "-Y", "sign", "-q", "-n", namespace, "-f", path(key)], input: bytes).output
  }

  static let hasKeygen = (try? runProgram(["ssh-keygen", "-Y", "none"], input: [])) != nil
}
