import Elections
import Faults
import Tallying

/// Rows of the mark list: what a board types from paper.
extension RowReader {
  mutating func readList(_ line: Line, _ columns: [Column?]) {
    var ruling: LineCell?
    var isDeclared = false
    cells.locate(columns.count)
    for (index, column) in columns.enumerated() {
      let cell = cells[index]
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
      case .struck, .chosen, .agree, .disagree: break
      }
    }
    readMarks(line, isDeclared: isDeclared)
    if let serial = row.serial, serial + row.count - 1 > ElectionLimits.count {
      fault(.batchTooLong, line, at: row.serialOffset, text: nil)
    }
    // What the ruling may be depends on everything else.
    if let ruling { readRuling(line, ruling) }
    // Without its bundle, a serial says nothing.
    if row.bundle == nil, hasBundles { row.serial = nil }
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
  private mutating func readMarks(_ line: Line, isDeclared: Bool) {
    let empty = markColumns.count { cells[$0.index].content.isEmpty }
    row.ballot.marksRead = empty == 0
    if empty > 0, !isDeclared || empty < markColumns.count {
      for (index, column) in markColumns where cells[index].content.isEmpty {
        fault(isDeclared ? .halfReadMarks(column) : .emptyMarks(column), line, cells[index])
      }
    }
    for (index, column) in markColumns where !cells[index].content.isEmpty {
      readNumbers(line, cells[index])
      // No mark counts of a row that is no ballot.
      if !rowIsFaulty { take(listed, column) }
    }
  }

  /// Takes the numbers that a cell lists for the marks that its column means.
  private mutating func take(_ listed: CandidateSet, _ column: Column) {
    switch column {
    case .struck:
      row.ballot.inFavour = listed
      row.ballot.inFavour.invert(names: style.names)
    case .chosen, .agree: row.ballot.inFavour = listed
    default: row.ballot.against = listed
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
    misread(line, token)
  }

  private mutating func readRange(_ line: Line, _ token: Range<Int>, _ dash: Int) {
    let (left, right) = (token.lowerBound..<dash, dash + 1..<token.upperBound)
    guard isDigits(line, left), isDigits(line, right) else { return misread(line, token) }
    let first = wholeNumber(line, left, upTo: style.names) ?? 0
    let last = wholeNumber(line, right, upTo: style.names) ?? 0
    if first == 0 || last == 0 {
      let wrong = first == 0 ? left : right
      fault(.numberNotOnList(names: style.names, split: nil), line, at: wrong.lowerBound, text: token)
    } else if first > last {
      fault(.backwardRange, line, at: token.lowerBound, text: token)
    } else {
      list(first...last, line, token)
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

  /// A token is neither a number on the list nor a range.
  private mutating func misread(_ line: Line, _ token: Range<Int>) {
    guard isDigits(line, token) else {
      return fault(misreading(of: line, token), line, at: token.lowerBound, text: token)
    }
    let names = style.names
    fault(.numberNotOnList, line, at: token.lowerBound, text: token) {
      .numberNotOnList(names: names, split: Self.spacedApart(line, token, names: names))
    }
  }

  /// What is wrong with a token that is no number either, in the words that fit it best.
  private func misreading(of line: Line, _ token: Range<Int>) -> RowFault {
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
  private static func spacedApart(_ line: Line, _ token: Range<Int>, names: Int) -> String? {
    let digits = line.piece[token].map { Int($0) - 0x30 }
    guard (2...9).contains(digits.count), digits.allSatisfy({ (1...names).contains($0) }),
      Set(digits).count == digits.count
    else { return nil }
    return digits.map(String.init).joined(separator: " ")
  }
}
