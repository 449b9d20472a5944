public import Elections
public import Rulebooks

/// The figures of a list's structure (cơ cấu), to be reported, not enforced (R-PLAN): women, young members, ethnic minorities,
/// leadership, units. Each is `nil` where nothing is said of anybody, which is not the same as zero.
public struct ListStructure: Sendable, Equatable {
  public var people: Int
  public var women: Int?
  /// `nil` too where no plan says who counts as young.
  public var young: Int?
  public var minorities: Int?
  /// People of the office's leadership.
  public var leadership: Int?
  /// Different units.
  public var units: Int?

  /// - Parameter people: the list, or those elected from it.
  public init(_ people: [Candidate], _ plan: Plan?) {
    func count<Detail>(_ detail: (Candidate) -> Detail?, _ counts: (Detail) -> Bool) -> Int? {
      let stated = people.compactMap(detail)
      return stated.isEmpty ? nil : stated.count(where: counts)
    }
    self.people = people.count
    women = count(\.gender) { $0 == .female }
    minorities = count(\.ethnicity) { Self.isMinority($0) }
    leadership = count(\.leadership) { $0 }
    young = plan?.young.flatMap { young in count(\.birthDate) { $0.month >= young.bornFrom } }
    let units = Set(people.compactMap(\.unit))
    self.units = units.isEmpty ? nil : units.count
  }

  /// The figures as a finding; `nil` where nothing is said of anybody.
  public func finding(_ rulebook: Rulebook) -> Finding? {
    let figures = [
      "women": women, "young": young, "minorities": minorities, "leadership": leadership, "units": units,
    ].compactMapValues { $0 }
    guard !figures.isEmpty else { return nil }
    let values = figures.merging(["candidates": people]) { figure, _ in figure }
    return Finding(.structure, .plan, of: rulebook, values.mapValues { .integer($0) })
  }

  /// Whether somebody belongs to an ethnic minority (dân tộc thiểu số): to any group but the Kinh.
  private static func isMinority(_ ethnicity: String) -> Bool { ethnicity.lowercased() != "kinh" }
}
