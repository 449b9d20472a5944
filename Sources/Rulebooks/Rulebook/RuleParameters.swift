public import Elections

/// The numbers and choices of a regulation that the engine reads.
public struct RuleParameters: Sendable {
  /// Elected needs strictly more than this share of the base (R-MAJORITY).
  public var moreThan: Share
  /// Whether a re-vote among the tied needs the majority too (R-TIE).
  public var tieBreakNeedsMajority: Bool
  /// The grounds on which people are left out of the base, by body (R-BASE).
  public var deductionGrounds: [ElectingBody: [DeductionGround]]
  /// The most names beyond the seats, in percent of the seats, rounded down, but never less than one (R-SURPLUS).
  public var surplusPercentAtMost: Int
  /// The offices whose list must have more names than seats.
  public var surplusRequiredFor: [Office]
  /// A standing committee is elected by committees of at least so many members (R-OFFICE).
  public var standingCommitteeFrom: Int
  /// A branch elects a committee (chi ủy) from so many official members on.
  public var branchCommitteeFrom: Int
  /// The most members of a branch's committee.
  public var branchCommitteeAtMost: Int
  /// The most deputy secretaries of a branch.
  public var branchDeputiesAtMost: Int
  /// After so many rounds without a branch secretary the higher committee appoints (R-SHORT).
  public var branchSecretaryRoundsAtMost: Int
  /// For how long the ballots are kept under seal, and where that stands; `nil` where the regulation's text was not read on it.
  public var ballotsKept: KeepingPeriod?

  public init(
    moreThan: Share, tieBreakNeedsMajority: Bool, deductionGrounds: [ElectingBody: [DeductionGround]],
    surplusPercentAtMost: Int, surplusRequiredFor: [Office], standingCommitteeFrom: Int,
    branchCommitteeFrom: Int, branchCommitteeAtMost: Int, branchDeputiesAtMost: Int,
    branchSecretaryRoundsAtMost: Int, ballotsKept: KeepingPeriod? = nil
  ) {
    self.moreThan = moreThan
    self.tieBreakNeedsMajority = tieBreakNeedsMajority
    self.deductionGrounds = deductionGrounds
    self.surplusPercentAtMost = surplusPercentAtMost
    self.surplusRequiredFor = surplusRequiredFor
    self.standingCommitteeFrom = standingCommitteeFrom
    self.branchCommitteeFrom = branchCommitteeFrom
    self.branchCommitteeAtMost = branchCommitteeAtMost
    self.branchDeputiesAtMost = branchDeputiesAtMost
    self.branchSecretaryRoundsAtMost = branchSecretaryRoundsAtMost
    self.ballotsKept = ballotsKept
  }

  /// The most names beyond `seats` (R-SURPLUS).
  public func surplusCap(seats: Int) -> Int {
    max(1, seats * surplusPercentAtMost / 100)
  }
}

/// For how long the ballots stay under seal (niêm phong, lưu giữ).
public struct KeepingPeriod: Sendable, Hashable {
  public var months: Int
  /// The article, as ``Citation/article`` has it.
  public var article: String

  public init(months: Int, article: String) {
    self.months = months
    self.article = article
  }
}

/// A fraction of whole numbers, both positive.
public struct Share: Sendable, Hashable {
  public var numerator: Int
  public var denominator: Int

  public init(_ numerator: Int, of denominator: Int) {
    self.numerator = numerator
    self.denominator = denominator
  }

  /// The smallest count that is strictly more than this share of `base`.
  ///
  /// For one half: `base / 2 + 1`.
  public func countExceeding(_ base: Int) -> Int {
    base * numerator / denominator + 1
  }
}
