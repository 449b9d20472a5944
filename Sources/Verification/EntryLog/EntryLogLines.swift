import CanonicalJSON
import Machine

/// The lines of an entry log (nhật ký nhập phiếu): each tied to the one before, the head true of all.
///
/// The head has 114 bytes: `kiemphieu-entries 1`, the number of records in 12 digits, the bytes of the file in 15, the SHA-256 of the last
/// line, a space between each, a line feed.
struct EntryLogLines {
  /// The members of each record, in order; that of line `i + 2` at index `i`.
  private(set) var records: [[String: JSONValue]] = []

  private static let mark = "kiemphieu-entries 1"
  private static let headSize = 114

  init(_ bytes: [UInt8], name: String) throws(ReadingFault) {
    let head = Array(bytes.prefix(Self.headSize))
    guard head.count == Self.headSize, head.starts(with: Self.mark.utf8) else {
      throw ReadingFault("không phải nhật ký nhập phiếu", "this is no entry log", line: 1)
    }
    var last = SHA256.digest(of: Array((Self.mark + "\n").utf8))
    var start = Self.headSize
    while start < bytes.count {
      let number = records.count + 2
      guard let feed = bytes[start...].firstIndex(of: UInt8(ascii: "\n")) else {
        throw ReadingFault("dòng cuối dở dang", "the last line is not whole", line: number)
      }
      let line = Array(bytes[start...feed])
      guard let node = try? JSONParser.parse(Array(line.dropLast()), file: name, allowsByteOrderMark: false),
        case .object(let members)? = JSONValue(node),
        JSONValue.object(members).canonicalBytes() + [UInt8(ascii: "\n")] == line
      else {
        throw ReadingFault(
          "dòng không đúng từng byte như chương trình ghi",
          "the line is not, byte for byte, as the program writes it",
          line: number)
      }
      guard case .string(last.hex)? = members["before"] else {
        throw ReadingFault(
          "dòng không nối tiếp dòng trên", "the line does not follow the line above", line: number)
      }
      records.append(members)
      last = SHA256.digest(of: line)
      start = feed + 1
    }
    let expected = [Self.mark, Self.digits(records.count, 12), Self.digits(bytes.count, 15), last.hex]
    guard head == Array((expected.joined(separator: " ") + "\n").utf8) else {
      throw ReadingFault(
        "dòng đầu ghi khác với các dòng: cuối nhật ký bị cắt hoặc thêm, hay máy tắt giữa chừng (khi đó chạy lại enter)",
        "the head says other than the lines: the end was cut off or added to, or the machine stopped (then start enter again)",
        line: 1)
    }
  }

  private static func digits(_ number: Int, _ width: Int) -> String {
    let text = String(number)
    return String(repeating: "0", count: max(0, width - text.utf8.count)) + text
  }
}
