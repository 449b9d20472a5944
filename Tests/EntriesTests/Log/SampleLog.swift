import BallotFiles
import Elections
import Entries
import Tallying

/// A log with every kind of record, made as entering makes it.
struct SampleLog {
  private(set) var lines: [[UInt8]] = []
  private(set) var log = EntryLog()
  private(set) var records: [EntryRecord] = []

  init(_ records: [EntryRecord]) {
    for record in records { append(record) }
  }

  mutating func append(_ record: EntryRecord) {
    records.append(record)
    lines.append(log.append(record))
  }

  var bytes: [UInt8] { log.head.line + lines.flatMap { $0 } }

  static let noon: EntryTime = {
    guard let noon = EntryTime("2020-06-18T05:00Z") else { preconditionFailure("no time") }
    return noon
  }()

  static func opening(names: Int = 5, seats: Int = 3, bundleSize: Int = 3, isRehearsal: Bool = false)
    -> EntryOpening
  {
    EntryOpening(
      contest: "bch", style: BallotStyle(names: names, seats: seats), list: String(repeating: "a", count: 64),
      election: String(repeating: "b", count: 64), bundleSize: bundleSize, firstBundle: 1, station: "Tổ 1",
      isRehearsal: isRehearsal, program: "0.1.0", at: noon)
  }

  static func place(_ bundle: Int, _ serial: Int) -> PaperPlace { PaperPlace(bundle: bundle, serial: serial) }

  static func row(_ marks: String..., invalid: String = "") -> MarkRow {
    MarkRow(marks: marks, invalid: invalid)
  }

  /// Two bundles, the first with a correction, a withdrawal and two checks, and a pause between them.
  static let complete = SampleLog([
    .open(opening()),
    .ballot(place(1, 1), times: 1, row("2 5")),
    .ballot(place(1, 2), times: 2, row("1 4")),
    .correction(place(1, 2), row("", invalid: #"signed other:"ghi “không”""#)),
    .check(bundle: 1, entered: 3, papers: 2, at: noon),
    .withdrawal(place(1, 3)),
    .check(bundle: 1, entered: 2, papers: 2, at: noon),
    .close(ballots: 2, at: noon),
    .resume(dropped: 0, program: "0.1.0", at: noon),
    .ballot(place(2, 1), times: 1, row("=")),
    .check(bundle: 2, entered: 1, papers: 1, at: noon),
    .close(ballots: 3, at: noon),
  ])
}
