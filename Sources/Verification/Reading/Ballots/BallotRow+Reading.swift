import Elections
import Faults

/// The most ballots that a contest can have.
let mostBallots = ElectionLimits.count

extension BallotRow {
  /// Reads a row of a text file.
  mutating func read(
    _ cells: [RowCells.Cell], of line: Span<UInt8>, _ header: BallotHeader, _ ballots: Ballots
  ) throws(ReadingFault) {
    guard cells.count == header.columns.count else {
      throw ReadingFault(
        "dòng có \(cells.count) ô, tiêu đề có \(header.columns.count)",
        "the line has \(cells.count) cells, the header \(header.columns.count)")
    }
    clear()
    var marks = MarkCells()
    for (column, cell) in zip(header.columns, cells) {
      let text = line.extracting(cell.range)
      switch column {
      case .bundle: bundle = try number(text, in: 0...ElectionLimits.count)
      case .serial: serial = try number(text, in: 0...ElectionLimits.count)
      case .count: count = try number(text, in: 1...ElectionLimits.multiplicity)
      case .invalid: try readGrounds(unquoted(text, cell))
      case .ruling: try readRuling(unquoted(text, cell))
      case .rehearsal: if !text.isEmpty { throw Self.notEmpty }
      case .name(let name): try readMatrixCell(text, name, ballots.form)
      case .struck, .chosen, .agree, .disagree: try marks.read(text, column, into: &self)
      }
    }
    if let serial, serial + count - 1 > ElectionLimits.count {
      throw Self.notInRange(0...ElectionLimits.count)
    }
    if !header.isMatrix { try finish(marks) }
  }

  /// What empty cells of marks mean.
  private mutating func finish(_ marks: MarkCells) throws(ReadingFault) {
    if !marks.hasEmpty { return }
    guard !marks.hasFilled, !declared.isEmpty else {
      throw ReadingFault(
        "ô đánh dấu để trống mà phiếu không bị tuyên bố không hợp lệ, hoặc chỉ một trong hai ô để trống",
        "a cell of marks is empty on a ballot that is not declared invalid, or one of two only")
    }
    marksRead = false
  }

  private func number(_ text: Span<UInt8>, in range: ClosedRange<Int>) throws(ReadingFault) -> Int {
    guard let number = Numerals.number(text, upTo: range.upperBound), range.contains(number) else {
      throw Self.notInRange(range)
    }
    return number
  }

  private static func notInRange(_ range: ClosedRange<Int>) -> ReadingFault {
    ReadingFault(
      "không phải số nguyên từ \(range.lowerBound) đến \(range.upperBound)",
      "this is no whole number from \(range.lowerBound) to \(range.upperBound)")
  }

  private mutating func readMatrixCell(_ text: Span<UInt8>, _ name: Int, _ form: BallotForm)
    throws(ReadingFault)
  {
    guard text.count == 1 else { throw Self.notAMark }
    switch (text[0], form) {
    case (UInt8(ascii: "1"), _): inFavour[name] = true
    case (UInt8(ascii: "0"), .strikeOut), (UInt8(ascii: "n"), .agreeDisagree): break
    case (UInt8(ascii: "0"), .agreeDisagree): against[name] = true
    case (UInt8(ascii: "b"), .agreeDisagree):
      inFavour[name] = true
      against[name] = true
    default: throw Self.notAMark
    }
  }

  private static var notEmpty: ReadingFault {
    ReadingFault("ô «kiểm thử» phải để trống", "the cell «rehearsal» must be empty")
  }

  private static var notAMark: ReadingFault {
    ReadingFault("ô ma trận không hợp quy cách", "a cell of the matrix holds what it cannot")
  }

  /// The text of a cell, doubled quotes in a quoted one being one.
  private func unquoted(_ text: Span<UInt8>, _ cell: RowCells.Cell) -> [UInt8] {
    var bytes: [UInt8] = []
    var at = 0
    while at < text.count {
      bytes.append(text[at])
      at += cell.isQuoted && text[at] == quote ? 2 : 1
    }
    return bytes
  }
}

/// The cells of a row that hold marks.
struct MarkCells {
  private(set) var hasEmpty = false
  private(set) var hasFilled = false

  mutating func read(_ text: Span<UInt8>, _ column: BallotHeader.Column, into row: inout BallotRow)
    throws(ReadingFault)
  {
    if text.isEmpty {
      hasEmpty = true
      return
    }
    hasFilled = true
    switch column {
    case .disagree: try NumberCell.read(text, into: &row.against)
    case .struck:
      try NumberCell.read(text, into: &row.inFavour)
      // Names that are not struck out are votes.
      for name in row.inFavour.indices { row.inFavour[name].toggle() }
    default: try NumberCell.read(text, into: &row.inFavour)
    }
  }
}

/// A cell with candidates' numbers: `3 7-9 12`, or `=` for none.
enum NumberCell {
  /// Marks the names whose numbers stand in the cell.
  static func read(_ text: Span<UInt8>, into marks: inout [Bool]) throws(ReadingFault) {
    var at = 0
    var words = 0
    var hasEquals = false
    while true {
      while at < text.count, text[at] == 0x20 { at += 1 }
      if at == text.count { break }
      let start = at
      while at < text.count, text[at] != 0x20 { at += 1 }
      let word = text.extracting(start..<at)
      words += 1
      if word.count == 1, word[0] == UInt8(ascii: "=") {
        hasEquals = true
      } else {
        try readWord(word, into: &marks)
      }
    }
    guard words > 0, !hasEquals || words == 1 else {
      throw ReadingFault(
        "ô phải có các số cách nhau bằng dấu cách, hoặc một dấu = đứng riêng",
        "the cell must hold numbers with spaces between, or a single =")
    }
  }

  /// A number, or a range of numbers.
  private static func readWord(_ word: Span<UInt8>, into marks: inout [Bool]) throws(ReadingFault) {
    var dash = word.count
    for at in word.indices where word[at] == UInt8(ascii: "-") {
      dash = at
      break
    }
    let first = try number(word.extracting(0..<dash), marks.count)
    var last = first
    if dash < word.count { last = try number(word.extracting(dash + 1..<word.count), marks.count) }
    guard first <= last else { throw ReadingFault("khoảng số chạy ngược", "a range runs backwards") }
    for name in first - 1..<last {
      if marks[name] {
        throw ReadingFault(
          "số \(name + 1) có hai lần trong ô", "the number \(name + 1) stands twice in the cell")
      }
      marks[name] = true
    }
  }

  private static func number(_ text: Span<UInt8>, _ names: Int) throws(ReadingFault) -> Int {
    if let number = Numerals.number(text, upTo: names), number > 0 { return number }
    var bytes: [UInt8] = []
    for at in text.indices { bytes.append(text[at]) }
    let shown = visible(String(decoding: bytes, as: UTF8.self), showsOddSpaces: true)
    throw ReadingFault(
      "«\(shown)» không phải số trong danh sách (1 đến \(names))",
      "«\(shown)» is no number of the list (1 to \(names))")
  }
}
