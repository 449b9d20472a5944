import Foundation

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// A program at a terminal of the kernel's own making, as a person would sit at it: keys go in, and what is to be seen is kept as a screen.
final class PseudoTerminal {
  private let master: Int32
  /// The terminal's other end, kept open so that its settings can be looked at when the program is gone.
  private let slave: Int32
  let process: pid_t
  private(set) var screen: TerminalScreen
  /// Everything that was written.
  private(set) var output: [UInt8] = []
  private var ended: Int32?

  init(_ arguments: [String], in folder: URL, rows: Int, columns: Int, environment: [String: String] = [:])
    throws
  {
    let path: String
    (master, path) = try Self.make()
    slave = unsafe open(path, O_RDWR | O_NOCTTY)
    screen = TerminalScreen(rows: rows, columns: columns)
    _ = fcntl(master, F_SETFD, FD_CLOEXEC)
    _ = fcntl(slave, F_SETFD, FD_CLOEXEC)
    Self.setSize(master, rows, columns)

    var actions = unsafe posix_spawn_file_actions_t()
    unsafe posix_spawn_file_actions_init(&actions)
    defer { unsafe posix_spawn_file_actions_destroy(&actions) }
    // The first terminal that the leader of a session opens is its own.
    unsafe posix_spawn_file_actions_addopen(&actions, 0, path, O_RDWR, 0)
    unsafe posix_spawn_file_actions_adddup2(&actions, 0, 1)
    unsafe posix_spawn_file_actions_adddup2(&actions, 0, 2)
    var attributes = posix_spawnattr_t()
    unsafe posix_spawnattr_init(&attributes)
    defer { unsafe posix_spawnattr_destroy(&attributes) }
    // The threads that tests run on have signals blocked; a program at a terminal has not.
    var none = sigset_t()
    unsafe sigemptyset(&none)
    unsafe posix_spawnattr_setsigmask(&attributes, &none)
    unsafe posix_spawnattr_setflags(&attributes, Self.newSession | Int16(POSIX_SPAWN_SETSIGMASK))
    let words = ["/bin/sh", "-c", "cd \"$0\" && exec \"$@\"", folder.path, Place.program.path] + arguments
    var argv = unsafe words.map { unsafe strdup($0) } + [nil]
    let values = ["TERM": "xterm", "PATH": "/usr/bin:/bin"].merging(Place.instrumentation) { $1 }
      .merging(environment) { $1 }
    var envp = unsafe values.map { unsafe strdup("\($0.key)=\($0.value)") } + [nil]
    defer { unsafe (argv + envp).forEach { unsafe free($0) } }
    var pid: pid_t = 0
    let failure = unsafe posix_spawn(&pid, words[0], &actions, &attributes, &argv, &envp)
    guard failure == 0 else { throw POSIXError(.init(rawValue: failure) ?? .EIO) }
    process = pid
  }

  deinit {
    if ended == nil {
      kill(process, SIGKILL)
      _ = wait()
    }
    close(slave)
    close(master)
  }

  /// A new terminal: the end that plays the person, and the path of the program's.
  private static func make() throws -> (Int32, String) {
    #if os(Linux)
      // The C library has functions for this, but hides them from Swift; these are the calls that they make.
      let (lock, number) = (UInt(0x4004_5431), UInt(0x8004_5430))
      let master = unsafe open("/dev/ptmx", O_RDWR | O_NOCTTY)
      var unlocked: Int32 = 0
      var name: UInt32 = 0
      guard master >= 0, unsafe ioctl(master, lock, &unlocked) == 0, unsafe ioctl(master, number, &name) == 0
      else {
        throw POSIXError(.ENXIO)
      }
      return (master, "/dev/pts/\(name)")
    #else
      let master = posix_openpt(O_RDWR | O_NOCTTY)
      guard master >= 0, grantpt(master) == 0, unlockpt(master) == 0, let name = unsafe ptsname(master) else {
        throw POSIXError(.ENXIO)
      }
      return (master, unsafe String(cString: name))
    #endif
  }

  /// The flag that makes a process the leader of a session of its own, which not every header shows.
  private static var newSession: Int16 {
    #if os(Linux)
      0x80
    #else
      Int16(POSIX_SPAWN_SETSID)
    #endif
  }

  private static func setSize(_ terminal: Int32, _ rows: Int, _ columns: Int) {
    var size = winsize(ws_row: UInt16(rows), ws_col: UInt16(columns), ws_xpixel: 0, ws_ypixel: 0)
    _ = unsafe ioctl(terminal, UInt(TIOCSWINSZ), &size)
  }

  func resize(rows: Int, columns: Int) {
    screen = TerminalScreen(rows: rows, columns: columns)
    Self.setSize(master, rows, columns)
  }

  func type(_ text: String) { type(Array(text.utf8)) }

  func type(_ bytes: [UInt8]) {
    var rest = bytes[...]
    while !rest.isEmpty {
      // The program may have to be listened to before it takes more.
      _ = listen(milliseconds: 0)
      let part = Array(rest.prefix(256))
      let count = unsafe write(master, part, part.count)
      if count <= 0 { return }
      rest = rest.dropFirst(count)
    }
  }

  /// Takes in what the program writes.
  ///
  /// - Returns: whether there was something within the time.
  @discardableResult
  func listen(milliseconds: Int32) -> Bool {
    var request = pollfd(fd: master, events: Int16(POLLIN), revents: 0)
    guard unsafe poll(&request, 1, milliseconds) > 0 else { return false }
    var buffer = [UInt8](repeating: 0, count: 65_536)
    let count = unsafe read(master, &buffer, buffer.count)
    guard count > 0 else { return false }
    output += buffer[..<count]
    screen.take(buffer[..<count])
    return true
  }

