public import Elections

/// One ballot paper as it was read: the marks, what the board declared, what the board ruled. Nothing is judged yet.
///
/// A worked example, the style being three names for three seats (agree/disagree): an X at đồng ý for the first name, in
/// both boxes for the second and in neither for the third is `inFavour = {0, 1}`, `against = {1}`.
public struct Ballot: Sendable, Hashable {
  /// `strikeOut`: the names left. `agreeDisagree`: the names with an X at đồng ý.
  public var inFavour: CandidateSet
  /// `strikeOut`: empty. `agreeDisagree`: the names with an X at không đồng ý.
  public var against: CandidateSet
  /// The grounds of invalidity that the board declared.
  public var declared: InvalidityGrounds = []
  /// Whether the marks were read: they may be left unread on a ballot that the board declared invalid, and on no other. Such a
  /// ballot has no marks.
  public var marksRead = true
  /// Whether the board ruled that the ballot, being debatable, is valid.
  public var ruledValid = false

  /// A ballot without any mark.
  public init(_ style: BallotStyle) {
    inFavour = CandidateSet(style)
    against = CandidateSet(style)
  }

  /// Makes this the ballot without any mark again.
  public mutating func clear() {
    inFavour.removeAll()
    against.removeAll()
    declared = []
    marksRead = true
    ruledValid = false
  }
}
