import BallotFiles
import Elections
import Entries
import Faults
import TestSupport
import Tallying

/// Somebody who types, with the two files in memory, written as the program writes them.
struct Typist {
  private(set) var state: EntryState
  private(set) var log: EntryLog
  private(set) var logBytes: [UInt8]
  private(set) var hasLeft = false
  private(set) var bells = 0
  private(set) var now = 0
  /// Whether the medium takes nothing at the moment.
  var isFull = false

  init(
    names: [String], seats: Int, bundleSize: Int = 50, confirmsAlways: Bool = false,
    isRehearsal: Bool = false,
    returned: Int = 0
  ) {
    let contest = Contest.sample(candidates: names, seats: seats, base: 100, recorded: returned)
    let opening = EntryOpening(
      contest: contest.id, style: BallotStyle(contest), list: EntryOpening.listDigest(contest),
      election: String(repeating: "e", count: 64), bundleSize: bundleSize, firstBundle: 1, station: "",
      isRehearsal: isRehearsal, program: "0.1.0", at: SampleLog.noon)
    log = EntryLog()
    let line = log.append(.open(opening))
    logBytes = log.head.line + line
    state = EntryState(
      EntryContest(contest, groundWords: { Phrase($0.rawValue) }), EntryBook(opening),
      confirmsAlways: confirmsAlways, minute: SampleLog.noon, greeting: EntryNotice(.info, []))
  }

  init(
    names: Int = 5, seats: Int = 3, bundleSize: Int = 50, confirmsAlways: Bool = false,
    isRehearsal: Bool = false
  ) {
    self.init(
      names: (1...names).map { "Người \($0)" }, seats: seats, bundleSize: bundleSize,
      confirmsAlways: confirmsAlways, isRehearsal: isRehearsal)
  }

  mutating func press(_ key: EntryKey) {
    guard !hasLeft else { return }
    now += 250
    switch state.handle(key, at: now) {
    case nil: break
    case .bell: bells += 1
    case .record(let record): write(record)
    case .end(let record):
      write(record)
      hasLeft = !isFull
    }
  }

  private mutating func write(_ record: EntryRecord) {
    if isFull { return state.couldNotWrite(Phrase("ENOSPC")) }
    let line = log.append(record)
    logBytes = log.head.line + logBytes.dropFirst(LogHead.size) + line
    state.wrote(record, at: now)
  }

  /// Types a text; `\n` is Enter, `\u{8}` Backspace, `\u{1B}` Esc, `\u{15}` the key that takes the line back.
  mutating func type(_ text: String) {
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\n": press(.enter)
      case "\u{8}": press(.backspace)
      case "\u{15}": press(.clear)
      case "\u{1B}": press(.cancel)
      default: press(.character(scalar))
      }
    }
  }

  /// The rows of the mark list without its header.
  var rows: [String] {
    state.book.markList.split(separator: "\n").dropFirst().map(String.init)
  }

  /// The rows without bundle and serial.
  var ballots: [String] {
    rows.map {
      $0.split(separator: ",", maxSplits: 2, omittingEmptySubsequences: false).last.map(String.init) ?? ""
    }
  }
}
