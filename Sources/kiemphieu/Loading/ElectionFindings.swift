import Documents
import Elections
import Outcomes
import Rulebooks

/// The findings on an election that do not come from counting: who elects whom, rounds, the list, the plan.
struct ElectionFindings {
  private let loaded: LoadedElection
  /// The contests of this file that are decided; none before the vote.
  private let decided: [DecidedContest]

  init(_ loaded: LoadedElection, decided: [DecidedContest]) {
    self.loaded = loaded
    self.decided = decided
  }

  private var election: Election { loaded.election }
  private var rulebook: Rulebook { loaded.rulebook }

  /// What is to be said of the election as a whole.
  func general() -> [Finding] {
    var findings: [Finding] = []
    if let forced = election.regulation, !rulebook.isInForce(on: election.date) {
      findings.append(
        Finding(
          .regulationForced, .majority, of: rulebook,
          ["regulation": .text(forced), "date": .text(election.date.description)]))
    }
    for (prior, result) in zip(election.after, loaded.prior) where result.election.date > election.date {
      findings.append(
        Finding(
          .priorResultLater, .oneBallotPerOffice, of: rulebook,
          ["file": .text(prior.file), "date": .text(result.election.date.description)]))
    }
    for (prior, result) in zip(election.after, loaded.prior) where result.part != nil {
      findings.append(
        Finding(.priorResultPart, .oneBallotPerOffice, of: rulebook, ["file": .text(prior.file)]))
    }
    return findings
  }

  /// Who elects whom, and how a round follows the one before, for one contest.
  func chain(_ contest: Contest, after previous: DecidedContest?) -> [Finding] {
    let index = election.contests.firstIndex { $0.id == contest.id } ?? 0
    let later = Set(election.contests[index...].map(\.id))
    // A later contest on the same office repeats this one, not the other way round.
    let others = decided.filter { !later.contains($0.id) || $0.office != contest.office }
    let known = loaded.priorContests + others
    var findings = OfficeChain(
      contest, others: known, rulebook: rulebook, isBranch: election.isBranch
    ).findings()
    findings += OfficeOrder.findings(election.contests, rulebook).filter { $0.contest == index }.map(
      \.finding)
    if let previous {
      let sitting = DecidedContest.Sitting(organization: election.organization, term: election.term)
      findings += FollowUp.findings(contest, in: sitting, after: previous, known: known, rulebook)
    }
    findings += CandidateList.sameNames(contest, rulebook)
    return findings + CandidateList.normalization(contest, rulebook)
  }

  /// What is to be said of one contest before the vote, beside the chain.
  func beforeTheVote(_ contest: Contest) -> [Finding] {
    var findings = repetition(contest) + CandidateList.order(contest, rulebook)
    findings += CandidateList.surplus(contest, rulebook)
    findings += CandidateList.boardMembers(contest, election.countingBoard, rulebook)
    if let plan = loaded.plan {
      let limits = PlanLimits(plan, election, rulebook)
      findings += limits.seats(contest) + limits.ages(contest)
    }
    if let structure = ListStructure(contest.candidates, loaded.plan).finding(rulebook) {
      findings.append(structure)
    }
    return findings
  }

  /// The same office twice in the file. Where an earlier result is on it already, the chain says so.
  private func repetition(_ contest: Contest) -> [Finding] {
    if loaded.priorContests.contains(where: { $0.office == contest.office && $0.status.isDecided }) {
      return []
    }
    return OfficeOrder.repetitions(election.contests, rulebook)
      .filter { election.contests[$0.contest].id == contest.id }.map(\.finding)
  }

  /// What the plan says of the election as a whole.
  func schedule() -> [Finding] {
    loaded.plan.map { PlanLimits($0, election, rulebook).schedule() } ?? []
  }
}
