import CanonicalJSON
import Elections
import Machine

/// What a result says of files of evidence that cannot be looked at: which members there are, and of what form.
extension Expectation {
  /// A file of evidence.
  ///
  /// - Parameters:
  ///   - name: as the election file names it.
  ///   - kind: the digest that was taken of it.
  static func unseen(_ name: String, _ kind: DigestKind) -> Expectation {
    var members = unseenBytes(kind)
    members["name"] = .text(name)
    return .object(members)
  }

  /// The members of a file of evidence but for its name.
  static func unseenBytes(_ kind: DigestKind) -> [String: Expectation] {
    var members: [String: Expectation] = ["bytes": .size]
    members["sha256"] = kind == .sha256 ? .digest : .value(.null)
    if kind == .tree { members["tree"] = .digest }
    return members
  }

  /// A list of signers, with how many of each role must sign.
  static func unseen(_ roster: Roster, _ kind: DigestKind) -> Expectation {
    unseen(roster.file, kind).adding(roster.quorum)
  }

  /// The same evidence of a list of signers, with how many of each role must sign.
  func adding(_ quorum: [SigningRole: Int]) -> Expectation {
    guard case .object(var members) = self else { return self }
    members["quorum"] = .object(
      Dictionary(uniqueKeysWithValues: quorum.map { ($0.key.rawValue, .integer($0.value)) }))
    return .object(members)
  }
}

extension DigestKind {
  /// The kind of digest that is taken of all files but those of ballots, where this one is taken of these.
  var ofSmallFiles: DigestKind { self == .none ? .none : .sha256 }
}
