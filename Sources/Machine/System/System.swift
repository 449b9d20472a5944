#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#else
  #error("This operating system needs its own folder System/")
#endif

/// The calls of the operating system as this room uses them: the only place that knows POSIX.
///
/// Contract of the unsafe code in this folder:
/// - pointers given to the system live for the call only, and come with the length of what they point to;
/// - strings go in as NUL-terminated copies made by Swift, and paths that contain a NUL are refused first, so that
///   the system never sees another path than the caller;
/// - pointers that come from the system are copied at once and, where it says so, freed once;
/// - interrupted calls (`EINTR`) are repeated here, so that nobody else has to think of them.
///
/// A port to another system replaces this folder and nothing else.
enum System {
  /// The number of an error of the system.
  struct Failure: Error {
    var errno: Int32

    init(_ errno: Int32) {
      self.errno = errno
    }

    /// The error of the call that has just failed.
    static var last: Failure { Failure(lastErrno) }

    func during(_ operation: FileFailure.Operation, _ path: String) -> FileFailure {
      FileFailure(operation, path: path, errno: errno)
    }
  }

  static let missing = ENOENT
  static let notAFolder = ENOTDIR
  static let isAFolder = EISDIR
  static let forbidden = EACCES
  static let notPermitted = EPERM
  static let tooLarge = EFBIG
  static let present = EEXIST
  static let unsupported = ENOTSUP
  static let readFailed = EIO

  private static var lastErrno: Int32 {
    #if canImport(Glibc)
      Glibc.errno
    #elseif canImport(Musl)
      Musl.errno
    #else
      Darwin.errno
    #endif
  }

  /// Repeats a call that returns -1 on failure until it is not interrupted any more.
  static func repeated<N: FixedWidthInteger & SignedInteger>(_ call: () -> N) throws(Failure) -> N {
    while true {
      let result = call()
      if result != -1 { return result }
      let failure = Failure.last
      if failure.errno != EINTR { throw failure }
    }
  }

  /// Refuses a path that the system would cut off at a NUL.
  static func check(_ path: String) throws(Failure) {
    if path.utf8.contains(0) { throw Failure(EINVAL) }
  }

  /// The system's words for an error. Its buffer belongs to the calling thread (glibc since 2.32, musl, macOS).
  static func words(for errno: Int32) -> String {
    guard let words = unsafe strerror(errno) else { return "error \(errno)" }
    return unsafe String(cString: words)
  }

  /// The value of a variable of the environment, which nothing in this program ever changes.
  static func environment(_ name: String) -> String? {
    guard !name.utf8.contains(0), let value = unsafe getenv(name) else { return nil }
    return unsafe String(cString: value)
  }

  /// The words of the command line, the program's own name first; `nil` for a word that is no UTF-8.
  static func commandLineWords() -> [String?] {
    var words: [String?] = []
    for index in 0..<Int(CommandLine.argc) {
      let word = unsafe CommandLine.unsafeArgv[index]
      words.append(unsafe word.flatMap { unsafe String(validatingCString: $0) })
    }
    return words
  }

  /// Lets writing to a closed pipe fail with `EPIPE` instead of ending the process.
  static func ignoreBrokenPipes() {
    _ = signal(SIGPIPE, SIG_IGN)
  }

  /// How many processors this process may run on; at least 1.
  static func processorCount() -> Int {
    #if os(Linux)
      if let allowed = processorsAllowed() { return allowed }
    #endif
    return max(1, sysconf(Int32(_SC_NPROCESSORS_ONLN)))
  }

  #if os(Linux)
    /// The processors that the kernel lets this process run on. `sched_getaffinity` would say so too, but is hidden
    /// from Swift by the headers.
    private static func processorsAllowed() -> Int? {
      guard let status = try? readWhole("/proc/self/status", limit: 1 << 20) else { return nil }
      let label = Array("Cpus_allowed:".utf8)
      guard let line = status.split(separator: UInt8(ascii: "\n")).first(where: { $0.starts(with: label) })
      else { return nil }
      let digits = String(decoding: line.dropFirst(label.count), as: UTF8.self)
      let count = digits.reduce(0) { $0 + ($1.hexDigitValue?.nonzeroBitCount ?? 0) }
      return count > 0 ? count : nil
    }
  #endif
}
