import Faults

/// Tells options with their values from arguments.
struct WordParser {
  /// The options that are understood.
  let options: [Option]
  /// The command whose options they are.
  let command: String?
  /// The values by option; for a flag that is given, none.
  var given: [String: [String]] = [:]
  var arguments: [String] = []

  init(options: [Option], command: String?) {
    self.options = options
    self.command = command
  }

  /// Whether a word is meant as an option: it begins with a hyphen, and there is more of it.
  static func isOption(_ word: String) -> Bool {
    word.utf8.count > 1 && word.utf8.first == UInt8(ascii: "-")
  }

  mutating func parse(_ words: [String]) throws(UsageError) {
    var rest = words[...]
    while let word = rest.popFirst() {
      guard Self.isOption(word) else {
        arguments.append(word)
        continue
      }
      let (name, joined) = Self.split(word)
      guard let option = options.first(where: { "--\($0.name)" == name }) else { throw unknownOption(name) }
      try take(option, joined: joined, from: &rest)
    }
  }

  /// `--name=value` in its parts.
  private static func split(_ word: String) -> (name: String, value: String?) {
    let bytes = word.utf8
    guard let equals = bytes.firstIndex(of: UInt8(ascii: "=")) else { return (word, nil) }
    return (String(word[..<equals]), String(word[bytes.index(after: equals)...]))
  }

  private mutating func take(
    _ option: Option, joined: String?, from rest: inout ArraySlice<String>
  ) throws(UsageError) {
    if given[option.name] != nil, !option.isRepeatable { throw repeated(option) }
    guard option.value != .none else {
      if joined != nil { throw superfluousValue(option) }
      given[option.name] = []
      return
    }
    var value = joined
    if value == nil, let next = rest.first, !Self.isOption(next) || Self.isNumber(next, for: option) {
      value = rest.removeFirst()
    }
    guard let value, !value.isEmpty else {
      throw missingValue(option, next: joined == nil ? rest.first : nil)
    }
    try check(value, of: option)
    given[option.name, default: []].append(value)
  }

  /// Whether a word that begins with a hyphen is a negative number where a number is wanted.
  private static func isNumber(_ word: String, for option: Option) -> Bool {
    if case .integer = option.value { Int(word) != nil } else { false }
  }

  private func check(_ value: String, of option: Option) throws(UsageError) {
    switch option.value {
    case .none, .text: break
    case .output: if value == "-" { throw noStream(option) }
    case .choice(_, let words):
      if !words.contains(value) { throw notAllowed(value, of: option, among: words) }
    case .integer(_, let range):
      // Int would take a plus sign too.
      guard value.utf8.first != UInt8(ascii: "+"), let number = Int(value) else {
        throw noNumber(value, of: option)
      }
      if !range.contains(number) { throw outOfRange(value, of: option, range) }
    }
  }
}
