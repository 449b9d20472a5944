import Elections
import Machine
import Tallying

/// Packs ballots.
struct PackingSink: BallotSink {
  private var block: PackedBallots
  private(set) var ballots = 0
  private var writer: PackedWriter

  init(_ style: BallotStyle, _ writer: PackedWriter) {
    block = PackedBallots(style)
    self.writer = writer
  }

  var room: Int { block.roomInWord }

  var isFull: Bool { block.isFull }

  mutating func append(_ rows: CellRows, as meaning: RowMeaning) {
    if block.isFull { finishBlock() }
    block.append(rows, as: meaning)
    ballots += rows.count
  }

  mutating func append(
    linesOf bytes: [UInt8], from start: Int, by scanner: inout CellRowScanner, noting rows: inout CellRows
  ) -> Int {
    if block.isFull { finishBlock() }
    let end = block.append(linesOf: bytes, from: start, passing: false, by: &scanner, noting: &rows)
    if end > start { ballots += rows.count }
    return end
  }

  mutating func append(_ row: BallotRow) {
    for _ in 0..<row.count {
      if block.isFull { finishBlock() }
      if let other = row.otherWords { writer.note(other: other, ballot: ballots) }
      if let ruling = row.rulingWords { writer.note(ruling: ruling, ballot: ballots) }
      block.append(row.ballot)
      ballots += 1
    }
  }

  static var takesNotes: Bool { true }

  mutating func note(_ run: PaperRun) { writer.note(run) }

  /// Takes the blocks that are to be written.
  mutating func takeOutput() throws(FileFailure) -> [UInt8] { try writer.takeOutput() }

  private mutating func finishBlock() {
    block.finishRows()
    writer.append(block.markPlanes, status: block.statusPlanes, ballots: block.count)
    block.removeAll()
  }

  /// Packs what waits, and writes what stands behind the blocks.
  ///
  /// - Returns: the bytes of the header.
  mutating func finish(write: ([UInt8]) throws(FileFailure) -> Void) throws(FileFailure) -> [UInt8] {
    if !block.isEmpty { finishBlock() }
    return try writer.finish(write: write)
  }
}

/// Where ballots lie, in a packed file: runs of three words, the bundle and the first serial (all ones for none), and the ballots; a run of
/// no ballots ends them.
enum PackedPapers {
  private static let none = UInt64.max
  /// Bytes of a run.
  static let entrySize = 24

  static func encode(_ run: PaperRun) -> [UInt8] {
    var bytes: [UInt8] = []
    Words.append(
      [run.bundle.map { UInt64($0) } ?? none, run.serial.map { UInt64($0) } ?? none, UInt64(run.ballots)],
      to: &bytes)
    return bytes
  }

  /// Reads a section whose check value holds.
  ///
  /// - Parameter ballots: how many the file has, all of which the runs cover.
  /// - Returns: `nil` where it is not as it is written.
  static func decode(_ bytes: [UInt8], ballots: Int) -> [PaperRun]? {
    guard !bytes.isEmpty else { return [] }
    guard bytes.count % 64 == 0, Words.checksum(bytes, 0..<bytes.count) == PackedSection.checksum(bytes)
    else {
      return nil
    }
    func number(_ at: Int) -> Int?? {
      let word = Words.word(bytes, at: at)
      if word == none { return .some(nil) }
      return word <= UInt64(ElectionLimits.count) ? Int(word) : nil
    }
    var runs: [PaperRun] = []
    var (at, covered) = (0, 0)
    while covered < ballots, at + 24 <= bytes.count - 8 {
      guard let bundle = number(at), let serial = number(at + 8), case let count?? = number(at + 16),
        count > 0,
        covered + count <= ballots,
        // The last of the run is a serial as well, which text has to hold.
        (serial ?? 0) + count - 1 <= ElectionLimits.count
      else { return nil }
      runs.append(PaperRun(bundle: bundle, serial: serial, ballots: count))
      covered += count
      at += 24
    }
    return covered == ballots && bytes[at..<bytes.count - 8].allSatisfy { $0 == 0 } ? runs : nil
  }
}
