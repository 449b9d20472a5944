public import Faults

extension Program {
  /// The help of the program: what it is and which commands it has.
  public func helpText(in language: Language) -> String {
    let rows = commands.map { (term: $0.name, explanation: $0.summary[language]) }
    let more = Phrase(
      vi: "Xem “\(name) help LỆNH” để biết chi tiết.", en: "See '\(name) help COMMAND' for detailed help.")
    return sections([
      TextLayout.wrapped(summary[language], first: Heading.overview[language] + ": "),
      usage(of: nil, heading: Heading.usage[language], in: language),
      TextLayout.list(Heading.options[language], Option.everywhere.map { row($0, language) }),
      TextLayout.list(Heading.commands[language], rows),
      "  " + more[language],
    ])
  }

  /// The help of a command.
  public func helpText(for command: Command, in language: Language) -> String {
    sections([
      TextLayout.wrapped(command.summary[language], first: Heading.overview[language] + ": "),
      command.discussion.map { TextLayout.paragraphs($0[language]) },
      usage(of: command, heading: Heading.usage[language], in: language),
      TextLayout.list(
        Heading.arguments[language], command.arguments.map { ($0.name, $0.help[language]) }),
      TextLayout.list(
        Heading.options[language], (command.options + Option.everywhere).map { row($0, language) }),
    ])
  }

  /// A usage error in words, with the usage and where to find help.
  public func text(of error: UsageError, in language: Language) -> String {
    let command = error.command.flatMap { self.command($0) }
    let help = ([name] + (command.map { [$0.name] } ?? []) + ["--help"]).joined(separator: " ")
    let suggestion = error.suggestion.map { " " + $0[language] } ?? ""
    let end = suggestion.isEmpty || suggestion.last == "?" ? "" : "."
    let lines =
      switch language {
      case .vietnamese:
        [
          "Lỗi: \(error.problem.vi).\(suggestion)\(end)",
          usage(of: command, heading: "Cách dùng", in: language),
          "  Xem “\(help)” để biết thêm.",
        ]
      case .english:
        [
          "Error: \(error.problem.en).\(suggestion)\(end)",
          usage(of: command, heading: "Usage", in: language),
          "  See '\(help)' for more information.",
        ]
      }
    return lines.joined(separator: "\n") + "\n"
  }

  private func sections(_ sections: [String?]) -> String {
    sections.compactMap { $0 }.joined(separator: "\n\n") + "\n"
  }

  private func row(_ option: Option, _ language: Language) -> (term: String, explanation: String) {
    let term = (option.name == "help" ? "-h, " : "") + option.usage
    return (term, ([option.help[language]] + option.remarks.map { $0[language] }).joined(separator: " "))
  }

  private func usage(of command: Command?, heading: String, in language: Language) -> String {
    let first = heading + ": "
    guard let command else {
      return first + Phrase(vi: "\(name) LỆNH [tùy chọn]", en: "\(name) COMMAND [options]")[language]
    }
    let parts =
      [name, command.name] + command.arguments.flatMap(\.usage) + command.options.map(\.usageInBrackets)
    return TextLayout.wrapped(parts, first: first, indent: first.count)
  }
}

private enum Heading {
  static let overview = Phrase(vi: "GIỚI THIỆU", en: "OVERVIEW")
  static let usage = Phrase(vi: "CÁCH DÙNG", en: "USAGE")
  static let arguments = Phrase(vi: "THAM SỐ", en: "ARGUMENTS")
  static let options = Phrase(vi: "TÙY CHỌN", en: "OPTIONS")
  static let commands = Phrase(vi: "CÁC LỆNH", en: "COMMANDS")
}

extension Argument {
  /// `FILE FILE [FILE]`, `FILE...`, `[FILE]`.
  fileprivate var usage: [String] {
    let needed = Array(repeating: name, count: count.lowerBound)
    if count.upperBound == Int.max {
      return needed.isEmpty ? ["[\(name)...]"] : needed.dropLast() + ["\(name)..."]
    }
    return needed + Array(repeating: "[\(name)]", count: count.upperBound - count.lowerBound)
  }
}

extension Option {
  /// `--out DIR`.
  fileprivate var usage: String {
    "--\(name)" + (value.name.map { " \($0)" } ?? "")
  }

  /// `[--contest ID]...`.
  fileprivate var usageInBrackets: String {
    (isRequired ? usage : "[\(usage)]") + (isRepeatable ? "..." : "")
  }

  /// What else is to be known of the value.
  fileprivate var remarks: [Phrase] {
    var remarks: [Phrase] = []
    switch value {
    case .none, .text, .output: break
    case .choice(_, let words):
      let list = words.joined(separator: ", ")
      remarks.append(Phrase(vi: "(giá trị: \(list))", en: "(values: \(list))"))
    case .integer(_, let range):
      if range != Int.min...Int.max {
        let words = words(for: range)
        remarks.append(Phrase(vi: "(\(words.vi))", en: "(\(words.en))"))
      }
    }
    if let defaultValue {
      remarks.append(Phrase(vi: "(mặc định: \(defaultValue))", en: "(default: \(defaultValue))"))
    }
    return remarks
  }
}
