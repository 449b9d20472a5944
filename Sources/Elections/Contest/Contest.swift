/// One vote on one office: who elects, how many, from which names, on which form of ballot.
public struct Contest: Sendable, Equatable {
  /// Unique in its election file.
  public var id: String
  public var office: Office
  /// As the minutes print it.
  public var title: String
  public var electorate: Electorate
  /// How many are to be elected (số lượng được bầu), at least 1 and at most the number of names.
  public var seats: Int
  public var round: Round
  /// In ballot order: the candidate at index `i` has number `i + 1`.
  public var candidates: [Candidate]
  public var ballots: BallotAccount

  public init(
    id: String, office: Office, title: String, electorate: Electorate, seats: Int, round: Round = .first,
    candidates: [Candidate], ballots: BallotAccount
  ) {
    self.id = id
    self.office = office
    self.title = title
    self.electorate = electorate
    self.seats = seats
    self.round = round
    self.candidates = candidates
    self.ballots = ballots
  }

  /// The form of the ballot, which follows from names and seats (R-FORM).
  public var form: BallotForm { BallotForm(names: candidates.count, seats: seats) }
}

/// The form of a ballot paper (R-FORM; 244-QĐ/TW Đ17.1).
public enum BallotForm: String, Sendable, CaseIterable {
  /// More names than seats (có số dư): a voter strikes out each person not elected; names left are votes.
  case strikeOut
  /// As many names as seats (không số dư, phiếu tròn): an X for agreement (đồng ý) or disagreement
  /// (không đồng ý) on each line.
  case agreeDisagree

  /// The form that `names` for `seats` call for.
  public init(names: Int, seats: Int) {
    self = names > seats ? .strikeOut : .agreeDisagree
  }
}

/// Which round of voting a contest is (R-TIE, R-SHORT).
public enum Round: Sendable, Equatable {
  /// The first vote on an office.
  case first
  /// A vote that follows another on the same office.
  case later(number: Int, kind: RoundKind, follows: String)

  /// From 1.
  public var number: Int {
    switch self {
    case .first: 1
    case .later(let number, _, _): number
    }
  }

  /// The id of the contest that this one follows.
  public var follows: String? {
    switch self {
    case .first: nil
    case .later(_, _, let follows): follows
    }
  }

  /// What kind of later round this is; `nil` for the first.
  public var kind: RoundKind? {
    switch self {
    case .first: nil
    case .later(_, let kind, _): kind
    }
  }

  /// Whether this is a re-vote among people tied for the last seats, in which the higher vote wins.
  public var isTieBreak: Bool { kind == .tieBreak }
}

/// Why there is a later round.
public enum RoundKind: String, Sendable, CaseIterable {
  /// Fewer were elected than seats (bầu tiếp, bầu thêm): an ordinary vote with the same majority.
  case continuation
  /// A tie at the last seat (bầu lại trong số người bằng phiếu): the tied only, for the seats left.
  case tieBreak
}

/// The paper of one contest, as the counting board accounts for it (R-INVENTORY).
public struct BallotAccount: Sendable, Equatable {
  /// Ballots handed out (phát ra).
  public var issued: Int
  /// Ballots taken from the box (thu về), those not issued by the board included.
  public var returned: Int
  /// The ballot files, relative to the election file; together they are one set of ballots.
  public var files: [String]
  /// What became of the papers that were printed, where the board accounts for them.
  public var papers: PaperAccount?

  public init(issued: Int, returned: Int, files: [String], papers: PaperAccount? = nil) {
    self.issued = issued
    self.returned = returned
    self.files = files
    self.papers = papers
  }
}

/// What became of the ballot papers that were printed (R-INVENTORY): each was issued, spoiled and exchanged, or left unused.
public struct PaperAccount: Sendable, Equatable {
  /// Papers printed and stamped (in và đóng dấu).
  public var printed: Int
  /// Spoiled papers that were exchanged for others (phiếu hỏng đã đổi); the others count as issued.
  public var spoiled: Int
  /// Papers left over (phiếu không sử dụng).
  public var unused: Int
  /// How many of the spoiled and unused papers were destroyed (đã hủy).
  public var destroyed: Int

  public init(printed: Int, spoiled: Int, unused: Int, destroyed: Int) {
    self.printed = printed
    self.spoiled = spoiled
    self.unused = unused
    self.destroyed = destroyed
  }
}
