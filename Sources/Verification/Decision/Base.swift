import Elections

/// The number of people that more than half is taken of (R-BASE; 244-QĐ/TW Đ32.2-4, 190-QĐ/TW Đ30).
enum Base {
  /// The people convened less those whom the regulation leaves out.
  static func number(of electorate: Electorate) -> Int {
    var number = electorate.convened
    for deduction in electorate.deductions { number -= deduction.count }
    return number
  }

  /// The grounds on which people are left out, by the body that votes.
  static func grounds(of body: ElectingBody) -> [DeductionGround] {
    switch body {
    case .memberCongress: [.transferredAbsent, .exemptAbsent, .suspended, .prosecuted, .excusedAbsent]
    case .delegateCongress: [.committeeMemberAbsent, .delegateAbsentNoAlternate]
    case .committee, .inspectionCommittee: [.suspended, .prosecuted]
    }
  }
}
