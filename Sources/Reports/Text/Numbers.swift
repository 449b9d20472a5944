import Faults
import Outcomes

/// A count with its thousands apart: by points in Vietnamese, by commas in English, as each writes them; small numbers as they are.
func grouped(_ number: Int, _ language: Language) -> String {
  guard number >= 10_000 else { return String(number) }
  let digits = Array(String(number))
  var text = ""
  for (i, digit) in digits.enumerated() {
    if i > 0, (digits.count - i) % 3 == 0 { text += language == .vietnamese ? "." : "," }
    text.append(digit)
  }
  return text
}

/// A percentage in the form of a language: `94,34 %` in Vietnamese, `94.34%` in English.
func percentage(_ percent: Percent, _ language: Language) -> String {
  language == .vietnamese ? percent.withComma + " %" : percent.withPoint + "%"
}

/// The share of `votes` in a base, the fraction first: `150/159 = 94,34 %` (R-PERCENT).
func share(_ votes: Int, of base: Int, _ rounding: Percent.Rounding, _ language: Language) -> String {
  "\(votes)/\(base) = " + percentage(Percent(votes, of: base, rounding: rounding), language)
}

extension Percent.Rounding {
  /// What must be said of shares that are not rounded as people expect; `nil` of those that are.
  var note: Phrase? {
    self == .truncated
      ? Phrase(
        vi: "tỷ lệ lấy hai chữ số thập phân, phần sau bỏ đi, không làm tròn",
        en: "shares are cut off after two decimals, not rounded") : nil
  }
}

/// Words with the first letter in lower case, to go on within a sentence.
func firstLower(_ words: String) -> String {
  words.prefix(1).lowercased() + words.dropFirst()
}

/// A sentence's words with the first letter in upper case.
func firstUpper(_ words: String) -> String {
  words.prefix(1).uppercased() + words.dropFirst()
}

/// Words in a row, the last one behind «và»: `A, B và C`.
func listed(_ words: [String], _ language: Language) -> String {
  guard let last = words.last, words.count > 1 else { return words.first ?? "" }
  let and = Phrase(vi: " và ", en: " and ")[language]
  return words.dropLast().joined(separator: ", ") + and + last
}
