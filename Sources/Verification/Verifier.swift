import CanonicalJSON
import Elections
public import Faults
import Machine

/// Verifies result files: recounts everything from the files of evidence, with code of its own, and compares every claim.
public struct Verifier: Sendable {
  /// The result file.
  public var result: String
  /// The election file; its folder holds the evidence.
  public var election: String
  /// Whether keys were given, so that signatures are asked for even without a roster.
  public var hasSigners: Bool
  /// What was found of the signatures; `nil` while nobody looked.
  public var signatures: SignatureEvidence?
  /// The versions of the program whose results are known.
  public var knownVersions: [String]
  /// Looks at the signatures beside an earlier result, given where that and the list of signers lie; `nil` while nobody does.
  public var lookAtSignatures:
    (@Sendable (_ result: String, _ bytes: [UInt8], _ signers: String) -> SignatureEvidence?)?

  /// - Parameters:
  ///   - result: the result file.
  ///   - election: the election file; by default `election.json` beside the result.
  ///   - hasSigners: whether keys were given.
  ///   - signatures: what was found of the signatures.
  ///   - knownVersions: the versions of the program whose results are known.
  ///   - lookAtSignatures: looks at the signatures beside an earlier result.
  public init(
    result: String, election: String? = nil, hasSigners: Bool = false, signatures: SignatureEvidence? = nil,
    knownVersions: [String],
    lookAtSignatures: (
      @Sendable (_ result: String, _ bytes: [UInt8], _ signers: String) -> SignatureEvidence?
    )? =
      nil
  ) {
    self.result = result
    self.election = election ?? join(directory(of: result), "election.json")
    self.hasSigners = hasSigners
    self.signatures = signatures
    self.knownVersions = knownVersions
    self.lookAtSignatures = lookAtSignatures
  }

  /// Verifies the bytes of a result file.
  ///
  /// - Throws: why the bytes are not a result that could be verified.
  public func certificate(of bytes: [UInt8]) throws(UnreadableResult) -> Certificate {
    let name = lastComponent(of: result)
    guard let document = ResultDocument(bytes, name: name) else { throw .notAResult(reasons(bytes)) }
    var verification = ResultVerification(self, document, depth: 0)
    return verification.certificate()
  }

  /// Why bytes are no result: what is wrong with them as JSON, if that is it.
  private func reasons(_ bytes: [UInt8]) -> FaultLog {
    var log = FaultLog()
    log.append(notAResult)
    do throws(JSONRejection) {
      _ = try JSONParser.parse(bytes, file: result, allowsByteOrderMark: false)
    } catch {
      log.append(contentsOf: error.faults)
    }
    return log
  }

  private var notAResult: Fault {
    Fault(
      .noResult, at: FaultPlace(file: result),
      problem: Phrase(
        vi: "đây không phải tệp kết quả phiên bản 1", en: "this is no result file of version 1"),
      advice: Phrase(
        vi: "kiểm tra xem có đúng tệp result.json không",
        en: "check that this is the result.json that you mean"))
  }

  /// Where the roster lies that the election file names, for whoever looks at the signatures.
  ///
  /// - Returns: `nil` where the election has no roster, its file cannot be read, or the roster is not in its folder.
  public var roster: String? {
    guard case .success(let file) = EvidenceFile.read(election, name: lastComponent(of: election)),
      case .success(let read) = ElectionFile.read(file.bytes, name: file.name)
    else { return nil }
    let folder = directory(of: election)
    guard let roster = read.election.roster, case .success = EvidenceFolder(path: folder).locate(roster.file)
    else { return nil }
    return join(folder, roster.file)
  }
}

/// Why a file cannot be verified at all.
public enum UnreadableResult: Error, Sendable {
  /// No JSON, or another kind of file, or another version of the format.
  case notAResult(FaultLog)
}
