import Elections
import Rulebooks

/// The account of the papers of one contest (R-INVENTORY).
struct Inventory {
  private let contest: Contest
  private let recorded: Int

  /// - Parameter recorded: ballots in the ballot files.
  init(_ contest: Contest, recorded: Int) {
    self.contest = contest
    self.recorded = recorded
  }

  private var account: BallotAccount { contest.ballots }

  /// More ballots came back than were handed out: the whole vote is void.
  private var isVoid: Bool { account.returned > account.issued }
  private var recordsDiffer: Bool { recorded != account.returned }
  private var issuedExceedsPresent: Bool { account.issued > contest.electorate.present }

  /// The status that the account forces; `nil` where it closes. Void goes before incomplete.
  var status: ContestStatus? {
    if isVoid { return .void }
    return recordsDiffer || issuedExceedsPresent ? .incomplete : nil
  }

  func findings(_ rulebook: Rulebook) -> [Finding] {
    var findings: [Finding] = []
    let issued = FindingValue.integer(account.issued)
    let returned = FindingValue.integer(account.returned)
    if isVoid {
      findings.append(Finding(.void, .voidVote, of: rulebook, ["issued": issued, "returned": returned]))
    }
    if recordsDiffer {
      findings.append(
        Finding(
          .recordedDiffers, .inventory, of: rulebook, ["recorded": .integer(recorded), "returned": returned]))
    }
    if issuedExceedsPresent {
      findings.append(
        Finding(
          .issuedExceedsPresent, .inventory, of: rulebook,
          ["issued": issued, "present": .integer(contest.electorate.present)]))
    }
    if account.returned < account.issued {
      findings.append(
        Finding(.returnedFewer, .inventory, of: rulebook, ["issued": issued, "returned": returned]))
    }
    return findings + paperFindings(rulebook)
  }

  /// Whether every paper that was printed is accounted for. Nothing is decided by it: papers that nobody voted on are no votes.
  private func paperFindings(_ rulebook: Rulebook) -> [Finding] {
    guard let papers = account.papers else { return [] }
    var findings: [Finding] = []
    let (spoiled, unused) = (FindingValue.integer(papers.spoiled), FindingValue.integer(papers.unused))
    if papers.printed != account.issued + papers.spoiled + papers.unused {
      findings.append(
        Finding(
          .papersDiffer, .inventory, of: rulebook,
          [
            "printed": .integer(papers.printed), "issued": .integer(account.issued), "spoiled": spoiled,
            "unused": unused,
          ]))
    }
    if papers.destroyed > papers.spoiled + papers.unused {
      findings.append(
        Finding(
          .papersDestroyed, .inventory, of: rulebook,
          ["destroyed": .integer(papers.destroyed), "spoiled": spoiled, "unused": unused]))
    }
    return findings
  }
}
