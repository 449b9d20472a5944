import CanonicalJSON
import Elections
import Machine

extension ResultDocument {
  /// What follows from the result's own figures, compared with what it says: a result that was changed and closed again
  /// by a new `self` contradicts itself in some member.
  ///
  /// - Parameter known: results by their digest, among which those that this one comes after are looked up.
  func contradictions(knowing known: [String: ResultDocument]) -> [ClaimDifference] {
    guard let sitting = sitting(knowing: known), let stated else {
      return [ClaimDifference(path: ClaimPath(), stated: nil, found: nil)]
    }
    var comparison = ClaimComparison()
    comparison.compare(root.node, expected(sitting, stated).json)
    return comparison.differences
  }

  /// The control totals that do not hold.
  var brokenTotals: [ContestTotals] {
    guard let stated, let sitting = sitting(knowing: [:]) else { return [] }
    return stated.election.contests.indices.map { index in
      ContestTotals(
        stated.election.contests[index], stated.figures[index], nonVotes: nil,
        isDecided: sitting.standings[index]?.status.isDecided ?? false)
    }.filter { !$0.holds }
  }

  /// The sitting that the result states; `nil` where it does not state one.
  private func sitting(knowing known: [String: ResultDocument]) -> Sitting? {
    guard let stated else { return nil }
    var earlier: [EarlierResult]? = []
    for prior in stated.election.after {
      guard let document = known[prior.sha256], let result = document.earlier(name: prior.file) else {
        earlier = nil
        break
      }
      earlier?.append(result)
    }
    return Sitting(
      stated.election, stated.rulebook,
      figures: Dictionary(uniqueKeysWithValues: stated.figures.enumerated().map { ($0.offset, $0.element) }),
      earlier: earlier, hasAllContests: stated.part == nil, needed: [])
  }

  /// What later sittings build on.
  func earlier(name: String) -> EarlierResult? {
    guard let stated, let sitting = sitting(knowing: [:]) else { return nil }
    return EarlierResult(
      name: name, date: stated.election.date, isPart: stated.part != nil,
      contests: stated.election.contests.indices.compactMap(sitting.known).map { contest in
        var contest = contest
        contest.origin = (stated.election.organization, stated.election.term)
        return contest
      })
  }

  private func expected(_ sitting: Sitting, _ stated: StatedResult) -> ExpectedResult {
    let kind = digestKind
    let election = stated.election
    // What the files hold is not looked at here, but what the result can say of them at all.
    let contests = election.contests.indices.map { index in
      sitting.expected(index, files: .list(election.contests[index].ballots.files.map { .unseen($0, kind) }))
    }
    let small = kind.ofSmallFiles
    return ExpectedResult(
      election: election, rulebook: stated.rulebook, electionFile: Expectation.unseenBytes(small),
      plan: election.planFile.map { .unseen($0, small) } ?? .value(.null),
      roster: election.roster.map { .unseen($0, small) } ?? .value(.null),
      after: .list(election.after.map { .unseen($0.file, small) }),
      digest: root["digest"].text ?? "", part: root["part"].node.map(ClaimComparison.shown) ?? .null,
      contests: contests, findings: sitting.generalFindings(), selfDigest: selfDigest?.hex,
      replaces: replacement?.expected, isRehearsal: root["rehearsal"].bool ?? false)
  }
}
