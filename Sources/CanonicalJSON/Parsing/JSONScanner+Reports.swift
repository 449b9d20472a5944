import Faults

// What is reported without ending the reading.

extension JSONScanner {
  func reportDuplicate(_ key: String, _ path: JSONPath, at offset: Int, first: Int) {
    faults.report(
      .jsonDuplicateKey, .key(key, of: path), at: offset, text: key, alreadyStands(inLineOf: first),
      Phrase(vi: "xóa một trong hai", en: "remove one of the two"))
  }

  private func alreadyStands(inLineOf offset: Int) -> Phrase {
    let line = faults.line(of: offset)
    return Phrase(vi: "khóa này đã có ở dòng \(line)", en: "this key already stands in line \(line)")
  }

  func reportMissingComma(_ path: JSONPath) {
    faults.report(
      .jsonSyntax, path, at: next,
      Phrase(vi: "thiếu dấu phẩy trước chỗ này", en: "a comma is missing before this place"),
      Phrase(vi: "thêm dấu phẩy giữa hai mục", en: "add a comma between the two entries"))
  }

  func reportSuperfluousComma(_ path: JSONPath, at offset: Int) {
    faults.report(
      .jsonSyntax, path, at: offset, text: ",",
      Phrase(vi: "thừa dấu phẩy", en: "there is a comma too many"),
      Phrase(
        vi: "xóa dấu phẩy này; sau mục cuối cùng không có dấu phẩy",
        en: "remove this comma; there is none behind the last entry"))
  }

  func reportControlCharacter(_ path: JSONPath, _ byte: UInt8) {
    faults.report(
      .jsonString, path, at: next, text: String(Unicode.Scalar(byte)),
      Phrase(
        vi: "có ký tự điều khiển (mã \(byte)) trong chuỗi",
        en: "there is a control character (code \(byte)) in a string"),
      byte == 0x09
        ? Phrase(
          vi: "thay phím Tab bằng dấu cách, hoặc viết \\t", en: "replace the tab by a space, or write \\t")
        : Phrase(vi: "xóa ký tự đó", en: "remove it"))
  }

  func reportBadEscape(_ path: JSONPath, from start: Int) {
    let text = String(decoding: bytes[start..<min(next, bytes.count)], as: UTF8.self)
    faults.report(
      .jsonString, path, at: start, text: text,
      Phrase(
        vi: "dấu \\ trong chuỗi không đúng cách", en: "a \\ in a string is not followed by what it needs"),
      Phrase(
        vi:
          "viết \\\\ cho một dấu \\; chỉ dùng được \\\" \\\\ \\/ \\b \\f \\n \\r \\t và \\u với bốn chữ số thập lục phân",
        en:
          "write \\\\ for a \\; allowed are \\\" \\\\ \\/ \\b \\f \\n \\r \\t, and \\u with four hexadecimal digits"
      ))
  }

  func reportHalfPair(_ path: JSONPath, from start: Int) {
    faults.report(
      .jsonString, path, at: start, text: String(decoding: bytes[start..<next], as: UTF8.self),
      Phrase(vi: "một nửa ký tự UTF-16 đứng lẻ", en: "half a UTF-16 character stands alone"),
      Phrase(vi: "viết thẳng ký tự đó bằng UTF-8", en: "write the character itself in UTF-8"))
  }

  func reportBadNumber(_ path: JSONPath, _ text: String, at start: Int) {
    let digits = text.utf8.drop { $0 == UInt8(ascii: "-") }
    let advice =
      if text.utf8.first == UInt8(ascii: "+") {
        Phrase(vi: "bỏ dấu cộng", en: "remove the plus sign")
      } else if digits.first == UInt8(ascii: "0"), digits.allSatisfy({ (0x30...0x39).contains($0) }) {
        Phrase(vi: "bỏ các số 0 ở đầu", en: "remove the leading zeros")
      } else {
        Phrase(
          vi: "chỉ dùng chữ số; nếu đây không phải là số, ví dụ ngày tháng, thì đặt trong dấu nháy kép",
          en: "use digits only; if it is not a number but a date, say, put it in double quotes")
      }
    faults.report(
      .jsonSyntax, path, at: start, text: text,
      Phrase(vi: "số viết không đúng", en: "the number is badly written"),
      advice)
  }

  func reportBadWord(_ path: JSONPath, _ text: String, at start: Int) {
    let advice =
      switch text.lowercased() {
      case "true", "false", "null":
        Phrase(
          vi: "viết chữ thường: \(text.lowercased())", en: "write it in lower case: \(text.lowercased())")
      case "none", "nil", "undefined": Phrase(vi: "viết null", en: "write null")
      case "nan", "infinity", "inf":
        Phrase(vi: "JSON không có giá trị này; viết một số", en: "JSON has no such value; write a number")
      default: Phrase(vi: "đặt chữ trong dấu nháy kép", en: "put text in double quotes")
      }
    faults.report(
      .jsonSyntax, path, at: start, text: text,
      Phrase(vi: "chữ không nằm trong dấu nháy kép", en: "a word stands outside of double quotes"), advice)
  }
}
