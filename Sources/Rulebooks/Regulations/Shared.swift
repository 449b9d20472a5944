import Elections

/// What 244-QĐ/TW and 190-QĐ/TW have in common: for counting they agree wherever both could be read.

let sharedDeductionGrounds: [ElectingBody: [DeductionGround]] = [
  .memberCongress: [.transferredAbsent, .exemptAbsent, .suspended, .prosecuted, .excusedAbsent],
  .delegateCongress: [.committeeMemberAbsent, .delegateAbsentNoAlternate],
  .committee: [.suspended, .prosecuted],
  .inspectionCommittee: [.suspended, .prosecuted],
]

/// Provisions that stand outside the regulations: in the Charter, other regulations, official answers, practice.
let sharedCitations: [Provision: Citation] = [
  .branchCommittee: Citation("Điều lệ Đảng", .text),
  .listOrder: Citation("thông lệ", .practice),
  .ground(.bothMarked): Citation("thông lệ", .practice),
  .ground(.outsider): Citation("thông lệ", .practice),
  .ground(.marked): Citation("thông lệ", .practice),
  .ground(.signed): Citation("thông lệ", .practice),
  .voidVote: Citation("Giải đáp năm 2020", .text),
  .branchSecretaryRounds: Citation("29-QĐ/TW (2016) mục 24; 294-QĐ/TW (2025)", .text),
  .plan: Citation("Kế hoạch đại hội", .practice),
  .percent: Citation("thông lệ", .practice),
]

/// A day of the calendar that the source code itself names.
func day(_ year: Int, _ month: Int, _ day: Int) -> CalendarDate {
  guard let date = CalendarDate(year: year, month: month, day: day) else {
    preconditionFailure("no such day: \(year)-\(month)-\(day)")
  }
  return date
}
