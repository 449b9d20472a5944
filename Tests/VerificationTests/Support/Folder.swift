import CanonicalJSON
import Documents
import Elections
import Faults
import Foundation
import Machine
import Testing

@testable import Verification
@testable import kiemphieu

/// A folder of evidence for one test, gone when the test is over.
final class Folder {
  let path: String

  init() throws {
    let url = FileManager.default.temporaryDirectory.resolvingSymlinksInPath().appending(
      path: "verification-" + UUID().uuidString)
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: false)
    path = url.path
  }

  /// A copy of a folder of the repository.
  init(copyOf folder: String) throws {
    let url = FileManager.default.temporaryDirectory.resolvingSymlinksInPath().appending(
      path: "verification-" + UUID().uuidString)
    try FileManager.default.copyItem(at: Self.repository.appending(path: folder), to: url)
    path = url.path
  }

  deinit {
    try? FileManager.default.removeItem(atPath: path)
  }

  static let repository = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()

  subscript(name: String) -> String { path + "/" + name }

  func write(_ bytes: [UInt8], to name: String) throws {
    let url = URL(filePath: self[name])
    try FileManager.default.createDirectory(
      at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(bytes).write(to: url)
  }

  func write(_ text: String, to name: String) throws {
    try write(Array(text.utf8), to: name)
  }

  func bytes(_ name: String) throws -> [UInt8] {
    Array(try Data(contentsOf: URL(filePath: self[name])))
  }

  func remove(_ name: String) throws {
    try FileManager.default.removeItem(atPath: self[name])
  }

  /// The result of counting `election`, as the program writes it.
  func count(
    _ election: String = "election.json", digest: DigestKind = .sha256, contests: Set<String>? = nil,
    ballots: [String]? = nil
  ) throws -> [UInt8] {
    let loaded = try LoadedElection.load(self[election])
    let all = Set(loaded.election.contests.map(\.id))
    let selection = CountSelection(
      contests: contests ?? all, isPart: (contests ?? all).count < all.count, ballots: ballots)
    var count = ElectionCount(loaded, selection, digest: digest, jobs: 1, progressLine: nil)
    return try count.run().canonicalBytes()
  }

  /// Verifies the bytes of a result against the evidence in this folder.
  func verify(
    _ result: [UInt8], election: String = "election.json", hasSigners: Bool = false,
    signatures: SignatureEvidence? = nil, earlierSignatures: SignatureEvidence? = nil
  ) throws -> Certificate {
    var verifier = Verifier(
      result: self["result.json"], election: self[election], hasSigners: hasSigners, signatures: signatures,
      knownVersions: [Kiemphieu.version])
    if let earlierSignatures { verifier.lookAtSignatures = { _, _, _ in earlierSignatures } }
    return try verifier.certificate(of: result)
  }
}

extension Certificate {
  /// What failed, one line for each difference.
  var failures: [String] {
    checks.flatMap { check -> [String] in
      guard case .failed(let differences) = check.outcome else { return [] }
      return differences.map { "\(check.id.rawValue) \($0.path ?? "") \($0.words.en)" }
    }
  }

  /// The members of the result that differ.
  var paths: [String] {
    checks.flatMap { check -> [String] in
      guard case .failed(let differences) = check.outcome else { return [] }
      return differences.compactMap(\.path)
    }
  }

  /// The reasons for what is open and matters.
  var open: [NotChecked.Reason] {
    checks.compactMap { check in
      guard case .notChecked(let why) = check.outcome, why.isMaterial else { return nil }
      return why.reason
    }
  }

  func outcome(_ id: CheckID) -> [Check.Outcome] {
    checks.filter { $0.id == id }.map(\.outcome)
  }
}

/// A result that was changed and closed again by the `self` that goes with the change.
enum Forgery {
  static func value(_ bytes: [UInt8]) throws -> JSONValue {
    try #require(JSONValue(try JSONParser.parse(bytes, file: "result.json")))
  }

  /// The canonical bytes with `self` right.
  static func closed(_ value: JSONValue) throws -> [UInt8] {
    guard case .object(var members) = value else {
      Issue.record("a result is an object")
      return []
    }
    members["self"] = nil
    let digest = SHA256.digest(of: JSONValue.object(members).canonicalBytes())
    members["self"] = .string(digest.hex)
    return JSONValue.object(members).canonicalBytes()
  }
}

extension JSONValue {
  /// A step on the way to a value.
  enum Step: Sendable, Hashable {
    case key(String)
    case index(Int)
  }

  /// Every value below this one, with the way to it.
  var places: [[Step]] {
    switch self {
    case .object(let members):
      members.sorted { $0.key < $1.key }.flatMap { key, value in
        [[.key(key)]] + value.places.map { [.key(key)] + $0 }
      }
    case .array(let values):
      values.enumerated().flatMap { index, value in
        [[.index(index)]] + value.places.map { [.index(index)] + $0 }
      }
    default: []
    }
  }

  /// The value with another at a place; `nil` removes it.
  func replacing(_ place: ArraySlice<Step>, _ change: (JSONValue) -> JSONValue?) -> JSONValue? {
    guard let step = place.first else { return change(self) }
    switch (self, step) {
    case (.object(var members), .key(let key)):
      members[key] = members[key].flatMap { $0.replacing(place.dropFirst(), change) }
      return .object(members)
    case (.array(var values), .index(let index)):
      if let value = values[index].replacing(place.dropFirst(), change) {
        values[index] = value
      } else {
        values.remove(at: index)
      }
      return .array(values)
    default: return self
    }
  }

  func value(at place: ArraySlice<Step>) -> JSONValue? {
    guard let step = place.first else { return self }
    switch (self, step) {
    case (.object(let members), .key(let key)): return members[key]?.value(at: place.dropFirst())
    case (.array(let values), .index(let index)): return values[index].value(at: place.dropFirst())
    default: return nil
    }
  }
}

/// A place in words, as certificates write it.
func words(_ place: [JSONValue.Step]) -> String {
  place.reduce("") { text, step in
    switch step {
    case .key(let key): text + (text.isEmpty ? "" : ".") + key
    case .index(let index): text + "[\(index)]"
    }
  }
}
