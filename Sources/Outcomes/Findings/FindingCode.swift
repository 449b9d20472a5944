/// What kind of finding. The raw values stand in result files and never change.
public enum FindingCode: String, Sendable, CaseIterable {
  // The account of the papers
  /// More ballots came back than were handed out: the vote is void. Values: `issued`, `returned`.
  case void
  /// The ballot files do not hold as many ballots as came back. Values: `recorded`, `returned`.
  case recordedDiffers
  /// More ballots were handed out than people were present. Values: `issued`, `present`.
  case issuedExceedsPresent
  /// Fewer ballots came back than were handed out, which is allowed. Values: `issued`, `returned`.
  case returnedFewer
  /// The papers printed are not those issued, spoiled and unused. Values: `printed`, `issued`, `spoiled`, `unused`.
  case papersDiffer
  /// More papers were destroyed than were left over. Values: `destroyed`, `spoiled`, `unused`.
  case papersDestroyed
  /// More people are present than the base counts. Values: `present`, `base`.
  case presentExceedsBase

  // Validity
  /// Ballots on which the board may rule. Values: `debatable`, `ruledValid`.
  case debatable

  // The decision
  /// Fewer were elected than seats. Values: `elected`, `seats`.
  case short
  /// More people with the same votes than seats left. Values: `votes`, `candidates` (numbers), `seats` (left).
  case tied
  /// A re-vote among the tied ended in a tie. Values as of ``tied``.
  case tiedAgain
  /// A re-vote among the tied, in which the higher vote wins. Values: `seats`.
  case tieBreak
  /// No branch secretary after the last round. Values: `round`, `rounds`.
  case higherCommitteeAppoints
  /// Delegates are short: several rounds, then the congress decides. Values: `round`.
  case delegatesShort
  /// The decision rests on a rule whose wording was not read.
  case unverifiedRule

  // Who elects whom
  /// A candidate was not elected to the body that the list is taken from. Values: `candidate`, `name`, `body`.
  case notElectedToBody
  /// A candidate may be either of several people. Values: `candidate`, `name`, `body`.
  case ambiguousPerson
  /// A body that does not elect to this office. Values: `body`, `office`.
  case wrongElectingBody
  /// The same office was voted on before. Values: `office`, `contest`.
  case officeRepeated
  /// An office is voted on before one that goes first. Values: `office`, `before`.
  case officeOrder
  /// A standing committee of too small a committee. Values: `members`, `from`.
  case committeeTooSmall
  /// A body does not have as many members as were elected to it. Values: `convened`, `elected`.
  case membersDiffer
  /// A candidate for deputy secretary is secretary. Values: `candidate`, `name`.
  case holdsHigherOffice
  /// A branch with too few members elects a committee. Values: `members`, `from`.
  case branchTooSmall
  /// A branch's committee has too many seats. Values: `seats`, `atMost`.
  case branchCommitteeTooLarge
  /// A branch elects too many deputy secretaries. Values: `seats`, `atMost`.
  case branchDeputies

  // Rounds
  /// A round for a branch secretary after the last one that there may be. Values: `round`, `atMost`.
  case tooManyRounds
  /// The number of the round does not follow. Values: `round`, `previous`.
  case roundNumber
  /// The contest that a round follows is of another organization. Values: `organization` (the other).
  case otherOrganization
  /// The contest that a round follows is of another term. Values: `term` (the other).
  case otherTerm
  /// A continuation for more seats than are vacant. Values: `seats`, `vacant`.
  case continuationSeats
  /// A candidate of a continuation was elected before. Values: `candidate`, `name`.
  case alreadyElected

  // The list
  /// Two candidates have the same name. Values: `name`, `candidates` (numbers).
  case sameName
  /// A name is not in Unicode normal form C. Values: `candidate`, `name`.
  case nameNotNormalized
  /// The list is not in the order of given names. Values: `candidate`, `name`, `before` (a name).
  case listOrder
  /// More names beyond the seats than allowed. Values: `names`, `seats`, `atMost`.
  case surplusTooLarge
  /// A list without a surplus where one is mandatory. Values: `names`, `seats`.
  case surplusMissing
  /// A member of the counting board is on the list. Values: `candidate`, `name`.
  case boardMemberOnList

  // The plan
  /// Values: `office`, `seats`, `atMost`.
  case planSeatsAtMost
  /// Values: `office`, `seats`, `atLeast`.
  case planSeatsAtLeast
  /// A branch below the plan's number elects a committee. Values: `members`, `from`.
  case planBranchTooSmall
  /// A candidate was born before the month that the plan sets. Values: `candidate`, `name`, `born`, `from`.
  case planAge
  /// A candidate's age cannot be checked. Values: `candidate`, `name`.
  case planAgeUnknown
  /// The congress is later than the plan says. Values: `date`, `by`, `what`.
  case planLate
  /// Figures of the list's structure. Values: `candidates`, `women`, `young`, `minorities`, `leadership`, `units`, each a number; without those that nobody states.
  case structure

  // The election as a whole
  /// The file forces a regulation that is not in force on the date. Values: `date`, `regulation`.
  case regulationForced
  /// An earlier result bears a later date. Values: `file`, `date`.
  case priorResultLater
  /// An earlier result is of a part of its election only, or of other ballot files than that names. Values: `file`.
  case priorResultPart

  public var severity: Severity {
    switch self {
    case .void, .recordedDiffers, .issuedExceedsPresent: .error
    case .presentExceedsBase, .papersDiffer, .papersDestroyed, .debatable, .tied, .tiedAgain,
      .higherCommitteeAppoints, .unverifiedRule,
      .notElectedToBody, .ambiguousPerson, .wrongElectingBody, .officeRepeated, .officeOrder,
      .committeeTooSmall,
      .membersDiffer, .holdsHigherOffice, .branchTooSmall, .branchCommitteeTooLarge, .branchDeputies,
      .tooManyRounds,
      .roundNumber, .otherOrganization, .otherTerm,
      .continuationSeats, .alreadyElected, .sameName, .nameNotNormalized, .listOrder, .surplusTooLarge,
      .surplusMissing, .boardMemberOnList, .planSeatsAtMost, .planSeatsAtLeast, .planBranchTooSmall, .planAge,
      .planLate, .regulationForced, .priorResultLater, .priorResultPart:
      .warning
    case .returnedFewer, .short, .tieBreak, .delegatesShort, .planAgeUnknown, .structure: .info
    }
  }

  /// Whether the finding says that a rule is broken, rather than that something should be looked at.
  public var breaksRule: Bool {
    switch self {
    case .void, .recordedDiffers, .issuedExceedsPresent, .presentExceedsBase, .higherCommitteeAppoints,
      .notElectedToBody, .wrongElectingBody, .officeRepeated, .officeOrder, .committeeTooSmall,
      .membersDiffer,
      .holdsHigherOffice, .branchTooSmall, .branchCommitteeTooLarge, .branchDeputies, .tooManyRounds,
      .roundNumber, .otherOrganization, .otherTerm,
      .continuationSeats, .alreadyElected, .listOrder, .surplusTooLarge, .surplusMissing, .boardMemberOnList,
      .planSeatsAtMost, .planSeatsAtLeast, .planBranchTooSmall, .planAge, .planLate, .priorResultLater:
      true
    case .returnedFewer, .papersDiffer, .papersDestroyed, .debatable, .short, .tied, .tiedAgain, .tieBreak,
      .delegatesShort, .unverifiedRule,
      .ambiguousPerson, .sameName, .nameNotNormalized, .planAgeUnknown, .structure, .priorResultPart,
      .regulationForced:
      false
    }
  }
}
