import Machine
import Tallying

/// Where the ballots of a piece go when they have been read: into counts, or into a packed file.
protocol BallotSink {
  /// How many ballots are best taken at once.
  var room: Int { get }

  /// Whether what was taken is put away before the next ballot.
  var isFull: Bool { get }

  /// Takes ballots of usual lines.
  mutating func append(_ rows: CellRows, as meaning: RowMeaning)

  /// Takes ballots of usual lines as `scanner` reads them, as ``PackedBallots`` does. Where ``takesNotes`` is false, lines may be passed over.
  ///
  /// - Returns: where the first line begins that was neither read nor passed over.
  mutating func append(
    linesOf bytes: [UInt8], from start: Int, by scanner: inout CellRowScanner, noting rows: inout CellRows
  ) -> Int

  /// Takes the ballots that one row stands for.
  mutating func append(_ row: BallotRow)

  /// Whether it is of any use to say where ballots lie. If not, their order is of none either.
  static var takesNotes: Bool { get }

  /// Takes note of where ballots lie that were appended last: as many of them as `papers` has, after those of the note before.
  mutating func note(_ papers: PaperRun)
}

/// Ballots that lie one after another among the papers.
struct PaperRun: Sendable, Equatable {
  /// `nil` where none is given.
  var bundle: Int?
  /// The serial of the first; the others follow it. `nil` where none is given.
  var serial: Int?
  var ballots: Int
}

/// Counts ballots.
struct CountingSink: BallotSink {
  private var tally: BlockTally
  private(set) var otherWords = BoardWords()
  private(set) var rulingWords = BoardWords()
  private var block: PackedBallots

  init(_ style: BallotStyle) {
    tally = BlockTally(style)
    block = PackedBallots(style)
  }

  /// As many as make up 64 with those that wait: then they go into the planes without waiting.
  var room: Int { block.roomInWord }

  var isFull: Bool { block.isFull }

  mutating func append(_ rows: CellRows, as meaning: RowMeaning) {
    if block.count + rows.count > PackedBallots.capacity { countBlock() }
    block.append(rows, as: meaning)
  }

  mutating func append(
    linesOf bytes: [UInt8], from start: Int, by scanner: inout CellRowScanner, noting rows: inout CellRows
  ) -> Int {
    if block.isFull { countBlock() }
    return block.append(linesOf: bytes, from: start, passing: true, by: &scanner, noting: &rows)
  }

  mutating func append(_ row: BallotRow) {
    if row.count == 1 {
      if block.isFull { countBlock() }
      block.append(row.ballot)
    } else {
      tally.add(row.ballot, times: row.count)
    }
    if let words = row.otherWords { otherWords.add(words, times: row.count) }
    if let words = row.rulingWords { rulingWords.add(words, times: row.count) }
  }

  static var takesNotes: Bool { false }

  /// Where a ballot lies does not count.
  mutating func note(_ papers: PaperRun) {}

  /// Counts what waits, and begins anew.
  ///
  /// - Returns: the counts of all ballots since the last time.
  mutating func finish() -> (tally: Tally, otherWords: BoardWords, rulingWords: BoardWords) {
    countBlock()
    defer { (otherWords, rulingWords) = (BoardWords(), BoardWords()) }
    return (tally.finish(), otherWords, rulingWords)
  }

  private mutating func countBlock() {
    tally.add(block)
    block.removeAll()
  }
}
