import Elections
import Rulebooks

/// Fewer elected than seats (R-SHORT): whether to vote again is for the congress.
extension Contest {
  func shortageFindings(elected: Int, _ rulebook: Rulebook, isBranch: Bool) -> [Finding] {
    var findings = [
      Finding(
        .short, .fewerThanSeats, of: rulebook, ["elected": .integer(elected), "seats": .integer(seats)])
    ]
    let round = FindingValue.integer(self.round.number)
    if office == .delegates || office == .alternateDelegates {
      findings.append(Finding(.delegatesShort, .delegateRounds, of: rulebook, ["round": round]))
    }
    let rounds = rulebook.parameters.branchSecretaryRoundsAtMost
    if isBranch, office == .secretary, self.round.number >= rounds {
      findings.append(
        Finding(
          .higherCommitteeAppoints, .branchSecretaryRounds, of: rulebook,
          ["round": round, "rounds": .integer(rounds)]))
    }
    return findings
  }
}
