import CanonicalJSON
import Elections
import Faults

/// Reading texts that people see, dates, and names of files.
extension JSONReader {
  /// A text with at least one visible character and none that hides or reorders.
  func text() -> String? {
    guard let text = string() else { return nil }
    if text.unicodeScalars.allSatisfy(isBlank) {
      fault(
        .emptyText, problem: Phrase(vi: "chữ ở đây trống", en: "the text is empty"),
        advice: Phrase(
          vi: "điền vào, hoặc bỏ khóa này nếu không bắt buộc",
          en: "fill it in, or leave out the key if it is optional"))
      return nil
    }
    let length = text.unicodeScalars.count
    if length > ElectionLimits.nameLength {
      fault(
        .longText,
        problem: Phrase(
          vi: "chữ dài \(length) ký tự, nhiều nhất là \(ElectionLimits.nameLength)",
          en: "the text has \(length) characters, at most \(ElectionLimits.nameLength) are allowed"),
        advice: Phrase(vi: "rút ngắn", en: "shorten it"))
      return nil
    }
    if hides(text) {
      fault(
        .hiddenCharacters,
        problem: Phrase(
          vi: "có ký tự điều khiển, ký tự đổi chiều chữ hoặc ký tự không nhìn thấy",
          en: "it has control, bidirectional or invisible characters"),
        advice: Phrase(vi: "xóa các ký tự đó (hiện ra dạng \\u{…})", en: "remove them (shown as \\u{…})"))
      return nil
    }
    return text
  }

  /// A day as `YYYY-MM-DD`.
  func date() -> CalendarDate? {
    guard let text = string() else { return nil }
    if let date = CalendarDate(text) { return date }
    badDate(
      Phrase(
        vi: "ngày viết YYYY-MM-DD, ví dụ 2020-06-18", en: "write a day as YYYY-MM-DD, such as 2020-06-18"))
    return nil
  }

  /// A month as `YYYY-MM`.
  func month() -> CalendarMonth? {
    guard let text = string() else { return nil }
    if let month = CalendarMonth(text) { return month }
    badDate(Phrase(vi: "tháng viết YYYY-MM, ví dụ 1965-04", en: "write a month as YYYY-MM, such as 1965-04"))
    return nil
  }

  /// A date of birth as `YYYY-MM` or `YYYY-MM-DD`.
  func birthDate() -> BirthDate? {
    guard let text = string() else { return nil }
    if let date = BirthDate(text) { return date }
    badDate(
      Phrase(
        vi: "viết YYYY-MM hoặc YYYY-MM-DD, ví dụ 1970-05", en: "write YYYY-MM or YYYY-MM-DD, such as 1970-05")
    )
    return nil
  }

  private func badDate(_ advice: Phrase) {
    fault(
      .badDate,
      problem: Phrase(
        vi: "ngày tháng này không có hoặc viết sai", en: "there is no such date, or it is written otherwise"),
      advice: advice)
  }

  /// A SHA-256 digest as 64 lower-case hexadecimal digits.
  func digest() -> String? {
    guard let text = string() else { return nil }
    let isDigest =
      text.utf8.count == 64
      && text.utf8.allSatisfy { (0x30...0x39).contains($0) || (0x61...0x66).contains($0) }
    if isDigest { return text }
    fault(
      .badDigest,
      problem: Phrase(vi: "đây không phải mã SHA-256", en: "this is no SHA-256 digest"),
      advice: Phrase(
        vi: "dùng 64 chữ số thập lục phân thường mà sha256sum in ra",
        en: "use the 64 lower-case digits that sha256sum prints"))
    return nil
  }

  /// The keys `format` and `version` of one of our files.
  ///
  /// - Returns: whether it is the kind of file that `format` names, in a version that this program reads.
  func isFormat(_ format: String, _ object: JSONObjectReader) -> Bool {
    let found = object.required("format")
    let version = object.required("version")
    guard let text = found?.string() else { return false }
    if text != format {
      found?.fault(
        .wrongFormat,
        problem: Phrase(vi: "tệp này không phải «\(format)»", en: "this file is no '\(format)'"),
        advice: Phrase(vi: "kiểm tra xem có đúng tệp không", en: "check that this is the file you mean"))
      return false
    }
    // Without a version the rest is read all the same, so that one run tells all faults.
    if let number = version?.integer(in: 0...Int(Int32.max)), number != 1 {
      version?.fault(
        .wrongFormat,
        problem: Phrase(
          vi: "phiên bản \(number) của tệp chưa được hỗ trợ",
          en: "version \(number) of the file is not supported"),
        advice: Phrase(
          vi: "dùng phiên bản 1, hoặc chương trình mới hơn", en: "use version 1, or a newer program"))
      return false
    }
    return true
  }
}

/// Whether a text has characters that hide or reorder. The joiners U+200C and U+200D and the selectors of variants do neither where a
/// script or an emoji needs them: not behind Latin letters and their neighbours, where they only make two names look the same.
private func hides(_ text: String) -> Bool {
  var changeable = false
  for scalar in text.unicodeScalars {
    let changes = scalar == "\u{200C}" || scalar == "\u{200D}" || scalar.properties.isVariationSelector
    guard isVisible(scalar) || changes && changeable else { return true }
    changeable = !changes && scalar.value >= 0x590 && !(0x1E00...0x1FFF).contains(scalar.value)
  }
  return false
}

extension JSONObjectReader {
  func text(_ key: String) -> String? { required(key)?.text() }
  func optionalText(_ key: String) -> String? { optional(key)?.text() }
}
