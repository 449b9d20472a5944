import Faults

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

/// A percentage of a result file, which has a decimal comma, in the form of a language.
func percentage(_ percent: String, _ language: Language) -> String {
  language == .vietnamese ? percent + " %" : String(percent.map { $0 == "," ? "." : $0 }) + "%"
}
