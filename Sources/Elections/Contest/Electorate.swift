/// Who elects in one contest, and how many people its majority is counted from (R-BASE).
public struct Electorate: Sendable, Equatable {
  public var body: ElectingBody
  /// People convened (triệu tập): official members or delegates, or all members of a committee.
  public var convened: Int
  /// Of those, the people present at the vote (có mặt).
  public var present: Int
  /// Those of the convened who are not counted in the base, by ground.
  public var deductions: [Deduction]

  public init(body: ElectingBody, convened: Int, present: Int, deductions: [Deduction] = []) {
    self.body = body
    self.convened = convened
    self.present = present
    self.deductions = deductions
  }

  /// The people that more than half is counted from; at least 1 in an election that was read from a file.
  public var base: Int {
    deductions.reduce(convened) { $0 - $1.count }
  }

  /// People convened but not present (vắng).
  public var absent: Int { convened - present }
}

/// The body that votes.
public enum ElectingBody: String, Sendable, CaseIterable {
  /// A congress of all official members (đại hội đảng viên).
  case memberCongress
  /// A congress of delegates (đại hội đại biểu).
  case delegateCongress
  /// A meeting of the committee (hội nghị cấp ủy).
  case committee
  /// A meeting of the inspection committee.
  case inspectionCommittee

  /// Whether the body is a congress rather than a body that a congress or a committee elected.
  public var isCongress: Bool { self == .memberCongress || self == .delegateCongress }
}

/// A number of convened people that the base does not count, with the ground.
public struct Deduction: Sendable, Hashable {
  public var ground: DeductionGround
  public var count: Int
  public var note: String?

  public init(_ ground: DeductionGround, _ count: Int, note: String? = nil) {
    self.ground = ground
    self.count = count
    self.note = note
  }
}

/// Why convened people are not counted in the base (244-QĐ/TW Đ32.2-4, 190-QĐ/TW Đ30).
public enum DeductionGround: String, Sendable, CaseIterable {
  /// Temporarily transferred (chuyển sinh hoạt tạm thời) and absent.
  case transferredAbsent
  /// Exempted from activities (miễn sinh hoạt, miễn công tác) and absent.
  case exemptAbsent
  /// Suspended from activities (đình chỉ sinh hoạt).
  case suspended
  /// Prosecuted, indicted or detained (bị khởi tố, truy tố, tạm giam).
  case prosecuted
  /// Absent throughout for a reason that the convening committee accepted.
  case excusedAbsent
  /// A member of the convening committee, absent throughout a congress of delegates.
  case committeeMemberAbsent
  /// A delegate absent throughout whom no alternate replaces.
  case delegateAbsentNoAlternate
}
