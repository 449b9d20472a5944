import CanonicalJSON
public import Machine

/// A result file that was read, whatever it says.
struct ResultDocument {
  var bytes: [UInt8]
  /// The members by their keys; `nil` where the file holds what no result can be written with.
  private var members: [String: JSONValue]?
  var root: StatedValue
  var stated: StatedResult?
  var digest: Digest

  /// - Returns: `nil` for bytes that are no JSON, or another kind of file.
  init?(_ bytes: [UInt8], name: String) {
    guard let node = try? JSONParser.parse(bytes, file: name, allowsByteOrderMark: false) else { return nil }
    root = StatedValue(node: node)
    guard root["format"].text.map({ isSame($0, ExpectedResult.format) }) == true,
      root["version"].integer == ExpectedResult.version
    else { return nil }
    self.bytes = bytes
    if case .object(let members)? = JSONValue(node) { self.members = members }
    digest = SHA256.digest(of: bytes)
    stated = StatedResult(root)
  }

  /// Whether the bytes are those in which RFC 8785 writes the values.
  var isCanonical: Bool {
    members.map { JSONValue.object($0).canonicalBytes() == bytes } ?? false
  }

  /// Which digest the result says was taken of the ballot files; SHA-256 where it does not say so in the right form.
  var digestKind: DigestKind { root["digest"].text.flatMap { DigestKind(rawValue: $0) } ?? .sha256 }

  /// The digest of the canonical bytes without the member `self`; `nil` where there are none.
  var selfDigest: Digest? {
    guard var members else { return nil }
    members["self"] = nil
    return SHA256.digest(of: JSONValue.object(members).canonicalBytes())
  }

  /// The former result that this one takes the place of; `nil` where it does not say so, or not in the right form.
  var replacement: Replacement? {
    let stated = root["replaces"]
    guard let text = stated["sha256"].text, let former = Digest(hex: text), former.hex == text,
      former != digest, let because = stated["because"].text, isVisibleText(because)
    else { return nil }
    return Replacement(former: former, because: because)
  }
}

/// A former result that a correction takes the place of.
public struct Replacement: Sendable, Equatable {
  /// The SHA-256 of the former result's file.
  public var former: Digest
  /// Why, in the board's words.
  public var because: String

  /// The member `replaces`. Which result it names and why is the board's to say: nothing here follows from the evidence.
  var expected: Expectation { .object(["sha256": .text(former.hex), "because": .text(because)]) }
}
