public import Rulebooks

/// Something that a result or a check has to say, as data: a code, the provision that it rests on, and the values. The words in
/// either language are made from them where they are shown.
public struct Finding: Sendable, Equatable {
  public var code: FindingCode
  public var rule: RuleID
  /// The article, as the rulebook cites it.
  public var article: String
  public var attestation: Attestation
  public var values: [String: FindingValue]

  /// A finding that rests on `provision` of `rulebook`.
  public init(
    _ code: FindingCode, _ provision: Provision, of rulebook: Rulebook, _ values: [String: FindingValue] = [:]
  ) {
    let citation = rulebook.citation(provision)
    self.init(
      code, rule: provision.rule, article: citation.article, attestation: citation.attestation, values: values
    )
  }

  public init(
    _ code: FindingCode, rule: RuleID, article: String, attestation: Attestation,
    values: [String: FindingValue]
  ) {
    self.code = code
    self.rule = rule
    self.article = article
    self.attestation = attestation
    self.values = values
  }

  public var severity: Severity { code.severity }
}

/// A value in a finding: what canonical JSON can hold without loss.
public enum FindingValue: Sendable, Equatable {
  case integer(Int)
  case text(String)
  case integers([Int])
}

/// How much a finding matters.
public enum Severity: String, Sendable, CaseIterable {
  /// The contest decides nothing.
  case error
  /// Something that the board or the congress should look at.
  case warning
  /// Something to know.
  case info
}
