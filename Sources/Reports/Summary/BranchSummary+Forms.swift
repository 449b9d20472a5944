import Documents
import Elections
public import Faults
import Outcomes
public import Typesetting

/// The summary as a document, as text and as a table for spreadsheets.
extension BranchSummary {
  private static let labels: [Phrase] = [
    Phrase(vi: "TT", en: "No."), Phrase(vi: "Đơn vị", en: "Organization"),
    Phrase(vi: "Ngày đại hội", en: "Date"),
    Phrase(vi: "Triệu tập", en: "Convened"), Phrase(vi: "Có mặt", en: "Present"),
    Phrase(vi: "Trúng cử", en: "Elected"), Phrase(vi: "Nữ", en: "Women"), Phrase(vi: "Trẻ", en: "Young"),
    Phrase(vi: "DTTS", en: "Minorities"),
    Phrase(vi: "Còn thiếu, chậm, khác kế hoạch", en: "Missing, late, against the plan"),
    Phrase(vi: "Mã kết quả", en: "Codes of the results"),
  ]

  /// A row for each organization: those with a result, then those that the plan expects one of.
  private func rows(_ language: Language) -> [[String]] {
    let found = units.enumerated().map { index, unit in cells(index + 1, unit, language) }
    let expected = missing.enumerated().map { index, item -> [String] in
      let isLate = day.map { $0 > item.by } ?? false
      let words = Phrase(
        vi: "chưa có kết quả; hạn \(item.by.digits.vi)" + (isLate ? ", đã quá hạn" : ""),
        en: "no result; due by \(item.by.digits.en)" + (isLate ? ", late" : ""))
      return [
        String(units.count + index + 1), visible(item.organization ?? "", limit: 1000), "", "", "", "", "",
        "", "",
        words[language], "",
      ]
    }
    return found + expected
  }

  private func cells(_ number: Int, _ unit: SummarizedUnit, _ language: Language) -> [String] {
    let first = unit.holding.first?.result.contests.first?.electorate
    let elected = unit.offices.map { office in
      let names = office.people.map { visibleLine($0.result.candidate.name) }.joined(separator: ", ")
      return "\(unit.name(of: office.office)[language]) \(office.people.count): \(names)"
    }.joined(separator: "; ")
    let structure = ListStructure(unit.people, plan)
    func figure(_ number: Int?) -> String { number.map { grouped($0, language) } ?? "–" }
    return [
      String(number), visible(unit.organization, limit: 1000),
      unit.date.digits[language],
      figure(first?.convened), figure(first?.present), elected, figure(structure.women),
      figure(structure.young), figure(structure.minorities),
      unit.remarks().map { $0[language] }.joined(separator: "; "),
      unit.results.map { ends(of: $0.code) }.joined(separator: "; "),
    ]
  }

  /// The first and the last group of a code: enough to find the result again in a table.
  private func ends(of code: String) -> String {
    let groups = code.split(separator: " ")
    guard let first = groups.first, let last = groups.last, groups.count > 1 else { return code }
    return first + "…" + last
  }

  private func title(_ language: Language) -> String {
    Phrase(vi: "TỔNG HỢP KẾT QUẢ ĐẠI HỘI CÁC ĐƠN VỊ", en: "SUMMARY OF THE CONGRESSES")[language]
  }

  /// What the table is against, and the sums.
  private func notes(_ language: Language) -> [String] {
    var notes: [String] = []
    if let title = plan?.title {
      notes.append(Phrase(vi: "Kế hoạch: ", en: "Plan: ")[language] + visible(title, limit: 1000))
    }
    if let day {
      notes.append(Phrase(vi: "Tính đến \(day.words.vi).", en: "As on \(day.words.en).")[language])
    }
    let people = units.flatMap(\.people)
    let structure = ListStructure(people, plan)
    let figures: [(Phrase, Int?)] = [
      (Phrase(vi: "nữ", en: "women"), structure.women), (Phrase(vi: "trẻ", en: "young"), structure.young),
      (Phrase(vi: "dân tộc thiểu số", en: "of ethnic minorities"), structure.minorities),
    ]
    let parts = figures.compactMap { words, number in
      number.map { number in
        "\(words[language]) \(share(number, of: max(people.count, 1), .halfUp, language))"
      }
    }
    notes.append(
      Phrase(
        vi: "\(units.count) đơn vị có kết quả, \(missing.count) chưa có; \(people.count) người trúng cử",
        en:
          "\(several(units.count, "organization")) with results, \(missing.count) without; elected: \(people.count)"
      )[
        language] + (parts.isEmpty ? "" : ": ") + parts.joined(separator: ", ") + ".")
    return notes
  }

  /// That the figures leave out delegates, where there are any: they stand in the column of those elected.
  private func leftOut(_ language: Language) -> [String] {
    let hasDelegates = units.contains { $0.offices.contains { $0.office.order == nil } }
    let words = Phrase(
      vi: "Cột nữ, trẻ, DTTS và số người trúng cử không kể đại biểu dự đại hội cấp trên.",
      en:
        "The columns women, young, minorities and the number of those elected leave out delegates to the higher congress."
    )
    return hasDelegates ? [words[language]] : []
  }

  public func sheet(_ language: Language) -> Sheet {
    let widths = [9, 22, 17, 12, 9, 38, 9, 9, 11, 34, 16]
    let centered: Set = [0, 2, 3, 4, 6, 7, 8]
    var table = Table(
      Self.labels.enumerated().map {
        Table.Column($1[language], width: widths[$0], centered.contains($0) ? .center : .left)
      })
    for row in rows(language) { table.append(Table.Row(row)) }
    return Sheet(
      title: title(language), language: language, isLandscape: true,
      footer: [ToolNotice.text(units.flatMap(\.results).map(\.result.regulation))[language]],
      blocks: [.title(title(language), [])] + notes(language).map { .paragraph(Paragraph($0)) } + [
        .table(table)
      ] + leftOut(language).map { .paragraph(Paragraph($0, .note)) })
  }

  public func text(_ language: Language) -> String {
    var lines = [title(language)] + notes(language) + leftOut(language)
    for row in rows(language) {
      lines += ["", "\(row[0]). \(row[1])"]
      for (label, cell) in zip(Self.labels, row).dropFirst(2) where !cell.isEmpty {
        lines.append("   \(label[language]): \(cell)")
      }
    }
    return lines.joined(separator: "\n") + "\n"
  }

  public func spreadsheet(_ language: Language) -> String {
    var table = SpreadsheetText(separator: language == .vietnamese ? ";" : ",")
    table.append(Self.labels.map { $0[language] })
    for row in rows(language) { table.append(row) }
    return table.text
  }
}
