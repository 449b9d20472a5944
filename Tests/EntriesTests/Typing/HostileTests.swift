import BallotFiles
import Entries
import Faults
import Machine
import Tallying
import TestSupport
import Testing

/// Whatever is typed, by whomever: what lies on the medium is a log without faults, and a mark list that counting reads.
@Suite("Hostile typing")
struct HostileTests {
  private struct Form: CustomTestStringConvertible {
    var names: Int
    var seats: Int
    var bundleSize: Int
    var testDescription: String { "\(names)/\(seats) in bundles of \(bundleSize)" }
  }

  private static let forms = [
    Form(names: 5, seats: 3, bundleSize: 3), Form(names: 3, seats: 3, bundleSize: 2),
    Form(names: 1, seats: 1, bundleSize: 4),
    Form(names: 70, seats: 60, bundleSize: 1),
  ]

  /// Pieces of lines that mean something, and others.
  private static let pieces = [
    "1", "2", "3", " ", " ", "\n", "\n", "\n", "=", "*", "/", "-", "1-3", "k", " k ", "l rách", "x 2", "x 20",
    "c ", "b ", "h\n", "q\n", "?",
    "1/1", "c 1/1 2\n\n", "b\n\n", "\u{8}", "\u{15}", "\u{1B}", ",", "\"", "other:\"a\"", "134", "đ", "ế",
    "\u{301}", "9999999999999",
    "\u{202E}", "\u{7}", "\u{15}1 2\n\n", "\u{15}=\n\n", "\u{15}1\n\n", "\u{15}*\n\n", "\u{15}1 x 2\n\n",
    "\u{15}c 1/1 =\n\n",
    "\u{15}c 1/2 1\n\n", "\u{15}c\nk\n\n", "\u{15}b\n\n", "\u{15}h\n", "\u{15}3\n\n", "\u{15}2\n\n",
    "\u{15}4\n\n",
  ]

  private struct Memory: ByteSource {
    var bytes: ArraySlice<UInt8>
    mutating func read(into buffer: inout [UInt8], upTo limit: Int) throws(FileFailure) -> Int {
      let part = bytes.prefix(limit)
      buffer += part
      bytes = bytes.dropFirst(part.count)
      return part.count
    }
  }

  private func check(_ typist: Typist, _ style: BallotStyle, seed: UInt64) throws {
    let reading = LogReading(typist.logBytes, file: "a.log")
    #expect(reading.faults.isEmpty, "seed \(seed)")
    let book = try EntryBook(replaying: reading, file: "a.log")
    #expect(book.markList == typist.state.book.markList, "seed \(seed)")
    #expect(MarkListState(Array(book.markList.utf8), records: reading.records) == .same)
    var source = Memory(bytes: Array(book.markList.utf8)[...])
    var reader = BallotSetReader(style)
    try reader.read(&source, name: "a.csv")
    let counted = reader.finish()
    #expect(counted.faults.isEmpty, "seed \(seed)")
    #expect(counted.tally.recorded == book.ballots, "seed \(seed)")
  }

  @Test("Random keys", arguments: forms)
  private func random(form: Form) throws {
    let style = BallotStyle(names: form.names, seats: form.seats)
    var recorded = 0
    var corrected = 0
    for seed in 0..<(form.names > 9 ? 20 : 60) as Range<UInt64> {
      var random = SeededGenerator(seed: seed)
      var typist = Typist(names: form.names, seats: form.seats, bundleSize: form.bundleSize)
      for _ in 0..<120 {
        if random.happens(1, outOf: 20) { typist.isFull.toggle() }
        if random.happens(1, outOf: 15) {
          typist.press(random.happens(1, outOf: 3) ? .end : .redraw)
        } else {
          typist.type(Self.pieces.randomElement(using: &random) ?? "")
        }
        if random.happens(1, outOf: 8) {
          // Drawn at any moment and size without a crash.
          let (rows, columns) = (
            Int.random(in: 1...30, using: &random), Int.random(in: 1...100, using: &random)
          )
          let lines = EntryScreen.render(
            typist.state, rows: rows, columns: columns, hasColour: false, .vietnamese)
          #expect(lines.count == rows)
        }
      }
      try check(typist, style, seed: seed)
      recorded += typist.state.book.ballots
      corrected += LogReading(typist.logBytes, file: "a.log").records.count {
        if case .correction = $0 { true } else { false }
      }
    }
    // The keys do something.
    #expect(recorded > 40)
    #expect(corrected > 0)
  }

  @Test("A line without end")
  func long() throws {
    var typist = Typist()
    typist.type(String(repeating: "2 ", count: 20_000))
    #expect(typist.bells > 0)
    typist.type("\n\n")
    #expect(typist.rows.isEmpty)
    typist.type("\u{15}2 5\n")
    #expect(typist.ballots == ["2 5,"])
  }

  @Test("The longest ballot that can be")
  func longest() throws {
    var typist = Typist(names: 1024, seats: 1023)
    typist.type(
      (1...1024).map(String.init).joined(separator: " ") + " l " + String(repeating: "ế", count: 1000)
        + "\n\n")
    #expect(typist.rows.count == 1)
    try check(typist, BallotStyle(names: 1024, seats: 1023), seed: 0)
  }
}
