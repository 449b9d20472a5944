import CommandLineKit
import Entries
import Faults
import Machine

/// Entering at a terminal, with a screen.
struct TerminalEntry {
  private var session: EntrySession
  private let terminal: Terminal
  private let shell: Shell
  private var decoder = KeyDecoder()
  private var update = ScreenUpdate()
  private let hasColour: Bool

  init(_ state: EntryState, _ files: EntryFiles, _ terminal: Terminal, _ shell: Shell) {
    session = EntrySession(state, files, shell)
    self.terminal = terminal
    self.shell = shell
    hasColour = environment("NO_COLOR")?.isEmpty ?? true
  }

  /// How long an Esc is waited behind, since it may begin a sequence.
  private static let escapeMilliseconds = 50

  consuming func run() -> ExitStatus {
    draw()
    while true {
      let keys: [EntryKey]
      switch terminal.next(waiting: decoder.isWaiting ? Self.escapeMilliseconds : nil) {
      case .typed(let bytes): keys = decoder.keys(bytes)
      case .nothing: keys = decoder.pause()
      case .changed:
        update.forget()
        keys = []
      case .ended: return end(.ok, session.interrupted)
      case .terminated(let signal):
        terminal.restore()
        shell.note(session.interrupted[shell.language])
        exitProcess(128 + signal)
      }
      for key in keys {
        if key == .redraw { update.forget() }
        switch session.handle(key) {
        case .goOn: break
        case .bell: terminal.write("\u{7}")
        case .end(let status, let words): return end(status, words)
        }
      }
      draw()
    }
  }

  private mutating func draw() {
    let (rows, columns) = terminal.size
    let lines = EntryScreen.render(
      session.state, rows: rows, columns: columns, hasColour: hasColour, shell.language)
    terminal.write(
      update.sequences(
        lines, columns: columns, cursor: EntryScreen.cursor(session.state, rows: rows, columns: columns)))
  }

  private func end(_ status: ExitStatus, _ words: Phrase) -> ExitStatus {
    terminal.restore()
    shell.note(words[shell.language])
    return status
  }
}
