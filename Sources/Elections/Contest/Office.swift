/// What people are elected to (R-OFFICE).
public enum Office: String, Sendable, CaseIterable {
  /// The committee (cấp ủy, ban chấp hành, chi ủy).
  case committee
  /// The standing committee (ban thường vụ).
  case standingCommittee
  /// The secretary (bí thư).
  case secretary
  /// The deputy secretary (phó bí thư).
  case deputySecretary
  /// The inspection committee (ủy ban kiểm tra).
  case inspectionCommittee
  /// The chair of the inspection committee (chủ nhiệm ủy ban kiểm tra).
  case inspectionChair
  /// The deputy chair of the inspection committee (phó chủ nhiệm ủy ban kiểm tra).
  case inspectionDeputyChair
  /// Delegates to the higher congress (đại biểu dự đại hội cấp trên).
  case delegates
  /// Alternate delegates (đại biểu dự khuyết).
  case alternateDelegates

  /// The bodies whose members alone may be elected to this office, the most specific first: the list is taken
  /// from the first of them that is known to have been elected. Empty where the list is approved freely.
  public var listTakenFrom: [Office] {
    switch self {
    case .committee, .inspectionCommittee, .delegates, .alternateDelegates: []
    case .standingCommittee: [.committee]
    case .secretary, .deputySecretary: [.standingCommittee, .committee]
    case .inspectionChair, .inspectionDeputyChair: [.inspectionCommittee]
    }
  }

  /// The bodies that elect to this office.
  public var electedBy: [ElectingBody] {
    switch self {
    case .committee, .delegates, .alternateDelegates: [.memberCongress, .delegateCongress]
    case .standingCommittee, .inspectionCommittee, .inspectionChair: [.committee]
    case .secretary, .deputySecretary: [.committee, .memberCongress, .delegateCongress]
    case .inspectionDeputyChair: [.inspectionCommittee]
    }
  }

  /// The place of the office in the order in which a congress and its committee elect.
  public var order: Int {
    switch self {
    case .committee: 0
    case .delegates: 1
    case .alternateDelegates: 2
    case .standingCommittee: 3
    case .secretary: 4
    case .deputySecretary: 5
    case .inspectionCommittee: 6
    case .inspectionChair: 7
    case .inspectionDeputyChair: 8
    }
  }

  /// Whether the office is one person's (a head or a deputy), not a seat in a body.
  public var isHeadship: Bool {
    switch self {
    case .secretary, .deputySecretary, .inspectionChair, .inspectionDeputyChair: true
    case .committee, .standingCommittee, .inspectionCommittee, .delegates, .alternateDelegates: false
    }
  }
}
