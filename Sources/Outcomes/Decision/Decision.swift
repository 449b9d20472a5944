public import Elections
public import Rulebooks
public import Tallying

extension Contest {
  /// Decides the contest by its tally: rules §5 to §7, in their order.
  ///
  /// - Parameters:
  ///   - tally: the counts of all its ballots.
  ///   - rulebook: the regulation.
  ///   - isBranch: whether the organization is a branch (chi bộ), for the rounds of its secretary.
  public func decide(_ tally: Tally, by rulebook: Rulebook, isBranch: Bool = false) -> Outcome {
    precondition(tally.style == BallotStyle(self))
    let majority = Majority(self, rulebook)
    let inventory = Inventory(self, recorded: tally.recorded)
    var outcome =
      if let status = inventory.status {
        nobodyElected(status, tally, majority)
      } else {
        ranked(tally, majority)
      }
    outcome.findings =
      inventory.findings(rulebook) + validityFindings(tally, rulebook)
      + decisionFindings(outcome, rulebook, isBranch: isBranch)
    outcome.checkInvariants(seats: seats)
    return outcome
  }

  private func nobodyElected(_ status: ContestStatus, _ tally: Tally, _ majority: Majority) -> Outcome {
    let because: Provision = status == .void ? .voidVote : .inventory
    return Outcome(
      status: status, statusBecause: because, base: majority.base, needed: majority.needed,
      standings: tally.votes.enumerated().map { index, votes in
        Standing(number: index + 1, votes: votes, elected: false, because: because)
      },
      elected: [], vacant: seats, tie: nil, findings: [])
  }

  private func ranked(_ tally: Tally, _ majority: Majority) -> Outcome {
    let ranking = Ranking(tally.votes, majority)
    let tie = TieAtLastSeat.find(in: ranking, seats: seats)
    let elected = ranking.elected(seats: seats, tie: tie)
    let electedNumbers = Set(elected)
    let (status, because) = self.status(elected: elected.count, tie: tie)
    return Outcome(
      status: status, statusBecause: because, base: majority.base, needed: majority.needed,
      standings: tally.votes.enumerated().map { index, votes in
        let number = index + 1
        let isElected = electedNumbers.contains(number)
        return Standing(
          number: number, votes: votes, elected: isElected,
          because: reason(number, votes, isElected: isElected, tie, majority))
      },
      elected: elected, vacant: seats - elected.count, tie: tie, findings: [])
  }

  private func status(elected: Int, tie: Tie?) -> (ContestStatus, Provision) {
    if tie != nil { return (.tied, round.isTieBreak ? .tiedAgain : .tieAtLastSeat) }
    if elected < seats { return (.short, .fewerThanSeats) }
    return (.filled, round.isTieBreak ? .tieAtLastSeat : .ranking)
  }

  private func reason(
    _ number: Int, _ votes: Int, isElected: Bool, _ tie: Tie?, _ majority: Majority
  ) -> Provision {
    if round.isTieBreak || tie?.candidates.contains(number) == true { return .tieAtLastSeat }
    return isElected || votes >= majority.needed ? .ranking : .majority
  }

  private func validityFindings(_ tally: Tally, _ rulebook: Rulebook) -> [Finding] {
    guard tally.debatable > 0 else { return [] }
    return [
      Finding(
        .debatable, .debatableBallot, of: rulebook,
        ["debatable": .integer(tally.debatable), "ruledValid": .integer(tally.ruledValid)])
    ]
  }

  private func decisionFindings(_ outcome: Outcome, _ rulebook: Rulebook, isBranch: Bool) -> [Finding] {
    var findings: [Finding] = []
    if electorate.present > electorate.base {
      findings.append(
        Finding(
          .presentExceedsBase, .base(of: electorate.body), of: rulebook,
          ["present": .integer(electorate.present), "base": .integer(electorate.base)]))
    }
    if round.isTieBreak {
      findings.append(Finding(.tieBreak, .tieAtLastSeat, of: rulebook, ["seats": .integer(seats)]))
    }
    if let tie = outcome.tie {
      findings.append(TieAtLastSeat.finding(tie, again: round.isTieBreak, rulebook))
    }
    if outcome.status == .short {
      findings += shortageFindings(elected: outcome.elected.count, rulebook, isBranch: isBranch)
    }
    return findings + unverifiedRules(outcome, rulebook)
  }

  /// A rule whose wording was not read is never hidden from the user.
  private func unverifiedRules(_ outcome: Outcome, _ rulebook: Rulebook) -> [Finding] {
    var used: [Provision] = []
    if outcome.status.isDecided, !round.isTieBreak { used.append(.base(of: electorate.body)) }
    if outcome.tie != nil || round.isTieBreak { used.append(.tieAtLastSeat) }
    return used.filter { rulebook.citation($0).attestation == .unverified }
      .map { Finding(.unverifiedRule, $0, of: rulebook) }
  }
}
