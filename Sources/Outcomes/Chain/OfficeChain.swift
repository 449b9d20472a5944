public import Elections
public import Rulebooks

/// Who elects whom, and from which list (R-OFFICE): warnings, never faults.
public struct OfficeChain {
  private let contest: Contest
  /// The contests decided before: earlier results first, then the others of the same file.
  private let others: [DecidedContest]
  private let rulebook: Rulebook
  private let isBranch: Bool

  public init(_ contest: Contest, others: [DecidedContest], rulebook: Rulebook, isBranch: Bool) {
    self.contest = contest
    self.others = others
    self.rulebook = rulebook
    self.isBranch = isBranch
  }

  /// All that is to be said of the contest's place in the chain.
  public func findings() -> [Finding] {
    electingBody() + repetition() + source() + secretaryAsDeputy() + bodySize() + branch()
  }

  private var provision: Provision { .election(of: contest.office) }

  private func electingBody() -> [Finding] {
    let body = contest.electorate.body
    guard !contest.office.electedBy(isBranch: isBranch).contains(body) else { return [] }
    // Where the body does elect to the office elsewhere, the rule for branches is broken.
    let isRightElsewhere = contest.office.electedBy(isBranch: false).contains(body)
    return [
      Finding(
        .wrongElectingBody, isRightElsewhere ? .branchCommittee : provision, of: rulebook,
        ["body": .text(body.rawValue), "office": .text(contest.office.rawValue)])
    ]
  }

  /// The same office twice, where the second is no round that follows the first: a first round after another vote on the office, or a
  /// later one after another that followed the same contest, so that nobody votes until the outcome pleases.
  private func repetition() -> [Finding] {
    let earlier = others.first { other in
      other.office == contest.office && other.status.isDecided
        && (contest.round == .first || other.round.follows == contest.round.follows)
    }
    guard let earlier else { return [] }
    return [.officeRepeated(contest.office, in: earlier.id, rulebook)]
  }

  // MARK: The list

  /// Each candidate must have been elected to the body that the list is taken from, where its election is known.
  private func source() -> [Finding] {
    let known = Set(others.map(\.office))
    guard let body = contest.office.listTakenFrom.first(where: known.contains) else { return [] }
    let members = others.filter { $0.office == body }.flatMap(\.electedPeople)
    return contest.candidates.compactMap { candidate in
      switch Membership(of: candidate, in: members, among: contest.candidates) {
      case .member: nil
      case .stranger: finding(.notElectedToBody, candidate, body)
      case .ambiguous: finding(.ambiguousPerson, candidate, body)
      }
    }
  }

  private func secretaryAsDeputy() -> [Finding] {
    guard contest.office == .deputySecretary else { return [] }
    let secretaries = others.filter { $0.office == .secretary }.flatMap(\.electedPeople)
    return contest.candidates.filter { Membership(of: $0, in: secretaries, among: [$0]) == .member }
      .map { finding(.holdsHigherOffice, $0, .secretary) }
  }

  private func finding(_ code: FindingCode, _ candidate: Candidate, _ body: Office) -> Finding {
    Finding(
      code, provision, of: rulebook,
      ["candidate": .integer(candidate.number), "name": .text(candidate.name), "body": .text(body.rawValue)])
  }

  // MARK: Numbers

  private func bodySize() -> [Finding] {
    var findings: [Finding] = []
    let convened = contest.electorate.convened
    let from = rulebook.parameters.standingCommitteeFrom
    if contest.office == .standingCommittee, contest.electorate.body == .committee, convened < from {
      findings.append(
        Finding(
          .committeeTooSmall, provision, of: rulebook,
          ["members": .integer(convened), "from": .integer(from)]))
    }
    let office: Office? =
      switch contest.electorate.body {
      case .committee: .committee
      case .inspectionCommittee: .inspectionCommittee
      case .memberCongress, .delegateCongress: nil
      }
    let elections = others.filter { $0.office == office }
    let elected = elections.reduce(0) { $0 + $1.elected.count }
    if !elections.isEmpty, elected != convened {
      findings.append(
        Finding(
          .membersDiffer, .base(of: contest.electorate.body), of: rulebook,
          ["convened": .integer(convened), "elected": .integer(elected)]))
    }
    return findings
  }

  /// A branch elects a committee only from a number of official members on, which the exempted count towards, and its secretary in
  /// a number of rounds.
  private func branch() -> [Finding] {
    guard isBranch else { return [] }
    let parameters = rulebook.parameters
    let members = contest.electorate.convened
    let seats = FindingValue.integer(contest.seats)
    switch contest.office {
    case .committee
    where contest.electorate.body == .memberCongress && members < parameters.branchCommitteeFrom:
      return [
        Finding(
          .branchTooSmall, .branchCommittee, of: rulebook,
          ["members": .integer(members), "from": .integer(parameters.branchCommitteeFrom)])
      ]
    case .committee where contest.seats > parameters.branchCommitteeAtMost:
      return [
        Finding(
          .branchCommitteeTooLarge, .branchCommittee, of: rulebook,
          ["seats": seats, "atMost": .integer(parameters.branchCommitteeAtMost)])
      ]
    case .secretary where contest.round.number > parameters.branchSecretaryRoundsAtMost:
      return [
        Finding(
          .tooManyRounds, .branchSecretaryRounds, of: rulebook,
          [
            "round": .integer(contest.round.number),
            "atMost": .integer(parameters.branchSecretaryRoundsAtMost),
          ])
      ]
    case .deputySecretary where contest.seats > parameters.branchDeputiesAtMost:
      return [
        Finding(
          .branchDeputies, .branchCommittee, of: rulebook,
          ["seats": seats, "atMost": .integer(parameters.branchDeputiesAtMost)])
      ]
    default:
      return []
    }
  }
}

/// Whether a candidate is one of the people elected to a body.
enum Membership: Equatable {
  case member
  case stranger
  /// Names alone do not tell which of several people is meant.
  case ambiguous

  /// - Parameter candidates: the whole list, of which two may claim one member's name.
  init(of candidate: Candidate, in members: [Candidate], among candidates: [Candidate]) {
    let certain = members.filter { $0.match(candidate) == .same }
    let possible = members.filter { $0.match(candidate) != .different }
    if certain.count == 1 || certain.isEmpty && possible.count == 1 {
      let member = certain.first ?? possible[0]
      let claimants = candidates.filter { $0.match(member) != .different }
      self = claimants.count > 1 && certain.isEmpty ? .ambiguous : .member
    } else {
      self = possible.isEmpty ? .stranger : .ambiguous
    }
  }
}
