public import Elections

/// The id of a counting rule, as code, reports and tests cite it.
public enum RuleID: String, Sendable, CaseIterable {
  /// Who elects whom.
  case office = "R-OFFICE"
  /// Ballot forms and the printed list.
  case form = "R-FORM"
  /// Validity of ballots.
  case valid = "R-VALID"
  /// The account of the papers.
  case inventory = "R-INVENTORY"
  /// The number of people that the majority is counted from.
  case base = "R-BASE"
  /// More than half.
  case majority = "R-MAJORITY"
  /// From the highest vote down.
  case rank = "R-RANK"
  /// A tie at the last seat.
  case tie = "R-TIE"
  /// Fewer elected than seats.
  case short = "R-SHORT"
  /// Names beyond the seats; who may count.
  case surplus = "R-SURPLUS"
  /// The limits of a congress plan.
  case plan = "R-PLAN"
  /// Percentages.
  case percent = "R-PERCENT"
}

/// One statement of the law that a decision or a finding can rest on: finer than a ``RuleID``, since its parts stand in
/// different articles and are attested differently.
public enum Provision: Hashable, Sendable, CaseIterable {
  /// Who elects to an office, from which list.
  case election(of: Office)
  /// One ballot for each office.
  case oneBallotPerOffice
  /// When a branch has a committee, and of what size.
  case branchCommittee
  case ballotForms
  case listOrder
  /// The counting board decides on invalid ballots.
  case boardDecidesValidity
  case ground(InvalidityGround)
  /// An agree/disagree ballot of several names without a line that counts as a vote.
  case debatableBallot
  /// A line with both boxes or neither gives no vote; the ballot stays valid.
  case lineWithoutVote
  /// Fewer ballots back than handed out, and records that do not match.
  case inventory
  /// More ballots back than handed out.
  case voidVote
  case base(of: ElectingBody)
  case majority
  case ranking
  case tieAtLastSeat
  /// A re-vote that ends in a tie again.
  case tiedAgain
  case fewerThanSeats
  /// Several rounds for delegates.
  case delegateRounds
  /// At most so many rounds for a branch secretary.
  case branchSecretaryRounds
  case surplusCap
  case surplusRequired
  /// Members of the counting board are not on the list.
  case boardMembers
  case plan
  case percent

  public static var allCases: [Provision] {
    Office.allCases.map { .election(of: $0) } + InvalidityGround.allCases.map { .ground($0) }
      + ElectingBody.allCases.map { .base(of: $0) } + [
        .oneBallotPerOffice, .branchCommittee, .ballotForms, .listOrder, .boardDecidesValidity,
        .debatableBallot,
        .lineWithoutVote, .inventory, .voidVote, .majority, .ranking, .tieAtLastSeat, .tiedAgain,
        .fewerThanSeats,
        .delegateRounds, .branchSecretaryRounds, .surplusCap, .surplusRequired, .boardMembers, .plan,
        .percent,
      ]
  }

  /// The rule that the provision is part of.
  public var rule: RuleID {
    switch self {
    case .election, .oneBallotPerOffice, .branchCommittee: .office
    case .ballotForms, .listOrder: .form
    case .boardDecidesValidity, .ground, .debatableBallot, .lineWithoutVote: .valid
    case .inventory, .voidVote: .inventory
    case .base: .base
    case .majority: .majority
    case .ranking: .rank
    case .tieAtLastSeat, .tiedAgain: .tie
    case .fewerThanSeats, .delegateRounds, .branchSecretaryRounds: .short
    case .surplusCap, .surplusRequired, .boardMembers: .surplus
    case .plan: .plan
    case .percent: .percent
    }
  }
}