  /// Listens until something is to be seen.
  ///
  /// - Returns: whether it came before the program had nothing more to say for a long time.
  func see(_ text: String) -> Bool {
    for _ in 0..<400 {
      if screen.text.contains(text) { return true }
      listen(milliseconds: 50)
    }
    return screen.text.contains(text)
  }

  /// Listens until the program says nothing for a moment.
  func settle(milliseconds: Int32 = 200) {
    while listen(milliseconds: milliseconds) {}
  }

  // What a failed expectation shows is then a word, not a whole screen.
  var complaints: [String] { screen.complaints }
  var hasColour: Bool { screen.hasColour }
  var isOtherScreen: Bool { screen.isOtherScreen }

  func signal(_ number: Int32) { kill(process, number) }

  /// Listens until the program has ended.
  ///
  /// - Returns: its exit status; 128 and the number of a signal that ended it.
  func wait() -> Int32 {
    if let ended { return ended }
    var status: Int32 = 0
    var patience = 1000
    while unsafe waitpid(process, &status, WNOHANG) == 0 {
      listen(milliseconds: 20)
      patience -= 1
      if patience == 0 { kill(process, SIGKILL) }
    }
    settle(milliseconds: 0)
    let signal = status & 0x7F
    ended = signal == 0 ? status >> 8 & 0xFF : 128 + signal
    return ended ?? 0
  }

  /// Waits until the program is stopped, not ended.
  func waitUntilStopped() -> Bool {
    var status: Int32 = 0
    for _ in 0..<400 {
      if unsafe waitpid(process, &status, WNOHANG | WUNTRACED) == process { return status & 0xFF == 0x7F }
      listen(milliseconds: 50)
    }
    return false
  }

  /// Listens until the terminal passes on every key.
  func becomesRaw() -> Bool {
    for _ in 0..<400 where isCooked { listen(milliseconds: 50) }
    return !isCooked
  }

  /// Whether the terminal waits for whole lines and shows what is typed, as shells have it.
  var isCooked: Bool {
    var attributes = termios()
    _ = unsafe tcgetattr(slave, &attributes)
    let wanted = tcflag_t(ICANON | ECHO)
    return attributes.c_lflag & wanted == wanted
  }
}

/// What a terminal shows after what was written to it: the sequences that the program uses, and no others.
struct TerminalScreen {
  let rows: Int
  let columns: Int
  private var cells: [[Character]]
  private var row = 0
  private var column = 0
  private var pending: [UInt8] = []
  /// Sequences that it does not know, and characters behind the right edge: there should be none.
  private(set) var complaints: [String] = []
  private(set) var hasColour = false
  private(set) var isOtherScreen = false

  init(rows: Int, columns: Int) {
    self.rows = rows
    self.columns = columns
    cells = Array(repeating: Array(repeating: " ", count: columns), count: rows)
  }

  /// The lines without the spaces at their ends.
  var text: String {
    cells.map { line in
      let end = line.lastIndex { $0 != " " }.map { $0 + 1 } ?? 0
      return String(line[..<end])
    }.joined(separator: "\n")
  }

  mutating func take(_ bytes: ArraySlice<UInt8>) {
    pending += bytes
    while !pending.isEmpty {
      guard let used = takeOne() else { return }
      pending.removeFirst(used)
    }
  }

  /// - Returns: how many bytes it took; `nil` where more are needed.
  private mutating func takeOne() -> Int? {
    switch pending[0] {
    case 0x1B: return takeSequence()
    case 0x07: return 1
    case 0x0D:
      column = 0
      return 1
    case 0x0A:
      row = min(row + 1, rows - 1)
      return 1
    case ..<0x80:
      put(Character(Unicode.Scalar(pending[0])))
      return 1
    default:
      let length = pending[0] < 0xE0 ? 2 : pending[0] < 0xF0 ? 3 : 4
      guard pending.count >= length else { return nil }
      for character in String(decoding: pending[..<length], as: UTF8.self) { put(character) }
      return length
    }
  }

  private mutating func put(_ character: Character) {
    if column < columns, row < rows {
      cells[row][column] = character
    } else if isOtherScreen {
      complaints.append("«\(character)» behind column \(columns) of row \(row + 1)")
    }
    column += 1
  }

  private mutating func takeSequence() -> Int? {
    guard pending.count > 1 else { return nil }
    guard pending[1] == UInt8(ascii: "["), let end = pending.dropFirst(2).firstIndex(where: { $0 >= 0x40 })
    else {
      if pending[1] != UInt8(ascii: "[") {
        complaints.append("Esc \(pending[1])")
        return 2
      }
      return nil
    }
    let body = String(decoding: pending[2..<end], as: UTF8.self)
    let numbers = body.split(separator: ";").compactMap { Int($0) }
    switch (pending[end], body) {
    case (UInt8(ascii: "H"), _):
      row = (numbers.first ?? 1) - 1
      column = (numbers.count > 1 ? numbers[1] : 1) - 1
    case (UInt8(ascii: "J"), "2"):
      cells = Array(repeating: Array(repeating: " ", count: columns), count: rows)
    case (UInt8(ascii: "K"), "2"):
      if row < rows { cells[row] = Array(repeating: " ", count: columns) }
    case (UInt8(ascii: "m"), _): hasColour = hasColour || body != "0"
    case (UInt8(ascii: "h"), "?1049"): isOtherScreen = true
    case (UInt8(ascii: "l"), "?1049"): isOtherScreen = false
    case (UInt8(ascii: "h"), "?7"), (UInt8(ascii: "l"), "?7"), (UInt8(ascii: "h"), "?25"),
      (UInt8(ascii: "l"), "?25"):
      break
    default: complaints.append("Esc [ \(body) \(Character(Unicode.Scalar(pending[end])))")
    }
    return end + 1
  }
}
