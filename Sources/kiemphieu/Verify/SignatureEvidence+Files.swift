import Elections
import Faults
import Machine
import Signatures
import Verification

extension SignatureEvidence {
  /// The signatures that lie beside a result, checked by `ssh-keygen`.
  ///
  /// - Parameters:
  ///   - bytes: of the result.
  ///   - path: of the result.
  ///   - signers: the list of signers, as a path.
  /// - Returns: `nil` where the list cannot be read; that it is missing is for the evidence to say.
  /// - Throws: what is wrong with the list, where it was named on the command line.
  init?(
    besideResult path: String, _ bytes: [UInt8], signers: String, isGiven: Bool
  ) throws(CommandFailure) {
    guard let file = try? readWhole(signers, limit: LoadedElection.sizeLimit, allowsPipes: isGiven) else {
      return nil
    }
    let roster = isGiven ? nil : SHA256.digest(of: file)
    let list: SignerList
    do throws(SignerListFaults) {
      list = try SignerList(file, file: signers)
    } catch {
      if isGiven { throw .faults(error.faults) }
      let first = error.faults.listed.first
      self.init(
        signatures: [],
        problem: first.map {
          Phrase(
            vi: "danh sách người ký có lỗi \($0.code): \($0.problem.vi)",
            en: "the list of signers has the fault \($0.code): \($0.problem.en)")
        }, roster: roster)
      return
    }
    let folder = directory(of: path)
    let files = SignatureFiles.names(beside: path).map { name in
      let bytes = try? readWhole(join(folder, name), limit: SSHSignature.sizeLimit, allowsPipes: false)
      return (name: name, bytes: bytes ?? [])
    }
    let report = SignatureReport(files, of: bytes, signers: list)
    let names = SignatureFiles.namesByHand(result: path, signers: signers)
    self.init(
      signatures: report.entries.map { entry in
        Signature(
          file: entry.file, principal: entry.finding.signer?.principal, problem: entry.finding.problem,
          isUnchecked: entry.finding.isUnchecked,
          command: entry.finding.signer.map {
            SSHKeygen.commandLine(
              join(directory(of: names.result), entry.file), by: $0, signers: names.signers,
              result: names.result)
          })
      }, roster: roster)
  }
}

extension SignatureFinding {
  fileprivate var isUnchecked: Bool { if case .notChecked = self { true } else { false } }

  /// Why the signature is bad; `nil` where it is not.
  fileprivate var problem: Phrase? {
    switch self {
    case .good, .notChecked: nil
    case .malformed:
      Phrase(
        vi: "không phải tệp chữ ký đúng dạng, hoặc đã bị sửa",
        en: "the file is no signature in its one form, or was changed")
    case .otherNamespace(let name):
      Phrase(
        vi: "chữ ký làm cho việc khác («\(visible(name))»), không phải cho kết quả",
        en: "the signature was made for something else ('\(visible(name))') than a result")
    case .unknownKey(let key):
      Phrase(
        vi: "khóa \(key.fingerprint) không có trong danh sách người ký",
        en: "the key \(key.fingerprint) is not on the list of signers")
    case .otherBytes(let signer):
      Phrase(
        vi:
          "khóa của \(visible(signer.principal)) nhưng không phải chữ ký trên chính tệp này: tệp đã bị sửa, hoặc chữ ký của kết quả khác",
        en:
          "it is by the key of \(visible(signer.principal)) and not on this very file: the file was changed, or the signature belongs to another result"
      )
    }
  }
}
