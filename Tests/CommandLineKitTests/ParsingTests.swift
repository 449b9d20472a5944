import CommandLineKit
import Faults
import Testing

/// A command line in words, told apart by what the program would do.
func outcome(_ line: String, environment: [String: String] = ["LANG": "en_US.UTF-8"]) -> String {
  let words = line.split(separator: " ", omittingEmptySubsequences: true).map { $0 == "''" ? "" : String($0) }
  switch program.parse(words, environment: { environment[$0] }) {
  case .run(let command): return describe(command)
  case .show(let text):
    if text == "1.2.3\n" { return "version" }
    for language in Language.allCases {
      if text == program.helpText(in: language) { return "help \(language.rawValue)" }
      for command in program.commands where text == program.helpText(for: command, in: language) {
        return "help \(command.name) \(language.rawValue)"
      }
    }
    return text
  case .refuse(let error, let language):
    let problem = error.problem[language] + (error.suggestion.map { ". \($0[language])" } ?? "")
    return "error \(error.command ?? "-"): \(problem)"
  }
}

/// All values of a command, read by the public questions.
func describe(_ parsed: ParsedCommand) -> String {
  var parts = [parsed.name, parsed.language.rawValue]
  for argument in parsed.command.arguments where !parsed.arguments(argument.name).isEmpty {
    parts.append("\(argument.name)=" + parsed.arguments(argument.name).joined(separator: ","))
  }
  for option in parsed.command.options {
    switch option.value {
    case .none: if parsed.flag(option.name) { parts.append(option.name) }
    case .integer: if let number = parsed.integer(option.name) { parts.append("\(option.name)=\(number)") }
    case .choice: if let value = parsed.value(option.name) { parts.append("\(option.name)=\(value)") }
    case .text, .output:
      let values =
        option.isRepeatable ? parsed.values(option.name) : parsed.value(option.name).map { [$0] } ?? []
      if !values.isEmpty { parts.append("\(option.name)=" + values.joined(separator: ",")) }
    }
  }
  return parts.joined(separator: " ")
}

@Suite("Command lines")
struct ParsingTests {
  @Test(
    "What is understood",
    arguments: [
      ("rest", "rest en"),
      ("water a", "water en BED=a time=morning"),
      ("water a b c", "water en BED=a PLANT=b,c time=morning"),
      ("water a --quiet b", "water en BED=a PLANT=b time=morning quiet"),
      ("water --with x --with=y a", "water en BED=a with=x,y time=morning"),
      ("water a --amount 64", "water en BED=a amount=64 time=morning"),
      ("water a --amount=1 --time noon", "water en BED=a amount=1 time=noon"),
      ("water a --shift -5", "water en BED=a time=morning shift=-5"),
      ("water a --shift=-5", "water en BED=a time=morning shift=-5"),
      ("water a --with=-x --with=a=b", "water en BED=a with=-x,a=b time=morning"),
      ("water a --with -", "water en BED=a with=- time=morning"),
      ("water -", "water en BED=- time=morning"),
      ("water a --diary ./-", "water en BED=a time=morning diary=./-"),
      ("water -- --quiet -h", "water en BED=--quiet PLANT=-h time=morning"),
      ("water a -- -- b", "water en BED=a PLANT=--,b time=morning"),
      ("water a --", "water en BED=a time=morning"),
      ("-- water a", "water en BED=a time=morning"),
      ("compare a b --key k", "compare en PLANT=a,b key=k"),
      ("compare a b c --key k", "compare en PLANT=a,b,c key=k"),
      ("move a b", "move en PLANT=a BED=b"),
      ("move a b c d", "move en PLANT=a,b,c BED=d"),
    ])
  func understood(line: String, expected: String) {
    #expect(outcome(line) == expected)
  }

