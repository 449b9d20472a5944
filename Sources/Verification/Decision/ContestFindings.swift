import CanonicalJSON
import Elections
import Rulebooks

/// What is to be said of one contest from its papers and its votes, in the order of the result file.
struct ContestFindings {
  let contest: Contest
  let standing: Standing
  /// Ballots in the files, debatable ones, and those of them that were ruled valid.
  let recorded: Int
  let debatable: Int
  let ruledValid: Int
  let rulebook: Rulebook
  let isBranch: Bool

  func all() -> [ExpectedFinding] {
    papers() + doubts() + decision() + unverified()
  }

  /// The account of the papers (R-INVENTORY).
  private func papers() -> [ExpectedFinding] {
    let (issued, returned) = (contest.ballots.issued, contest.ballots.returned)
    let present = contest.electorate.present
    var findings: [ExpectedFinding] = []
    if returned > issued {
      findings.append(.init("void", .voidVote, ["issued": .integer(issued), "returned": .integer(returned)]))
    }
    if recorded != returned {
      findings.append(
        .init(
          "recordedDiffers", .inventory, ["recorded": .integer(recorded), "returned": .integer(returned)]))
    }
    if issued > present {
      findings.append(
        .init("issuedExceedsPresent", .inventory, ["issued": .integer(issued), "present": .integer(present)]))
    }
    if returned < issued {
      findings.append(
        .init("returnedFewer", .inventory, ["issued": .integer(issued), "returned": .integer(returned)]))
    }
    guard let papers = contest.ballots.papers else { return findings }
    let rest: [String: JSONValue] = ["spoiled": .integer(papers.spoiled), "unused": .integer(papers.unused)]
    if papers.printed - papers.spoiled - papers.unused != issued {
      let more: [String: JSONValue] = ["printed": .integer(papers.printed), "issued": .integer(issued)]
      findings.append(.init("papersDiffer", .inventory, rest.merging(more) { own, _ in own }))
    }
    if papers.spoiled + papers.unused < papers.destroyed {
      findings.append(
        .init(
          "papersDestroyed", .inventory,
          rest.merging(["destroyed": .integer(papers.destroyed)]) { own, _ in own }))
    }
    return findings
  }

  /// Ballots on which the board may rule (R-VALID), and more people present than counted (R-BASE).
  private func doubts() -> [ExpectedFinding] {
    var findings: [ExpectedFinding] = []
    if debatable > 0 {
      findings.append(
        .init(
          "debatable", .debatableBallot,
          ["debatable": .integer(debatable), "ruledValid": .integer(ruledValid)]))
    }
    let present = contest.electorate.present
    if present > standing.base {
      findings.append(
        .init(
          "presentExceedsBase", .base(of: contest.electorate.body),
          ["present": .integer(present), "base": .integer(standing.base)]))
    }
    return findings
  }

  /// A re-vote, a tie, too few elected (R-TIE, R-SHORT).
  private func decision() -> [ExpectedFinding] {
    var findings: [ExpectedFinding] = []
    let isTieBreak = contest.round.kind == .tieBreak
    if isTieBreak { findings.append(.init("tieBreak", .tieAtLastSeat, ["seats": .integer(contest.seats)])) }
    if let tie = standing.tie {
      findings.append(
        .init(
          isTieBreak ? "tiedAgain" : "tied", isTieBreak ? .tiedAgain : .tieAtLastSeat,
          [
            "votes": .integer(tie.votes), "candidates": .array(tie.candidates.map { .integer($0) }),
            "seats": .integer(tie.seats),
          ]))
    }
    guard standing.status == .short else { return findings }
    findings.append(
      .init(
        "short", .fewerThanSeats,
        ["elected": .integer(standing.elected.count), "seats": .integer(contest.seats)]))
    let round = contest.round.number
    if contest.office == .delegates || contest.office == .alternateDelegates {
      findings.append(.init("delegatesShort", .delegateRounds, ["round": .integer(round)]))
    }
    let last = rulebook.parameters.branchSecretaryRoundsAtMost
    if isBranch, contest.office == .secretary, round >= last {
      findings.append(
        .init(
          "higherCommitteeAppoints", .branchSecretaryRounds,
          ["round": .integer(round), "rounds": .integer(last)]))
    }
    return findings
  }

  /// The rules behind the decision whose wording nobody has read yet.
  private func unverified() -> [ExpectedFinding] {
    let isTieBreak = contest.round.kind == .tieBreak
    var rests: [Provision] = []
    if !isTieBreak, standing.status.isDecided { rests.append(.base(of: contest.electorate.body)) }
    if isTieBreak || standing.tie != nil { rests.append(.tieAtLastSeat) }
    return rests.filter { rulebook.citation($0).attestation == .unverified }
      .map { ExpectedFinding("unverifiedRule", $0) }
  }
}
