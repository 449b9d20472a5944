/// The terminal that a person types at, key by key. It is set as it was when ``restore()`` is called, and whenever the process is stopped.
///
/// One at a time: terminals and signals belong to the whole process.
public final class Terminal {
  /// What happened.
  public enum Event: Sendable, Hashable {
    /// Bytes were typed, or pasted; a character may be cut in two.
    case typed([UInt8])
    /// What is shown has to be drawn anew: the size is another, or the process was stopped and goes on.
    case changed
    /// Nobody can type any more.
    case ended
    /// The process is to end, by this signal.
    case terminated(Int32)
    /// Nothing for as long as was to be waited.
    case nothing
  }

  private let before: System.TerminalState
  private let signals: Int32
  private var isRaw = false

  /// Turns to another screen and has keys passed on as they are typed.
  ///
  /// - Returns: `nil` where standard input or output is no terminal, or one that can do nothing (`TERM` is `dumb` or says nothing).
  public init?() {
    let kind = environment("TERM") ?? ""
    guard System.isTerminal(0), System.isTerminal(1), !kind.isEmpty, kind != "dumb",
      let state = System.terminalState(), let pipe = try? System.signalsThroughPipe()
    else { return nil }
    before = state
    signals = pipe
    enter()
  }

  private func enter() {
    System.setRaw(from: before)
    isRaw = true
    // The other screen, without wrapping at the right edge.
    write("\u{1B}[?1049h\u{1B}[?7l\u{1B}[H\u{1B}[2J")
  }

  /// Gives the terminal back as it was. Nothing is lost by calling it twice.
  public func restore() {
    guard isRaw else { return }
    write("\u{1B}[0m\u{1B}[?7h\u{1B}[?25h\u{1B}[?1049l")
    System.setTerminal(before)
    isRaw = false
  }

  deinit { restore() }

  /// Rows and columns; 24 and 80 where the terminal does not say.
  public var size: (rows: Int, columns: Int) { System.terminalSize() ?? (24, 80) }

  /// Writes to the screen. Where nobody looks any more, the next event says so.
  public func write(_ text: String) {
    try? writeAll(to: .standardOutput, text)
  }

  /// Waits for the next event.
  ///
  /// - Parameter milliseconds: at most so long; without it, for as long as it takes.
  public func next(waiting milliseconds: Int? = nil) -> Event {
    guard let (typed, signalled) = try? System.waitForInput(0, signals, Int32(clamping: milliseconds ?? -1))
    else {
      return .ended
    }
    if signalled, let event = nextSignal() { return event }
    guard typed else { return .nothing }
    var bytes: [UInt8] = []
    guard let count = try? System.readAvailable(0, into: &bytes, upTo: 4096), count > 0 else { return .ended }
    return .typed(bytes)
  }

  private func nextSignal() -> Event? {
    var bytes: [UInt8] = []
    guard (try? System.readAvailable(signals, into: &bytes, upTo: 64)) != nil else { return nil }
    let numbers = bytes.map { Int32($0) }
    if let end = numbers.first(where: { System.terminatingSignals.contains($0) }) { return .terminated(end) }
    if numbers.contains(System.stopSignal) {
      restore()
      System.stop()
      enter()
    }
    return numbers.isEmpty ? nil : .changed
  }
}
