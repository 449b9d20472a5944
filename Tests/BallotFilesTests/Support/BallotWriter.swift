import Elections
import Foundation
import Tallying
import TestSupport

/// Writes ballots as a board or a machine could, in a random dialect.
struct BallotWriter {
  enum Layout: CaseIterable, Sendable { case struck, chosen, agree, matrix }

  let style: BallotStyle
  let layout: Layout
  /// The serial of the first ballot; files of one contest must not share serials.
  var firstSerial = 1
  private var random: SeededGenerator
  private let separator: String
  private let lineEnd: String
  private let quotesAll: Bool
  /// Columns beside the marks, in the order of the cells; those that the layout or the form does not have are left out.
  private let columns: [String]

  init(_ style: BallotStyle, _ layout: Layout, seed: UInt64) {
    self.style = style
    self.layout = layout
    var random = SeededGenerator(seed: seed)
    separator = [",", ";", "\t"].randomElement(using: &random) ?? ","
    lineEnd = ["\n", "\r\n"].randomElement(using: &random) ?? "\n"
    quotesAll = random.happens(1, outOf: 4)
    let marks =
      switch layout {
      case .struck: ["struck"]
      case .chosen: ["chosen"]
      case .agree: ["agree", "disagree", "ruling"]
      case .matrix: [String]()
      }
    let others = layout == .matrix ? ["serial", "invalid"] : ["bundle", "serial", "invalid", "count"]
    columns = (marks + others).shuffled(using: &random)
    self.random = random
  }

  /// Whether the layout can say what is on the ballot.
  func canWrite(_ ballot: Ballot) -> Bool {
    layout != .matrix || (ballot.marksRead && !ballot.ruledValid)
  }

  /// The bytes of a file, with each ballot as often as its count says.
  mutating func file(_ ballots: [(ballot: Ballot, count: Int)]) -> [UInt8] {
    var lines = [header()]
    var serial = firstSerial
    for (ballot, count) in ballots {
      // The matrix has no counts: its rows are repeated.
      for _ in 0..<(layout == .matrix ? count : 1) {
        lines.append(row(ballot, count, serial))
        serial += layout == .matrix ? 1 : count
      }
    }
    if random.happens(1, outOf: 6) { lines.insert("sep=" + separator, at: 0) }
    let text = lines.joined(separator: lineEnd) + (random.happens(1, outOf: 2) ? lineEnd : "")
    switch Int.random(in: 0..<4, using: &random) {
    case 0: return [0xFF, 0xFE] + text.utf16.flatMap { [UInt8(truncatingIfNeeded: $0), UInt8($0 >> 8)] }
    case 1: return [0xEF, 0xBB, 0xBF] + Array(text.utf8)
    default: return Array(text.utf8)
    }
  }

  private mutating func header() -> String {
    let vietnamese = [
      "bundle": "xấp", "serial": "số phiếu", "struck": "gạch", "chosen": "bầu", "agree": "đồng ý",
      "disagree": "không đồng ý", "invalid": "không hợp lệ", "count": "số lượng", "ruling": "phán quyết",
    ]
    let numbers = layout == .matrix ? (1...style.names).map(String.init) : []
    let names = columns.map { column in
      var name = random.happens(1, outOf: 2) ? vietnamese[column] ?? column : column
      if random.happens(1, outOf: 3) { name = name.uppercased() }
      if random.happens(1, outOf: 3) { name = name.decomposedStringWithCanonicalMapping }
      return name
    }
    return (names + numbers).map { cell($0) }.joined(separator: separator)
  }

  private mutating func row(_ ballot: Ballot, _ count: Int, _ serial: Int) -> String {
    var cells: [String] = []
    for column in columns {
      switch column {
      case "bundle": cells.append(String(serial / 1000))
      case "serial": cells.append((random.happens(1, outOf: 5) ? "00" : "") + String(serial))
      case "count": cells.append(String(count))
      case "invalid": cells.append(grounds(ballot))
      case "ruling": cells.append(ballot.ruledValid ? "valid:\"lời của ban\"" : "")
      default: cells.append(ballot.marksRead ? numbers(marked(ballot, column)) : "")
      }
    }
    if layout == .matrix { cells += (0..<style.names).map { mark(ballot, $0) } }
    return cells.map { cell($0) }.joined(separator: separator)
  }

  private func cell(_ content: String) -> String {
    let needsQuotes = content.contains("\"") || content.contains(separator)
    return quotesAll || needsQuotes ? "\"" + content.replacing("\"", with: "\"\"") + "\"" : content
  }

  private mutating func grounds(_ ballot: Ballot) -> String {
    InvalidityGround.allCases.filter { ballot.declared.contains($0) }.shuffled(using: &random)
      .map { $0 == .other ? "other:\"rách, nát\"" : $0.rawValue }.joined(separator: " ")
  }

  private func marked(_ ballot: Ballot, _ column: String) -> [Int] {
    (0..<style.names).filter { name in
      switch column {
      case "struck": !ballot.inFavour.contains(name)
      case "disagree": ballot.against.contains(name)
      default: ballot.inFavour.contains(name)
      }
    }.map { $0 + 1 }
  }

  private func mark(_ ballot: Ballot, _ name: Int) -> String {
    switch (ballot.inFavour.contains(name), ballot.against.contains(name)) {
    case (true, true): "b"
    case (true, false): "1"
    case (false, true): "0"
    case (false, false): style.form == .strikeOut ? "0" : "n"
    }
  }

  /// Numbers and ranges in any order; neighbours are joined now and then.
  private mutating func numbers(_ all: [Int]) -> String {
    guard !all.isEmpty else { return "=" }
    var ranges: [ClosedRange<Int>] = []
    for number in all {
      if let last = ranges.last, last.upperBound == number - 1, random.happens(2, outOf: 3) {
        ranges[ranges.count - 1] = last.lowerBound...number
      } else {
        ranges.append(number...number)
      }
    }
    if random.happens(1, outOf: 4) { ranges.shuffle(using: &random) }
    return ranges.map { range in
      let first = (random.happens(1, outOf: 9) ? "0" : "") + String(range.lowerBound)
      return range.count == 1 ? first : first + "-" + String(range.upperBound)
    }.joined(separator: random.happens(1, outOf: 5) ? "  " : " ")
  }
}
