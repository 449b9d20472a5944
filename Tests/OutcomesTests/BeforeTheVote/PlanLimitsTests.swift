import Elections
import Outcomes
import Rulebooks
import TestSupport
import Testing

/// R-PLAN, with the plan of the founding case (rules §11).
@Suite("Limits of a congress plan")
struct PlanLimitsTests {
  static func month(_ text: String) -> CalendarMonth {
    guard let month = CalendarMonth(text) else { preconditionFailure("no such month: \(text)") }
    return month
  }

  static let plan = Plan(
    limits: [
      SeatLimit(office: .committee, seatsAtMost: 15),
      SeatLimit(office: .standingCommittee, seatsAtLeast: 3, seatsAtMost: 3),
    ],
    branches: BranchLimits(committeeFrom: 9, seatsAtLeast: 3, seatsAtMost: 7),
    age: AgeLimits(
      countedAt: month("2020-04"), firstTime: [.male: month("1965-04"), .female: month("1970-04")],
      again: [.male: month("1962-10"), .female: month("1967-10")]),
    young: YoungMembers(bornFrom: month("1985-06")),
    schedule: [
      ScheduleItem(what: "Chi bộ I", by: day("2020-03-31"), organization: "Chi bộ I"),
      ScheduleItem(what: "Chi bộ", by: day("2020-04-30"), branches: true),
      ScheduleItem(what: "Đảng bộ", by: day("2020-06-30")),
    ])

  func limits(
    _ organization: String = "Đảng bộ Văn phòng", date: String = "2020-06-18", plan: Plan = plan
  ) -> PlanLimits {
    let election = Election(
      organization: organization, congress: "Đại hội", term: "2020-2025", date: day(date), contests: [])
    return PlanLimits(plan, election, .regulation244)
  }

  @Test(
    "Seats",
    arguments: [
      ("Đảng bộ", Office.committee, 15, [FindingCode]()), ("Đảng bộ", .committee, 16, [.planSeatsAtMost]),
      ("Đảng bộ", .standingCommittee, 2, [.planSeatsAtLeast]), ("Đảng bộ", .standingCommittee, 3, []),
      ("Đảng bộ", .standingCommittee, 4, [.planSeatsAtMost]), ("Đảng bộ", .delegates, 99, []),
      ("Chi bộ I", .committee, 2, [.planSeatsAtLeast]), ("Chi bộ I", .committee, 3, []),
      ("Chi bộ I", .committee, 7, []), ("Chi bộ I", .committee, 8, [.planSeatsAtMost]),
      ("Chi bộ I", .standingCommittee, 4, []),
    ])
  func seats(organization: String, office: Office, seats: Int, codes: [FindingCode]) {
    var contest = Contest.sample(office, names: seats + 1, seats: seats, base: 120)
    #expect(limits(organization).seats(contest).map(\.code) == codes)
    #expect(limits(organization).seats(contest).allSatisfy { $0.rule == .plan && $0.severity == .warning })
    contest.round = .later(number: 2, kind: .continuation, follows: "a")
    #expect(limits(organization).seats(contest).isEmpty)
  }

  @Test(
    "A branch elects a committee from the plan's number of members on", arguments: [(8, true), (9, false)])
  func branchMembers(members: Int, isTooSmall: Bool) {
    let found = limits("Chi bộ II").seats(.sample(names: 4, seats: 3, base: members))
    #expect(found.map(\.code) == (isTooSmall ? [.planBranchTooSmall] : []))
  }

  /// "First-time candidates: men born from April 1965, women from April 1970. Standing again: men born from October
  /// 1962, women from October 1967."
  @Test(
    "Ages, to the month",
    arguments: [
      (Gender.male, false, "1965-04", "1965-03"), (.female, false, "1970-04", "1970-03"),
      (.male, true, "1962-10", "1962-09"), (.female, true, "1967-10", "1967-09"),
    ])
  func ages(gender: Gender, incumbent: Bool, young: String, old: String) {
    var contest = Contest.sample(names: 4, seats: 3, base: 120)
    for (index, date) in [young, young + "-01", old, old + "-30"].enumerated() {
      contest.candidates[index].gender = gender
      contest.candidates[index].incumbent = incumbent
      contest.candidates[index].birthDate = BirthDate(date)
    }
    let found = limits().ages(contest)
    #expect(found.map(\.code) == [.planAge, .planAge])
    #expect(found.map { $0.values["candidate"] } == [.integer(3), .integer(4)])
    #expect(found.map { $0.values["from"] } == [.text(young), .text(young)])
    #expect(found.map { $0.values["born"] } == [.text(old), .text(old + "-30")])
  }

  @Test("Ages: whoever does not say whether they stand again stands for the first time")
  func unknownIncumbent() {
    var contest = Contest.sample(names: 1, seats: 1, base: 120)
    contest.candidates[0].gender = .male
    contest.candidates[0].birthDate = BirthDate("1964-01")
    #expect(limits().ages(contest).map(\.code) == [.planAge])
    contest.candidates[0].incumbent = true
    #expect(limits().ages(contest).isEmpty)
  }

  @Test("Ages that cannot be checked; delegates have no limit; nor has a gender without one")
  func unknownAges() {
    var contest = Contest.sample(names: 3, seats: 3, base: 120)
    contest.candidates[0].gender = .female
    contest.candidates[1].birthDate = BirthDate("1990-01")
    #expect(limits().ages(contest).map(\.code) == [.planAgeUnknown, .planAgeUnknown, .planAgeUnknown])
    #expect(limits().ages(contest).allSatisfy { $0.severity == .info })
    for office in [Office.delegates, .alternateDelegates] {
      contest.office = office
      #expect(limits().ages(contest).isEmpty)
    }
    contest.office = .committee
    let menOnly = Plan(age: AgeLimits(firstTime: [.male: Self.month("1965-04")]))
    #expect(
      limits(plan: menOnly).ages(contest).map { $0.values["candidate"] } == [.integer(2), .integer(3)])
    #expect(limits(plan: Plan()).ages(contest).isEmpty)
    #expect(limits(plan: Plan(age: AgeLimits(countedAt: Self.month("2020-04")))).ages(contest).isEmpty)
  }

  @Test("Of several items with the last day of all, the plan's first is named (R-PLAN)")
  func sameLastDay() {
    let items = ["Đảng bộ", "Hội nghị", "Đại hội trù bị"].map {
      ScheduleItem(what: $0, by: day("2020-06-30"))
    }
    let plan = Plan(schedule: [ScheduleItem(what: "Chi bộ", by: day("2020-04-30"))] + items)
    let found = limits(date: "2020-07-01", plan: plan).schedule()
    #expect(found.map { $0.values["what"] } == [.text("Đảng bộ")])
  }

  @Test(
    "Schedule",
    arguments: [
      ("Chi bộ I", "2020-03-31", nil), ("Chi bộ I", "2020-04-01", "Chi bộ I"),
      ("Chi bộ II", "2020-04-30", nil),
      ("Chi bộ II", "2020-05-01", "Chi bộ"), ("Đảng bộ", "2020-06-30", nil),
      ("Đảng bộ", "2020-07-01", "Đảng bộ"),
    ])
  func schedule(organization: String, date: String, late: String?) {
    let found = limits(organization, date: date).schedule()
    #expect(found.map { $0.values["what"] } == (late.map { [FindingValue.text($0)] } ?? []))
    #expect(found.allSatisfy { $0.code == .planLate })
    #expect(limits(organization, date: date, plan: Plan()).schedule().isEmpty)
  }
}
