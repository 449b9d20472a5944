public import Elections

/// What later contests need to know of a contest that was decided, in the same file or in an earlier result.
public struct DecidedContest: Sendable, Equatable {
  public var id: String
  public var office: Office
  public var round: Round
  public var seats: Int
  public var status: ContestStatus
  public var candidates: [Candidate]
  /// The numbers of those elected.
  public var elected: [Int]
  public var vacant: Int
  public var tie: Tie?
  /// Whose contest it is, where it stands in an earlier result; `nil` for a contest of the same file.
  public var sitting: Sitting?

  /// Who elected, and for which term. A later round has both in common with the contest that it follows.
  public struct Sitting: Sendable, Equatable {
    public var organization: String
    public var term: String

    public init(organization: String, term: String) {
      self.organization = organization
      self.term = term
    }
  }

  public init(
    id: String, office: Office, round: Round, seats: Int, status: ContestStatus, candidates: [Candidate],
    elected: [Int], vacant: Int, tie: Tie?, sitting: Sitting? = nil
  ) {
    self.id = id
    self.office = office
    self.round = round
    self.seats = seats
    self.status = status
    self.candidates = candidates
    self.elected = elected
    self.vacant = vacant
    self.tie = tie
    self.sitting = sitting
  }

  public init(_ contest: Contest, _ outcome: Outcome) {
    self.init(
      id: contest.id, office: contest.office, round: contest.round, seats: contest.seats,
      status: outcome.status,
      candidates: contest.candidates, elected: outcome.elected, vacant: outcome.vacant, tie: outcome.tie)
  }

  /// The people elected.
  public var electedPeople: [Candidate] { people(elected) }

  func people(_ numbers: [Int]) -> [Candidate] {
    let wanted = Set(numbers)
    return candidates.filter { wanted.contains($0.number) }
  }
}
