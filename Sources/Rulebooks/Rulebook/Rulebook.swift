public import Elections

/// A regulation on elections in the Party, as data: when it is in force, its parameters, and for each provision the
/// article and how well it is attested.
///
/// Counting and deciding read nothing of the law but this value, so that the next regulation is one more value (see the
/// files in `Regulations/`), not one more path through the code.
public struct Rulebook: Sendable {
  /// The id that election and result files use, such as `244-QD/TW`.
  public var id: String
  /// The legal number, such as `244-QĐ/TW`.
  public var number: String
  /// The full title in Vietnamese, as minutes cite it.
  public var title: String
  /// What the regulation is called where papers are in English; nobody has translated it officially.
  public var englishTitle: String
  /// The first day on which a congress is held under it.
  public var validFrom: CalendarDate
  /// The last day, or `nil` while it is in force.
  public var validThrough: CalendarDate?
  /// The guidances (hướng dẫn) to it, in order of their dates. Different guidances share a number: print the date too.
  public var guidances: [Guidance]
  public var parameters: RuleParameters
  /// Where each provision stands. Every ``Provision`` has a citation.
  public var citations: [Provision: Citation]

  public init(
    id: String, number: String, title: String, englishTitle: String, validFrom: CalendarDate,
    validThrough: CalendarDate?,
    guidances: [Guidance], parameters: RuleParameters, citations: [Provision: Citation]
  ) {
    self.id = id
    self.number = number
    self.title = title
    self.englishTitle = englishTitle
    self.validFrom = validFrom
    self.validThrough = validThrough
    self.guidances = guidances
    self.parameters = parameters
    self.citations = citations
  }

  public func isInForce(on date: CalendarDate) -> Bool {
    validFrom <= date && validThrough.map { date <= $0 } ?? true
  }

  /// The guidance in force on `date`.
  public func guidance(on date: CalendarDate) -> Guidance? {
    guidances.last { $0.issued <= date }
  }

  /// Where `provision` stands. A provision that the regulation's value forgot is cited as unverified, which a test
  /// rules out for the regulations that ship.
  public func citation(_ provision: Provision) -> Citation {
    citations[provision] ?? Citation("?", .unverified)
  }
}

/// A guidance to a regulation.
public struct Guidance: Sendable, Hashable {
  /// Such as `04-HD/TW`.
  public var number: String
  public var issued: CalendarDate

  public init(number: String, issued: CalendarDate) {
    self.number = number
    self.issued = issued
  }
}

/// Where a provision stands, and how well that is attested.
public struct Citation: Sendable, Hashable {
  /// The article in the form of Vietnamese legal writing, such as `Đ32.2`; or the other source.
  public var article: String
  public var attestation: Attestation

  public init(_ article: String, _ attestation: Attestation) {
    self.article = article
    self.attestation = attestation
  }
}

/// How well a rule is attested.
public enum Attestation: String, Sendable, CaseIterable {
  /// The article's own wording was read.
  case text
  /// From a branch's published counting rules or a widely used minutes form.
  case practice
  /// Follows from the text, which does not say it in so many words.
  case reading
  /// Consistent with general knowledge of the regulation; the wording was not read.
  case unverified
}
