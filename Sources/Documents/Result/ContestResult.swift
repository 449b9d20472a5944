public import Elections
public import Outcomes
public import Rulebooks

/// What a result file says of one contest.
public struct ContestResult: Sendable, Equatable {
  public var id: String
  public var office: Office
  public var title: String
  public var round: Round
  public var form: BallotForm
  public var electorate: Electorate
  public var seats: Int
  public var base: Int
  public var needed: Int
  public var files: [BallotEvidence]
  public var ballots: BallotCounts
  /// What became of the papers that were printed, where the board accounts for them.
  public var papers: PaperAccount?
  public var candidates: [CandidateResult]
  public var elected: [Int]
  public var status: ContestStatus
  /// The rule and article that the status rests on.
  public var statusBecause: Ground
  public var vacant: Int
  public var tie: Tie?
  public var findings: [Finding]

  public init(
    id: String, office: Office, title: String, round: Round, form: BallotForm, electorate: Electorate,
    seats: Int,
    base: Int, needed: Int, files: [BallotEvidence], ballots: BallotCounts,
    papers: PaperAccount? = nil, candidates: [CandidateResult],
    elected: [Int], status: ContestStatus, statusBecause: Ground, vacant: Int, tie: Tie?, findings: [Finding]
  ) {
    self.id = id
    self.office = office
    self.title = title
    self.round = round
    self.form = form
    self.electorate = electorate
    self.seats = seats
    self.base = base
    self.needed = needed
    self.files = files
    self.ballots = ballots
    self.papers = papers
    self.candidates = candidates
    self.elected = elected
    self.status = status
    self.statusBecause = statusBecause
    self.vacant = vacant
    self.tie = tie
    self.findings = findings
  }

  /// The contest as later contests see it, those of the same result.
  public var decided: DecidedContest {
    DecidedContest(
      id: id, office: office, round: round, seats: seats, status: status,
      candidates: candidates.map(\.candidate),
      elected: elected, vacant: vacant, tie: tie)
  }
}

/// A rule with its article.
public struct Ground: Sendable, Equatable {
  public var rule: RuleID
  public var article: String

  public init(rule: RuleID, article: String) {
    self.rule = rule
    self.article = article
  }

  /// Where `provision` of `rulebook` stands.
  public init(_ provision: Provision, of rulebook: Rulebook) {
    self.init(rule: provision.rule, article: rulebook.citation(provision).article)
  }
}

/// A ballot file, and what was read of it.
public struct BallotEvidence: Sendable, Equatable {
  public var file: EvidenceFile
  /// The tree digest, where that was taken.
  public var tree: String?
  public var rows: Int
  public var ballots: Int

  public init(file: EvidenceFile, tree: String?, rows: Int, ballots: Int) {
    self.file = file
    self.tree = tree
    self.rows = rows
    self.ballots = ballots
  }
}

/// The papers and ballots of one contest.
public struct BallotCounts: Sendable, Equatable {
  public var issued: Int
  public var returned: Int
  /// Ballots in the ballot files.
  public var recorded: Int
  public var valid: Int
  /// Invalid ballots by the first ground of each; grounds without ballots are left out.
  public var invalidByReason: [InvalidityGround: Int]
  /// Invalid ballots that bear each ground, first or not; grounds without ballots are left out.
  public var invalidBearing: [InvalidityGround: Int]
  public var debatable: Int
  public var ruledValid: Int
  /// Seats × valid ballots − votes.
  public var undervotes: Int
  /// Valid ballots by how many names they vote for, from 0 to the seats.
  public var validByVotes: [Int]
  /// The board's words on ballots declared invalid as `other`, in byte order.
  public var otherWords: [WordsCount]
  /// The board's words on its rulings, in byte order.
  public var rulingWords: [WordsCount]

  public init(
    issued: Int, returned: Int, recorded: Int, valid: Int, invalidByReason: [InvalidityGround: Int],
    invalidBearing: [InvalidityGround: Int], debatable: Int, ruledValid: Int, undervotes: Int,
    validByVotes: [Int],
    otherWords: [WordsCount], rulingWords: [WordsCount]
  ) {
    self.issued = issued
    self.returned = returned
    self.recorded = recorded
    self.valid = valid
    self.invalidByReason = invalidByReason
    self.invalidBearing = invalidBearing
    self.debatable = debatable
    self.ruledValid = ruledValid
    self.undervotes = undervotes
    self.validByVotes = validByVotes
    self.otherWords = otherWords
    self.rulingWords = rulingWords
  }

  public var invalid: Int { recorded - valid }
}

/// Words of the board with the ballots that bear them.
public struct WordsCount: Sendable, Equatable {
  /// `nil` counts the ballots of all words beyond the first thousand in byte order.
  public var words: String?
  public var ballots: Int

  public init(words: String?, ballots: Int) {
    self.words = words
    self.ballots = ballots
  }
}

/// A candidate with votes and decision.
public struct CandidateResult: Sendable, Equatable {
  public var candidate: Candidate
  public var votes: Int
  /// Percent of the base with a decimal comma, half up: `95,65`.
  public var percent: String
  public var elected: Bool
  public var because: Ground

  public init(candidate: Candidate, votes: Int, percent: String, elected: Bool, because: Ground) {
    self.candidate = candidate
    self.votes = votes
    self.percent = percent
    self.elected = elected
    self.because = because
  }
}
