public import Faults
public import Machine
public import Tallying

/// One line of a ballot file: its text, and the ballot that it says or what is wrong with it.
public struct BallotLine: Sendable {
  /// The text, at most 200 bytes of it.
  public let text: String
  /// `nil` where the line is faulty.
  public let ballot: Ballot?
  /// How many identical ballots the line stands for.
  public let count: Int
  public let bundle: Int?
  /// The serial of the ballot, or of the first of the batch.
  public let serial: Int?
  public let faults: FaultLog

  /// Reads one line of a file of text as counting reads it.
  ///
  /// - Parameters:
  ///   - source: the file, from its beginning.
  ///   - name: the name that messages use.
  ///   - style: the ballots of the contest.
  ///   - number: of the line, from 1, the header being one.
  /// - Returns: `nil` where the file has no row on that line.
  /// - Throws: what the system says of a file that cannot be read on.
  public static func read<Source: ByteSource & ~Copyable>(
    _ source: inout Source, name: String, style: BallotStyle, line number: Int
  ) throws(FileFailure) -> BallotLine? {
    var text = BallotText<Source>(pieceSize: 1 << 18)
    var file = FileProgress(name: name, index: 0)
    var headers = HeaderReader(file: name, style: style)
    var header: Header?
    var raw: [[UInt8]] = []
    while !file.hasStopped, var piece = try text.nextPiece(of: &source, raw: &raw) {
      raw = []
      if header == nil { header = file.readHeader(&piece, &headers) }
      guard let header else { continue }
      if let line = line(number - file.lines, of: piece) {
        return line.isEmpty ? nil : BallotLine(line, name, style, header, number)
      }
      file.lines += piece.count { $0 == UInt8(ascii: "\n") }
    }
    return nil
  }

  /// The line of a piece of whole lines, from 1, without its end; `nil` where the piece has fewer.
  private static func line(_ number: Int, of piece: [UInt8]) -> [UInt8]? {
    guard number > 0 else { return number == 0 ? [] : nil }
    var start = 0
    for _ in 1..<number {
      guard let end = piece[start...].firstIndex(of: UInt8(ascii: "\n")) else { return nil }
      start = end + 1
    }
    guard start < piece.count else { return nil }
    guard let end = piece[start...].firstIndex(of: UInt8(ascii: "\n")) else { return Array(piece[start...]) }
    // Without a line feed behind it, a carriage return ends no line.
    let line = Array(piece[start..<end])
    return line.last == UInt8(ascii: "\r") ? line.dropLast() : line
  }

  private init(_ bytes: [UInt8], _ name: String, _ style: BallotStyle, _ header: Header, _ number: Int) {
    let line = Line(piece: bytes, range: 0..<bytes.count, number: number)
    var rows = RowReader(file: name, style: style, header: header)
    let isTooLong = bytes.count > BallotFileLimits.lineBytes
    let isBallot = !isTooLong && rows.read(line)
    if isTooLong {
      rows.log.append(
        Fault(FileFault.lineTooLong, at: FaultPlace(file: name, line: number), text: line.text(line.range)))
    }
    text = line.text(line.range)
    ballot = isBallot ? rows.row.ballot : nil
    count = rows.row.count
    bundle = rows.row.bundle
    serial = rows.row.serial
    faults = rows.log
  }
}
