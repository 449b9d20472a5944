import Faults
import Machine
import Synchronization

/// How far a long count has come, on one line of standard error that is written over again and again: ballots, bytes, rate, time left.
///
/// Only for people: it exists where standard error is a terminal, and shows itself for work beyond a second only.
final class ProgressLine: Sendable {
  private let language: Language
  private let watch = Stopwatch()
  private let state = Mutex(State())

  private struct State {
    /// Bytes of the files that are open or were.
    var expected = 0
    var bytes = 0
    var ballots = 0
    /// Milliseconds at which the line was written last; `nil` before the first time.
    var shownAt: Int?
  }

  /// - Returns: `nil` where nobody would see it.
  init?(_ language: Language) {
    guard isTerminal(.standardError) else { return nil }
    self.language = language
  }

  /// Adds the bytes of a file that is about to be read; 0 where it does not know them.
  func expect(bytes: Int) {
    state.withLock { $0.expected += bytes }
  }

  /// Adds what was read since the last time.
  func add(bytes: Int, ballots: Int) {
    let now = watch.milliseconds
    let line = state.withLock { state -> String? in
      state.bytes += bytes
      state.ballots += ballots
      guard now >= 1000, now - (state.shownAt ?? 0) >= 200 else { return nil }
      state.shownAt = now
      return text(state, now)
    }
    // To the first column, the text, and nothing of what was longer.
    if let line { try? writeAll(to: .standardError, "\r" + line + "\u{1B}[K") }
  }

  /// Takes the line away.
  func clear() {
    if state.withLock({ $0.shownAt != nil }) { try? writeAll(to: .standardError, "\r\u{1B}[K") }
  }

  private func text(_ state: State, _ now: Int) -> String {
    let megabytes = state.bytes / 1_000_000
    let rate = state.bytes / (1000 * now)
    var words = Phrase(
      vi: "\(state.ballots) phiếu, \(megabytes) MB, \(rate) MB/s",
      en: "\(several(state.ballots, "ballot")), \(megabytes) MB, \(rate) MB/s")
    if state.expected > state.bytes, state.bytes > 0 {
      let left = (state.expected - state.bytes) / max(1, state.bytes / now) / 1000 + 1
      words.vi += ", còn khoảng \(left) s"
      words.en += ", about \(left) s left"
    }
    return words[language]
  }
}
