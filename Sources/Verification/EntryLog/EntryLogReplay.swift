import CanonicalJSON

/// What an entry log comes to when its records are followed one by one: the mark list that must lie beside it.
struct EntryLogReplay {
  /// The id of the contest, and the digest of its list, as the log was opened for.
  private(set) var contest = ""
  private(set) var listDigest = ""
  /// Names on the ballot, and seats, likewise.
  private(set) var names = 0
  private(set) var seats = 0

  private struct Bundle {
    var number: Int
    var expected: Int
    var last = 0
    var isClosed = false
    /// The cells behind the serial.
    var rows: [(serial: Int, cells: String)] = []
  }

  private var bundles: [Bundle] = []
  private(set) var form = ""
  private var isRehearsal = false
  private var bundleSize = 0
  private var firstBundle = 0
  private var isOpen = false
  private var isEnded = false
  private let most: Int

  /// - Parameter most: more ballots than this cannot come to the mark list.
  init(_ lines: EntryLogLines, most: Int) throws(ReadingFault) {
    self.most = most
    for (index, members) in lines.records.enumerated() {
      do throws(ReadingFault) {
        try take(EntryRecordMembers(members))
      } catch {
        var fault = error
        fault.line = index + 2
        throw fault
      }
    }
    guard isOpen else { throw ReadingFault("nhật ký chưa mở", "the log was not opened", line: 2) }
  }

  /// The bytes of the mark list.
  var list: [UInt8] {
    let marks = form == "strikeOut" ? "struck" : "agree,disagree"
    var text = "bundle,serial,\(marks),invalid\(isRehearsal ? ",rehearsal" : "")\n"
    for bundle in bundles {
      for row in bundle.rows {
        text += "\(bundle.number),\(row.serial),\(row.cells)\(isRehearsal ? "," : "")\n"
      }
    }
    return Array(text.utf8)
  }

  private var total: Int { bundles.reduce(0) { $0 + $1.rows.count } }

  // MARK: Records

  private mutating func take(_ record: EntryRecordMembers) throws(ReadingFault) {
    let kind = try record.text("record")
    if kind == "open" { return try open(record) }
    guard isOpen, !isEnded || kind == "resume" else { throw Self.outOfTurn }
    switch kind {
    case "ballot": try ballot(record)
    case "correction":
      try record.expect(["bundle", "serial", "marks", "invalid"])
      let (bundle, row) = try place(record)
      bundles[bundle].rows[row].cells = try record.cells(form, names: names)
    case "withdrawal":
      try record.expect(["bundle", "serial"])
      let (bundle, row) = try place(record)
      guard bundle == bundles.count - 1, !bundles[bundle].isClosed else { throw Self.outOfTurn }
      bundles[bundle].rows.remove(at: row)
    case "check": try check(record)
    case "resume":
      try record.expect(["dropped", "program", "at"])
      _ = try (record.number("dropped"), record.text("program"), record.time())
      isEnded = false
    case "close":
      try record.expect(["ballots", "at"])
      try record.time()
      guard try record.number("ballots") == total else { throw Self.wrongNumber }
      isEnded = true
    default: throw ReadingFault("không có loại dòng này", "there is no such record")
    }
  }

  private mutating func open(_ record: EntryRecordMembers) throws(ReadingFault) {
    try record.expect([
      "at", "contest", "form", "names", "seats", "list", "election", "bundleSize", "firstBundle", "station",
      "rehearsal", "program",
    ])
    guard !isOpen else { throw Self.outOfTurn }
    contest = try record.text("contest")
    listDigest = try record.text("list")
    form = try record.text("form")
    (names, seats) = try (record.number("names"), record.number("seats"))
    _ = try (record.text("station"), record.text("program"), record.digest("election"), record.time())
    isRehearsal = try record.bool("rehearsal")
    bundleSize = try record.number("bundleSize")
    firstBundle = try record.number("firstBundle")
    isOpen = true
  }

  private mutating func ballot(_ record: EntryRecordMembers) throws(ReadingFault) {
    try record.expect(["bundle", "serial", "times", "marks", "invalid"])
    if bundles.last?.isClosed ?? true {
      let number = bundles.last.map { $0.number + 1 } ?? firstBundle
      bundles.append(Bundle(number: number, expected: bundleSize))
    }
    let at = bundles.count - 1
    let (number, serial, times) = try (
      record.number("bundle"), record.number("serial"), record.number("times")
    )
    guard number == bundles[at].number, serial == bundles[at].last + 1, times > 0,
      times <= bundles[at].expected - bundles[at].rows.count
    else { throw Self.outOfTurn }
    guard times <= most - total else { throw Self.wrongNumber }
    let cells = try record.cells(form, names: names)
    for _ in 0..<times {
      bundles[at].last += 1
      bundles[at].rows.append((bundles[at].last, cells))
    }
  }

  private mutating func check(_ record: EntryRecordMembers) throws(ReadingFault) {
    try record.expect(["bundle", "entered", "papers", "at"])
    try record.time()
    let papers = try record.number("papers")
    guard let at = bundles.indices.last, !bundles[at].isClosed,
      try record.number("bundle") == bundles[at].number
    else { throw Self.outOfTurn }
    guard try record.number("entered") == bundles[at].rows.count else { throw Self.wrongNumber }
    bundles[at].isClosed = papers == bundles[at].rows.count
    bundles[at].expected = papers
  }

  private func place(_ record: EntryRecordMembers) throws(ReadingFault) -> (bundle: Int, row: Int) {
    let (number, serial) = try (record.number("bundle"), record.number("serial"))
    guard let bundle = bundles.firstIndex(where: { $0.number == number }),
      let row = bundles[bundle].rows.firstIndex(where: { $0.serial == serial })
    else { throw ReadingFault("không có phiếu này", "there is no such ballot") }
    return (bundle, row)
  }

  private static var outOfTurn: ReadingFault {
    ReadingFault("dòng không thể đứng sau các dòng trên", "the record cannot follow those above")
  }

  private static var wrongNumber: ReadingFault {
    ReadingFault("số phiếu không đúng", "the number of ballots is another")
  }
}

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
    let numbers = cell.split(separator: " ", omittingEmptySubsequences: false).map { Int($0) ?? 0 }
    return numbers.allSatisfy { (1...max(1, names)).contains($0) }
      && zip(numbers, numbers.dropFirst()).allSatisfy { $0 < $1 }
      && numbers.map(String.init).joined(separator: " ") == cell
  }

  /// Grounds in the order of the table, each once, the board's own words last.
  private static func isDeclared(_ cell: String) -> Bool {
    let grounds = ["notIssued", "outsider", "marked", "signed"]
    let start = cell.start(of: "other:\"")
    var words = (start.map { cell[..<$0] } ?? cell[...]).split(
      separator: " ", omittingEmptySubsequences: false)
    if let start {
      let said = cell[start...].dropFirst(7)
      guard said.count > 1, said.last == "\"", !said.dropLast().contains("\"") else { return false }
      // What stands before ends in a space.
      if start > cell.startIndex, words.popLast() != "" { return false }
    }
    if words == [""] { words = [] }
    let places = words.map { word in grounds.firstIndex { $0 == word } ?? -1 }
    return places.allSatisfy { $0 >= 0 } && zip(places, places.dropFirst()).allSatisfy { $0 < $1 }
  }
}

extension String {
  /// Where `words` begin.
  fileprivate func start(of words: String) -> String.Index? {
    indices.first { self[$0...].hasPrefix(words) }
  }
}