  @Test(
    "Help and version",
    arguments: [
      ("", "help en"), ("--help", "help en"), ("-h", "help en"), ("help", "help en"),
      ("help help", "help en"),
      ("help water", "help water en"), ("water --help", "help water en"), ("water -h", "help water en"),
      ("--help water", "help water en"), ("water --nonsense -h", "help water en"),
      ("water --with --help", "help water en"),
      ("help --help", "help en"), ("help water --help", "help water en"),
      ("help water --lang vi", "help water en".replacing("en", with: "vi")),
      ("--lang vi", "help vi"), ("--lang vi --help", "help vi"), ("--help --lang=vi", "help vi"),
      ("--version", "version"), ("water --version", "version"), ("--lang vi --version", "version"),
      ("water a -- --help", "water en BED=a PLANT=--help time=morning"),
      ("help watr", "error -: there is no command “watr”. Did you mean “water”?"),
      ("watr --help", "error -: there is no command “watr”. Did you mean “water”?"),
    ])
  func help(line: String, expected: String) {
    #expect(outcome(line) == expected)
  }

  @Test(
    "What is refused",
    arguments: [
      ("wter", "error -: there is no command “wter”. Did you mean “water”?"),
      ("WATER", "error -: there is no command “WATER”. Did you mean “water”?"),
      ("fly", "error -: there is no command “fly”"),
      ("hlep", "error -: there is no command “hlep”. Did you mean “help”?"),
      ("water", "error water: the argument “BED” is missing"),
      ("water ''", "error water: the argument “BED” is missing"),
      ("water a b ''", "error water: the argument “PLANT” is missing"),
      (
        "water a --diary -",
        "error water: the option “--diary” writes into a file or a folder, not to “-”. If that is the name, write “./-”"
      ),
      ("water a --diary ''", "error water: the value of the option “--diary FILE” is missing"),
      ("rest now", "error rest: there is an argument too many, “now”"),
      ("rest -- -x", "error rest: there is an argument too many, “-x”"),
      ("compare a --key k", "error compare: the argument “PLANT” is missing"),
      ("compare a b c d --key k", "error compare: there is an argument too many, “d”"),
      ("compare a b", "error compare: the option “--key FILE” is missing"),
      ("move a", "error move: the argument “BED” is missing"),
      ("water a --quite", "error water: there is no option “--quite”. Did you mean “--quiet”?"),
      ("water a --langu vi", "error water: there is no option “--langu”. Did you mean “--lang”?"),
      ("water a --zzzzzzz", "error water: there is no option “--zzzzzzz”"),
      ("water a -q", "error water: there is no option “-q”"),
      ("water a -5", "error water: there is no option “-5”"),
      ("water a --Quiet", "error water: there is no option “--Quiet”. Did you mean “--quiet”?"),
      ("--quiet water a", "error -: there is no option “--quiet”"),
      ("--lnag vi water a", "error -: there is no option “--lnag”. Did you mean “--lang”?"),
      ("water a --quiet --quiet", "error water: the option “--quiet” may be given only once"),
      ("water a --amount 1 --amount=2", "error water: the option “--amount” may be given only once"),
      ("water a --quiet=yes", "error water: the option “--quiet” takes no value"),
      ("water a --with", "error water: the value of the option “--with TOOL” is missing"),
      ("water a --with=", "error water: the value of the option “--with TOOL” is missing"),
      ("water a --with ''", "error water: the value of the option “--with TOOL” is missing"),
      ("water a --with -- b", "error water: the value of the option “--with TOOL” is missing"),
      (
        "water a --with --quiet",
        "error water: the value of the option “--with TOOL” is missing. A value that begins with a hyphen is written “--with=--quiet”"
      ),
      ("water a --amount 0", "error water: the value 0 of the option “--amount” must be from 1 to 64"),
      ("water a --amount -1", "error water: the value -1 of the option “--amount” must be from 1 to 64"),
      ("water a --amount=65", "error water: the value 65 of the option “--amount” must be from 1 to 64"),
      ("water a --amount 1.5", "error water: the value “1.5” of the option “--amount” is not a whole number"),
      ("water a --amount +1", "error water: the value “+1” of the option “--amount” is not a whole number"),
      ("water a --amount ５", "error water: the value “５” of the option “--amount” is not a whole number"),
      (
        "water a --time nooon",
        "error water: the option “--time” does not take “nooon” but one of: morning, noon, evening. Did you mean “noon”?"
      ),
      (
        "water a --time x",
        "error water: the option “--time” does not take “x” but one of: morning, noon, evening"
      ),
      (
        "water a \u{1B}[1m --amount x",
        "error water: the value “x” of the option “--amount” is not a whole number"
      ),
      ("\u{1B}[1m", "error -: there is no command “\\u{1B}[1m”"),
    ])
  func refused(line: String, expected: String) {
    #expect(outcome(line) == expected)
  }

