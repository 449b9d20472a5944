public import Elections
public import Rulebooks

/// The figures of a list's structure, to be reported, not enforced (R-PLAN): women, young members, ethnic minorities, leadership,
/// units.
public enum ListStructure {
  /// - Parameter people: the list, or those elected from it.
  /// - Returns: the figures on what is said of anybody; `nil` where nothing is said.
  public static func finding(_ people: [Candidate], _ plan: Plan?, _ rulebook: Rulebook) -> Finding? {
    var values: [String: FindingValue] = [:]
    func count<Detail>(_ key: String, _ detail: (Candidate) -> Detail?, _ counts: (Detail) -> Bool) {
      let stated = people.compactMap(detail)
      // Nobody's detail stated is not the same as a count of zero.
      if !stated.isEmpty { values[key] = .integer(stated.count(where: counts)) }
    }
    count("women", \.gender) { $0 == .female }
    count("minorities", \.ethnicity) { isMinority($0) }
    count("leadership", \.leadership) { $0 }
    if let young = plan?.young { count("young", \.birthDate) { $0.month >= young.bornFrom } }
    let units = Set(people.compactMap(\.unit))
    if !units.isEmpty { values["units"] = .integer(units.count) }
    guard !values.isEmpty else { return nil }
    values["candidates"] = .integer(people.count)
    return Finding(.structure, .plan, of: rulebook, values)
  }

  /// Whether somebody belongs to an ethnic minority (dân tộc thiểu số): to any group but the Kinh.
  private static func isMinority(_ ethnicity: String) -> Bool { ethnicity.lowercased() != "kinh" }
}
