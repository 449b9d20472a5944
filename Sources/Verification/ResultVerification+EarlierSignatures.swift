import Elections
import Faults
import Machine

extension ResultVerification {
  /// Checks the signatures beside an earlier result, where its election had a roster: a chain is worth no more than the quorum of each
  /// result in it.
  mutating func checkSignatures(
    ofEarlier prior: PriorResult, _ file: EvidenceFile, _ document: ResultDocument
  ) {
    if document.root["roster"].isNull { return }
    let key = Check.Key(.earlierSignatures, .file(prior.file))
    enter(key)
    guard let stated = document.stated?.election.roster, stated.quorum.values.contains(where: { $0 > 0 })
    else {
      return fail(
        key,
        Difference("kết quả không nêu ai phải ký", "the result does not state who must sign"))
    }
    guard !stated.sha256.isEmpty else {
      return leaveOpen(
        key,
        NotChecked(
          .noDigest, "kết quả đi trước không ghi mã kiểm tra (--digest none)",
          "the earlier result has no digests (--digest none)"))
    }
    switch signers(stated, prior, beside: file) {
    case .failure(let absence): leaveOpen(key, NotChecked(absence))
    case .success(let signers):
      guard signers.digest.hex == stated.sha256 else { return fail(key, Self.otherSigners) }
      paths.insert(signers.path)
      judge(verifier.lookAtSignatures?(file.path, file.bytes, signers.path), stated, beside: file, key)
    }
  }

  /// The list of signers of an earlier result: beside it, or else that of this election, if it is the same.
  private func signers(
    _ stated: Roster, _ prior: PriorResult, beside file: EvidenceFile
  ) -> Result<EvidenceFile, Absence> {
    let beside = EvidenceFolder(path: directory(of: file.path)).read(stated.file)
    guard case .failure = beside else { return beside }
    if let own = election?.roster?.file, case .success(let found) = folder.read(own),
      found.digest.hex == stated.sha256
    {
      return .success(found)
    }
    return .failure(.missing(join(directory(of: prior.file), stated.file)))
  }

  private mutating func judge(
    _ evidence: SignatureEvidence?, _ stated: Roster, beside file: EvidenceFile, _ key: Check.Key
  ) {
    guard let evidence else {
      return leaveOpen(
        key, NotChecked(.notLookedAt, "chưa kiểm tra chữ ký", "the signatures were not looked at"))
    }
    if let used = evidence.roster, used.hex != stated.sha256 { fail(key, Self.otherSigners) }
    for name in evidence.signatures.compactMap(\.file) {
      if let path = try? realPath(join(directory(of: file.path), name)) { paths.insert(path) }
    }
    switch evidence.outcome(quorum: stated.quorum) {
    case .passed: break
    case .failed(let found): for difference in found { fail(key, difference) }
    case .notChecked(let why): leaveOpen(key, why)
    }
  }

  private static var otherSigners: Difference {
    Difference(
      "danh sách người ký không phải tệp mà kết quả đi trước nêu: mã kiểm tra khác",
      "the list of signers is not the file that the earlier result means: its digest differs")
  }
}
