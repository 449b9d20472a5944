import CommandLineKit
import Documents
import Elections
import Faults
import Machine
import Signatures

/// `sign`: the signature of a board member on a result.
struct SignCommand {
  static let declaration = Command(
    name: "sign",
    summary: Phrase(vi: "Ký tên vào kết quả bằng khóa SSH.", en: "Signs a result with an SSH key."),
    discussion: Phrase(
      vi:
        "Ký đúng từng byte của tệp kết quả, qua ssh-keygen, và ghi chữ ký bên cạnh: result.json.….sig. Khóa có thể nằm trong tệp, trong ssh-agent hay thẻ (khi đó ghi tệp .pub). Chưa có khóa: ssh-keygen -t ed25519. Nếu tệp bầu cử có danh sách người ký thì khóa phải có trong đó. Kết quả đã ký thì không sửa nữa.",
      en:
        "Signs the exact bytes of the result file, through ssh-keygen, and writes the signature beside it: result.json.….sig. The key may be a file, or be held by ssh-agent or a token (then name its .pub file). Without a key yet: ssh-keygen -t ed25519. Where the election has a list of signers, the key has to be on it. A signed result is never edited."
    ),
    arguments: [Argument("RESULT", help: Phrase(vi: "Tệp kết quả.", en: "The result file."))],
    options: [
      Option(
        "key", .text("FILE"), help: Phrase(vi: "Khóa để ký.", en: "The key to sign with."), isRequired: true),
      Option(
        "election", .text("FILE"),
        help: Phrase(
          vi: "Tệp bầu cử, bên cạnh có danh sách người ký; nếu không ghi thì ở cùng thư mục với kết quả.",
          en:
            "The election file, in whose folder the list of signers lies; without it, the folder of the result."
        )),
    ])

  private let command: ParsedCommand
  private let shell: Shell
  private let path: String
  private let key: String

  init(_ command: ParsedCommand, _ shell: Shell) {
    self.command = command
    self.shell = shell
    path = command.argument("RESULT")
    key = command.value("key") ?? ""
  }

  func run() throws(CommandFailure) -> ExitStatus {
    let (bytes, result) = try LoadedResult.read(path)
    if result.isRehearsal {
      throw .faults(FaultLog([Fault(SigningFault.rehearsal, at: FaultPlace(file: path))]))
    }
    let signers = try signers(of: result)
    if !isFile(key) { throw .faults(FaultLog([Fault(SigningFault.noKey, at: FaultPlace(file: key))])) }
    let file = try sign(bytes)
    guard let signature = SSHSignature(file) else { throw signing(.notUnderstood) }
    let signer = signers?.signer(of: signature.key)
    if signers != nil, signer == nil { throw signing(.notOnTheList(signature.key.fingerprint)) }
    let target = join(
      directory(of: path), SignatureReport.fileName(of: lastComponent(of: path), key: signature.key))
    do throws(FileFailure) {
      try replaceFile(at: target, with: file)
    } catch {
      throw .output(error)
    }
    report(target, signer, signature.key, ShortCode(SHA256.digest(of: bytes)))
    return .ok
  }

  private func isFile(_ path: String) -> Bool {
    do throws(FileFailure) {
      _ = try InputFile(path: path)
      return true
    } catch {
      return false
    }
  }

  /// The list of signers that the result names; `nil` where it names none.
  private func signers(of result: ElectionResult) throws(CommandFailure) -> SignerList? {
    guard let roster = result.roster else { return nil }
    let list = join(directory(of: command.value("election") ?? path), roster.file.name)
    let bytes: [UInt8]
    do throws(FileFailure) {
      bytes = try readWhole(list, limit: LoadedElection.sizeLimit, allowsPipes: false)
    } catch {
      let kind: any FaultKind = error.isMissing ? SigningFault.noList : OpeningFault.failed(error)
      throw .faults(FaultLog([Fault(kind, at: FaultPlace(file: list))]))
    }
    if SHA256.digest(of: bytes).hex != roster.file.sha256 {
      throw .faults(FaultLog([Fault(SigningFault.otherList, at: FaultPlace(file: list))]))
    }
    do throws(SignerListFaults) {
      return try SignerList(bytes, file: list)
    } catch {
      throw .faults(error.faults)
    }
  }

  private func sign(_ bytes: [UInt8]) throws(CommandFailure) -> [UInt8] {
    do throws(FileFailure) {
      let run = try SSHKeygen.sign(bytes, key: key)
      if run.status == 0 { return run.output }
    } catch {
      throw signing(error.isMissing ? .noKeygen : .cannotRun(error.words))
    }
    throw signing(.refused)
  }

  private func signing(_ fault: SigningFault) -> CommandFailure {
    .faults(FaultLog([Fault(fault, at: FaultPlace(file: key))]))
  }

  private func report(_ target: String, _ signer: Signer?, _ key: PublicKey, _ code: ShortCode) {
    let who = visibleLine(signer?.principal ?? key.fingerprint)
    shell.note(
      Phrase(
        vi: "Đã ghi \(visibleLine(target)), chữ ký của \(who)\nMã kết quả đã ký: \(code)\n",
        en: "Wrote \(visibleLine(target)), signed by \(who)\nCode of the result signed: \(code)\n")[
          shell.language])
  }
}
