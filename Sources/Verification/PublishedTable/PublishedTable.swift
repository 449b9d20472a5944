import Elections
public import Faults

/// A table of votes and shares as a newspaper or minutes printed it.
///
/// A CSV file with a header: `name`, `votes`, `percent` and perhaps `base`, or `họ và tên`, `phiếu`, `tỷ lệ`, `tính trên`, in any order.
/// Other columns are left alone. The separator is `,`, `;` or a tab, whichever the header has; cells may be quoted.
public struct PublishedTable: Sendable {
  /// A row: what is printed of one person.
  public struct Row: Sendable, Equatable {
    /// The line of the file, from 1.
    public let line: Int
    public let name: String
    public let votes: Int
    let share: PublishedShare
    /// The number that the share is of; `nil` where the table does not say.
    public let base: Int?
  }

  public let rows: [Row]

  enum Column: CaseIterable {
    case name, votes, percent, base

    var names: [String] {
      switch self {
      case .name: ["name", "họ và tên", "họ tên"]
      case .votes: ["votes", "phiếu", "số phiếu"]
      case .percent: ["percent", "tỷ lệ", "tỉ lệ"]
      case .base: ["base", "tính trên", "tổng số"]
      }
    }
  }

  /// Reads the file.
  ///
  /// - Parameters:
  ///   - bytes: the file's bytes, UTF-8.
  ///   - file: its name in faults.
  /// - Throws: all faults of the file.
  public init(_ bytes: [UInt8], file: String) throws(PublishedTableFaults) {
    var log = FaultLog()
    func fault(_ kind: PublishedTableFault, line: Int? = nil, _ text: String? = nil) {
      log.append(Fault(kind, at: FaultPlace(file: file, line: line), text: text))
    }
    let content = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? Array(bytes.dropFirst(3)) : bytes
    guard let text = String(validating: content, as: UTF8.self) else {
      fault(.notUTF8)
      throw PublishedTableFaults(faults: log)
    }
    let lines = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
    let header = lines.first.map(String.init) ?? ""
    let separator = ["\t", ";", ","].first { header.contains($0) }.map(Character.init) ?? ","
    let names = Self.cells(header, separator) ?? []
    let places = Column.allCases.map { column in
      names.firstIndex { column.names.contains($0.lowercased()) }
    }
    for (column, place) in zip(Column.allCases, places) where place == nil && column != .base {
      fault(.missingColumn(column.names[0], column.names[1]), line: 1, header)
    }
    guard log.isEmpty, let name = places[0], let votes = places[1], let percent = places[2] else {
      throw PublishedTableFaults(faults: log)
    }
    var rows: [Row] = []
    for (index, line) in lines.enumerated().dropFirst() where !line.allSatisfy(\.isWhitespace) {
      guard let cells = Self.cells(String(line), separator), cells.count == names.count else {
        fault(.otherCells, line: index + 1, String(line))
        continue
      }
      let base = places[3].map { cells[$0] }
      let row = Row(
        line: index + 1, name: cells[name], votes: Self.count(cells[votes]) ?? -1,
        share: PublishedShare(cells[percent]) ?? PublishedShare(0, of: 1, decimals: 0),
        base: base.flatMap { $0.isEmpty ? nil : Self.count($0) })
      if row.votes < 0 { fault(.notACount, line: index + 1, cells[votes]) }
      if PublishedShare(cells[percent]) == nil { fault(.notAShare, line: index + 1, cells[percent]) }
      if let base, !base.isEmpty, row.base ?? 0 == 0 { fault(.notACount, line: index + 1, base) }
      rows.append(row)
    }
    if rows.isEmpty, log.isEmpty { fault(.noRow) }
    if !log.isEmpty { throw PublishedTableFaults(faults: log) }
    self.rows = rows
  }

  /// The cells of a line; `nil` where a quote is not closed.
  private static func cells(_ line: String, _ separator: Character) -> [String]? {
    var cells = [""]
    var isQuoted = false
    var wasQuote = false
    for character in line {
      if isQuoted, character == "\"", !wasQuote {
        wasQuote = true
      } else if isQuoted, wasQuote, character != "\"" {
        (isQuoted, wasQuote) = (false, false)
        if character == separator { cells.append("") } else { return nil }
      } else if isQuoted {
        cells[cells.count - 1].append(character)
        wasQuote = false
      } else if character == separator {
        cells.append("")
      } else if character == "\"", cells[cells.count - 1].isEmpty {
        isQuoted = true
      } else {
        cells[cells.count - 1].append(character)
      }
    }
    if isQuoted, !wasQuote { return nil }
    return cells.map { cell in
      String(cell.drop(while: \.isWhitespace).reversed().drop(while: \.isWhitespace).reversed())
    }
  }

  /// A whole number up to 10^12; a point or comma may stand between thousands.
  private static func count(_ text: String) -> Int? {
    let groups = text.split(omittingEmptySubsequences: false) { $0 == "." || $0 == "," }
    // What stands behind nothing or a zero is a fraction, and no thousands.
    let areThousands =
      groups.count == 1
      || (1...3).contains(groups[0].utf8.count) && !groups[0].hasPrefix("0")
        && groups.dropFirst().allSatisfy { $0.utf8.count == 3 }
    let digits = groups.joined()
    guard areThousands, (1...13).contains(digits.utf8.count), digits.utf8.allSatisfy({ 0x30...0x39 ~= $0 }),
      let count = Int(digits), count <= ElectionLimits.count
    else { return nil }
    return count
  }
}

/// What is wrong with the file of a published table.
public struct PublishedTableFaults: Error, Sendable {
  public let faults: FaultLog
}
