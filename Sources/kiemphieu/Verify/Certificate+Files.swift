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
