import CommandLineKit
import Entries
import Faults
import Machine

/// What entering at a terminal and entering from lines have in common: what a key asks for is done, and told back.
struct EntrySession {
  private(set) var state: EntryState
  private let files: EntryFiles
  private let shell: Shell
  private let watch = Stopwatch()
  /// Whether the last ballot that was typed could not be written.
  private(set) var isRefused = false

  init(_ state: EntryState, _ files: EntryFiles, _ shell: Shell) {
    self.state = state
    self.files = files
    self.shell = shell
  }

  enum Step {
    case goOn
    /// A key that meant nothing.
    case bell
    /// The person has left, or nothing more can be done; what is to be said on standard error.
    case end(ExitStatus, Phrase)
  }

  mutating func handle(_ key: EntryKey) -> Step {
    if let minute = EnterCommand.minute() { state.minute = minute }
    switch state.handle(key, at: watch.milliseconds) {
    case nil: return .goOn
    case .bell: return .bell
    case .record(let record): return write(record) ?? .goOn
    case .end(let record):
      guard write(record) != nil else { return .end(.ok, farewell) }
      // Whoever wants to leave can: what was confirmed is written.
      return .end(.outputFailed, interrupted)
    }
  }

  /// - Returns: what is not as it should be; `nil` where the record is on the medium.
  private mutating func write(_ record: EntryRecord) -> Step? {
    do throws(EntryFiles.WriteFailure) {
      try files.write(record)
    } catch {
      switch error {
      case .refused(let failure):
        state.couldNotWrite(failure.words)
        isRefused = true
        return .bell
      case .unknown(let failure):
        return .end(
          .outputFailed,
          Phrase(
            vi:
              "\(visibleLine(failure.path)): \(failure.words.vi). Không rõ phiếu cuối đã ghi chưa: chạy lại enter và xem phiếu tiếp theo là số mấy.\n",
            en:
              "\(visibleLine(failure.path)): \(failure.words.en). Whether the last ballot was written is not known: start enter again and see which comes next.\n"
          ))
      }
    }
    state.wrote(record, at: watch.milliseconds)
    isRefused = false
    return nil
  }

  /// What stands in the files, with the code that stands for the whole log.
  private var farewell: Phrase {
    let code = ShortCode(files.lastDigest).description
    return Phrase(
      vi: "Đã nhập \(state.book.ballots) phiếu, \(state.book.bundles.count) xấp. Mã của nhật ký: \(code)\n",
      en:
        "Ballots entered: \(state.book.ballots), bundles: \(state.book.bundles.count). Code of the log: \(code)\n"
    )
  }

  /// What is said when the process is ended from outside: nothing more is written.
  var interrupted: Phrase {
    Phrase(
      vi: "Dừng. \(state.book.ballots) phiếu đã xác nhận đều đã ghi; chạy lại enter để nhập tiếp.\n",
      en: "Stopped. All \(state.book.ballots) confirmed ballots are written; start enter again to go on.\n")
  }
}
