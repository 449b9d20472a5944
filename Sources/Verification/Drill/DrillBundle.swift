import CanonicalJSON
public import Faults
import Machine

/// A result with everything that it rests on, in memory, to be tampered with in copies.
public struct DrillBundle: Sendable {
  /// The name of the result among ``files``.
  public static let result = "result.json"

  /// All files by their names as seen from the election file; the result and its signatures beside it.
  public var files: [String: [UInt8]]
  public let election: String
  let plan: String?
  let roster: String?
  /// How many must sign.
  let quorum: Int
  let after: [String]
  /// The signatures on earlier results whose elections had a roster.
  let earlierSignatures: [String]
  /// The ballot files of each contest.
  let ballots: [[String]]

  /// The names of the signatures.
  public var signatures: [String] {
    files.keys.filter { $0.hasPrefix(Self.result + ".") && $0.hasSuffix(".sig") }.sorted()
  }

  /// Gathers a bundle.
  ///
  /// - Parameters:
  ///   - result: the bytes of the result.
  ///   - election: the name of the election file.
  ///   - signatures: the signatures' files, by their names.
  ///   - earlierSignatures: the signatures' files beside an earlier result, all by their names as seen from the election file.
  ///   - read: reads a file by its name as seen from the election file; `nil` where it cannot.
  /// - Returns: `nil` where the result cannot be read, or a file that it names.
  public init?(
    result: [UInt8], election: String, signatures: [String: [UInt8]],
    earlierSignatures: (_ result: String) -> [String: [UInt8]], read: (String) -> [UInt8]?
  ) {
    guard let document = ResultDocument(result, name: Self.result),
      let contests = document.root["contests"].elements
    else { return nil }
    let root = document.root
    self.election = election
    plan = root["plan"]["name"].text
    roster = root["roster"]["name"].text
    quorum = root["roster"]["quorum"].integersByKey?.values.reduce(0, +) ?? 0
    after = (root["after"].elements ?? []).compactMap { $0["name"].text }
    ballots = contests.map { ($0["files"].elements ?? []).compactMap { $0["name"].text } }
    var files = [Self.result: result]
    for name in [election, plan, roster].compactMap({ $0 }) + after + ballots.flatMap({ $0 }) {
      guard let bytes = read(name) else { return nil }
      files[name] = bytes
    }
    for (name, bytes) in signatures { files[name] = bytes }
    var found: [String] = []
    for name in after {
      guard let bytes = files[name],
        let list = ResultDocument(bytes, name: name)?.root["roster"]["name"].text
      else { continue }
      let signers = join(directory(of: name), list)
      if let bytes = read(signers) { files[signers] = bytes }
      let beside = earlierSignatures(name)
      found += beside.keys.sorted()
      files.merge(beside) { own, _ in own }
    }
    self.earlierSignatures = found
    self.files = files
  }
}

/// One way of tampering with a bundle.
public struct Tampering: Sendable {
  /// What is done, for people.
  public let words: Phrase
  /// The bundle after it.
  public let files: [String: [UInt8]]
}
