public import Faults
public import Machine
public import Tallying

/// One ballot of a file, and where it stands.
public struct ListedBallot: Sendable, Hashable {
  public let ballot: Ballot
  /// The board's words on the declared ground `other`.
  public let otherWords: String?
  /// The board's words on its ruling.
  public let rulingWords: String?
  public let bundle: Int?
  /// The serial of the row; the first of the batch where the row stands for several ballots.
  public let serial: Int?
  /// The line in the file, from 1.
  public let line: Int
}

/// The ballots of a file one by one, in their order, for those who compare papers rather than count them.
///
/// Unlike a count it grows with the ballots, so that it takes no more than ``mostBallots``.
public struct BallotListing: Sendable {
  /// The most ballots of one listing.
  public static let mostBallots = 1_000_000

  public private(set) var ballots: [ListedBallot] = []
  /// Whether the header says that the ballots come from a rehearsal.
  public private(set) var isRehearsal = false
  /// Whether the file has more ballots than are listed.
  public private(set) var isTooLong = false
  /// What is wrong with the lines. Faults of the file as a whole are found by counting it (``BallotSetReader``).
  public private(set) var faults = FaultLog()

  /// Reads a file of text.
  ///
  /// - Parameters:
  ///   - source: the file, from its beginning.
  ///   - name: the name that messages use.
  ///   - style: the ballots of the contest.
  /// - Throws: what the system says of a file that cannot be read on.
  public init<Source: ByteSource & ~Copyable>(
    _ source: inout Source, name: String, style: BallotStyle
  ) throws(FileFailure) {
    var text = BallotText<Source>(pieceSize: 1 << 18)
    var file = FileProgress(name: name, index: 0)
    var headers = HeaderReader(file: name, style: style)
    var reader: RowReader?
    var raw: [[UInt8]] = []
    while !file.hasStopped, !isTooLong, var piece = try text.nextPiece(of: &source, raw: &raw) {
      raw = []
      if reader == nil, let header = file.readHeader(&piece, &headers) {
        isRehearsal = header.isRehearsal
        reader = RowReader(file: name, style: style, header: header)
      }
      guard var rows = reader else { continue }
      readLines(of: piece, &file.lines, &rows)
      reader = rows
    }
    faults = file.log
    if let reader { faults.append(contentsOf: reader.log) }
  }

  private mutating func readLines(of piece: [UInt8], _ lines: inout Int, _ rows: inout RowReader) {
    var start = 0
    while start < piece.count {
      let feed = piece[start...].firstIndex(of: UInt8(ascii: "\n")) ?? piece.count
      // Without a line feed behind it, a carriage return ends no line.
      let hasReturn = feed < piece.count && feed > start && piece[feed - 1] == UInt8(ascii: "\r")
      let end = hasReturn ? feed - 1 : feed
      lines += 1
      if end > start { read(Line(piece: piece, range: start..<end, number: lines), &rows) }
      start = feed + 1
    }
  }

  private mutating func read(_ line: Line, _ rows: inout RowReader) {
    guard rows.read(line) else { return }
    let row = rows.row
    guard row.count <= Self.mostBallots - ballots.count else {
      isTooLong = true
      return
    }
    let ballot = ListedBallot(
      ballot: row.ballot, otherWords: row.otherWords, rulingWords: row.rulingWords, bundle: row.bundle,
      serial: row.serial, line: line.number)
    ballots += Array(repeating: ballot, count: row.count)
  }

  /// Whether these are the bytes of a packed file, which is not listed.
  public static func isPacked(_ bytes: [UInt8]) -> Bool { bytes.starts(with: PackedHeader.mark) }
}
