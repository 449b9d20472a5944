import Elections
import Faults
import Tallying

/// Rows of the mark list: what a board types from paper.
extension RowReader {
  mutating func readList(_ line: Line, _ cells: [LineCell], _ columns: [Column?]) {
    var marks: [(column: Column, cell: LineCell)] = []
    var ruling: LineCell?
    var isDeclared = false
    for (column, cell) in zip(columns, cells) {
      switch column {
      case nil: break
      case .bundle: row.bundle = readWholeNumber(.bundle, line, cell)
      case .serial: readSerial(line, cell)
      case .count: readCount(line, cell)
      case .invalid:
        isDeclared = !cell.content.isEmpty
        readGrounds(line, cell)
      case .ruling: ruling = cell
      case .rehearsal: if !cell.content.isEmpty { fault(.rehearsalNotEmpty, line, cell) }
      case .struck?, .chosen?, .agree?, .disagree?:
        if let column { marks.append((column, cell)) }
      }
    }
    readMarks(line, marks, isDeclared: isDeclared)
    if let serial = row.serial, serial + row.count - 1 > ElectionLimits.count {
      fault(.batchTooLong, line, at: row.serialOffset, text: nil)
    }
    // What the ruling may be depends on everything else.
    if let ruling { readRuling(line, ruling) }
    // Without its bundle, a serial says nothing.
    if row.bundle == nil, columns.contains(.bundle) { row.serial = nil }
  }

  private mutating func readCount(_ line: Line, _ cell: LineCell) {
    if let count = wholeNumber(line, cell.content, upTo: ElectionLimits.multiplicity), count > 0 {
      row.count = count
    } else {
      fault(.badCount, line, cell)
    }
  }

  // MARK: Marks

  /// - Parameter isDeclared: whether the board declared something, even if it cannot be read.
  private mutating func readMarks(
    _ line: Line, _ marks: [(column: Column, cell: LineCell)], isDeclared: Bool
  ) {
    let empty = marks.filter { $0.cell.content.isEmpty }
    if !empty.isEmpty {
      row.ballot.marksRead = false
      if !isDeclared {
        for (column, cell) in empty { fault(.emptyMarks(column), line, cell) }
      } else if empty.count < marks.count {
        for (column, cell) in empty { fault(.halfReadMarks(column), line, cell) }
      }
    }
    for (column, cell) in marks where !cell.content.isEmpty {
      readNumbers(line, cell)
      switch column {
      case .struck:
        listed.invert(names: style.names)
        row.ballot.inFavour = listed
      case .chosen, .agree: row.ballot.inFavour = listed
      default: row.ballot.against = listed
      }
    }
  }

  /// Reads a cell of candidates' numbers and ranges, separated by spaces, into ``listed``; `=` is none.
  private mutating func readNumbers(_ line: Line, _ cell: LineCell) {
    listed.removeAll()
    var tokens = 0
    var hasEqualsSign = false
    var at = cell.content.lowerBound
    while at < cell.content.upperBound {
      if line.piece[at] == UInt8(ascii: " ") {
        at += 1
        continue
      }
      let start = at
      while at < cell.content.upperBound, line.piece[at] != UInt8(ascii: " ") { at += 1 }
      tokens += 1
      if at - start == 1, line.piece[start] == UInt8(ascii: "=") {
        hasEqualsSign = true
      } else {
        readToken(line, start..<at)
      }
    }
    if tokens == 0 { fault(.notANumber, line, cell) }
    if hasEqualsSign, tokens > 1 { fault(.equalsSignBesideNumbers, line, cell) }
  }

  private mutating func readToken(_ line: Line, _ token: Range<Int>) {
    if let number = wholeNumber(line, token, upTo: style.names), number > 0 {
      return list(number...number, line, token)
    }
    if let dash = line.piece[token].firstIndex(of: UInt8(ascii: "-")) {
      return readRange(line, token, dash)
    }
    fault(misreading(of: line, token), line, at: token.lowerBound, text: token)
  }

