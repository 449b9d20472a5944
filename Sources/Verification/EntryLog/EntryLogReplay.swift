import CanonicalJSON
import Elections

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

    /// Where the row of a serial stands, halving what is left.
    func row(_ serial: Int) -> Int? {
      var (low, high) = (0, rows.count)
      while low < high {
        let middle = (low + high) / 2
        if rows[middle].serial < serial { low = middle + 1 } else { high = middle }
      }
      return low < rows.count && rows[low].serial == serial ? low : nil
    }
  }

  private var bundles: [Bundle] = []
  private(set) var form = ""
  private var isRehearsal = false
  private var bundleSize = 0
  private var firstBundle = 0
  private var isOpen = false
  private var isEnded = false
  private let most: Int
  private var total = 0

  /// The most papers of a bundle, and the most ballots of a list.
  private static let (mostPapers, mostBallots) = (10_000, 1_000_000)

  /// - Parameter most: more ballots than this cannot come to the mark list.
  init(_ lines: EntryLogLines, most: Int) throws(ReadingFault) {
    self.most = min(most, Self.mostBallots)
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
      total -= 1
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
    guard (1...Self.mostPapers).contains(bundleSize), (1...ElectionLimits.candidates).contains(names),
      (1...names).contains(seats), form == Ballots.form(names: names, seats: seats).rawValue
    else { throw Self.wrongNumber }
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
    total += times
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
    guard try record.number("entered") == bundles[at].rows.count, papers <= Self.mostPapers else {
      throw Self.wrongNumber
    }
    bundles[at].isClosed = papers == bundles[at].rows.count
    bundles[at].expected = papers
  }

  private func place(_ record: EntryRecordMembers) throws(ReadingFault) -> (bundle: Int, row: Int) {
    let (number, serial) = try (record.number("bundle"), record.number("serial"))
    // Bundles follow each other, and serials rise.
    let bundle = number - firstBundle
    guard bundles.indices.contains(bundle), let row = bundles[bundle].row(serial) else {
      throw ReadingFault("không có phiếu này", "there is no such ballot")
    }
    return (bundle, row)
  }

  private static var outOfTurn: ReadingFault {
    ReadingFault("dòng không thể đứng sau các dòng trên", "the record cannot follow those above")
  }

  private static var wrongNumber: ReadingFault {
    ReadingFault("số phiếu không đúng", "the number of ballots is another")
  }
}
