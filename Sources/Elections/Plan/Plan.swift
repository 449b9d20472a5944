/// What a congress plan (kế hoạch) sets beside the regulation (R-PLAN); everything in it is optional.
public struct Plan: Sendable, Equatable {
  public var title: String?
  public var limits: [SeatLimit]
  public var branches: BranchLimits?
  public var age: AgeLimits?
  public var young: YoungMembers?
  public var schedule: [ScheduleItem]
  /// Within how many days a branch reports its outcome.
  public var reportWithinDays: Int?

  public init(
    title: String? = nil, limits: [SeatLimit] = [], branches: BranchLimits? = nil, age: AgeLimits? = nil,
    young: YoungMembers? = nil, schedule: [ScheduleItem] = [], reportWithinDays: Int? = nil
  ) {
    self.title = title
    self.limits = limits
    self.branches = branches
    self.age = age
    self.young = young
    self.schedule = schedule
    self.reportWithinDays = reportWithinDays
  }
}

/// How many seats an office may have in the organization's own congress.
public struct SeatLimit: Sendable, Equatable {
  public var office: Office
  public var seatsAtLeast: Int?
  public var seatsAtMost: Int?

  public init(office: Office, seatsAtLeast: Int? = nil, seatsAtMost: Int? = nil) {
    self.office = office
    self.seatsAtLeast = seatsAtLeast
    self.seatsAtMost = seatsAtMost
  }
}

/// The limits for branches (chi bộ).
public struct BranchLimits: Sendable, Equatable {
  /// A branch elects a committee (chi ủy) from so many official members on.
  public var committeeFrom: Int?
  public var seatsAtLeast: Int?
  public var seatsAtMost: Int?

  public init(committeeFrom: Int? = nil, seatsAtLeast: Int? = nil, seatsAtMost: Int? = nil) {
    self.committeeFrom = committeeFrom
    self.seatsAtLeast = seatsAtLeast
    self.seatsAtMost = seatsAtMost
  }
}

/// The months from which candidates must have been born, by gender and by whether they stand again.
public struct AgeLimits: Sendable, Equatable {
  /// The month at which ages are counted.
  public var countedAt: CalendarMonth?
  public var firstTime: [Gender: CalendarMonth]
  public var again: [Gender: CalendarMonth]

  public init(
    countedAt: CalendarMonth? = nil, firstTime: [Gender: CalendarMonth] = [:],
    again: [Gender: CalendarMonth] = [:]
  ) {
    self.countedAt = countedAt
    self.firstTime = firstTime
    self.again = again
  }
}

/// From which month of birth on a member counts as young (cán bộ trẻ), for the structure figures.
public struct YoungMembers: Sendable, Equatable {
  public var bornFrom: CalendarMonth

  public init(bornFrom: CalendarMonth) {
    self.bornFrom = bornFrom
  }
}

/// By when something is to be held.
public struct ScheduleItem: Sendable, Equatable {
  public var what: String
  public var by: CalendarDate
  public var daysAtMost: Int?
  /// The organization that the item is for, named as in its election file.
  public var organization: String?
  /// Whether the item is for all branches (chi bộ) that no other item names.
  public var branches: Bool

  public init(
    what: String, by: CalendarDate, daysAtMost: Int? = nil, organization: String? = nil,
    branches: Bool = false
  ) {
    self.what = what
    self.by = by
    self.daysAtMost = daysAtMost
    self.organization = organization
    self.branches = branches
  }
}

extension Election {
  /// Whether the organization is a branch (chi bộ), by the first words of its name, whatever blanks are between.
  public var isBranch: Bool {
    let words = organization.lowercased().words
    return words.count >= 2 && words[0] == "chi" && words[1] == "bộ"
  }
}
