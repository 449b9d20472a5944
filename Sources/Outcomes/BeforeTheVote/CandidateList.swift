public import Elections
public import Rulebooks

/// What can be said of a list before the vote, without the plan (R-FORM, R-SURPLUS).
public enum CandidateList {
  /// Names that occur twice, blanks apart: real and allowed, and easily confused.
  public static func sameNames(_ contest: Contest, _ rulebook: Rulebook) -> [Finding] {
    Dictionary(grouping: contest.candidates, by: \.nameAsRead).values
      .filter { $0.count > 1 }
      .sorted { $0[0].number < $1[0].number }
      .map { namesakes in
        Finding(
          .sameName, .ballotForms, of: rulebook,
          ["name": .text(namesakes[0].name), "candidates": .integers(namesakes.map(\.number))])
      }
  }

  /// Each name that stands behind one that the order of given names puts after it.
  public static func order(_ contest: Contest, _ rulebook: Rulebook) -> [Finding] {
    zip(contest.candidates, contest.candidates.dropFirst()).filter { $1.standsBefore($0) }.map {
      before, candidate in
      Finding(
        .listOrder, .listOrder, of: rulebook,
        [
          "candidate": .integer(candidate.number), "name": .text(candidate.name),
          "before": .text(before.name),
        ])
    }
  }

  /// Names beyond the seats: not too many, and some where the regulation wants them. Later rounds have the names that are left.
  public static func surplus(_ contest: Contest, _ rulebook: Rulebook) -> [Finding] {
    guard contest.round == .first else { return [] }
    let parameters = rulebook.parameters
    let names = FindingValue.integer(contest.candidates.count)
    let seats = FindingValue.integer(contest.seats)
    let cap = parameters.surplusCap(seats: contest.seats)
    if contest.candidates.count - contest.seats > cap {
      return [
        Finding(
          .surplusTooLarge, .surplusCap, of: rulebook,
          ["names": names, "seats": seats, "atMost": .integer(cap)])
      ]
    }
    if contest.form == .agreeDisagree, parameters.surplusRequiredFor.contains(contest.office) {
      return [Finding(.surplusMissing, .surplusRequired, of: rulebook, ["names": names, "seats": seats])]
    }
    return []
  }

  /// Members of the counting board who are on the list.
  public static func boardMembers(_ contest: Contest, _ board: [BoardMember], _ rulebook: Rulebook)
    -> [Finding]
  {
    let members = Set(board.map(\.name))
    return contest.candidates.filter { members.contains($0.name) }.map { candidate in
      Finding(
        .boardMemberOnList, .boardMembers, of: rulebook,
        ["candidate": .integer(candidate.number), "name": .text(candidate.name)])
    }
  }
}
