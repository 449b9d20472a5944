public import Elections
public import Outcomes

/// What a result file says (formats §4): everything that a report prints and a verifier checks.
public struct ElectionResult: Sendable, Equatable {
  /// The version of the engine that counted.
  public var engineVersion: String
  /// The id of the regulation.
  public var regulation: String
  /// The guidance in force on the date, if any.
  public var guidance: GuidanceReference?
  public var election: ElectionSummary
  /// Which digest was taken of the ballot files: `sha256`, `tree` or `none`.
  public var digest: String
  public var plan: EvidenceFile?
  public var roster: RosterEvidence?
  /// The result that this one takes the place of.
  public var replaces: ReplacedResult?
  public var after: [EvidenceFile]
  /// Which part of the election was counted; `nil` for the whole.
  public var part: CountedPart?
  /// Whether ballots of a rehearsal (kiểm thử) were counted, or it comes after a result of such: then it decides nothing.
  public var isRehearsal: Bool
  public var contests: [ContestResult]
  /// What is to be said of the election as a whole.
  public var findings: [Finding]

  public init(
    engineVersion: String, regulation: String, guidance: GuidanceReference?, election: ElectionSummary,
    digest: String, plan: EvidenceFile? = nil, roster: RosterEvidence? = nil,
    replaces: ReplacedResult? = nil, after: [EvidenceFile] = [],
    part: CountedPart? = nil, isRehearsal: Bool = false, contests: [ContestResult], findings: [Finding] = []
  ) {
    self.engineVersion = engineVersion
    self.regulation = regulation
    self.guidance = guidance
    self.election = election
    self.digest = digest
    self.plan = plan
    self.roster = roster
    self.replaces = replaces
    self.after = after
    self.part = part
    self.isRehearsal = isRehearsal
    self.contests = contests
    self.findings = findings
  }

  /// The contests as those of later elections see them.
  public var decided: [DecidedContest] {
    contests.map { contest in
      var decided = contest.decided
      decided.sitting = DecidedContest.Sitting(organization: election.organization, term: election.term)
      return decided
    }
  }
}

/// A guidance, by number and date.
public struct GuidanceReference: Sendable, Equatable {
  public var number: String
  public var issued: CalendarDate

  public init(number: String, issued: CalendarDate) {
    self.number = number
    self.issued = issued
  }
}

/// What the election file says of the election as a whole, and its digest.
public struct ElectionSummary: Sendable, Equatable {
  /// Bytes of the election file.
  public var bytes: Int
  /// The SHA-256 of the election file; `nil` where no digest was taken.
  public var sha256: String?
  public var organization: String
  public var superior: String?
  public var congress: String
  public var term: String
  public var date: CalendarDate
  public var place: String?
  public var countingBoard: [BoardMember]

  public init(_ election: Election, bytes: Int, sha256: String?) {
    self.init(
      bytes: bytes, sha256: sha256, organization: election.organization, superior: election.superior,
      congress: election.congress, term: election.term, date: election.date, place: election.place,
      countingBoard: election.countingBoard)
  }

  init(
    bytes: Int, sha256: String?, organization: String, superior: String?, congress: String, term: String,
    date: CalendarDate, place: String?, countingBoard: [BoardMember]
  ) {
    self.bytes = bytes
    self.sha256 = sha256
    self.organization = organization
    self.superior = superior
    self.congress = congress
    self.term = term
    self.date = date
    self.place = place
    self.countingBoard = countingBoard
  }
}

/// A file that a result rests on.
public struct EvidenceFile: Sendable, Equatable {
  /// The name as in the election file; for a file given on the command line, its last part.
  public var name: String
  public var bytes: Int
  /// The SHA-256 of its bytes; `nil` where another digest or none was taken.
  public var sha256: String?

  public init(name: String, bytes: Int, sha256: String?) {
    self.name = name
    self.bytes = bytes
    self.sha256 = sha256
  }
}

/// The file of those who may sign, and how many must.
public struct RosterEvidence: Sendable, Equatable {
  public var file: EvidenceFile
  public var quorum: [SigningRole: Int]

  public init(file: EvidenceFile, quorum: [SigningRole: Int]) {
    self.file = file
    self.quorum = quorum
  }
}

/// A result that a correction voids: a signed result is never edited.
public struct ReplacedResult: Sendable, Equatable {
  /// The SHA-256 of the bytes of its file, 64 lower-case hexadecimal digits.
  public var sha256: String
  /// Why, in the board's words.
  public var because: String

  public init(sha256: String, because: String) {
    self.sha256 = sha256
    self.because = because
  }
}

/// Which part of an election a count was narrowed to.
public struct CountedPart: Sendable, Equatable {
  /// The ids of the contests counted.
  public var contests: [String]
  /// Whether ballot files given on the command line replaced those of the election file.
  public var ballotsReplaced: Bool

  public init(contests: [String], ballotsReplaced: Bool) {
    self.contests = contests
    self.ballotsReplaced = ballotsReplaced
  }
}
