import Faults

extension JSONScanner {
  /// Reports a character that stands for a well-known mistake wherever it occurs outside of a string;
  /// `nil` where there is none.
  func oddCharacter(_ path: JSONPath) -> Stop? {
    guard let scalar else { return nil }
    let code = "U+" + String(scalar.value, radix: 16, uppercase: true).leftPadded(to: 4)
    switch scalar {
    case _ where Self.curlyQuotes.contains(scalar), "'", "`":
      return stop(
        path, Phrase(vi: "dấu nháy “\(scalar)” không dùng được", en: "the quote “\(scalar)” cannot be used"),
        Self.straightQuotes, text: String(scalar))
    case "/" where bytes[next...].dropFirst().first == 0x2F || bytes[next...].dropFirst().first == 0x2A, "#":
      return stop(
        path, Phrase(vi: "tệp JSON không có chú thích", en: "a JSON file has no comments"),
        Phrase(
          vi: "xóa chú thích, hoặc đưa vào một khóa bắt đầu bằng x-",
          en: "remove the comment, or put it under a key that begins with x-"), text: String(scalar))
    case "\0":
      return stop(
        path, Phrase(vi: "có byte 0 trong tệp", en: "there is a zero byte in the file"),
        Phrase(vi: "lấy lại tệp, tệp này bị hỏng", en: "get the file again, this one is damaged"),
        text: String(scalar))
    case ";":
      return stop(
        path, Phrase(vi: "có dấu chấm phẩy ngoài chuỗi", en: "there is a semicolon outside of a string"),
        Phrase(vi: "dùng dấu phẩy", en: "use a comma"), text: String(scalar))
    case "=":
      return stop(
        path, Phrase(vi: "có dấu bằng ngoài chuỗi", en: "there is an equals sign outside of a string"),
        Phrase(vi: "dùng dấu hai chấm: \"khóa\": giá trị", en: "use a colon: \"key\": value"),
        text: String(scalar))
    case _ where scalar.properties.isWhitespace || !isVisible(scalar):
      return stop(
        path,
        Phrase(
          vi: "có ký tự không nhìn thấy được (\(code)) ngoài chuỗi",
          en: "there is an invisible character (\(code)) outside of a string"),
        Phrase(vi: "xóa ký tự đó, dùng dấu cách thường", en: "remove it, use ordinary spaces"),
        text: String(scalar))
    case "，", "：", "；", "、":
      return stop(
        path,
        Phrase(
          vi: "có dấu câu không phải ASCII (\(code))", en: "there is punctuation that is not ASCII (\(code))"),
        Phrase(vi: "gõ lại bằng bàn phím thường: , hoặc :", en: "type it again as , or :"),
        text: String(scalar))
    default:
      return nil
    }
  }
}

extension String {
  fileprivate func leftPadded(to width: Int) -> String {
    String(repeating: "0", count: max(0, width - count)) + self
  }
}
