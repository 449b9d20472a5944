public import Faults

/// How much of a JSON file is read.
public struct JSONLimits: Sendable {
  /// The largest file, in bytes.
  public var bytes: Int
  /// How deeply lists and objects may be nested.
  public var depth: Int
  /// How many values a file may hold, counting lists and objects.
  public var values: Int
  /// How many faults are looked for; a file with more of them is none of ours, and not read to its end.
  public var faults: Int

  public init(
    bytes: Int = 64 << 20, depth: Int = 64, values: Int = 4_000_000, faults: Int = 100_000
  ) {
    self.bytes = bytes
    self.depth = depth
    self.values = values
    self.faults = faults
  }
}

/// A file was not read: it is not JSON, or has a key twice, or is beyond the limits.
public struct JSONRejection: Error, Sendable {
  /// Everything that is wrong, at least one fault.
  public var faults: FaultLog
}

/// Reads JSON (RFC 8259) strictly.
///
/// Beyond the syntax, refused are: anything but UTF-8, keys that occur twice in an object (compared character
/// by character), half surrogate pairs, and what is beyond the limits. Where the meaning of a mistake is plain
/// (a comma too many, a bad escape, a leading zero) reading goes on, so that one run tells all of them.
public enum JSONParser {
  /// Reads a file.
  ///
  /// - Parameters:
  ///   - bytes: the whole file.
  ///   - file: its name, for the faults.
  ///   - limits: how much is read.
  ///   - allowsByteOrderMark: whether the file may begin with one.
  public static func parse(
    _ bytes: [UInt8], file: String, limits: JSONLimits = JSONLimits(), allowsByteOrderMark: Bool = true
  ) throws(JSONRejection) -> JSONNode {
    let faults = JSONFaults(file: file, bytes: bytes)
    guard let root = faults.parse(limits: limits, allowsByteOrderMark: allowsByteOrderMark) else {
      throw JSONRejection(faults: faults.log)
    }
    return root.node
  }
}

extension JSONFaults {
  /// Reads the file and gives its root; `nil` if there is any fault.
  ///
  /// - Parameters:
  ///   - limits: how much is read.
  ///   - allowsByteOrderMark: whether the file may begin with one.
  public func parse(limits: JSONLimits = JSONLimits(), allowsByteOrderMark: Bool = true) -> JSONReader? {
    guard let start = startOfText(limits: limits, allowsByteOrderMark: allowsByteOrderMark) else {
      return nil
    }
    var scanner = JSONScanner(bytes: bytes, start: start, limits: limits, faults: self)
    guard let node = scanner.document(), log.isEmpty else {
      precondition(!log.isEmpty, "a file that is not read has a fault")
      return nil
    }
    return JSONReader(node: node, path: .root, faults: self)
  }

  /// Where the text begins, behind a byte order mark; `nil` with a fault where there is no UTF-8 text.
  private func startOfText(limits: JSONLimits, allowsByteOrderMark: Bool) -> Int? {
    guard bytes.count <= limits.bytes else {
      reportFile(
        .jsonTooLarge,
        Phrase(
          vi: "tệp có \(bytes.count) byte, chỉ đọc tệp đến \(limits.bytes) byte",
          en: "the file has \(bytes.count) bytes, at most \(limits.bytes) are read"),
        Phrase(vi: "kiểm tra xem có đúng tệp cần dùng không", en: "check that this is the file you mean"))
      return nil
    }
    if let name = wideEncoding() {
      report(
        .jsonEncoding, .root, at: 0,
        Phrase(vi: "tệp được lưu ở dạng \(name)", en: "the file is saved as \(name)"),
        Phrase(vi: "lưu lại tệp ở dạng UTF-8", en: "save the file as UTF-8"))
      return nil
    }
    let hasMark = bytes.starts(with: byteOrderMark)
    if hasMark && !allowsByteOrderMark {
      report(
        .jsonEncoding, .root, at: 0,
        Phrase(vi: "đầu tệp có dấu thứ tự byte (BOM)", en: "the file begins with a byte order mark (BOM)"),
        Phrase(vi: "lưu lại tệp ở dạng UTF-8 không có BOM", en: "save the file as UTF-8 without BOM"))
      return nil
    }
    return isUTF8() ? (hasMark ? byteOrderMark.count : 0) : nil
  }

  /// The name of an encoding with wide characters, told by its mark or, since JSON begins with an ASCII
  /// character, by the zero beside that (RFC 4627, 3).
  private func wideEncoding() -> String? {
    let start = Array(bytes.prefix(4))
    if start.count == 4, start[0...1] == [0, 0] || start == [0xFF, 0xFE, 0, 0] || start[1...3] == [0, 0, 0] {
      return "UTF-32"
    }
    guard start.count >= 2 else { return nil }
    let pair = start[0...1]
    let isWide = pair == [0xFF, 0xFE] || pair == [0xFE, 0xFF] || (pair.contains(0) && pair != [0, 0])
    return isWide ? "UTF-16" : nil
  }

  private func isUTF8() -> Bool {
    let bytes = bytes
    do {
      _ = try UTF8Span(validating: bytes.span)
      return true
    } catch {
      let range = error.byteOffsets
      let text = bytes[range].map { "0x" + String($0, radix: 16, uppercase: true) }.joined(separator: " ")
      report(
        .jsonEncoding, .root, at: range.lowerBound, text: text,
        Phrase(vi: "có byte không phải là chữ UTF-8", en: "there are bytes that are not UTF-8 text"),
        Phrase(
          vi: "lưu lại tệp ở dạng UTF-8, không dùng bảng mã cũ như TCVN3, VNI hay Windows-1258",
          en: "save the file as UTF-8, not in an old encoding such as TCVN3, VNI or Windows-1258"))
      return false
    }
  }
}
