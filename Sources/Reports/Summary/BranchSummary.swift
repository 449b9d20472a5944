import Documents
public import Elections
import Outcomes

/// The results of many branches as the committee above needs them: who, when, with which outcome, how many women, young members and
/// members of ethnic minorities, against the plan; what is missing and what is late (rules §11).
public struct BranchSummary: Sendable {
  let plan: Plan?
  /// The day on which lateness is looked at; `nil` leaves it out.
  let day: CalendarDate?
  let units: [SummarizedUnit]
  /// What the plan expects of organizations that no result is there of.
  let missing: [ScheduleItem]

  /// - Parameters:
  ///   - results: any number, copies included.
  ///   - plan: the congress plan of the committee above.
  ///   - day: on which lateness is looked at.
  public init(_ results: [SummarizedResult], plan: Plan?, on day: CalendarDate?) {
    self.plan = plan
    self.day = day
    var groups: [[SummarizedResult]] = []
    for result in SummarizedResult.effective(results) {
      let heading = result.result.election
      if let index = groups.firstIndex(where: {
        $0[0].result.election.organization == heading.organization
          && $0[0].result.election.term == heading.term
      }) {
        groups[index].append(result)
      } else {
        groups.append([result])
      }
    }
    units = groups.map { SummarizedUnit($0, plan, on: day) }.sorted { $0.standsBefore($1) }
    let present = Set(units.map(\.organization))
    missing =
      plan?.schedule.filter { $0.organization.map { !present.contains($0) } ?? false } ?? []
  }

  /// Whether a result does not hold.
  public var differs: Bool { units.contains { $0.results.contains { $0.standing == nil } } }

  /// Organizations with a result.
  public var count: Int { units.count }
}

/// One organization (chi bộ, đảng bộ) with all its results.
struct SummarizedUnit: Sendable {
  /// In the order of their dates.
  let results: [SummarizedResult]
  let plan: Plan?
  let day: CalendarDate?

  init(_ results: [SummarizedResult], _ plan: Plan?, on day: CalendarDate?) {
    self.results = Self.ordered(results)
    self.plan = plan
    self.day = day
  }

  /// By date; on one day each after those that it builds on.
  private static func ordered(_ results: [SummarizedResult]) -> [SummarizedResult] {
    let byDigest = Dictionary(results.map { ($0.sha256, $0) }) { first, _ in first }
    func depth(_ result: SummarizedResult, _ left: Int) -> Int {
      // No chain is longer than there are results; a digest cannot name itself, but somebody could try.
      guard left > 0 else { return 0 }
      let before = result.result.after.compactMap { $0.sha256.flatMap { byDigest[$0] } }
      return before.map { depth($0, left - 1) + 1 }.max() ?? 0
    }
    return results.map { (result: $0, depth: depth($0, min(results.count, 16))) }.sorted {
      ($0.result.result.election.date, $0.depth, $0.result.sha256)
        < ($1.result.result.election.date, $1.depth, $1.result.sha256)
    }.map(\.result)
  }

  private var heading: ElectionSummary { results[0].result.election }

  var organization: String { heading.organization }
  var term: String { heading.term }
  /// The day of the congress: that of the first sitting.
  var date: CalendarDate { heading.date }
  /// The day of the last sitting.
  var lastDate: CalendarDate { results[results.count - 1].result.election.date }

  /// In Vietnamese order of the names, so that a reader finds a unit.
  func standsBefore(_ other: SummarizedUnit) -> Bool {
    let (a, b) = (CollationKey(organization), CollationKey(other.organization))
    return a == b ? (organization, term) < (other.organization, other.term) : a < b
  }

  /// The results whose claims hold and that decide something: not those of a rehearsal.
  var holding: [SummarizedResult] { results.filter { $0.standing != nil && !$0.result.isRehearsal } }

  var offices: [ElectedOffice] { ElectedOffice.all(holding.map(\.result)) }

  /// Everybody elected to an office of the organization, each person once, delegates not.
  var people: [Candidate] {
    var people: [Candidate] = []
    let contests = holding.flatMap(\.result.contests).filter { $0.office.order != nil }
    for contest in contests {
      // Two on one list are two people: each is at the most one of those before, and none of them twice.
      var before = people
      for candidate in contest.ranked.map(\.candidate) {
        if let place = before.firstIndex(where: { $0.match(candidate) != .different }) {
          before.remove(at: place)
        } else {
          people.append(candidate)
        }
      }
    }
    return people
  }
}
