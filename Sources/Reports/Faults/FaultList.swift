public import Faults

/// The faults of files as people read them: place, code, what is wrong, the offending text, what to do.
public enum FaultList {
  /// The whole list, with how many faults of each kind are not listed, and their sum.
  ///
  /// - Parameter isOfCount: whether a result was to be made of the files.
  public static func text(_ log: FaultLog, _ language: Language, isOfCount: Bool) -> String {
    var lines = log.listed.flatMap { self.lines($0, language) }
    for (code, count) in log.leftOut {
      lines.append(
        Phrase(
          vi: "… còn \(count) lỗi \(code) giống như trên không liệt kê",
          en: "… \(several(count, "more fault")) \(code) not listed")[language])
    }
    let sum = Phrase(
      vi: "Tổng cộng \(log.count) lỗi.", en: "\(log.count) fault\(log.count == 1 ? "" : "s") in all.")
    let end =
      isOfCount
      ? Phrase(vi: "Không sửa hộ, không có kết quả.", en: "Nothing was repaired, there is no result.")
      : Phrase(vi: "Không sửa hộ, không làm gì thêm.", en: "Nothing was repaired, and nothing else done.")
    lines.append(sum[language] + " " + end[language])
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
    var words = visibleLine(place.file)
    if let line = place.line { words += ":" + String(line) }
    if let column = place.column { words += ":" + String(column) }
    if let path = place.path, !path.isEmpty { words += " (" + visibleLine(path) + ")" }
    return words
  }
}
