public import Faults

/// The faults of files as people read them: place, code, what is wrong, the offending text, what to do.
public enum FaultList {
  /// The whole list, with how many faults of each kind are not listed, and their sum.
  public static func text(_ log: FaultLog, _ language: Language) -> String {
    var lines = log.listed.flatMap { self.lines($0, language) }
    for (code, count) in log.leftOut {
      lines.append(
        Phrase(
          vi: "… còn \(count) lỗi \(code) giống như trên không liệt kê",
          en: "… and \(count) more faults \(code) not listed")[language])
    }
    lines.append(
      Phrase(
        vi: "Tổng cộng \(log.count) lỗi. Không sửa hộ, không có kết quả.",
        en: "\(log.count) fault\(log.count == 1 ? "" : "s") in all. Nothing was repaired, there is no result."
      )[language])
    return lines.joined(separator: "\n") + "\n"
  }

  private static func lines(_ fault: Fault, _ language: Language) -> [String] {
    let text = fault.text.map { ": «" + visible($0, showsOddSpaces: true) + "»" } ?? ""
    return [
      "\(place(fault.place, language)): \(fault.code): \(fault.problem[language])\(text)",
      "    → \(fault.advice[language])",
    ]
  }

  private static func place(_ place: FaultPlace, _ language: Language) -> String {
    var words = visible(place.file, limit: 200)
    if let line = place.line { words += ":" + String(line) }
    if let column = place.column { words += ":" + String(column) }
    if let path = place.path, !path.isEmpty { words += " (" + visible(path, limit: 200) + ")" }
    return words
  }
}
