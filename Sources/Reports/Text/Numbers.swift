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

/// Words with the first letter in lower case, to go on within a sentence.
func firstLower(_ words: String) -> String {
  words.prefix(1).lowercased() + words.dropFirst()
}

/// A sentence's words with the first letter in upper case.
func firstUpper(_ words: String) -> String {
  words.prefix(1).uppercased() + words.dropFirst()
}
