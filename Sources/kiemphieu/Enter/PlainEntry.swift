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
  /// What was read and is no whole line yet.
  private var pending: [UInt8] = []

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
    do throws(FileFailure) {
      var input = try InputFile(path: standardInputPath)
      while try input.read(into: &pending, upTo: 65_536) > 0 {
        while let feed = pending.firstIndex(of: UInt8(ascii: "\n")) {
          let line = Array(pending[..<feed])
          pending.removeSubrange(...feed)
          if let status = take(line) { return status }
        }
      }
    } catch {
      return shell.report(
        .faults(FaultLog([Fault(OpeningFault.failed(error), at: FaultPlace(file: error.path))])))
    }
    if !pending.isEmpty, let status = take(pending) { return status }
    // Nobody types any more, and nobody said that this was the end.
    shell.note(session.interrupted[shell.language])
    return session.isRefused ? .outputFailed : .ok
  }

  /// Takes a line as if it were typed. What is no text is left out, as at a terminal.
  private mutating func take(_ line: [UInt8]) -> ExitStatus? {
    var decoder = KeyDecoder()
    for key in [EntryKey.clear] + decoder.keys(line.last == 0x0D ? line.dropLast() : line) where key != .enter
    {
      // An empty line leaves what is to be confirmed as it is.
      if key == .clear, line.isEmpty { continue }
      _ = session.handle(key)
    }
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

  private func say() {
    let next = session.state.book.nextPlace
    let place = Phrase(
      vi: "xấp \(next.bundle), phiếu \(next.serial)", en: "bundle \(next.bundle), ballot \(next.serial)")
    let notice = session.state.notice.text(shell.language)
    _ = shell.output((notice.isEmpty ? "" : notice + "\n") + "[\(place[shell.language])] ")
  }
}
