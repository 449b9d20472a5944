import CanonicalJSON
import Elections
import Rulebooks

/// What is to be said of a contest from the contests beside and before it (R-OFFICE): who elects whom, in which order.
struct ChainFindings {
  let contest: Contest
  /// The contests of earlier results, then those of the same sitting but this one.
  let others: [KnownContest]
  /// The offices of the first rounds that stand before this contest in its file.
  let before: [Office]
  let rulebook: Rulebook
  let isBranch: Bool

  func all() -> [ExpectedFinding] {
    electingBody() + repetition() + list() + higherOffice() + sizes() + branch() + order()
  }

  /// Everybody elected to an office; `nil` where no vote on it is known.
  private func members(of office: Office) -> [Candidate]? {
    let votes = others.filter { $0.office == office }
    return votes.isEmpty ? nil : votes.flatMap(\.members)
  }

  private func electingBody() -> [ExpectedFinding] {
    let body = contest.electorate.body
    if OfficeRules.electors(of: contest.office, isBranch: isBranch).contains(body) { return [] }
    let isBranchMatter =
      isBranch && body == .committee && (contest.office == .secretary || contest.office == .deputySecretary)
    return [
      ExpectedFinding(
        "wrongElectingBody", isBranchMatter ? .branchCommittee : .election(of: contest.office),
        ["body": .string(body.rawValue), "office": .string(contest.office.rawValue)])
    ]
  }

  /// The same office in a contest before, of which this is no later round, or as a round after the same contest.
  private func repetition() -> [ExpectedFinding] {
    // A vote that was void, or whose papers do not add up, is held again.
    var votes = others.filter { $0.office == contest.office && $0.status.isDecided }
    if let followed = contest.round.follows { votes.removeAll { $0.round.follows != followed } }
    guard let other = votes.first else { return [] }
    return [
      ExpectedFinding(
        "officeRepeated", .oneBallotPerOffice,
        ["office": .string(contest.office.rawValue), "contest": .string(other.id)])
    ]
  }

  /// Whether everybody on the list was elected to the body that it is taken from.
  private func list() -> [ExpectedFinding] {
    for body in OfficeRules.lists(for: contest.office) {
      guard let members = members(of: body) else { continue }
      return contest.candidates.compactMap { candidate in
        switch Membership(of: candidate, on: contest.candidates, among: members) {
        case .member: nil
        case .ambiguous: finding("ambiguousPerson", candidate, body)
        case .stranger: finding("notElectedToBody", candidate, body)
        }
      }
    }
    return []
  }

  /// A candidate for deputy secretary who was elected secretary.
  private func higherOffice() -> [ExpectedFinding] {
    guard contest.office == .deputySecretary, let secretaries = members(of: .secretary) else { return [] }
    return contest.candidates.filter { Membership(of: $0, among: secretaries) == .member }
      .map { finding("holdsHigherOffice", $0, .secretary) }
  }

  private func finding(_ code: String, _ candidate: Candidate, _ body: Office) -> ExpectedFinding {
    ExpectedFinding(
      code, .election(of: contest.office),
      [
        "candidate": .integer(candidate.number), "name": .string(candidate.name),
        "body": .string(body.rawValue),
      ])
  }

  /// The sizes of the bodies that meet.
  private func sizes() -> [ExpectedFinding] {
    let (body, convened) = (contest.electorate.body, contest.electorate.convened)
    var findings: [ExpectedFinding] = []
    let least = rulebook.parameters.standingCommitteeFrom
    if contest.office == .standingCommittee, body == .committee, convened < least {
      findings.append(
        ExpectedFinding(
          "committeeTooSmall", .election(of: .standingCommittee),
          ["members": .integer(convened), "from": .integer(least)]))
    }
    let meeting: Office? =
      switch body {
      case .committee: .committee
      case .inspectionCommittee: .inspectionCommittee
      case .memberCongress, .delegateCongress: nil
      }
    if let members = meeting.flatMap(members), members.count != convened {
      findings.append(
        ExpectedFinding(
          "membersDiffer", .base(of: body),
          ["convened": .integer(convened), "elected": .integer(members.count)]))
    }
    return findings
  }

  /// The limits of a branch (chi bộ).
  private func branch() -> [ExpectedFinding] {
    guard isBranch else { return [] }
    let limits = rulebook.parameters
    func over(_ code: String, _ provision: Provision, _ key: String, _ number: Int, _ most: Int)
      -> [ExpectedFinding]
    {
      number > most
        ? [ExpectedFinding(code, provision, [key: .integer(number), "atMost": .integer(most)])] : []
    }
    switch contest.office {
    case .committee:
      let convened = contest.electorate.convened
      if contest.electorate.body == .memberCongress, convened < limits.branchCommitteeFrom {
        return [
          ExpectedFinding(
            "branchTooSmall", .branchCommittee,
            ["members": .integer(convened), "from": .integer(limits.branchCommitteeFrom)])
        ]
      }
      return over(
        "branchCommitteeTooLarge", .branchCommittee, "seats", contest.seats, limits.branchCommitteeAtMost)
    case .deputySecretary:
      return over("branchDeputies", .branchCommittee, "seats", contest.seats, limits.branchDeputiesAtMost)
    case .secretary:
      return over(
        "tooManyRounds", .branchSecretaryRounds, "round", contest.round.number,
        limits.branchSecretaryRoundsAtMost)
    default: return []
    }
  }

  /// An office that is voted on behind one that goes after it.
  private func order() -> [ExpectedFinding] {
    guard contest.round == .first, let place = OfficeRules.order.firstIndex(of: contest.office) else {
      return []
    }
    let places = before.compactMap { OfficeRules.order.firstIndex(of: $0) }
    guard let last = places.max(), last > place else { return [] }
    return [
      ExpectedFinding(
        "officeOrder", .election(of: contest.office),
        ["office": .string(contest.office.rawValue), "before": .string(OfficeRules.order[last].rawValue)])
    ]
  }
}
