import Elections
import Faults
import Tallying
import TestSupport
import Testing

@testable import BallotFiles

/// Rows with serials, and which of them repeat a serial, found by a plain dictionary.
struct SerialRows {
  struct Row {
    var bundle: Int?
    var first: Int
    var count: Int
    var file: Int
    var line: Int
    var isFaulty: Bool
  }

  var rows: [Row] = []

  /// - Parameter spread: serials lie between 0 and this.
  init(seed: UInt64, count: Int, spread: Int) {
    var random = SeededGenerator(seed: seed)
    var (file, line, next) = (0, 1, 0)
    let hasBundles = random.happens(1, outOf: 2)
    let oddness = Int.random(in: 2...12, using: &random)
    for _ in 0..<count {
      if random.happens(1, outOf: 30) { (file, line) = (file + 1, 1) }
      line += random.happens(1, outOf: 15) ? 2 : 1
      if random.happens(1, outOf: oddness) { next = Int.random(in: 0...spread, using: &random) }
      // Lines whose serials were not read.
      if random.happens(1, outOf: 8) {
        let missing = Int.random(in: 1...3, using: &random)
        (line, next) = (line + missing, next + missing)
      }
      let batch = random.happens(1, outOf: 6) ? Int.random(in: 2...9, using: &random) : 1
      let isFaulty = random.happens(1, outOf: 20)
      rows.append(
        Row(
          bundle: hasBundles ? Int.random(in: 0...1, using: &random) : nil, first: next,
          count: isFaulty ? 1 : batch,
          file: file, line: line, isFaulty: isFaulty))
      next += isFaulty ? 1 : batch
    }
  }

  /// The repeated serials of each row, with the index of the row that has each first.
  var repeated: [(row: Int, serials: [(serial: Int, earlier: Int)])] {
    var owners: [String: Int] = [:]
    var found: [(row: Int, serials: [(serial: Int, earlier: Int)])] = []
    for (index, row) in rows.enumerated() {
      var mine: [(serial: Int, earlier: Int)] = []
      for serial in row.first..<row.first + row.count {
        let key = "\(row.bundle ?? -1)/\(serial)"
        if let owner = owners[key] { mine.append((serial, owner)) } else { owners[key] = index }
      }
      if !mine.isEmpty { found.append((index, mine)) }
    }
    return found
  }

  var runs: [SerialRun] {
    rows.map {
      SerialRun(
        bundle: $0.bundle, first: $0.first, last: $0.first + $0.count - 1, file: $0.file, line: $0.line,
        column: 1, isLineByLine: $0.count == 1)
    }
  }
}

@Suite("Serial numbers that occur twice")
struct SerialLedgerTests {
  @Test("Random runs against a plain dictionary", arguments: 1...300)
  func dictionary(seed: UInt64) {
    let rows = SerialRows(seed: seed, count: 120, spread: seed % 2 == 0 ? 80 : 2000)
    let expected = rows.repeated.flatMap { found in
      found.serials.map { Found(rows, found.row, $0.serial, $0.earlier) }
    }
    var random = SeededGenerator(seed: seed)
    for _ in 0..<3 {
      var ledger = SerialLedger()
      for piece in Self.pieces(rows, &random) { ledger.append(piece.runs, faulty: piece.faulty) }
      switch ledger.verdict() {
      case .unique: #expect(expected.isEmpty)
      case .tooManyInDisorder: Issue.record("a hundred rows are not too many")
      case .repeated(let repetitions):
        #expect(repetitions.flatMap(Found.all).sorted() == expected.sorted())
        let rowsAtFault = repetitions.map(\.rows).reduce(0, +)
        #expect(rowsAtFault == rows.repeated.count)
        let faultyBesides = repetitions.filter(\.run.isFaulty).map(\.rows).reduce(0, +)
        #expect(faultyBesides == rows.repeated.count { rows.rows[$0.row].isFaulty })
      }
    }
  }

