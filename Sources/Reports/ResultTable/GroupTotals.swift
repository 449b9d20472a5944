import Faults

/// The control totals of one file of a contest that has several: what one counting group (tổ kiểm phiếu) counted.
public struct GroupTotals: Sendable, Equatable {
  /// The file.
  public var name: String
  public var ballots: Int
  /// The valid ones of them.
  public var valid: Int

  public init(name: String, ballots: Int, valid: Int) {
    self.name = name
    self.ballots = ballots
    self.valid = valid
  }

  /// A line for each file, and their sum; nothing for a single file.
  static func lines(_ groups: [GroupTotals], _ language: Language) -> [String] {
    guard groups.count > 1 else { return [] }
    let sum = GroupTotals(
      name: "", ballots: groups.reduce(0) { $0 + $1.ballots }, valid: groups.reduce(0) { $0 + $1.valid })
    var table = TextTable([.left, .right, .right, .right])
    table.append(
      [
        Phrase(vi: "Theo tệp", en: "By file"), Phrase(vi: "Phiếu", en: "Ballots"),
        Phrase(vi: "Hợp lệ", en: "Valid"), Phrase(vi: "Không hợp lệ", en: "Invalid"),
      ].map { $0[language] })
    for group in groups { table.append(group.cells(visible(group.name), language)) }
    table.append(sum.cells(Phrase(vi: "Cộng", en: "Sum")[language], language))
    return table.lines()
  }

  private func cells(_ name: String, _ language: Language) -> [String] {
    [name] + [ballots, valid, ballots - valid].map { grouped($0, language) }
  }
}