  @Test(
    "The language is known before and behind the command, and to errors",
    arguments: [
      ("--lang vi rest", "rest vi"), ("rest --lang vi", "rest vi"), ("--lang=vi rest", "rest vi"),
      ("rest --lang=en", "rest en"),
      ("water a --lang vi", "water vi BED=a time=morning"),
      ("wter --lang vi", "error -: không có lệnh “wter”. Có phải là “water”?"),
      ("water --nope a --lang vi", "error water: không có tùy chọn “--nope”"),
      ("rest --lang fr", "error rest: the option “--lang” does not take “fr” but one of: vi, en"),
      ("--lang fr rest", "error -: the option “--lang” does not take “fr” but one of: vi, en"),
      ("--lang", "error -: the value of the option “--lang LANG” is missing"),
      ("--lang vi rest --lang vi", "error rest: tùy chọn “--lang” chỉ được ghi một lần"),
      ("rest -- --lang vi", "error rest: there is an argument too many, “--lang”"),
    ])
  func language(line: String, expected: String) {
    #expect(outcome(line) == expected)
  }

  @Test(
    "The environment says which language, or nothing",
    arguments: [
      ([:], "vi"), (["LANG": ""], "vi"), (["LANG": "vi_VN.UTF-8"], "vi"), (["LANG": "vi"], "vi"),
      (["LANG": "en_US.UTF-8"], "en"),
      (["LANG": "fr_FR"], "en"), (["LANG": "C"], "vi"), (["LANG": "C.UTF-8"], "vi"),
      (["LANG": "POSIX"], "vi"),
      (["LANG": "cs_CZ.UTF-8"], "en"), (["LC_ALL": "en_GB", "LANG": "vi_VN"], "en"),
      (["LC_ALL": "", "LANG": "en_GB"], "en"),
      (["LC_MESSAGES": "vi_VN", "LANG": "en_GB"], "vi"), (["LC_ALL": "C", "LANG": "en_GB"], "vi"),
      (["LC_ALL": "en_GB", "LC_MESSAGES": "vi_VN"], "en"), (["LANGUAGE": "en"], "vi"),
    ] as [([String: String], String)])
  func environment(variables: [String: String], language: String) {
    #expect(defaultLanguage { variables[$0] }.rawValue == language)
    #expect(outcome("rest", environment: variables) == "rest \(language)")
    #expect(outcome("rest --lang en", environment: variables) == "rest en")
  }

  @Test("The exit statuses are those that scripts rely on")
  func statuses() {
    #expect(ExitStatus.allCases.map(\.rawValue) == [0, 1, 64, 65, 66, 73, 74])
    #expect(ExitStatus.usage.rawValue == 64)
    #expect(ExitStatus.missingInput.rawValue == 66)
    #expect(ExitStatus.outputFailed.rawValue == 73)
  }

  @Test("Asking for what a command does not declare is a mistake of the program")
  func undeclared() async {
    await #expect(processExitsWith: .failure) {
      if case .run(let parsed) = program.parse(["rest"], environment: { _ in nil }) {
        _ = parsed.flag("quiet")
      }
    }
  }
}
