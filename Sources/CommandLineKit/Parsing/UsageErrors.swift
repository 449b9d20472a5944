import Faults

// What can be wrong with a command line, in words.

extension WordParser {
  private func error(_ vi: String, _ en: String, suggestion: Phrase? = nil) -> UsageError {
    UsageError(Phrase(vi: vi, en: en), suggestion: suggestion, command: command)
  }

  func unknownOption(_ name: String) -> UsageError {
    let known = (options + Option.everywhere).map { "--\($0.name)" }
    let shown = visible(name)
    return error(
      "không có tùy chọn “\(shown)”", "there is no option “\(shown)”",
      suggestion: didYouMean(name, among: known))
  }

  func repeated(_ option: Option) -> UsageError {
    error(
      "tùy chọn “--\(option.name)” chỉ được ghi một lần",
      "the option “--\(option.name)” may be given only once")
  }

  func superfluousValue(_ option: Option) -> UsageError {
    error(
      "tùy chọn “--\(option.name)” không có giá trị đi kèm", "the option “--\(option.name)” takes no value")
  }

  /// - Parameter next: the word that stands where the value should.
  func missingValue(_ option: Option, next: String?) -> UsageError {
    let usage = "--\(option.name) \(option.value.name ?? "")"
    let joined = next.map { "--\(option.name)=\(visible($0))" }
    return error(
      "thiếu giá trị của tùy chọn “\(usage)”", "the value of the option “\(usage)” is missing",
      suggestion: joined.map {
        Phrase(
          vi: "Nếu giá trị bắt đầu bằng dấu gạch nối thì viết “\($0)”",
          en: "A value that begins with a hyphen is written “\($0)”")
      })
  }

  func noStream(_ option: Option) -> UsageError {
    error(
      "tùy chọn “--\(option.name)” ghi vào tệp hay thư mục, không ghi ra “-”",
      "the option “--\(option.name)” writes into a file or a folder, not to “-”",
      suggestion: Phrase(vi: "Nếu tên đúng là vậy thì viết “./-”", en: "If that is the name, write “./-”"))
  }

  func notAllowed(_ value: String, of option: Option, among words: [String]) -> UsageError {
    let list = words.joined(separator: ", ")
    let shown = visible(value)
    return error(
      "tùy chọn “--\(option.name)” không nhận giá trị “\(shown)”, chỉ nhận: \(list)",
      "the option “--\(option.name)” does not take “\(shown)” but one of: \(list)",
      suggestion: didYouMean(value, among: words))
  }

  func noNumber(_ value: String, of option: Option) -> UsageError {
    let shown = visible(value)
    return error(
      "giá trị “\(shown)” của tùy chọn “--\(option.name)” không phải là số nguyên",
      "the value “\(shown)” of the option “--\(option.name)” is not a whole number")
  }

  func outOfRange(_ value: String, of option: Option, _ range: ClosedRange<Int>) -> UsageError {
    let allowed = words(for: range)
    return error(
      "giá trị \(value) của tùy chọn “--\(option.name)” phải \(allowed.vi)",
      "the value \(value) of the option “--\(option.name)” must be \(allowed.en)")
  }
}

extension Program {
  func unknownCommand(_ name: String) -> UsageError {
    let shown = visible(name)
    return UsageError(
      Phrase(vi: "không có lệnh “\(shown)”", en: "there is no command “\(shown)”"),
      suggestion: didYouMean(name, among: commands.map(\.name) + ["help"]), command: nil)
  }

  func missingArgument(_ argument: Argument, of command: Command) -> UsageError {
    UsageError(
      Phrase(vi: "thiếu tham số “\(argument.name)”", en: "the argument “\(argument.name)” is missing"),
      command: command.name)
  }

  func superfluousArgument(_ word: String, of command: Command) -> UsageError {
    let shown = visible(word)
    return UsageError(
      Phrase(vi: "thừa tham số “\(shown)”", en: "there is an argument too many, “\(shown)”"),
      command: command.name)
  }

  func missingOption(_ option: Option, of command: Command) -> UsageError {
    let usage = "--\(option.name)" + (option.value.name.map { " \($0)" } ?? "")
    return UsageError(
      Phrase(vi: "thiếu tùy chọn “\(usage)”", en: "the option “\(usage)” is missing"), command: command.name)
  }
}

private func didYouMean(_ word: String, among known: [String]) -> Phrase? {
  nearest(to: word, among: known).map {
    Phrase(vi: "Có phải là “\($0)”?", en: "Did you mean “\($0)”?")
  }
}

/// A range as what a number must be.
func words(for range: ClosedRange<Int>) -> Phrase {
  let (low, high) = (range.lowerBound, range.upperBound)
  if low == Int.min && high == Int.max { return Phrase(vi: "là số nguyên", en: "a whole number") }
  if high == Int.max { return Phrase(vi: "từ \(low) trở lên", en: "\(low) or more") }
  if low == Int.min { return Phrase(vi: "không quá \(high)", en: "\(high) or less") }
  return Phrase(vi: "từ \(low) đến \(high)", en: "from \(low) to \(high)")
}
