import CanonicalJSON
public import Elections
import Faults

/// Reads a plan file (formats §5).
public enum PlanDocument {
  /// - Parameters:
  ///   - bytes: the whole file.
  ///   - file: its name, for the faults.
  /// - Returns: the plan, or everything that is wrong with the file.
  public static func read(_ bytes: [UInt8], file: String) -> Result<Plan, JSONFaultsError> {
    let faults = JSONFaults(file: file, bytes: bytes)
    if let root = faults.parse(), let object = root.object() {
      let plan = plan(object)
      if faults.isEmpty, let plan { return .success(plan) }
    }
    return .failure(JSONFaultsError(faults: faults.log))
  }

  private static let seats = 1...ElectionLimits.candidates
  private static let days = 0...36_500

  private static func plan(_ object: JSONObjectReader) -> Plan? {
    guard object.reader.isFormat("kiemphieu-plan", object) else { return nil }
    let plan = Plan(
      title: object.optionalText("title"),
      limits: (object.optionalArray("limits") ?? []).compactMap(limit),
      branches: object.optionalObject("branches").map(branches),
      age: object.optionalObject("age").map(age),
      young: object.optionalObject("young").flatMap(young),
      schedule: (object.optionalArray("schedule") ?? []).compactMap(scheduleItem),
      reportWithinDays: object.optionalInteger("reportWithinDays", in: days))
    object.finish()
    return plan
  }

  private static func limit(_ reader: JSONReader) -> SeatLimit? {
    guard let object = reader.object() else { return nil }
    let office: Office? = object.choice("office")
    let (atLeast, atMost) = seatLimits(object)
    object.finish()
    return office.map { SeatLimit(office: $0, seatsAtLeast: atLeast, seatsAtMost: atMost) }
  }

  private static func branches(_ object: JSONObjectReader) -> BranchLimits {
    let committeeFrom = object.optionalInteger("committeeFrom", in: 0...ElectionLimits.count)
    let (atLeast, atMost) = seatLimits(object)
    object.finish()
    return BranchLimits(committeeFrom: committeeFrom, seatsAtLeast: atLeast, seatsAtMost: atMost)
  }

  private static func seatLimits(_ object: JSONObjectReader) -> (atLeast: Int?, atMost: Int?) {
    let atLeast = object.optionalInteger("seatsAtLeast", in: seats)
    let atMost = object.optionalInteger("seatsAtMost", in: seats)
    if let atLeast, let atMost, atLeast > atMost {
      object.optional("seatsAtLeast")?.fault(
        .noSeatsWithinLimits,
        problem: Phrase(
          vi: "ít nhất \(atLeast) mà nhiều nhất \(atMost): không số lượng nào đúng cả hai",
          en: "at least \(atLeast) and at most \(atMost): no number is both"),
        advice: Phrase(vi: "sửa lại một trong hai số", en: "correct one of the two"))
    }
    return (atLeast, atMost)
  }

  private static func age(_ object: JSONObjectReader) -> AgeLimits {
    func months(_ key: String) -> [Gender: CalendarMonth] {
      guard let group = object.optionalObject(key) else { return [:] }
      var months: [Gender: CalendarMonth] = [:]
      for gender in Gender.allCases { months[gender] = group.optional(gender.rawValue)?.month() }
      group.finish()
      return months
    }
    let limits = AgeLimits(
      countedAt: object.optional("countedAt")?.month(), firstTime: months("firstTime"), again: months("again")
    )
    object.finish()
    return limits
  }

  private static func young(_ object: JSONObjectReader) -> YoungMembers? {
    let month = object.required("bornFrom")?.month()
    object.finish()
    return month.map(YoungMembers.init)
  }

  private static func scheduleItem(_ reader: JSONReader) -> ScheduleItem? {
    guard let object = reader.object() else { return nil }
    let what = object.text("what")
    let by = object.required("by")?.date()
    let daysAtMost = object.optionalInteger("daysAtMost", in: days)
    let organization = object.optionalText("organization")
    let branches = object.optionalBool("branches") ?? false
    object.finish()
    guard let what, let by else { return nil }
    return ScheduleItem(
      what: what, by: by, daysAtMost: daysAtMost, organization: organization, branches: branches)
  }
}
