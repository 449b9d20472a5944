import CanonicalJSON
import Elections

/// The members of one record of an entry log.
struct EntryRecordMembers {
  private let members: [String: JSONValue]

  init(_ members: [String: JSONValue]) {
    self.members = members
  }

  private static func wrong(_ key: String) -> ReadingFault {
    ReadingFault("mục «\(key)» thiếu hoặc sai", "the member '\(key)' is missing or wrong")
  }

  /// Sees to it that there are these members, beside those of every record, and no others.
  func expect(_ keys: [String]) throws(ReadingFault) {
    guard Set(members.keys) == Set(keys + ["record", "before"]) else {
      throw ReadingFault("dòng thừa hoặc thiếu mục", "the record has members too many or too few")
    }
  }

  func text(_ key: String) throws(ReadingFault) -> String {
    guard case .string(let text)? = members[key] else { throw Self.wrong(key) }
    return text
  }

  func number(_ key: String) throws(ReadingFault) -> Int {
    guard case .integer(let number)? = members[key], (0...mostBallots).contains(number) else {
      throw Self.wrong(key)
    }
    return number
  }

  func bool(_ key: String) throws(ReadingFault) -> Bool {
    guard case .bool(let value)? = members[key] else { throw Self.wrong(key) }
    return value
  }

  func digest(_ key: String) throws(ReadingFault) {
    let hex = try text(key)
    guard hex.utf8.count == 64, hex.allSatisfy({ "0123456789abcdef".contains($0) }) else {
      throw Self.wrong(key)
    }
  }

  /// A minute, `YYYY-MM-DDThh:mmZ`.
  func time() throws(ReadingFault) {
    let at = try text("at")
    let shape = at.map { "0123456789".contains($0) ? "0" : $0 }
    let numbers = at.split { !"0123456789".contains($0) }.compactMap { Int($0) }
    guard String(shape) == "0000-00-00T00:00Z", (1...12).contains(numbers[1]), (1...31).contains(numbers[2]),
      numbers[3] < 24, numbers[4] < 60
    else { throw Self.wrong("at") }
  }

  /// The cells of the marks and of what was declared, as they stand in the mark list; they are written in one way only.
  func cells(_ form: String, names: Int) throws(ReadingFault) -> String {
    guard case .array(let marks)? = members["marks"], marks.count == (form == "strikeOut" ? 1 : 2) else {
      throw Self.wrong("marks")
    }
    var cells: [String] = []
    for mark in marks {
      guard case .string(let text) = mark, Self.isList(text, names: names) else { throw Self.wrong("marks") }
      cells.append(text)
    }
    let declared = try text("invalid")
    guard Self.isDeclared(declared) else { throw Self.wrong("invalid") }
    // Marks are left unread on a ballot that was declared invalid, all of them, and on no other.
    let unread = cells.count { $0.isEmpty }
    guard unread == 0 || unread == cells.count && !declared.isEmpty else { throw Self.wrong("marks") }
    let isQuoted = declared.contains("\"")
    let doubled = declared.split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\"\"")
    return (cells + [isQuoted ? "\"" + doubled + "\"" : declared]).joined(separator: ",")
  }

  /// Nothing, `=`, or rising numbers of the list with a space between.
  private static func isList(_ cell: String, names: Int) -> Bool {
    if cell.isEmpty || cell == "=" { return true }
    let numbers = cell.split(separator: " ", omittingEmptySubsequences: false).compactMap { Int($0) }
    return numbers.allSatisfy { (1...names).contains($0) }
      && zip(numbers, numbers.dropFirst()).allSatisfy { $0 < $1 }
      && numbers.map(String.init).joined(separator: " ") == cell
  }

  /// Grounds as this verifier reads them in a ballot file, in the order of the table with a space between.
  private static func isDeclared(_ cell: String) -> Bool {
    var row = BallotRow(names: 0)
    do throws(ReadingFault) {
      try row.readGrounds(Array(cell.utf8))
    } catch {
      return false
    }
    let words = Grounds.table.enumerated().filter { row.declared.contains(Grounds(rawValue: 1 << $0.offset)) }
      .map {
        $0.element == .other
          ? "other:\"\(String(decoding: row.otherWords, as: UTF8.self))\"" : $0.element.rawValue
      }
    return words.joined(separator: " ") == cell
  }
}
