import CanonicalJSON
import Rulebooks

/// Something that a result must say of an election or a contest, as the verifier finds it.
struct ExpectedFinding: Equatable {
  var code: String
  var provision: Provision
  var values: [String: JSONValue]

  init(_ code: String, _ provision: Provision, _ values: [String: JSONValue] = [:]) {
    self.code = code
    self.provision = provision
    self.values = values
  }

  /// How much it matters: errors leave nothing decided, the others are to be looked at or to be known.
  var severity: String {
    switch code {
    case "void", "recordedDiffers", "issuedExceedsPresent": "error"
    case "returnedFewer", "tieBreak", "short", "delegatesShort": "info"
    default: "warning"
    }
  }

  /// The member of the result, with the article under `rulebook`.
  func json(_ rulebook: Rulebook) -> JSONValue {
    let citation = rulebook.citation(provision)
    return [
      "code": .string(code), "rule": .string(provision.rule.rawValue), "article": .string(citation.article),
      "attestation": .string(citation.attestation.rawValue), "severity": .string(severity),
      "values": .object(values),
    ]
  }
}
