/// How a command ended, as scripts see it. Above 1 the numbers are those of BSD's `sysexits.h`.
public enum ExitStatus: Int32, Sendable, CaseIterable {
  /// Done.
  case ok = 0
  /// The work was done, and the answer is no.
  case negative = 1
  /// The command line is wrong.
  case usage = 64
  /// A file was read, and what it says is wrong.
  case data = 65
  /// A file that is needed does not exist.
  case missingInput = 66
  /// The output cannot be written.
  case outputFailed = 73
  /// A file cannot be read.
  case readError = 74
}
