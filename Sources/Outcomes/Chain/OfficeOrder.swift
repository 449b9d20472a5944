public import Elections
public import Rulebooks

/// The order in which offices are voted on (R-OFFICE): committee, standing committee, secretary, deputies, inspection committee,
/// its chair, its deputy chair. Delegates are elected whenever the congress likes.
public enum OfficeOrder {
  /// The contests of one file that stand before one that goes first, by index.
  public static func findings(_ contests: [Contest], _ rulebook: Rulebook) -> [(
    contest: Int, finding: Finding
  )] {
    var latest: (office: Office, order: Int)?
    var findings: [(Int, Finding)] = []
    for (index, contest) in contests.enumerated() where contest.round == .first {
      guard let order = contest.office.order else { continue }
      guard let before = latest, order < before.order else {
        latest = (contest.office, order)
        continue
      }
      findings.append(
        (
          index,
          Finding(
            .officeOrder, .election(of: contest.office), of: rulebook,
            ["office": .text(contest.office.rawValue), "before": .text(before.office.rawValue)])
        ))
    }
    return findings
  }

  /// The contests of one file on an office that an earlier one of it is on too, by index, later rounds aside.
  ///
  /// For the time before the vote. After it ``OfficeChain`` says so, if the earlier contest decided anything.
  public static func repetitions(_ contests: [Contest], _ rulebook: Rulebook) -> [(
    contest: Int, finding: Finding
  )] {
    var first: [Office: String] = [:]
    var findings: [(Int, Finding)] = []
    for (index, contest) in contests.enumerated() where contest.round == .first {
      guard let earlier = first[contest.office] else {
        first[contest.office] = contest.id
        continue
      }
      findings.append((index, .officeRepeated(contest.office, in: earlier, rulebook)))
    }
    return findings
  }
}

extension Finding {
  /// An office is voted on again that the contest `earlier` was on.
  static func officeRepeated(_ office: Office, in earlier: String, _ rulebook: Rulebook) -> Finding {
    Finding(
      .officeRepeated, .oneBallotPerOffice, of: rulebook,
      ["office": .text(office.rawValue), "contest": .text(earlier)])
  }
}
