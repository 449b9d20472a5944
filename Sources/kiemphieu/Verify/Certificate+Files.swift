import CommandLineKit
import Elections
import Faults
import Machine
import Verification

extension Certificate {
  /// Verifies a result file with the evidence and the signatures that lie beside it.
  ///
  /// - Parameters:
  ///   - path: of the result.
  ///   - election: the election file, as a path.
  ///   - given: the list of signers that was named on the command line.
  init(
    ofResult path: String, _ bytes: [UInt8]? = nil, election: String, signers given: String? = nil
  ) throws(CommandFailure) {
    // Signatures and claims are checked on the same bytes.
    let result = if let bytes { bytes } else { try LoadedResult.bytes(path) }
    var verifier = Verifier(
      result: path, election: election, hasSigners: given != nil, knownVersions: [Kiemphieu.version]
    ) { result, bytes, signers in
      (try? SignatureEvidence(besideResult: result, bytes, signers: signers, isGiven: false)) ?? nil
    }
    // Signatures are asked for where the election has a roster or keys were given.
    if let signers = given ?? verifier.roster {
      verifier.signatures = try SignatureEvidence(
        besideResult: path, result, signers: signers, isGiven: given != nil)
    }
    do throws(UnreadableResult) {
      self = try verifier.certificate(of: result)
    } catch {
      switch error {
      case .notAResult(let faults): throw .faults(faults)
      }
    }
  }
}

extension Option {
  /// Where the election file of a result is.
  static let electionOfResult = Option(
    "election", .text("FILE"),
    help: Phrase(
      vi: "Tệp bầu cử; mặc định là election.json cạnh tệp kết quả.",
      en: "The election file; by default election.json beside the result."))

  /// Who may sign, in place of the roster.
  static let signersOfResult = Option(
    "signers", .text("FILE"),
    help: Phrase(
      vi: "Khóa của những người được ký, thay cho danh sách trong tệp bầu cử.",
      en: "The keys of those who may sign, in place of the election file's roster."))
}
