/// One sitting (phiên họp) at which people vote: the contests whose lists are known when it begins.
///
/// A value read from an election file. What is elected later, by the body elected here or in a re-vote, is an
/// election of its own that names this one's result in ``after``.
public struct Election: Sendable, Equatable {
  /// The organization that elects (đảng bộ, chi bộ).
  public var organization: String
  /// The organization above it, which approves (chuẩn y) the outcome.
  public var superior: String?
  /// The congress (đại hội) or meeting.
  public var congress: String
  /// The term of office (nhiệm kỳ), such as `2020-2025`.
  public var term: String
  /// The date of the vote; it chooses the regulation where ``regulation`` is `nil`.
  public var date: CalendarDate
  public var place: String?
  /// The id of the regulation that the file forces, or `nil` for the one in force on ``date``.
  public var regulation: String?
  /// The file with the limits of the congress plan (kế hoạch).
  public var planFile: String?
  /// The counting board (ban kiểm phiếu).
  public var countingBoard: [BoardMember]
  /// At least one.
  public var contests: [Contest]
  /// The results that this sitting builds on.
  public var after: [PriorResult]
  /// Who may sign the result.
  public var roster: Roster?

  public init(
    organization: String, superior: String? = nil, congress: String, term: String, date: CalendarDate,
    place: String? = nil, regulation: String? = nil, planFile: String? = nil,
    countingBoard: [BoardMember] = [], contests: [Contest], after: [PriorResult] = [],
    roster: Roster? = nil
  ) {
    self.organization = organization
    self.superior = superior
    self.congress = congress
    self.term = term
    self.date = date
    self.place = place
    self.regulation = regulation
    self.planFile = planFile
    self.countingBoard = countingBoard
    self.contests = contests
    self.after = after
    self.roster = roster
  }
}

/// A member of the counting board.
public struct BoardMember: Sendable, Hashable {
  public var name: String
  public var role: BoardRole

  public init(name: String, role: BoardRole) {
    self.name = name
    self.role = role
  }
}

/// What somebody is on the counting board.
public enum BoardRole: String, Sendable, CaseIterable {
  /// The head (trưởng ban).
  case head
  /// A member (ủy viên).
  case member
}

/// A reference to the result file of an earlier sitting, bound by its digest.
public struct PriorResult: Sendable, Hashable {
  /// The result file, relative to the election file and below its folder.
  public var file: String
  /// The SHA-256 of the file's bytes, 64 lower-case hexadecimal digits.
  public var sha256: String

  public init(file: String, sha256: String) {
    self.file = file
    self.sha256 = sha256
  }
}

/// Who may sign the result of an election, and how many must.
public struct Roster: Sendable, Equatable {
  /// An OpenSSH allowed-signers file whose principals are `head:NAME`, `member:NAME` and `presidium:NAME`.
  public var file: String
  /// The SHA-256 of that file's bytes, 64 lower-case hexadecimal digits.
  public var sha256: String
  /// How many signatures of each role make a result signed.
  public var quorum: [SigningRole: Int]

  public init(file: String, sha256: String, quorum: [SigningRole: Int]) {
    self.file = file
    self.sha256 = sha256
    self.quorum = quorum
  }
}

/// In which role somebody signs a result.
public enum SigningRole: String, Sendable, CaseIterable {
  /// The head of the counting board (trưởng ban kiểm phiếu).
  case head
  /// A member of the counting board.
  case member
  /// On behalf of the presidium (T/M đoàn chủ tịch).
  case presidium
}
