public import Faults

/// The faults of files as people read them: place, code, what is wrong, the offending text, what to do.
public enum FaultList {
  /// The whole list, with how many faults of each kind are not listed, and their sum.
  ///
  /// - Parameter isOfCount: whether a result was to be made of the files.
  public static func text(_ log: FaultLog, _ language: Language, isOfCount: Bool) -> String {
    // Everybody waits for it, and a thousand faults are some hundred kilobytes: they are put together without pieces.
    var text = ""
    for fault in log.listed { append(fault, language, to: &text) }
    for (code, count) in log.leftOut {
      text +=
        Phrase(
          vi: "… còn \(count) lỗi \(code) giống như trên không liệt kê\n",
          en: "… \(several(count, "more fault")) \(code) not listed\n")[language]
    }
    let sum = Phrase(
      vi: "Tổng cộng \(log.count) lỗi.", en: "\(log.count) fault\(log.count == 1 ? "" : "s") in all.")
    let end =
      isOfCount
      ? Phrase(vi: "Không sửa hộ, không có kết quả.", en: "Nothing was repaired, there is no result.")
      : Phrase(vi: "Không sửa hộ, không làm gì thêm.", en: "Nothing was repaired, and nothing else done.")
    text += sum[language] + " " + end[language] + "\n"
    return text
  }

  private static func append(_ fault: Fault, _ language: Language, to text: inout String) {
    append(fault.place, to: &text)
    text += ": "
    text += fault.code.description
    text += ": "
    text += fault.problem[language]
    if let offending = fault.text {
      text += ": «"
      text += visible(offending, showsOddSpaces: true)
      text += "»"
    }
    text += "\n    → "
    text += fault.advice[language]
    text += "\n"
  }

  private static func append(_ place: FaultPlace, to text: inout String) {
    text += visibleLine(place.file)
    if let line = place.line {
      text += ":"
      text += String(line)
    }
    if let column = place.column {
      text += ":"
      text += String(column)
    }
    if let path = place.path, !path.isEmpty {
      text += " ("
      text += visibleLine(path)
      text += ")"
    }
  }
}
