#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// Where the handler of signals writes their numbers; -1 before there is one. Written once, before the handler is set.
nonisolated(unsafe) private var signalPipe: Int32 = -1

/// Does nothing but what may be done in a handler: one write of one byte. A full pipe loses a signal that waits in it already.
private func passOn(_ signal: Int32) {
  var byte = UInt8(truncatingIfNeeded: signal)
  _ = unsafe write(signalPipe, &byte, 1)
}

extension System {
  /// How a terminal was set.
  struct TerminalState {
    fileprivate var attributes: termios
  }

  static let stopSignal = SIGTSTP
  static let resizeSignal = SIGWINCH
  static let terminatingSignals = [SIGINT, SIGTERM, SIGHUP, SIGQUIT]

  /// How the terminal that standard input comes from is set; `nil` where it is none.
  static func terminalState() -> TerminalState? {
    var attributes = termios()
    return unsafe tcgetattr(0, &attributes) == 0 ? TerminalState(attributes: attributes) : nil
  }

  /// Sets the terminal as it was. What was typed and not read stays.
  static func setTerminal(_ state: TerminalState) {
    var attributes = state.attributes
    while unsafe tcsetattr(0, TCSADRAIN, &attributes) == -1, Failure.last.errno == EINTR {}
  }

  /// Has the terminal pass every key on as it is typed and show nothing by itself, but still send signals.
  static func setRaw(from state: TerminalState) {
    var raw = state
    unsafe cfmakeraw(&raw.attributes)
    raw.attributes.c_lflag |= tcflag_t(ISIG)
    setTerminal(raw)
  }

  /// The size of the terminal; `nil` where it does not say.
  static func terminalSize() -> (rows: Int, columns: Int)? {
    var size = winsize()
    guard unsafe ioctl(1, UInt(TIOCGWINSZ), &size) == 0, size.ws_row > 0, size.ws_col > 0 else { return nil }
    return (Int(size.ws_row), Int(size.ws_col))
  }

  /// Has the signals that concern a terminal written into a pipe from now on.
  ///
  /// - Returns: the pipe's end to be read.
  static func signalsThroughPipe() throws(Failure) -> Int32 {
    var ends: [Int32] = [-1, -1]
    _ = try repeated { unsafe pipe(&ends) }
    for end in ends {
      _ = try repeated { fcntl(end, F_SETFL, O_NONBLOCK) }
      _ = try repeated { fcntl(end, F_SETFD, FD_CLOEXEC) }
    }
    unsafe signalPipe = ends[1]
    for number in terminatingSignals + [stopSignal, resizeSignal] { _ = signal(number, passOn) }
    return ends[0]
  }

  /// Stops this process until somebody has it go on.
  static func stop() {
    _ = kill(getpid(), SIGSTOP)
  }

  /// Waits until one of two files has something to be read.
  ///
  /// - Parameter milliseconds: at most so long; for ever where it is negative.
  /// - Returns: whether each has, or is at its end.
  static func waitForInput(_ first: Int32, _ second: Int32, _ milliseconds: Int32) throws(Failure) -> (
    Bool, Bool
  ) {
    var requests = [first, second].map { pollfd(fd: $0, events: Int16(POLLIN), revents: 0) }
    do throws(Failure) {
      let result = unsafe poll(&requests, 2, milliseconds)
      if result == -1 { throw Failure.last }
    } catch  where error.errno == EINTR {
      // A signal: its byte is in the pipe by now, and the next call finds it.
      return (false, false)
    }
    return (requests[0].revents != 0, requests[1].revents != 0)
  }

  /// Reads what is there of an open file; 0 at its end.
  static func readAvailable(_ number: Int32, into buffer: inout [UInt8], upTo count: Int) throws(Failure)
    -> Int
  {
    try unsafe appendBytes(to: &buffer, upTo: count) { (free) throws(Failure) in
      try repeated { unsafe readSome(number, free.baseAddress, free.count) }
    }
  }
}

// Within an extension that has a function of the same name, the system's is not found.
private func readSome(_ file: Int32, _ start: UnsafeMutableRawPointer?, _ count: Int) -> Int {
  unsafe read(file, start, count)
}
