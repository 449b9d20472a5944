import TestSupport

/// Ballot files in all the ways in which they may be written.
struct RandomBallots {
  var random: SeededGenerator
  let names: Int
  let seats: Int

  private var isStrikeOut: Bool { names > seats }

  init(random: SeededGenerator, names: Int, seats: Int) {
    self.random = random
    self.names = names
    self.seats = seats
  }

  private mutating func pick<T>(_ values: [T]) -> T {
    values[Int.random(in: 0..<values.count, using: &random)]
  }

  /// The names that a voter is in favour of; often the first ones, so that majorities come about.
  private mutating func favoured() -> [Int] {
    if random.happens(1, outOf: 10) { return [] }
    if random.happens(1, outOf: 10) { return Array(1...names) }
    let count = Int.random(in: 1...max(1, min(names, seats)), using: &random)
    let people = random.happens(2, outOf: 3) ? Array(1...names) : Array(1...names).shuffled(using: &random)
    return people.prefix(count).sorted()
  }

  private mutating func declared() -> String {
    guard random.happens(1, outOf: 8) else { return "" }
    let grounds = ["notIssued", "outsider", "marked", "signed", "other:\"rách, bẩn\"", "other:\"ướt\""]
    let first = pick(grounds)
    let second = pick(grounds)
    let isOne = first == second || first.hasPrefix("other") && second.hasPrefix("other")
    return isOne || random.happens(1, outOf: 2) ? first : first + "  " + second
  }

  // MARK: Files

  mutating func matrix(_ count: Int) -> [UInt8] {
    let hasSerial = random.happens(1, outOf: 3)
    let hasInvalid = random.happens(1, outOf: 2)
    var rows = [
      (hasSerial ? ["serial"] : []) + (hasInvalid ? ["không hợp lệ"] : []) + (1...names).map(String.init)
    ]
    for serial in serials(count) {
      let favoured = favoured()
      let cells = (1...names).map { name in
        if isStrikeOut { return favoured.contains(name) ? "1" : "0" }
        return favoured.contains(name) ? (random.happens(1, outOf: 12) ? "b" : "1") : pick(["0", "0", "n"])
      }
      rows.append((hasSerial ? [String(serial)] : []) + (hasInvalid ? [declared()] : []) + cells)
    }
    return file(rows)
  }

  mutating func list(_ count: Int) -> [UInt8] {
    let hasSerial = random.happens(1, outOf: 3)
    let hasCount = random.happens(1, outOf: 3)
    let isChosen = random.happens(1, outOf: 2)
    let marks =
      isStrikeOut
      ? [isChosen ? pick(["chosen", "BẦU"]) : pick(["struck", "Gạch"])] : ["agree", "không đồng ý"]
    var rows = [
      (hasSerial ? ["số phiếu"] : []) + marks + ["invalid", "ruling"] + (hasCount ? ["count"] : [])
    ]
    var left = count
    var serials = serials(10 * count + 10).makeIterator()
    while left > 0 {
      let alike = hasCount ? Int.random(in: 1...min(3, left), using: &random) : 1
      left -= alike
      var row = self.row(isChosen)
      // A batch takes consecutive serials.
      let first = serials.next() ?? 0
      for _ in 1..<alike { _ = serials.next() }
      if hasSerial { row.insert(String(first), at: 0) }
      if hasCount { row.append("0" + String(alike)) }
      rows.append(row)
    }
    return file(rows)
  }

  /// Marks, what was declared, the ruling.
  private mutating func row(_ isChosen: Bool) -> [String] {
    let favoured = favoured()
    let declared = declared()
    if !declared.isEmpty, random.happens(1, outOf: 2) {
      return Array(repeating: "", count: isStrikeOut ? 1 : 2) + [declared, ""]
    }
    if isStrikeOut {
      let struck = (1...names).filter { !favoured.contains($0) }
      return [cell(isChosen ? favoured : struck), declared, ""]
    }
    let against = (1...names).filter {
      !favoured.contains($0) && random.happens(2, outOf: 3) || random.happens(1, outOf: 15)
    }
    let hasVote = favoured.contains { !against.contains($0) }
    let canRule = names > 1 && !hasVote && declared.isEmpty
    let ruling =
      canRule && random.happens(1, outOf: 2) ? pick(["valid:\"đồng ý\"", "valid:\"phiếu, hợp lệ\""]) : ""
    return [cell(favoured), cell(against), declared, ruling]
  }

  /// Numbers as people write them: in any order, with ranges, zeros and spaces.
  private mutating func cell(_ numbers: [Int]) -> String {
    if numbers.isEmpty { return pick(["=", "=", " = "]) }
    if let first = numbers.first, let last = numbers.last, last - first == numbers.count - 1, last > first,
      random.happens(1, outOf: 2)
    {
      return "\(first)-\(last)"
    }
    return numbers.shuffled(using: &random).map { pick(["", "0"]) + String($0) }.joined(
      separator: pick([" ", "  "]))
  }

  /// Numbers that rise, fall or jump, without repetition.
  private mutating func serials(_ count: Int) -> [Int] {
    let start = Int.random(in: 0...1_000_000_000, using: &random)
    return (0..<max(count, 1)).map { start + $0 }
  }

  /// The rows as a file of one of the kinds that can be read.
  private mutating func file(_ rows: [[String]]) -> [UInt8] {
    let separator = pick([",", ";", "\t"])
    let lineEnd = pick(["\n", "\r\n"])
    let lines = rows.map { row in
      row.map { cell in
        let mustQuote = cell.contains(separator) || cell.contains("\"")
        return mustQuote || random.happens(1, outOf: 12)
          ? "\"" + cell.replacing("\"", with: "\"\"") + "\"" : cell
      }.joined(separator: separator)
    }
    var text = random.happens(1, outOf: 6) ? "sep=\(separator)" + lineEnd : ""
    text += lines.joined(separator: lineEnd) + pick(["", lineEnd, lineEnd + lineEnd])
    switch Int.random(in: 0..<8, using: &random) {
    case 0: return [0xFF, 0xFE] + text.utf16.flatMap { [UInt8(truncatingIfNeeded: $0), UInt8($0 >> 8)] }
    case 1: return [0xEF, 0xBB, 0xBF] + Array(text.utf8)
    default: return Array(text.utf8)
    }
  }
}
