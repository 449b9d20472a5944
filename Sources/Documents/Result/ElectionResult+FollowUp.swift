public import Elections
public import Outcomes
import Rulebooks

extension ElectionResult {
  /// The election of the contest that follows one of this result: same organization, board and roster, bound to this result by its
  /// digest.
  ///
  /// - Parameters:
  ///   - contest: a contest of this result.
  ///   - prior: where the results will lie that it comes after, seen from the new election file, with their digests; this one is the last.
  public func election(
    following contest: ContestResult, prior: [PriorResult]
  ) throws(FollowUp.Nothing) -> Election {
    let next = try FollowUp.contest(
      after: contest.decided, title: contest.title, electorate: contest.electorate)
    // Only what the date does not say by itself is to be forced.
    let byDate = try? RulebookShelf.standard.rulebook(on: election.date).get()
    return Election(
      organization: election.organization, superior: election.superior, congress: election.congress,
      term: election.term, date: election.date, place: election.place,
      regulation: byDate?.id == regulation ? nil : regulation, countingBoard: election.countingBoard,
      contests: [next], after: prior,
      roster: roster.flatMap { roster in
        roster.file.sha256.map { Roster(file: roster.file.name, sha256: $0, quorum: roster.quorum) }
      })
  }
}
