#if canImport(Glibc)
  // The environment of the process is a variable in C. Nothing in this program changes it.
  @unsafe @preconcurrency import Glibc
#elseif canImport(Musl)
  @unsafe @preconcurrency import Musl
#elseif canImport(Darwin)
  @unsafe @preconcurrency import Darwin
#endif

extension System {
  /// Starts a program found on the search path and waits for its end.
  ///
  /// - Parameters:
  ///   - words: the program and its arguments.
  ///   - input: the file that its standard input reads.
  ///   - output: the file that its standard output writes anew.
  ///   - errors: the file that its standard error writes anew; `nil` for this process's own.
  /// - Returns: its exit status; 128 and the signal's number where a signal ended it.
  static func run(_ words: [String], input: String, output: String, errors: String?) throws(Failure) -> Int32
  {
    for word in words + [input, output] + [errors].compactMap({ $0 }) { try check(word) }
    var actions = unsafe posix_spawn_file_actions_t()
    try unsafe succeed(posix_spawn_file_actions_init(&actions))
    defer { unsafe posix_spawn_file_actions_destroy(&actions) }
    let writing = O_WRONLY | O_CREAT | O_TRUNC
    try unsafe succeed(posix_spawn_file_actions_addopen(&actions, 0, input, O_RDONLY, 0))
    try unsafe succeed(posix_spawn_file_actions_addopen(&actions, 1, output, writing, 0o600))
    if let errors {
      try unsafe succeed(posix_spawn_file_actions_addopen(&actions, 2, errors, writing, 0o600))
    }
    var arguments = unsafe words.map { unsafe strdup($0) } + [nil]
    defer { unsafe arguments.forEach { unsafe free($0) } }
    var process: pid_t = 0
    try unsafe succeed(posix_spawnp(&process, words[0], &actions, nil, &arguments, environ))
    var status: Int32 = 0
    _ = try repeated { unsafe waitpid(process, &status, 0) }
    let signal = status & 0x7F
    return signal == 0 ? status >> 8 & 0xFF : 128 + signal
  }

  /// These calls return the error instead of setting it.
  private static func succeed(_ errno: Int32) throws(Failure) {
    if errno != 0 { throw Failure(errno) }
  }

  /// Makes a folder that nobody else may look into, with a name that was not there.
  static func makePrivateFolder(_ path: String) throws(Failure) {
    try check(path)
    _ = try repeated { unsafe mkdir(path, 0o700) }
  }

  static func removeFolder(_ path: String) throws(Failure) {
    try check(path)
    _ = try repeated { unsafe rmdir(path) }
  }
}
