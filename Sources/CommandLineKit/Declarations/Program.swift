public import Faults

/// A program with subcommands, as a value: what it is called, and what it understands.
///
/// Understood everywhere besides are `-h`, `--help`, `--version`, `--lang vi|en` and the command `help`.
public struct Program: Sendable {
  /// The word to be typed.
  public var name: String
  /// What `--version` shows.
  public var version: String
  /// One sentence.
  public var summary: Phrase
  public var commands: [Command]

  public init(name: String, version: String, summary: Phrase, commands: [Command]) {
    self.name = name
    self.version = version
    self.summary = summary
    self.commands = commands
    precondition(
      Set(commands.map(\.name)).union(["help"]).count == commands.count + 1, "a command's name occurs twice")
  }

  /// The command of that name.
  public func command(_ name: String) -> Command? {
    commands.first { $0.name == name }
  }
}

/// A subcommand.
public struct Command: Sendable {
  /// The word to be typed.
  public var name: String
  /// One sentence, for the list of commands and the head of the command's help.
  public var summary: Phrase
  /// More, for the command's help; paragraphs are separated by line feeds.
  public var discussion: Phrase?
  /// In the order in which they are typed.
  public var arguments: [Argument]
  /// Besides those that are understood everywhere.
  public var options: [Option]

  public init(
    name: String, summary: Phrase, discussion: Phrase? = nil, arguments: [Argument] = [],
    options: [Option] = []
  ) {
    self.name = name
    self.summary = summary
    self.discussion = discussion
    self.arguments = arguments
    self.options = options
    let builtIn = Option.everywhere.map(\.name)
    precondition(
      Set(options.map(\.name) + builtIn).count == options.count + builtIn.count, "an option occurs twice")
    precondition(Set(arguments.map(\.name)).count == arguments.count, "an argument occurs twice")
  }
}

/// Something that is named by its place on the command line.
public struct Argument: Sendable {
  /// What stands for it in the usage, in capitals: `ELECTION`.
  public var name: String
  public var help: Phrase
  /// How many there may be: `1...1` unless stated; `0...1` may be left out, `1...Int.max` may be repeated.
  public var count: ClosedRange<Int>

  public init(_ name: String, help: Phrase, count: ClosedRange<Int> = 1...1) {
    precondition(count.lowerBound >= 0 && count.upperBound >= 1)
    self.name = name
    self.help = help
    self.count = count
  }
}
