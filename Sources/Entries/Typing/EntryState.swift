import BallotFiles
public import Faults
import Elections
import Tallying

/// Entering as a value: what was entered, what stands on the line, what a key does. It knows neither terminal nor file.
///
/// ```swift
/// if let effect = state.handle(key, at: now) {
///   switch effect {
///   case .record(let record): // write it; then state.wrote(record, at: now), or state.couldNotWrite(why)
///   case .end: // the record, if there is one, is written the same way, and nothing follows
///   }
/// }
/// ```
public struct EntryState: Sendable {
  /// What a key asks the outside for.
  public enum Effect: Sendable, Hashable {
    case record(EntryRecord)
    /// The person wants to leave.
    case end(EntryRecord)
    /// A key that means nothing here.
    case bell
  }

  /// What the line is for.
  public enum Mode: Sendable, Hashable {
    case ballot
    /// A second Enter records the ballot.
    case confirming
    /// The new reading of the ballot at a place.
    case correcting(PaperPlace)
    case confirmingCorrection(PaperPlace)
    case confirmingWithdrawal(PaperPlace)
    /// The papers of the bundle are counted in the hand.
    case counting
    /// A second Enter records a count that does not agree.
    case confirmingCount(Int)
    /// A second Enter leaves although a bundle is open.
    case confirmingEnd
  }

  public let contest: EntryContest
  public internal(set) var book: EntryBook
  /// What was typed since the last Enter.
  public internal(set) var line = ""
  public internal(set) var mode = Mode.ballot
  public internal(set) var notice: EntryNotice
  public internal(set) var pace = EntryPace()
  /// The page of the explanation of the keys that is shown, from 0; `nil` where it is not. A page beyond the last is the last.
  public internal(set) var helpPage: Int?
  /// Whether every ballot is confirmed by a second Enter.
  let confirmsAlways: Bool
  /// The minute, for the records that have one; the outside keeps it right.
  public var minute: EntryTime
  /// What was handed out to be written.
  var pending: EntryRecord?

  /// As many characters as a ballot of 1,024 names needs, and some words.
  static let lineLimit = 8000

  /// - Parameters:
  ///   - book: what was entered before.
  ///   - greeting: what is said at the beginning.
  public init(
    _ contest: EntryContest, _ book: EntryBook, confirmsAlways: Bool, minute: EntryTime, greeting: EntryNotice
  ) {
    self.contest = contest
    self.book = book
    self.confirmsAlways = confirmsAlways
    self.minute = minute
    notice = greeting
    if isBundleFull {
      mode = .counting
      notice.sentences.append(countQuestion)
    }
  }

  /// Whether the bundle has as many ballots as it should.
  var isBundleFull: Bool { book.current != nil && book.wanted <= 0 }

  // MARK: Keys

  /// Takes a key.
  ///
  /// - Parameter milliseconds: by a clock that is never set back, for the rate.
  public mutating func handle(_ key: EntryKey, at milliseconds: Int) -> Effect? {
    if key != .redraw { pace.press() }
    if let page = helpPage, key != .redraw {
      helpPage = key == .character(" ") ? page + 1 : nil
      return nil
    }
    switch key {
    case .character(let scalar): return type(scalar)
    case .backspace: return edit { _ = $0.popLast() }
    case .clear: return edit { $0 = "" }
    case .cancel: return cancel()
    case .end: return line.isEmpty ? handleEnd() : .bell
    case .redraw: return nil
    case .enter: return enter()
    }
  }

  private mutating func type(_ scalar: Unicode.Scalar) -> Effect? {
    // A combining mark joins the letter before it, as an input method may send it.
    guard line.unicodeScalars.count < Self.lineLimit, isVisible(scalar) else { return .bell }
    if line.isEmpty, scalar == "?" {
      helpPage = 0
      pace.forgetKeys()
      return nil
    }
    // Another count takes the place of the one that did not agree.
    if case .confirmingCount = mode { line = "" }
    return edit { $0.unicodeScalars.append(scalar) }
  }

  /// Changes the line; what was to be confirmed is then open again.
  private mutating func edit(_ change: (inout String) -> Void) -> Effect? {
    switch mode {
    case .confirming: mode = .ballot
    case .confirmingCorrection(let place): mode = .correcting(place)
    case .confirmingCount: mode = .counting
    case .confirmingWithdrawal, .confirmingEnd: mode = resting
    case .ballot, .correcting, .counting: break
    }
    change(&line)
    if notice.kind != .info { notice = standing }
    return nil
  }

  private mutating func cancel() -> Effect? {
    line = ""
    mode = resting
    notice = standing
    return nil
  }

  /// What the line is for when nothing was asked.
  var resting: Mode { isBundleFull ? .counting : .ballot }

  /// What is said when there is nothing to say.
  var standing: EntryNotice {
    switch mode {
    case .counting: EntryNotice(.question, [countQuestion])
    case .correcting(let place): correctionQuestion(place)
    default: EntryNotice(.info, [])
    }
  }

  // MARK: What came of a record

  /// Says that the record is on the medium.
  public mutating func wrote(_ record: EntryRecord, at milliseconds: Int) {
    precondition(pending == record)
    pending = nil
    let before = book
    do throws(Contradiction) {
      try book.apply(record)
    } catch {
      preconditionFailure("a record that cannot follow was handed out: \(error)")
    }
    line = ""
    mode = resting
    if case .ballot(_, let times, _) = record {
      pace.confirm(times, at: milliseconds)
    } else {
      pace.forgetKeys()
    }
    notice = report(record, before)
    if mode == .counting { notice = EntryNotice(.question, notice.sentences + [countQuestion]) }
  }

  /// Says that the record is not on the medium, so that nothing was confirmed. What was typed stands as it did.
  public mutating func couldNotWrite(_ why: Phrase) {
    pending = nil
    switch mode {
    case .confirming: mode = .ballot
    case .confirmingCorrection(let place): mode = .correcting(place)
    case .confirmingCount: mode = .counting
    case .confirmingWithdrawal, .confirmingEnd: mode = resting
    case .ballot, .correcting, .counting: break
    }
    notice = EntryNotice(
      .refusal,
      [
        Phrase(vi: "CHƯA GHI ĐƯỢC: \(why.vi)", en: "NOT WRITTEN: \(why.en)"),
        Phrase(
          vi: "dọn chỗ trên ổ đĩa rồi bấm Enter để ghi lại, hoặc q để thôi",
          en: "make room on the disk and press Enter to try again, or leave with q"),
      ])
  }
}
