import Elections
import Machine
import Tallying

/// Packs ballots: blocks go out as they fill; what stands behind them in the file is kept until the end.
struct PackingSink: BallotSink {
  private let style: BallotStyle
  private var block: PackedBallots
  private(set) var ballots = 0
  private var blocks = 0
  private var checksums = PackedContent()
  private var status: [UInt8] = []
  private var statusChecksums: [UInt64] = []
  private var words: [PackedWords.Entry] = []
  private var papers: [PaperRun] = []
  private var hasPapers = false
  /// Blocks that are to be written.
  private(set) var output: [UInt8] = []

  init(_ style: BallotStyle) {
    self.style = style
    block = PackedBallots(style)
  }

  var room: Int { block.roomInWord }

  mutating func append(_ rows: CellRows, as meaning: RowMeaning) {
    if block.isFull { finishBlock() }
    block.append(rows, as: meaning)
    ballots += rows.count
  }

  mutating func append(_ row: BallotRow) {
    for _ in 0..<row.count {
      if block.isFull { finishBlock() }
      if let other = row.otherWords { words.append(.init(ballot: ballots, kind: .other, words: other)) }
      if let ruling = row.rulingWords { words.append(.init(ballot: ballots, kind: .ruling, words: ruling)) }
      block.append(row.ballot)
      ballots += 1
    }
  }

  mutating func note(_ run: PaperRun) {
    hasPapers = hasPapers || run.bundle != nil || run.serial != nil
    if let last = papers.last, last.bundle == run.bundle, run.serial == last.serial.map({ $0 + last.ballots })
    {
      papers[papers.count - 1].ballots += run.ballots
    } else {
      papers.append(run)
    }
  }

  /// Takes the blocks that are to be written.
  mutating func takeOutput() -> [UInt8] {
    defer { output.removeAll(keepingCapacity: true) }
    return output
  }

  private mutating func finishBlock() {
    block.finishRows()
    let planes = block.statusPlanes
    if !planes.isEmpty {
      let encoded = PackedBlock.encode(planes, number: statusChecksums.count, ballots: 0, status: 0)
      status += encoded
      statusChecksums.append(PackedWords.checksum(encoded))
    }
    let encoded = PackedBlock.encode(
      block.markPlanes, number: blocks, ballots: block.count,
      status: planes.isEmpty ? 0 : statusChecksums.count)
    checksums.add(PackedWords.checksum(encoded))
    output += encoded
    blocks += 1
    block.removeAll()
  }

  /// Packs what waits.
  ///
  /// - Returns: the header, and what stands behind the blocks of ``output``.
  mutating func finish() -> (header: PackedHeader, sections: [UInt8]) {
    if !block.isEmpty { finishBlock() }
    let words = PackedWords.encode(words)
    let papers = hasPapers ? PackedPapers.encode(papers) : []
    for checksum in statusChecksums { checksums.add(checksum) }
    checksums.add(PackedWords.checksum(words))
    checksums.add(PackedWords.checksum(papers))
    let header = PackedHeader(
      form: style.form, names: style.names, ballots: ballots, statusBlocks: statusChecksums.count,
      wordsSize: words.count, papersSize: papers.count, content: checksums.digest.bytes)
    return (header, status + words + papers)
  }
}

/// Where ballots lie, in a packed file: runs of three words, the bundle and the first serial (all ones for none), and the ballots; a run of
/// no ballots ends them.
enum PackedPapers {
  private static let none = UInt64.max

  static func encode(_ runs: [PaperRun]) -> [UInt8] {
    var bytes: [UInt8] = []
    for run in runs {
      Words.append(
        [run.bundle.map { UInt64($0) } ?? none, run.serial.map { UInt64($0) } ?? none, UInt64(run.ballots)],
        to: &bytes)
    }
    return PackedWords.sealed(bytes)
  }

  /// Reads a section whose check value holds.
  ///
  /// - Parameter ballots: how many the file has, all of which the runs cover.
  /// - Returns: `nil` where it is not as it is written.
  static func decode(_ bytes: [UInt8], ballots: Int) -> [PaperRun]? {
    guard !bytes.isEmpty else { return [] }
    guard bytes.count % 64 == 0, Words.checksum(bytes, 0..<bytes.count) == PackedWords.checksum(bytes) else {
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
        covered + count <= ballots
      else { return nil }
      runs.append(PaperRun(bundle: bundle, serial: serial, ballots: count))
      covered += count
      at += 24
    }
    return covered == ballots && bytes[at..<bytes.count - 8].allSatisfy { $0 == 0 } ? runs : nil
  }
}
