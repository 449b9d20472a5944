import CanonicalJSON
import Elections
import Faults

extension JSONReader {
  /// Reports a problem at this value.
  func report(_ code: FaultCode, _ vi: String, _ en: String) {
    fault(
      code, problem: Phrase(vi: vi, en: en),
      advice: Phrase(vi: "xem lại tệp bầu cử", en: "look at the election file again"))
  }

  /// A text that people can see and tell apart: 1 to 1,000 characters, at least one of them not a space, none hidden.
  func visibleText() -> String? {
    guard let text = string() else { return nil }
    let scalars = Array(text.unicodeScalars)
    guard scalars.contains(where: { !isBlank($0) }) else {
      report(.unfitText, "chuỗi không có chữ nào", "the text is empty")
      return nil
    }
    guard scalars.count <= ElectionLimits.nameLength else {
      report(
        .unfitText, "chuỗi dài hơn \(ElectionLimits.nameLength) ký tự",
        "the text has more than \(ElectionLimits.nameLength) characters")
      return nil
    }
    guard !hides(scalars) else {
      report(.unfitText, "chuỗi có ký tự ẩn", "the text has hidden characters")
      return nil
    }
    return text
  }

  /// A day, `YYYY-MM-DD`.
  func day() -> CalendarDate? {
    guard let text = string() else { return nil }
    if let date = CalendarDate(text) { return date }
    report(.noDate, "không phải ngày dạng YYYY-MM-DD", "this is no day of the form YYYY-MM-DD")
    return nil
  }

  /// A date of birth, `YYYY-MM-DD` or `YYYY-MM`.
  func birthDate() -> BirthDate? {
    guard let text = string() else { return nil }
    if let date = BirthDate(text) { return date }
    report(
      .noDate, "không phải ngày dạng YYYY-MM-DD hay YYYY-MM",
      "this is no date of the form YYYY-MM-DD or YYYY-MM")
    return nil
  }

  /// 64 lower-case hexadecimal digits.
  func digestText() -> String? {
    guard let text = string() else { return nil }
    let digits = Set("0123456789abcdef".utf8)
    if text.utf8.count == 64, text.utf8.allSatisfy(digits.contains) { return text }
    report(
      .unfitBinding, "không phải 64 chữ số mười sáu (chữ thường)",
      "these are not 64 lower-case hexadecimal digits")
    return nil
  }
}

/// Whether a text is one that people can see and tell apart: 1 to 1,000 characters, at least one of them not a space, none hidden.
func isVisibleText(_ text: String) -> Bool {
  let scalars = Array(text.unicodeScalars)
  return scalars.contains { !isBlank($0) } && scalars.count <= ElectionLimits.nameLength && !hides(scalars)
}

/// Whether one of the characters is hidden.
private func hides(_ scalars: [Unicode.Scalar]) -> Bool {
  scalars.indices.contains { index in
    let isModifying = index > 0 && isModifier(scalars[index]) && isModifiable(scalars[index - 1])
    return !isVisible(scalars[index]) && !isModifying
  }
}

/// The joiners, which some scripts write within words, and the selectors of variants.
private func isModifier(_ scalar: Unicode.Scalar) -> Bool {
  switch scalar.value {
  case 0x200C, 0x200D, 0x180B...0x180D, 0x180F, 0xFE00...0xFE0F, 0xE0100...0xE01EF: true
  default: false
  }
}

/// Whether a joiner or a selector may stand behind the character: those of Latin, Greek, Cyrillic and Armenian never need one, nor do their
/// accents, and behind another it would leave no trace.
private func isModifiable(_ scalar: Unicode.Scalar) -> Bool {
  scalar.value >= 0x590 && !(0x1E00...0x1FFF).contains(scalar.value) && !isModifier(scalar)
}
