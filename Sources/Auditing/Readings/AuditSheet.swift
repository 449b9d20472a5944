public import BallotFiles
public import Elections
public import Faults

/// The list of papers that the board takes to the stack, and brings back with what it read: a mark list (formats §2) of the papers drawn.
public enum AuditSheet {
  /// The sheet to be filled in: a row for each paper, without any mark. A cell left empty is a fault to whoever reads it, so that no paper is
  /// forgotten; what was recorded does not stand in it, so that nobody is led.
  public static func text(
    _ papers: [Paper], _ form: BallotForm, hasBundles: Bool, isRehearsal: Bool
  ) -> String {
    let empty = MarkRow(marks: form == .strikeOut ? [""] : ["", ""])
    return papers.reduce(into: MarkListText.header(form, hasBundles: hasBundles, isRehearsal: isRehearsal)) {
      $0 += MarkListText.row(
        bundle: $1.name.bundle, serial: $1.name.serial, empty, isRehearsal: isRehearsal)
    }
  }

  /// The sheet as the board filled it in: each of the papers drawn, and no other.
  ///
  /// - Parameters:
  ///   - listing: its rows.
  ///   - file: the name that messages use.
  ///   - log: takes the papers that are too many or missing.
  /// - Returns: in the order of `papers`.
  public static func readings(
    _ listing: [ListedBallot], of papers: [Paper], file: String, _ log: inout FaultLog
  ) -> [PaperReading] {
    let wanted = Set(papers.map(\.name))
    var found: [PaperName: ListedBallot] = [:]
    for (row, paper) in zip(listing, PaperStack.names(listing)) {
      let place = FaultPlace(file: file, line: row.line)
      guard let paper, wanted.contains(paper) else {
        log.append(Fault(AuditFault.notDrawn, at: place, text: paper.map { text($0) }))
        continue
      }
      if found.updateValue(row, forKey: paper) != nil {
        log.append(Fault(AuditFault.readTwice, at: place, text: text(paper)))
      }
    }
    return papers.compactMap { paper in
      if let row = found[paper.name] { return PaperReading(paper: paper, read: row) }
      log.append(Fault(AuditFault.notRead, at: FaultPlace(file: file), text: text(paper.name)))
      return nil
    }
  }

  private static func text(_ name: PaperName) -> String {
    (name.bundle.map { "\($0)," } ?? "") + String(name.serial)
  }
}
