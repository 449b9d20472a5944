public import Faults

/// What a command line asks for.
public enum Invocation: Sendable {
  /// To run a command.
  case run(ParsedCommand)
  /// To show a text on standard output, and end with ``ExitStatus/ok``: help, or the version.
  case show(String)
  /// Nothing that can be done. ``Program/text(of:in:)`` puts it into words for standard error.
  case refuse(UsageError, Language)
}

/// A command with the values of its arguments and options, all of which are as the command declares them.
///
/// Asking for something that the command does not declare is a mistake of the program and ends it.
public struct ParsedCommand: Sendable {
  /// The command as it was declared.
  public let command: Command
  /// The language for all messages.
  public let language: Language
  var arguments: [String: [String]] = [:]
  var options: [String: [String]] = [:]

  init(command: Command, language: Language) {
    self.command = command
    self.language = language
  }

  /// The command's name.
  public var name: String { command.name }

  /// The value of an argument that must be given once.
  public func argument(_ name: String) -> String {
    let values = arguments(name)
    precondition(values.count == 1, "\(name) is not an argument that is given exactly once")
    return values[0]
  }

  /// The values of an argument, in order.
  public func arguments(_ name: String) -> [String] {
    precondition(command.arguments.contains { $0.name == name }, "\(name) is not declared")
    return arguments[name] ?? []
  }

  /// Whether a flag is given.
  public func flag(_ name: String) -> Bool {
    precondition(declaration(name).value == .none)
    return options[name] != nil
  }

  /// Whether an option is given, rather than its default taken.
  public func isGiven(_ name: String) -> Bool {
    precondition(declaration(name).value != .none, "--\(name) is a flag")
    return options[name] != nil
  }

  /// The value of an option, or its default, or `nil`.
  public func value(_ name: String) -> String? {
    precondition(!declaration(name).isRepeatable, "--\(name) may be repeated")
    return values(name).first
  }

  /// The values of an option in the order in which they were given, or its default alone.
  public func values(_ name: String) -> [String] {
    let option = declaration(name)
    precondition(option.value != .none, "--\(name) is a flag")
    return options[name] ?? option.defaultValue.map { [$0] } ?? []
  }

  /// The value of an option with a whole number, or its default, or `nil`.
  public func integer(_ name: String) -> Int? {
    guard case .integer = declaration(name).value else {
      preconditionFailure("--\(name) is not a whole number")
    }
    return value(name).flatMap { Int($0) }
  }

  private func declaration(_ name: String) -> Option {
    guard let option = command.options.first(where: { $0.name == name }) else {
      preconditionFailure("--\(name) is not declared")
    }
    return option
  }
}
