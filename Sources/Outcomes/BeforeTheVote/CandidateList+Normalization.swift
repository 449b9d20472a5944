public import Elections
public import Rulebooks

extension CandidateList {
  /// Names that are not in Unicode normal form C: they look alike and are other characters, which searching and sorting elsewhere may
  /// not know.
  public static func normalization(_ contest: Contest, _ rulebook: Rulebook) -> [Finding] {
    contest.candidates.filter { !$0.name.isNormalized }.map { candidate in
      Finding(
        .nameNotNormalized, .ballotForms, of: rulebook,
        ["candidate": .integer(candidate.number), "name": .text(candidate.name)])
    }
  }
}
