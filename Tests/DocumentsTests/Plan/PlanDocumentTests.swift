import Documents
import Elections
import Faults
import TestSupport
import Testing

@Suite("Plan files (formats §5)")
struct PlanDocumentTests {
  static let file = """
    {
      "format": "kiemphieu-plan", "version": 1,
      "title": "Kế hoạch",
      "limits": [{"office": "committee", "seatsAtMost": 15}, {"office": "secretary", "seatsAtLeast": 1}],
      "branches": {"committeeFrom": 9, "seatsAtLeast": 3, "seatsAtMost": 7},
      "age": {"countedAt": "2020-04", "firstTime": {"male": "1965-04", "female": "1970-04"},
        "again": {"male": "1962-10"}},
      "young": {"bornFrom": "1985-06"},
      "schedule": [{"what": "Điểm", "by": "2020-03-31", "daysAtMost": 1, "organization": "Chi bộ I", "branches": false},
        {"what": "Chi bộ", "by": "2020-04-30", "branches": true}],
      "reportWithinDays": 3
    }
    """

  static func month(_ text: String) throws -> CalendarMonth { try #require(CalendarMonth(text)) }

  @Test("Everything that the file says")
  func everything() throws {
    let plan = try PlanDocument.read(Array(Self.file.utf8), file: "plan.json").get()
    #expect(plan.title == "Kế hoạch")
    #expect(
      plan.limits == [
        SeatLimit(office: .committee, seatsAtMost: 15), SeatLimit(office: .secretary, seatsAtLeast: 1),
      ])
    #expect(plan.branches == BranchLimits(committeeFrom: 9, seatsAtLeast: 3, seatsAtMost: 7))
    let age = AgeLimits(
      countedAt: try Self.month("2020-04"),
      firstTime: [.male: try Self.month("1965-04"), .female: try Self.month("1970-04")],
      again: [.male: try Self.month("1962-10")])
    #expect(plan.age == age)
    #expect(try plan.young == YoungMembers(bornFrom: Self.month("1985-06")))
    #expect(
      plan.schedule == [
        ScheduleItem(what: "Điểm", by: day("2020-03-31"), daysAtMost: 1, organization: "Chi bộ I"),
        ScheduleItem(what: "Chi bộ", by: day("2020-04-30"), branches: true),
      ])
    #expect(plan.reportWithinDays == 3)
  }

  @Test(
    "Everything is optional",
    arguments: ["", ", \"x-note\": []", ", \"limits\": [], \"age\": {}, \"branches\": {}"])
  func least(more: String) throws {
    let file = "{\"format\": \"kiemphieu-plan\", \"version\": 1\(more)}"
    let plan = try PlanDocument.read(Array(file.utf8), file: "plan.json").get()
    #expect(plan.limits.isEmpty && plan.schedule.isEmpty && plan.title == nil && plan.reportWithinDays == nil)
  }

  @Test(
    "Faults",
    arguments: [
      Edit("\"kiemphieu-plan\"", "\"kiemphieu-election\"", "E003 format:2"),
      Edit("\"version\": 1", "\"version\": 7", "E003 version:2"),
      Edit(", \"version\": 1", "", "J008 version:1"), Edit("\"Kế hoạch\"", "\" \"", "E005 title:3"),
      Edit("\"title\"", "\"titel\"", "J007 titel:3"),
      Edit("\"committee\"", "\"comittee\"", "J012 limits[0].office:4"),
      Edit("\"office\": \"secretary\", ", "", "J008 limits[1].office:4"),
      Edit("\"seatsAtMost\": 15", "\"seatsAtMost\": 0", "J011 limits[0].seatsAtMost:4"),
      Edit("\"seatsAtMost\": 15", "\"seatsAtMost\": 1025", "J011 limits[0].seatsAtMost:4"),
      Edit("\"seatsAtMost\": 15", "\"atMost\": 15", "J007 limits[0].atMost:4"),
      Edit("\"seatsAtLeast\": 1", "\"seatsAtLeast\": 3, \"seatsAtMost\": 2", "E025 limits[1].seatsAtLeast:4"),
      Edit("\"seatsAtMost\": 7", "\"seatsAtMost\": 2", "E025 branches.seatsAtLeast:5"),
      Edit("\"committeeFrom\": 9", "\"committeeFrom\": -1", "J011 branches.committeeFrom:5"),
      Edit("\"seatsAtMost\": 7", "\"seatsAtMost\": 7.5", "J010 branches.seatsAtMost:5"),
      Edit("\"2020-04\"", "\"2020-13\"", "E004 age.countedAt:6"),
      Edit("\"1965-04\"", "\"1965-04-01\"", "E004 age.firstTime.male:6"),
      Edit("\"1962-10\"", "null", "J009 age.again.male:7"),
      Edit("{\"male\": \"1962-10\"}", "{\"nam\": \"1962-10\"}", "J007 age.again.nam:7"),
      Edit("\"bornFrom\": \"1985-06\"", "", "J008 young.bornFrom:8"),
      Edit("\"1985-06\"", "1985", "J009 young.bornFrom:8"),
      Edit("\"2020-03-31\"", "\"2020-03-32\"", "E004 schedule[0].by:9"),
      Edit("\"what\": \"Điểm\", ", "", "J008 schedule[0].what:9"),
      Edit("\"by\": \"2020-04-30\", ", "", "J008 schedule[1].by:10"),
      Edit("\"branches\": true", "\"branches\": 1", "J009 schedule[1].branches:10"),
      Edit("\"daysAtMost\": 1", "\"daysAtMost\": \"1\"", "J009 schedule[0].daysAtMost:9"),
      Edit("\"reportWithinDays\": 3", "\"reportWithinDays\": 36501", "J011 reportWithinDays:11"),
      Edit(
        [("\"1965-04\"", "\"4/1965\""), ("\"title\"", "\"name\"")], "E004 age.firstTime.male:6", "J007 name:3"
      ),
    ])
  func faults(edit: Edit) throws {
    guard case .failure(let error) = PlanDocument.read(try edit.apply(to: Self.file), file: "plan.json")
    else {
      Issue.record("no fault")
      return
    }
    #expect(brief(error.faults) == edit.faults)
  }
}
