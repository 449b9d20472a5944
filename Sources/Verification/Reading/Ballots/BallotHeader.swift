import Elections
import Faults

/// The first line of a ballot file: which column holds what.
struct BallotHeader: Equatable {
  /// What a column holds.
  enum Column: Equatable {
    case bundle, serial, struck, chosen, agree, disagree, invalid, count, ruling, rehearsal
    /// A name of a matrix, by its index.
    case name(Int)
  }

  /// In the order of the file.
  var columns: [Column]
  /// `nil` where there is one column only.
  var separator: UInt8?

  static let separators = [UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: "\t")]

  private static let names: [(english: String, vietnamese: String, column: Column)] = [
    ("bundle", "xấp", .bundle), ("serial", "số phiếu", .serial), ("struck", "gạch", .struck),
    ("chosen", "bầu", .chosen), ("agree", "đồng ý", .agree), ("disagree", "không đồng ý", .disagree),
    ("invalid", "không hợp lệ", .invalid), ("count", "số lượng", .count), ("ruling", "phán quyết", .ruling),
    ("rehearsal", "kiểm thử", .rehearsal),
  ]

  /// The separator that a line `sep=;` names; `nil` for any other line.
  static func separatorNamed(by line: Span<UInt8>) -> UInt8? {
    guard line.count == 5 else { return nil }
    for (at, letter) in "sep=".utf8.enumerated()
    where line[at] | (letter == UInt8(ascii: "=") ? 0 : 0x20) != letter {
      return nil
    }
    return separators.contains(line[4]) ? line[4] : nil
  }

  /// - Parameters:
  ///   - line: the header.
  ///   - stated: the separator that a line before named.
  ///   - ballots: the papers that the file should be of.
  init(_ line: Span<UInt8>, separator stated: UInt8?, _ ballots: Ballots) throws(ReadingFault) {
    var bytes: [UInt8] = []
    for at in line.indices { bytes.append(line[at]) }
    let text = String(decoding: bytes, as: UTF8.self)
    guard Array(text.utf8) == bytes else {
      throw ReadingFault("dòng tiêu đề không phải UTF-8", "the header is not UTF-8")
    }
    let chosen = stated ?? Self.likeliest(bytes, ballots)
    var columns: [Column] = []
    for cell in Self.cells(bytes, chosen) {
      guard let column = Self.column(cell) else {
        throw ReadingFault(
          "dòng tiêu đề có cột lạ: «\(visible(cell))»", "the header has an unknown column: «\(visible(cell))»"
        )
      }
      if columns.contains(column) {
        throw ReadingFault(
          "dòng tiêu đề có cột «\(visible(cell))» hai lần",
          "the header has the column «\(visible(cell))» twice")
      }
      columns.append(column)
    }
    self.columns = columns
    separator = columns.count > 1 ? chosen : nil
    try isMatrix ? checkMatrix(ballots) : checkList(ballots)
  }

  /// Whether the file has a column for each name.
  var isMatrix: Bool {
    columns.contains { if case .name = $0 { true } else { false } }
  }

  /// The separator that makes the most cells names of columns or numbers.
  private static func likeliest(_ line: [UInt8], _ ballots: Ballots) -> UInt8 {
    var best = (separator: separators[0], known: -1)
    for separator in separators {
      let known = cells(line, separator).count { column($0) != nil }
      if known > best.known { best = (separator, known) }
    }
    return best.separator
  }

  /// The cells without spaces around them, and without quotes around what is then left.
  private static func cells(_ line: [UInt8], _ separator: UInt8) -> [String] {
    line.split(separator: separator, omittingEmptySubsequences: false).map { cell in
      var name = cell.drop { $0 == 0x20 }
      while name.last == 0x20 { name.removeLast() }
      if name.count >= 2, name.first == quote, name.last == quote { name = name.dropFirst().dropLast() }
      return String(decoding: name, as: UTF8.self)
    }
  }

  private static func column(_ cell: String) -> Column? {
    if let number = Numerals.number(Array(cell.utf8).span, upTo: ElectionLimits.candidates) {
      return number > 0 ? .name(number - 1) : nil
    }
    let name = cell.lowercased()
    return names.first { $0.english == name || $0.vietnamese == name }?.column
  }

  private func checkMatrix(_ ballots: Ballots) throws(ReadingFault) {
    let front = columns.prefix { $0 == .serial || $0 == .invalid }
    let numbers = (0..<ballots.names).map { Column.name($0) }
    guard Array(columns.dropFirst(front.count)) == numbers else {
      throw ReadingFault(
        "tiêu đề ma trận phải là serial và invalid (nếu có), rồi các số 1 đến \(ballots.names) theo thứ tự",
        "the header of a matrix must be serial and invalid, if any, then the numbers 1 to \(ballots.names) in order"
      )
    }
  }

  private func checkList(_ ballots: Ballots) throws(ReadingFault) {
    let marks = columns.filter { [.struck, .chosen, .agree, .disagree].contains($0) }
    let isRight =
      switch ballots.form {
      case .strikeOut: marks == [.struck] || marks == [.chosen]
      case .agreeDisagree: marks == [.agree, .disagree] || marks == [.disagree, .agree]
      }
    guard isRight else {
      throw ReadingFault(
        "các cột đánh dấu không đúng với loại phiếu của cuộc bầu",
        "the columns of marks are not those of the contest's form of ballot")
    }
  }
}

let quote = UInt8(ascii: "\"")
