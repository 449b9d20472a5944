/// The path by which standard input is opened like a file.
public let standardInputPath = "/dev/stdin"

/// A stream that the process was started with.
public enum StandardStream: Int32, Sendable, CaseIterable {
  /// For results.
  case standardOutput = 1
  /// For everything else.
  case standardError = 2

  var path: String {
    switch self {
    case .standardOutput: "/dev/stdout"
    case .standardError: "/dev/stderr"
    }
  }
}

/// Writes all bytes to a stream, without a buffer.
///
/// - Throws: the system's refusal, such as `EPIPE` when nobody reads any more (after ``ignoreBrokenPipes()``) and
///   `ENOSPC` when the medium is full.
public func writeAll(to stream: StandardStream, _ bytes: [UInt8]) throws(FileFailure) {
  do throws(System.Failure) {
    try unsafe System.writeAll(stream.rawValue, bytes.span.bytes)
  } catch {
    throw error.during(.write, stream.path)
  }
}

/// Writes a text to a stream, without a buffer.
///
/// - Throws: as ``writeAll(to:_:)-(StandardStream,[UInt8])``.
public func writeAll(to stream: StandardStream, _ text: String) throws(FileFailure) {
  try writeAll(to: stream, Array(text.utf8))
}

/// Whether a person looks at the stream.
public func isTerminal(_ stream: StandardStream) -> Bool {
  System.isTerminal(stream.rawValue)
}

/// Lets writing to a stream that nobody reads any more fail instead of ending the process without a word.
/// For the whole process, to be called once at its start.
public func ignoreBrokenPipes() {
  System.ignoreBrokenPipes()
}

/// Lets a write beyond the largest file that the user may make fail instead of ending the process without a word.
/// For the whole process, to be called once at its start.
public func ignoreFileSizeSignal() {
  System.ignoreFileSizeSignal()
}

/// Takes the places of standard streams that the process was started without, so that no file that is opened later is taken for one, and
/// messages written into it. What is written to them fails as before.
/// For the whole process, to be called once at its start.
public func holdStandardStreams() {
  System.holdStandardStreams()
}

/// The words of the command line, the program's own name first; `nil` for a word that is no UTF-8.
///
/// `CommandLine.arguments` repairs such a word, so that another would be taken than was given.
public func commandLineWords() -> [String?] {
  System.commandLineWords()
}

/// The value of a variable of the environment; `nil` where it is not set.
public func environment(_ name: String) -> String? {
  System.environment(name)
}

/// How many processors this process may run on; at least 1.
public func processorCount() -> Int {
  System.processorCount()
}
