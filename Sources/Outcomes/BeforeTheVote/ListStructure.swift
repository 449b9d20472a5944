public import Elections
public import Rulebooks

/// The figures of a list's structure, to be reported, not enforced (R-PLAN): women, young members, ethnic minorities, leadership,
/// units.
public enum ListStructure {
  /// - Parameter people: the list, or those elected from it.
  public static func finding(_ people: [Candidate], _ plan: Plan?, _ rulebook: Rulebook) -> Finding {
    var values: [String: FindingValue] = [
      "candidates": .integer(people.count),
      "women": .integer(people.count { $0.gender == .female }),
      "minorities": .integer(people.count { isMinority($0) }),
      "leadership": .integer(people.count { $0.leadership == true }),
      "units": .integer(Set(people.compactMap(\.unit)).count),
    ]
    if let young = plan?.young {
      values["young"] = .integer(people.count { $0.birthDate.map { $0.month >= young.bornFrom } ?? false })
    }
    return Finding(.structure, .plan, of: rulebook, values)
  }

  /// Whether somebody belongs to an ethnic minority (dân tộc thiểu số): to any group but the Kinh.
  private static func isMinority(_ candidate: Candidate) -> Bool {
    candidate.ethnicity.map { $0.lowercased() != "kinh" } ?? false
  }
}
