public import Faults

extension Program {
  /// What a command line asks for.
  ///
  /// Nothing is done and nothing is written. Where several things are wrong, the first is told.
  ///
  /// - Parameters:
  ///   - arguments: the words behind the program's name.
  ///   - environment: the value of a variable of the environment, or `nil`.
  public func parse(_ arguments: [String], environment: (String) -> String?) -> Invocation {
    let language = language(of: arguments, environment: environment)
    do throws(UsageError) {
      return try invocation(Words(arguments), language)
    } catch {
      return .refuse(error, language)
    }
  }

  /// The language that a command line asks for, whatever else is wrong with it; otherwise that of the environment.
  ///
  /// - Parameters: those of ``parse(_:environment:)``.
  public func language(of arguments: [String], environment: (String) -> String?) -> Language {
    Words(arguments).language ?? defaultLanguage(environment: environment)
  }

  private func invocation(_ words: Words, _ language: Language) throws(UsageError) -> Invocation {
    if words.asksForHelp || words.command == "help" { return .show(try help(words, language)) }
    if words.asksForVersion { return .show(version + "\n") }
    // An option before the command is not understood, but one of the program's own may be badly written.
    var leading = WordParser(options: [.language], command: nil)
    try leading.parse(words.beforeCommand)
    guard let name = words.command else { return .show(helpText(in: language)) }
    guard let command = command(name) else { throw unknownCommand(name) }
    var parser = WordParser(options: command.options + [.language], command: command.name)
    parser.given = leading.given
    try parser.parse(words.behindCommand)
    parser.arguments += words.behindEnd
    var parsed = ParsedCommand(command: command, language: language)
    parsed.arguments = try assign(parser.arguments, to: command)
    for option in command.options where option.isRequired && parser.given[option.name] == nil {
      throw missingOption(option, of: command)
    }
    parsed.options = parser.given
    return .run(parsed)
  }

  private func help(_ words: Words, _ language: Language) throws(UsageError) -> String {
    let name = words.command == "help" ? words.behindCommand.first { !$0.hasPrefix("-") } : words.command
    guard let name, name != "help" else { return helpText(in: language) }
    guard let command = command(name) else { throw unknownCommand(name) }
    return helpText(for: command, in: language)
  }

  /// Gives every argument as many words as it may have, from the left, leaving the later ones what they need.
  private func assign(_ words: [String], to command: Command) throws(UsageError) -> [String: [String]] {
    var rest = words[...]
    var assigned: [String: [String]] = [:]
    var needed = command.arguments.reduce(0) { $0 + $1.count.lowerBound }
    for argument in command.arguments {
      needed -= argument.count.lowerBound
      let taken = min(argument.count.upperBound, max(rest.count - needed, argument.count.lowerBound))
      guard taken <= rest.count else { throw missingArgument(argument, of: command) }
      // An empty word is what is left of a variable of the shell that was not set.
      guard !rest.prefix(taken).contains("") else { throw missingArgument(argument, of: command) }
      assigned[argument.name] = Array(rest.prefix(taken))
      rest = rest.dropFirst(taken)
    }
    if let word = rest.first { throw superfluousArgument(word, of: command) }
    return assigned
  }
}

/// The words of a command line, sorted by where they stand. No value of an option begins with a hyphen, except where
/// it is joined by `=` or is a number, so that this needs no knowledge of the options.
private struct Words {
  var beforeCommand: [String] = []
  var command: String?
  var behindCommand: [String] = []
  /// Behind `--`, or what is left of that when the command itself stands there.
  var behindEnd: [String] = []

  init(_ words: [String]) {
    let end = words.firstIndex(of: "--") ?? words.endIndex
    var rest = words[..<end]
    behindEnd = Array(words[end...].dropFirst())
    while let word = rest.first, WordParser.isOption(word) {
      beforeCommand.append(rest.removeFirst())
      if word == "--lang", let value = rest.first, !WordParser.isOption(value) {
        beforeCommand.append(rest.removeFirst())
      }
    }
    command = rest.popFirst() ?? (behindEnd.isEmpty ? nil : behindEnd.removeFirst())
    behindCommand = Array(rest)
  }

  private var beforeEnd: [String] { beforeCommand + behindCommand }

  var asksForHelp: Bool { beforeEnd.contains { $0 == "--help" || $0 == "-h" } }

  var asksForVersion: Bool { beforeEnd.contains("--version") }

  /// The language asked for, if it is one; known before all else, so that whatever is wrong is told in it.
  var language: Language? {
    let words = beforeEnd
    for (word, next) in zip(words, words.dropFirst().map { $0 } + [""]) {
      if word == "--lang", let language = Language(rawValue: next) { return language }
      if word.hasPrefix("--lang="), let language = Language(rawValue: String(word.dropFirst(7))) {
        return language
      }
    }
    return nil
  }
}
