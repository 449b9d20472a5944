import CanonicalJSON
import Faults
import Machine

/// The files that an election file names, each below its folder and none twice.
final class FilePaths {
  private var seen: Set<String> = []

  /// The shortest spelling of a path relative to the folder.
  ///
  /// Whether a link leads out of the folder is seen when the file is opened.
  func path(_ reader: JSONReader) -> String? {
    guard let text = reader.text() else { return nil }
    guard !text.utf8.contains(UInt8(ascii: "\\")), !hasDrive(text), let path = normalized(relativePath: text),
      path != "."
    else {
      reader.fault(
        .fileOutside,
        problem: Phrase(
          vi: "tệp phải nằm trong thư mục của tệp bầu cử",
          en: "the file must lie in the folder of the election file"),
        advice: Phrase(
          vi: "chép tệp vào thư mục đó và ghi tên tương đối, phân cách bằng «/», không có «..»",
          en: "copy it there and name it relative to the folder, with '/', without '..'"))
      return nil
    }
    guard seen.insert(path).inserted else {
      reader.fault(
        .fileRepeated, problem: Phrase(vi: "tệp này đã được nêu", en: "this file is listed already"),
        advice: Phrase(vi: "nêu mỗi tệp một lần", en: "list each file once"))
      return nil
    }
    return path
  }

  private func hasDrive(_ path: String) -> Bool {
    let bytes = Array(path.utf8.prefix(2))
    return bytes.count == 2 && bytes[1] == UInt8(ascii: ":")
  }
}

extension JSONReader {
  /// The name of a file in or below the folder, in its shortest spelling, as results hold it.
  func pathBelow() -> String? {
    guard let text = text() else { return nil }
    guard normalized(relativePath: text) == text, text != "." else {
      fault(
        .fileOutside,
        problem: Phrase(
          vi: "tệp phải nằm trong thư mục của tệp bầu cử",
          en: "the file must lie in the folder of the election file"),
        advice: Phrase(
          vi: "lấy lại bản gốc của tệp kết quả", en: "get the original of the result"))
      return nil
    }
    return text
  }
}
