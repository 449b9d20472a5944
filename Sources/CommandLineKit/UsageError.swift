public import Faults

/// The command line is wrong; the program ends with ``ExitStatus/usage``.
///
/// A command throws it too, for what only it can know: two options that exclude each other, say.
public struct UsageError: Error, Sendable, Hashable {
  /// What is wrong, one sentence without a full stop.
  public var problem: Phrase
  /// What was probably meant, one sentence.
  public var suggestion: Phrase?
  /// The command whose usage helps; `nil` before there is one.
  public var command: String?

  public init(_ problem: Phrase, suggestion: Phrase? = nil, command: String?) {
    self.problem = problem
    self.suggestion = suggestion
    self.command = command
  }
}
