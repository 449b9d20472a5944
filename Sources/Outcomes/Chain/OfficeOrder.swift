public import Elections
public import Rulebooks

/// The order in which offices are voted on (R-OFFICE): committee, standing committee, secretary, deputies, inspection committee,
/// its chair, its deputy chair.
public enum OfficeOrder {
  /// The contests of one file that stand before one that goes first, by index.
  public static func findings(_ contests: [Contest], _ rulebook: Rulebook) -> [(contest: Int, finding: Finding)] {
    var latest: Office?
    var findings: [(Int, Finding)] = []
    for (index, contest) in contests.enumerated() {
      if let before = latest, contest.office.order < before.order, contest.round == .first {
        findings.append(
          (
            index,
            Finding(
              .officeOrder, .election(of: contest.office), of: rulebook,
              ["office": .text(contest.office.rawValue), "before": .text(before.rawValue)])
          ))
      } else if contest.round == .first {
        latest = contest.office
      }
    }
    return findings
  }
}
