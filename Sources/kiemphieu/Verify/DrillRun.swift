import CommandLineKit
import Faults
import Machine
import Signatures
import Verification

/// `verify --drill`: copies of the board's own files, each tampered with in another way, and what the verifier makes of them.
struct DrillRun {
  let path: String
  let election: String
  let shell: Shell
  /// Verifies a result file with an election file.
  let verify: (_ result: String, _ election: String) throws(CommandFailure) -> Verdict

  func run() throws(CommandFailure) -> ExitStatus {
    guard let bundle = bundle() else {
      return fail(
        Phrase(vi: "không gom được các tệp của kết quả", en: "the files of the result cannot be gathered"))
    }
    let before = try verdict(bundle.files, bundle)
    guard before == .certified || before == .agrees else {
      return fail(
        Phrase(
          vi: "kết quả này chưa được kiểm tra trọn vẹn (\(before.rawValue)): chạy verify trước khi thử",
          en: "this result is not verified (\(before.rawValue)): run verify before the drill"))
    }
    let forger = bundle.signatures.isEmpty ? nil : Forger()
    let tamperings = Drill.tamperings(with: bundle) { forger?.sign($0, $1) }
    var lines = [
      Phrase(vi: "Nguyên vẹn: \(before.rawValue)", en: "Untouched: \(before.rawValue)")[shell.language], "",
    ]
    var missed = 0
    for tampering in tamperings {
      let found = try verdict(tampering.files, bundle)
      let isSeen = found == .differs || found == .unfinished
      if !isSeen { missed += 1 }
      lines.append(
        (isSeen ? "✓ " : "✗ ") + visible(tampering.words[shell.language], limit: 300) + ": " + found.rawValue)
    }
    lines += [
      "",
      Phrase(
        vi:
          "Đã thử \(tamperings.count) cách gian lận: phát hiện \(tamperings.count - missed), bỏ sót \(missed).",
        en:
          "Tried \(tamperings.count) ways of tampering: \(tamperings.count - missed) detected, \(missed) missed."
      )[shell.language],
    ]
    let status = shell.output(lines.joined(separator: "\n") + "\n")
    return status != .ok ? status : missed > 0 ? .negative : .ok
  }

  private func fail(_ words: Phrase) -> ExitStatus {
    shell.note(words[shell.language] + "\n")
    return .negative
  }

  private func bundle() -> DrillBundle? {
    let (folder, name) = (directory(of: path), lastComponent(of: path))
    guard let result = read(path) else { return nil }
    var signatures: [String: [UInt8]] = [:]
    for signature in SignatureFiles.names(beside: path) {
      signatures[DrillBundle.result + signature.dropFirst(name.count)] = read(join(folder, signature))
    }
    return DrillBundle(
      result: result, election: lastComponent(of: election), signatures: signatures,
      earlierSignatures: { earlier in
        let place = join(directory(of: election), earlier)
        let names = SignatureFiles.names(beside: place)
        return Dictionary(
          uniqueKeysWithValues: names.compactMap { name in
            read(join(directory(of: place), name)).map { (join(directory(of: earlier), name), $0) }
          })
      },
      read: { read(join(directory(of: election), $0)) })
  }

  private func read(_ path: String) -> [UInt8]? {
    try? readWhole(path, limit: LoadedElection.sizeLimit, allowsPipes: false)
  }

  /// What the verifier says of files in a folder of their own.
  private func verdict(_ files: [String: [UInt8]], _ bundle: DrillBundle) throws(CommandFailure) -> Verdict {
    do throws(FileFailure) {
      var folder = try PrivateFolder()
      for (name, bytes) in files { try folder.write(name, bytes) }
      let (result, election) = (join(folder.path, DrillBundle.result), join(folder.path, bundle.election))
      defer { withExtendedLifetime(folder) {} }
      // A result that cannot be read at all is seen to be tampered with.
      return (try? verify(result, election)) ?? .differs
    } catch {
      throw .output(error)
    }
  }
}

/// Signs with a key made for the occasion, which is on nobody's roster; the key is gone with this.
private final class Forger {
  private let folder: PrivateFolder
  private let key: String

  /// - Returns: `nil` where there is no `ssh-keygen`.
  init?() {
    guard var folder = try? PrivateFolder() else { return nil }
    key = folder.file("key")
    _ = folder.file("key.pub")
    let words = ["ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-C", "", "-f", key]
    self.folder = folder
    guard (try? runProgram(words, input: []))?.status == 0 else { return nil }
  }

  func sign(_ bytes: [UInt8], _ namespace: String) -> [UInt8]? {
    guard let run = try? SSHKeygen.sign(bytes, key: key, namespace: namespace), run.status == 0 else {
      return nil
    }
    return run.output
  }
}
