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
  ///
  /// - Parameter isBranch: whether in a branch (chi bộ), whose congress elects secretary and deputy itself.
  public func electedBy(isBranch: Bool) -> [ElectingBody] {
    switch self {
    case .secretary, .deputySecretary: (isBranch ? [] : [.committee]) + [.memberCongress, .delegateCongress]
    case .committee, .delegates, .alternateDelegates: [.memberCongress, .delegateCongress]
    case .standingCommittee, .inspectionCommittee, .inspectionChair: [.committee]
    case .inspectionDeputyChair: [.inspectionCommittee]
    }
  }

  /// The place of the office in the order in which a congress and its committee elect; `nil` for delegates, who have no
  /// place in it.
  public var order: Int? {
    switch self {
    case .committee: 0
    case .standingCommittee: 1
    case .secretary: 2
    case .deputySecretary: 3
    case .inspectionCommittee: 4
    case .inspectionChair: 5
    case .inspectionDeputyChair: 6
    case .delegates, .alternateDelegates: nil
    }
  }
}
