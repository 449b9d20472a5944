public import Elections
public import Rulebooks

/// The limits of a congress plan (R-PLAN).
public struct PlanLimits {
  private let plan: Plan
  private let election: Election
  private let rulebook: Rulebook

  public init(_ plan: Plan, _ election: Election, _ rulebook: Rulebook) {
    self.plan = plan
    self.election = election
    self.rulebook = rulebook
  }

  private func finding(_ code: FindingCode, _ values: [String: FindingValue]) -> Finding {
    Finding(code, .plan, of: rulebook, values)
  }

  // MARK: Numbers

  /// Seats against the plan: the limits for branches bind a branch's committee, the others the organization's own congress.
  public func seats(_ contest: Contest) -> [Finding] {
    guard contest.round == .first else { return [] }
    if election.isBranch {
      return contest.office == .committee ? branchSeats(contest) : []
    }
    return plan.limits.filter { $0.office == contest.office }.flatMap { limit in
      bounds(contest, atLeast: limit.seatsAtLeast, atMost: limit.seatsAtMost)
    }
  }

  private func branchSeats(_ contest: Contest) -> [Finding] {
    guard let limits = plan.branches else { return [] }
    var findings = bounds(contest, atLeast: limits.seatsAtLeast, atMost: limits.seatsAtMost)
    let members = contest.electorate.convened
    if let from = limits.committeeFrom, contest.electorate.body == .memberCongress, members < from {
      findings.append(finding(.planBranchTooSmall, ["members": .integer(members), "from": .integer(from)]))
    }
    return findings
  }

  private func bounds(_ contest: Contest, atLeast: Int?, atMost: Int?) -> [Finding] {
    var findings: [Finding] = []
    let office = FindingValue.text(contest.office.rawValue)
    let seats = FindingValue.integer(contest.seats)
    if let atMost, contest.seats > atMost {
      findings.append(
        finding(.planSeatsAtMost, ["office": office, "seats": seats, "atMost": .integer(atMost)]))
    }
    if let atLeast, contest.seats < atLeast {
      findings.append(
        finding(.planSeatsAtLeast, ["office": office, "seats": seats, "atLeast": .integer(atLeast)]))
    }
    return findings
  }

  // MARK: Ages

  /// Candidates born before the month that the plan sets for their gender and for whether they stand again. Delegates have no
  /// limit of age.
  public func ages(_ contest: Contest) -> [Finding] {
    guard let age = plan.age, contest.office != .delegates, contest.office != .alternateDelegates else {
      return []
    }
    return contest.candidates.compactMap { candidate in
      let limits = candidate.incumbent == true ? age.again : age.firstTime
      guard !limits.isEmpty, candidate.gender.map({ limits[$0] != nil }) ?? true else { return nil }
      guard let birthDate = candidate.birthDate, let gender = candidate.gender else {
        return finding(
          .planAgeUnknown, ["candidate": .integer(candidate.number), "name": .text(candidate.name)])
      }
      guard let from = limits[gender], birthDate.month < from else { return nil }
      return finding(
        .planAge,
        [
          "candidate": .integer(candidate.number), "name": .text(candidate.name),
          "born": .text(birthDate.description), "from": .text(from.description),
        ])
    }
  }

  // MARK: Dates

  /// A congress later than the plan's last day for it.
  public func schedule() -> [Finding] {
    guard let item = scheduleItem, election.date > item.by else { return [] }
    return [
      finding(
        .planLate,
        [
          "date": .text(election.date.description), "by": .text(item.by.description),
          "what": .text(item.what),
        ])
    ]
  }

  /// The item for this organization by name, else the one for all branches; an election that no item is for is late only after the
  /// last day of all.
  private var scheduleItem: ScheduleItem? {
    if let own = plan.schedule.first(where: { $0.organization == election.organization }) { return own }
    if election.isBranch, let branches = plan.schedule.first(where: \.branches) { return branches }
    return plan.schedule.max { $0.by < $1.by }
  }
}