  @Test("Rows of files against a plain dictionary", arguments: 1...60)
  func files(seed: UInt64) {
    var rows = SerialRows(seed: seed, count: 80, spread: 100)
    // Empty lines would be faults of their own.
    for index in rows.rows.indices {
      let isFirst = index == 0 || rows.rows[index - 1].file != rows.rows[index].file
      rows.rows[index].line = isFirst ? 2 : rows.rows[index - 1].line + 1
    }
    var input = BallotInput(BallotStyle(names: 3, seats: 1), [])
    for file in 0...(rows.rows.last?.file ?? 0) {
      let lines = rows.rows.filter { $0.file == file }.map { row in
        "\(row.bundle.map { "\($0)," } ?? "")\(row.first),\(row.isFaulty ? "x" : "1 2"),\(row.count)\n"
      }
      let header = (rows.rows[0].bundle == nil ? "" : "bundle,") + "serial,struck,count\n"
      input.files.append(.init(name: "\(file)", bytes: Array((header + lines.joined()).utf8)))
    }
    let reading = input.read()
    let repeated = rows.repeated
    let expected = repeated.flatMap { found in
      let row = rows.rows[found.row]
      return found.serials.prefix(1).map { first in
        let earlier = rows.rows[first.earlier]
        return "\(row.file):\(row.line) \(first.serial) as in \(earlier.file), line \(earlier.line)"
      }
    }
    let all = reading.faults.listed.filter { $0.code == .serialRepeated }
    // At most ten identical ones are listed.
    #expect(reading.faults.totals[.serialRepeated, default: 0] == repeated.count)
    let listed = all.map { fault in
      let words = fault.problem.en.replacing("this serial stands already in ", with: "as in ")
      return "\(fault.place.file):\(fault.place.line ?? 0) \(fault.text ?? "") \(words)"
    }
    #expect(Set(listed).isSubset(of: Set(expected)))
    if repeated.count <= 10 { #expect(listed == expected) }
    let faulty = Set(repeated.map(\.row)).union(rows.rows.indices.filter { rows.rows[$0].isFaulty })
    #expect(reading.files.map(\.faultyRows).reduce(0, +) == faulty.count)
    #expect(reading.files.map(\.rows).reduce(0, +) == rows.rows.count)
  }

  /// The serials are twice the lines, so that each line begins a run; or the lines themselves, every second having none: then each has a gap.
  @Test(
    "Rising serials are never compared, those in disorder only as far as they are kept", arguments: [1, 2])
  func bounds(linesApart: Int) {
    let run = { (serial: Int, line: Int) in
      SerialRun(
        bundle: nil, first: serial, last: serial, file: 0, line: line, column: 1, isLineByLine: true)
    }
    for count in [BallotFileLimits.serialRuns, BallotFileLimits.serialRuns + 1] {
      var ledger = SerialLedger()
      ledger.append((1...count - 1).map { run(2 * $0, linesApart * $0) })
      guard case .unique = ledger.verdict() else {
        Issue.record("rising")
        return
      }
      ledger.append([run(7, linesApart * count)])
      switch ledger.verdict() {
      case .unique: #expect(count == BallotFileLimits.serialRuns)
      case .tooManyInDisorder(let first):
        #expect(count == BallotFileLimits.serialRuns + 1)
        #expect(first.line == linesApart * count)
      case .repeated: Issue.record("7 occurs once")
      }
    }
  }

  /// The runs as pieces of a file hold them: rows that follow each other are joined within a piece.
  private static func pieces(
    _ rows: SerialRows, _ random: inout SeededGenerator
  ) -> [(runs: [SerialRun], faulty: [Int])] {
    var pieces: [(runs: [SerialRun], faulty: [Int])] = [([], [])]
    for (row, run) in zip(rows.rows, rows.runs) {
      // A piece is of one file.
      if random.happens(1, outOf: 6) || pieces.last?.runs.last?.file != row.file { pieces.append(([], [])) }
      let piece = pieces.count - 1
      if row.isFaulty { pieces[piece].faulty.append(row.line) }
      pieces[piece].runs.extend(by: run)
    }
    return pieces
  }
}

/// A repeated serial, where it stands and where it stood before.
private struct Found: Equatable, Comparable, CustomStringConvertible {
  let parts: [Int]

  var description: String { "\(parts)" }

  init(_ rows: SerialRows, _ row: Int, _ serial: Int, _ earlier: Int) {
    let (row, earlier) = (rows.rows[row], rows.rows[earlier])
    parts = [row.file, row.line, row.bundle ?? -1, serial, earlier.file, earlier.line]
  }

  private init(_ run: SerialRun, _ serial: Int, _ earlier: SerialRun) {
    parts = [
      run.file, run.line(of: serial), run.bundle ?? -1, serial, earlier.file, earlier.line(of: serial),
    ]
  }

  static func all(_ repetition: SerialRepetition) -> [Found] {
    repetition.parts.flatMap { part in part.serials.map { Found(repetition.run, $0, part.earlier) } }
  }

  static func < (a: Found, b: Found) -> Bool { a.parts.lexicographicallyPrecedes(b.parts) }
}
