import CommandLineKit
import Entries
import Faults
import Machine
import Tallying

/// Entering line by line, without a screen: for scripts, for programs that read a screen aloud, and where input is no terminal. Every line
/// is answered with what the screen would say.
struct PlainEntry {
  private var session: EntrySession
  private let shell: Shell

  init(_ state: EntryState, _ files: EntryFiles, _ shell: Shell) {
    session = EntrySession(state, files, shell)
    self.shell = shell
  }

  consuming func run() -> ExitStatus {
    let status = takeLines()
    // The last question stays without an answer.
    _ = shell.output("\n")
    return status
  }

  private mutating func takeLines() -> ExitStatus {
    say()
    do throws(CommandFailure) {
      var lines = try StandardLines()
      while let line = try lines.next() {
        if let status = take(line) { return status }
      }
      if lines.hasUnfinishedLine { shell.note(StandardLines.unfinishedLine[shell.language]) }
    } catch {
      return shell.report(error)
    }
    // Nobody types any more, and nobody said that this was the end.
    shell.note(session.interrupted[shell.language])
    return session.isRefused ? .outputFailed : .ok
  }

  /// Takes a line as if it were typed. One of which a part would be lost is not taken at all: nobody sees what is left of it.
  private mutating func take(_ line: [UInt8]) -> ExitStatus? {
    // An empty line leaves what is to be confirmed as it is.
    if !line.isEmpty { _ = session.handle(.clear) }
    var decoder = KeyDecoder()
    var isWhole = Self.isText(line)
    for key in isWhole ? decoder.keys(line) : [] {
      if case .bell = session.handle(key) { isWhole = false }
    }
    guard isWhole else { return refuse() }
    if session.state.helpPage != nil {
      for words in EntryHelp.lines(session.state.style.form, session.state.contest) {
        _ = shell.output(words[shell.language] + "\n")
      }
      _ = session.handle(.cancel)
      return nil
    }
    switch session.handle(.enter) {
    case .goOn, .bell: say()
    case .end(let status, let words):
      shell.note(words[shell.language])
      return status
    }
    return nil
  }

  /// Whether every byte is a part of what is typed: UTF-8 without control characters, or Esc alone.
  private static func isText(_ line: [UInt8]) -> Bool {
    if line == [0x1B] { return true }
    return String(validating: line, as: UTF8.self) != nil
      && line.allSatisfy { $0 == UInt8(ascii: "\t") || $0 >= 0x20 && $0 != 0x7F }
  }

  private mutating func refuse() -> ExitStatus? {
    _ = session.handle(.clear)
    let words = Phrase(
      vi: "không nhận dòng này: có ký tự điều khiển hoặc không nhìn thấy, không phải UTF-8, hoặc quá dài",
      en: "this line is not taken: it has control or invisible characters, is no UTF-8, or is too long")
    say(words[shell.language])
    return nil
  }

  private func say() { say(session.state.notice.text(shell.language)) }

  private func say(_ words: String) {
    let next = session.state.book.nextPlace
    let place = Phrase(
      vi: "xấp \(next.bundle), phiếu \(next.serial)", en: "bundle \(next.bundle), ballot \(next.serial)")
    _ = shell.output((words.isEmpty ? "" : words + "\n") + "[\(place[shell.language])] ")
  }
}
