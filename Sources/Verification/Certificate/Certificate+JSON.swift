public import CanonicalJSON
import Faults
import Machine

extension Certificate {
  /// The certificate as data, in codes: the page Certificate says what they mean.
  public var json: JSONValue {
    [
      "format": "kiemphieu-certificate", "version": 1, "verdict": .string(verdict.rawValue),
      "result": [
        "sha256": .string(digest.hex), "organization": Self.text(organization),
        "congress": Self.text(congress),
        "date": Self.text(date),
        "part": part.map { .array($0.map { .string($0) }) } ?? .null,
        "replaces": replaces.map { ["sha256": .string($0.former.hex), "because": .string($0.because)] }
          ?? .null,
      ],
      "checks": .array(checks.map(\.json)), "totals": .array(totals.map(\.json)),
      "signatures": .array(
        signatures.map { signature in
          [
            "file": Self.text(signature.file), "principal": Self.text(signature.principal),
            "good": .bool(signature.isGood),
          ]
        }),
      "strangers": .array(strangers.map { .string($0) }),
    ]
  }

  private static func text(_ text: String?) -> JSONValue { text.map { .string($0) } ?? .null }
}

extension Check {
  fileprivate var json: JSONValue {
    var members: [String: JSONValue] = ["check": .string(id.rawValue)]
    switch subject {
    case .result: break
    case .file(let name): members["file"] = .string(name)
    case .contest(let id): members["contest"] = .string(id)
    }
    switch outcome {
    case .passed: members["outcome"] = "passed"
    case .failed(let differences):
      members["outcome"] = "failed"
      members["differences"] = .array(differences.map(\.json))
    case .notChecked(let why):
      members["outcome"] = "notChecked"
      members["because"] = .string(why.reason.rawValue)
      members["material"] = .bool(why.isMaterial)
    }
    return .object(members)
  }
}

extension Difference {
  fileprivate var json: JSONValue {
    var members: [String: JSONValue] = ["words": ["vi": .string(words.vi), "en": .string(words.en)]]
    if let path { members["path"] = .string(path) }
    if let stated { members["stated"] = stated }
    if let found { members["found"] = found }
    return .object(members)
  }
}

extension ContestTotals {
  fileprivate var json: JSONValue {
    [
      "contest": .string(contest),
      "identities": .array(
        identities.map { identity in
          [
            "identity": .string(identity.kind.rawValue), "holds": .bool(identity.holds),
            "left": .array(identity.left.map { .integer($0) }),
            "right": .array(identity.right.map { .integer($0) }),
          ]
        }),
    ]
  }
}