  private mutating func readRange(_ line: Line, _ token: Range<Int>, _ dash: Int) {
    let (left, right) = (token.lowerBound..<dash, dash + 1..<token.upperBound)
    guard isDigits(line, left), isDigits(line, right) else {
      return fault(misreading(of: line, token), line, at: token.lowerBound, text: token)
    }
    let ends = [left, right].map { wholeNumber(line, $0, upTo: style.names) ?? 0 }
    if ends[0] == 0 || ends[1] == 0 {
      let wrong = ends[0] == 0 ? left : right
      fault(.numberNotOnList(names: style.names, split: nil), line, at: wrong.lowerBound, text: token)
    } else if ends[0] > ends[1] {
      fault(.backwardRange, line, at: token.lowerBound, text: token)
    } else {
      list(ends[0]...ends[1], line, token)
    }
  }

  private mutating func list(_ numbers: ClosedRange<Int>, _ line: Line, _ token: Range<Int>) {
    var repeated: Int?
    for number in numbers where !listed.insert(number - 1) {
      repeated = repeated ?? number
    }
    if let repeated { fault(.numberRepeated(repeated), line, at: token.lowerBound, text: token) }
  }

  // MARK: What was meant

  private func isDigits(_ line: Line, _ range: Range<Int>) -> Bool {
    !range.isEmpty && line.piece[range].allSatisfy { (0x30...0x39).contains($0) }
  }

  /// What is wrong with a token that is neither a number on the list nor a range, in the words that fit it best.
  private func misreading(of line: Line, _ token: Range<Int>) -> RowFault {
    if isDigits(line, token) {
      return .numberNotOnList(names: style.names, split: spacedApart(line, token))
    }
    // Without a list of the parts: a file may have millions of such tokens.
    let zeroToNine: ClosedRange<UInt8> = 0x30...0x39
    var (commas, dots, slashes, dashes, others, parts) = (0, 0, 0, 0, 0, 0)
    var wasDigit = false
    for byte in line.piece[token] {
      let isDigit = zeroToNine.contains(byte)
      if isDigit, !wasDigit { parts += 1 }
      wasDigit = isDigit
      switch byte {
      case zeroToNine: break
      case UInt8(ascii: ","), UInt8(ascii: ";"): commas += 1
      case UInt8(ascii: "."): dots += 1
      case UInt8(ascii: "/"): slashes += 1
      case UInt8(ascii: "-"): dashes += 1
      default: others += 1
      }
    }
    let marks = commas + dots + slashes + dashes + others
    if zeroToNine.contains(line.piece[token.lowerBound]) {
      if commas == marks { return .listedWithCommas }
      if dots == marks { return parts == 3 ? .changedToDate : .changedToDecimal }
      if slashes == marks || dashes == marks && parts == 3 { return .changedToDate }
    }
    if dashes > 0, names(month: line, token) { return .changedToDate }
    return .notANumber
  }

  /// Whether the token is a day and a month as a spreadsheet writes them: `07-Sep`, `Sep-07`, `7-thg`.
  private func names(month line: Line, _ token: Range<Int>) -> Bool {
    let parts = line.text(token).lowercased().split(separator: "-")
    let months = [
      "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec", "thg", "th",
    ]
    guard (2...3).contains(parts.count) else { return false }
    return parts.contains { part in part.contains { $0.isLetter } && months.contains { part.hasPrefix($0) } }
      && parts.contains { $0.allSatisfy(\.isNumber) }
  }

  /// The digits of a number that is not on the list, spaced apart, where each could be a number: `134` as `1 3 4`.
  private func spacedApart(_ line: Line, _ token: Range<Int>) -> String? {
    let digits = line.piece[token].map { Int($0) - 0x30 }
    guard (2...9).contains(digits.count), digits.allSatisfy({ (1...style.names).contains($0) }),
      Set(digits).count == digits.count
    else { return nil }
    return digits.map(String.init).joined(separator: " ")
  }
}
