import Elections
import Faults

/// The names with their numbers and marks, down one column and then the next, as many as fit; of more, those around the number that was
/// typed last.
///
/// A mark is a sign before the number, so that it is seen without colour: `✗ 3 Trần Văn Nghĩa`.
struct NameGrid {
  private let contest: EntryContest
  private let view: EntryState.View
  private let rows: Int
  private let columns: Int

  /// The narrowest and the widest that a name is shown, in columns.
  private static let narrowest = 14
  private static let widest = 36
  private static let gap = 2

  init(_ contest: EntryContest, _ view: EntryState.View, rows: Int, columns: Int) {
    self.contest = contest
    self.view = view
    self.rows = rows
    self.columns = columns
  }

  /// As many lines as there are rows.
  func lines() -> [StyledText] {
    let count = contest.names.count
    let cell = cellWidth
    let across = max(1, (columns + Self.gap) / (cell + Self.gap))
    let page = across * rows
    let first = ((view.lastNumber ?? 1) - 1) / page * page
    return (0..<rows).map { row in
      var line = StyledText()
      for column in 0..<across {
        let index = first + column * rows + row
        guard index < min(count, first + page) else { break }
        line.pad(to: column * (cell + Self.gap))
        line.append(name(index, width: cell))
      }
      return line
    }
  }

  private var digits: Int { String(contest.names.count).count }

  /// A sign, the number, a space and the name, narrow enough that all names fit if that is possible at all.
  private var cellWidth: Int {
    let count = contest.names.count
    let longest = contest.names.reduce(0) { max($0, displayWidth(visible($1))) }
    let wanted = min(Self.widest, max(Self.narrowest, longest)) + 2 + digits
    let needed = (count + rows - 1) / rows
    guard needed > 1 else { return min(wanted, columns) }
    let fitting = (columns + Self.gap) / needed - Self.gap
    let least = min(columns, Self.narrowest + 2 + digits)
    return min(columns, max(least, min(wanted, fitting)))
  }

  private func name(_ index: Int, width: Int) -> StyledText {
    let mark = view.draft?.mark(index) ?? .none
    let number = String(index + 1)
    let text =
      mark.sign + String(repeating: " ", count: digits - number.count) + number + " "
      + visible(contest.names[index])
    return StyledText(cut(text, to: width), mark.style)
  }
}

extension EntryDraft.Mark {
  /// What is seen of the mark where there is no colour.
  var sign: String {
    switch self {
    case .none: " "
    case .struck, .disagree: "✗"
    case .agree: "✓"
    case .both: "‼"
    }
  }

  var style: StyledText.Style {
    switch self {
    case .none: .plain
    case .struck: .reverse
    case .agree: .good
    case .disagree: .reverse
    case .both: .bad
    }
  }
}
