public import Faults

/// Something that is named on the command line by `--name`.
public struct Option: Sendable {
  /// What comes with an option.
  public enum Value: Sendable, Hashable {
    /// Nothing: the option is given or not.
    case none
    /// Any text but the empty one; the name, such as `FILE`, stands for it in the usage.
    case text(String)
    /// A file or folder that is written: any text but the empty one and `-`, which elsewhere means a stream.
    case output(String)
    /// One of a few words.
    case choice(String, [String])
    /// A whole number within a range.
    case integer(String, ClosedRange<Int>)

    /// What stands for the value in the usage; `nil` for a flag.
    var name: String? {
      switch self {
      case .none: nil
      case .text(let name), .output(let name), .choice(let name, _), .integer(let name, _): name
      }
    }
  }

  /// Without the hyphens.
  public var name: String
  public var value: Value
  public var help: Phrase
  /// Whether it may be given more than once.
  public var isRepeatable: Bool
  /// Whether the command cannot do without.
  public var isRequired: Bool
  /// The value where the option is not given.
  public var defaultValue: String?

  public init(
    _ name: String, _ value: Value = .none, help: Phrase, isRepeatable: Bool = false,
    isRequired: Bool = false,
    defaultValue: String? = nil
  ) {
    self.name = name
    self.value = value
    self.help = help
    self.isRepeatable = isRepeatable
    self.isRequired = isRequired
    self.defaultValue = defaultValue
  }

  /// The options that every command understands, in the order in which help lists them.
  static let everywhere: [Option] = [language, version, help]

  static let language = Option(
    "lang", .choice("LANG", Language.allCases.map(\.rawValue)),
    help: Phrase(
      vi: "Ngôn ngữ của thông báo; nếu không ghi thì theo môi trường, mặc định là tiếng Việt.",
      en: "Language of the messages; from the environment unless given, Vietnamese where it says nothing."))
  static let version = Option("version", help: Phrase(vi: "Cho biết phiên bản.", en: "Show the version."))
  static let help = Option("help", help: Phrase(vi: "Hiện trợ giúp này.", en: "Show this help."))
}
