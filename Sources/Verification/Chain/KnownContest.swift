import Elections

/// A contest that is decided, in this sitting or an earlier one: what later contests build on.
struct KnownContest {
  var id: String
  var office: Office
  var seats: Int
  var round: Round
  var candidates: [Candidate]
  var status: ContestStatus
  /// Numbers.
  var elected: [Int]
  var tie: Standing.Tie?
  /// Who elected, and for which term; `nil` for a contest of the same sitting.
  var origin: (organization: String, term: String)?

  /// The people who were elected.
  var members: [Candidate] { elected.map { candidates[$0 - 1] } }

  /// Seats that stayed empty.
  var vacant: Int { seats - elected.count }
}

/// Whether two entries on two lists are one person (R-OFFICE).
enum SamePerson {
  case yes
  /// The names agree, and nothing else tells.
  case perhaps
  case no

  /// By the `person` keys where both have one; else by the names, composed and decomposed spellings alike, with the dates
  /// of birth where both have one. A month of birth agrees with any day in it.
  init(_ a: Candidate, _ b: Candidate) {
    if let key = a.person, let other = b.person {
      self = key == other ? .yes : .no
    } else if a.name != b.name {
      self = .no
    } else if let date = a.birthDate, let other = b.birthDate {
      let isOneMonth = date.month == other.month
      let daysDiffer = date.day != nil && other.day != nil && date.day != other.day
      self = isOneMonth && !daysDiffer ? .yes : .no
    } else {
      self = .perhaps
    }
  }
}

/// Whether somebody on a list is one of the members of a body.
enum Membership {
  case member
  /// It cannot be told which of several people is meant.
  case ambiguous
  case stranger

  /// One member that agrees is the person, and where none does, one whose name alone agrees.
  init(of candidate: Candidate, among members: [Candidate]) {
    let matches = members.map { SamePerson(candidate, $0) }
    let sure = matches.count { $0 == .yes }
    let possible = matches.count { $0 == .perhaps }
    switch (sure, possible) {
    case (1, _), (0, 1): self = .member
    case (0, 0): self = .stranger
    default: self = .ambiguous
    }
  }

  /// The same, and where only the name agrees, nobody else on the list may be that member.
  init(of candidate: Candidate, on list: [Candidate], among members: [Candidate]) {
    self.init(of: candidate, among: members)
    guard self == .member else { return }
    let matches = members.map { SamePerson(candidate, $0) }
    guard !matches.contains(.yes), let place = matches.firstIndex(of: .perhaps) else { return }
    let namesakes = list.count { SamePerson($0, members[place]) != .no }
    if namesakes > 1 { self = .ambiguous }
  }
}

/// Who elects to an office, from which list, and in which order (rules §2).
enum OfficeRules {
  /// The bodies that elect to `office`. A branch's congress elects its secretary and deputy itself.
  static func electors(of office: Office, isBranch: Bool) -> [ElectingBody] {
    let congress: [ElectingBody] = [.memberCongress, .delegateCongress]
    switch office {
    case .committee, .delegates, .alternateDelegates: return congress
    case .secretary, .deputySecretary: return isBranch ? congress : congress + [.committee]
    case .standingCommittee, .inspectionCommittee, .inspectionChair: return [.committee]
    case .inspectionDeputyChair: return [.inspectionCommittee]
    }
  }

  /// The bodies that the list is taken from, the first that is known to have been elected counting; none where the list is
  /// approved freely.
  static func lists(for office: Office) -> [Office] {
    switch office {
    case .standingCommittee: [.committee]
    case .secretary, .deputySecretary: [.standingCommittee, .committee]
    case .inspectionChair, .inspectionDeputyChair: [.inspectionCommittee]
    default: []
    }
  }

  /// The order of the votes; delegates have no place in it.
  static let order: [Office] = [
    .committee, .standingCommittee, .secretary, .deputySecretary, .inspectionCommittee, .inspectionChair,
    .inspectionDeputyChair,
  ]

  /// Whether an organization is a branch (chi bộ): its name begins with the words "Chi bộ".
  static func isBranch(_ organization: String) -> Bool {
    let words = wordsBetweenBlanks(organization.lowercased())
    return words.count >= 2 && words[0] == "chi" && words[1] == "bộ"
  }
}

/// The words of a text, whatever blanks are between and around them.
func wordsBetweenBlanks(_ text: String) -> [String] {
  text.unicodeScalars.split { $0.properties.isWhitespace }.map { String($0) }
}
