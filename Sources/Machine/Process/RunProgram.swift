/// What another program did.
public struct ProgramRun: Sendable, Equatable {
  /// Its exit status; 128 and the signal's number where a signal ended it.
  public var status: Int32
  public var output: [UInt8]
  /// What it said on standard error; empty where that went to this process's own.
  public var errors: [UInt8]
}

/// The most bytes of another program's output that are read.
private let outputLimit = 1 << 20

/// Runs a program found on the search path.
///
/// - Parameters:
///   - words: the program and its arguments.
///   - input: what it reads from standard input.
///   - showsErrors: whether its standard error is this process's own, so that it can ask a person for something.
/// - Throws: the system's refusal, for the program; ``FileFailure/isMissing`` where there is none of that name.
public func runProgram(
  _ words: [String], input: [UInt8], showsErrors: Bool = false
) throws(FileFailure) -> ProgramRun {
  precondition(!words.isEmpty)
  var folder = try PrivateFolder()
  let standardInput = try folder.write("input", input)
  let (output, errors) = (folder.file("output"), folder.file("errors"))
  let status: Int32
  do throws(System.Failure) {
    status = try System.run(words, input: standardInput, output: output, errors: showsErrors ? nil : errors)
  } catch {
    throw error.during(.open, words[0])
  }
  return ProgramRun(
    status: status, output: try readWhole(output, limit: outputLimit),
    errors: showsErrors ? [] : try readWhole(errors, limit: outputLimit))
}
