import Elections
public import Faults
public import Tallying

/// What cells that somebody types say, read as counting reads a row of a file.
public struct MarkRowReading: Sendable {
  /// `nil` where a cell is at fault.
  public let ballot: Ballot?
  /// The board's words on the declared ground `other`.
  public let otherWords: String?
  public let faults: FaultLog

  /// The row as this program writes it; `nil` where a cell is at fault.
  public func row(_ style: BallotStyle) -> MarkRow? {
    ballot.map { MarkRow($0, style, otherWords: otherWords) }
  }
}

extension MarkRow {
  /// Reads the cells as ballots of `style`.
  ///
  /// - Precondition: as many cells of marks as the form has.
  public func read(_ style: BallotStyle) -> MarkRowReading {
    let columns: [Column] = style.form == .strikeOut ? [.struck, .invalid] : [.agree, .disagree, .invalid]
    precondition(marks.count + 1 == columns.count)
    let header = Header(separator: UInt8(ascii: ","), layout: .list(columns))
    // Quoted throughout: what somebody types may hold a comma.
    let cells = (marks + [invalid]).map {
      "\"" + $0.split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\"\"") + "\""
    }
    let line = Array(cells.joined(separator: ",").utf8)
    var rows = RowReader(file: "", style: style, header: header)
    let isBallot =
      line.count <= BallotFileLimits.lineBytes
      && rows.read(Line(piece: line, range: 0..<line.count, number: 1))
    if line.count > BallotFileLimits.lineBytes {
      rows.log.append(Fault(FileFault.lineTooLong, at: FaultPlace(file: "")))
    }
    return MarkRowReading(
      ballot: isBallot ? rows.row.ballot : nil, otherWords: isBallot ? rows.row.otherWords : nil,
      faults: rows.log)
  }
}
