import Faults

/// How the bytes of a ballot file become text, told from its first bytes.
enum TextCoding: Equatable {
  /// UTF-8, after a byte order mark of `mark` bytes (0 or 3).
  case utf8(mark: Int)
  /// UTF-16, little-endian, after its byte order mark of two bytes.
  case utf16LittleEndian

  /// Looks at the first bytes of a file.
  ///
  /// - Returns: the coding, or why this is no text that can be read.
  static func detect(_ bytes: [UInt8]) -> Result<TextCoding, FileFaultError> {
    if let kind = knownBinary(bytes) { return .failure(FileFaultError(.knownBinary(kind: kind))) }
    if bytes.starts(with: [0xFF, 0xFE, 0, 0]) || bytes.starts(with: [0, 0, 0xFE, 0xFF]) {
      return .failure(FileFaultError(.wrongEncoding(name: Phrase("UTF-32"))))
    }
    if bytes.starts(with: [0xFF, 0xFE]) { return .success(.utf16LittleEndian) }
    if bytes.starts(with: [0xFE, 0xFF]) {
      return .failure(FileFaultError(.wrongEncoding(name: Phrase("UTF-16BE"))))
    }
    let head = bytes.prefix(BallotFileLimits.sniffedBytes)
    if head.contains(0) {
      let zeros = (even: zeros(in: head, parity: 0), odd: zeros(in: head, parity: 1))
      // Text of Latin letters in UTF-16 has a zero in nearly every second place and nearly none between.
      if max(zeros.even, zeros.odd) * 4 > head.count, min(zeros.even, zeros.odd) * 20 < head.count {
        let order = zeros.odd > zeros.even ? "UTF-16LE" : "UTF-16BE"
        return .failure(
          FileFaultError(
            .wrongEncoding(
              name: Phrase(vi: order + " không có BOM", en: order + " without a BOM"))))
      }
      return .failure(FileFaultError(.binary))
    }
    return .success(.utf8(mark: bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0))
  }

  private static func zeros(in bytes: ArraySlice<UInt8>, parity: Int) -> Int {
    bytes.indices.count { $0 & 1 == parity && bytes[$0] == 0 }
  }

  private static func knownBinary(_ bytes: [UInt8]) -> Phrase? {
    signatures.first { bytes.starts(with: $0.bytes) }?.kind
  }

  private static let signatures: [(bytes: [UInt8], kind: Phrase)] = [
    (
      [0x50, 0x4B, 0x03, 0x04],
      Phrase(
        vi: "bảng tính hoặc tệp nén (.xlsx, .ods, .zip)", en: "a spreadsheet or archive (.xlsx, .ods, .zip)")
    ),
    (
      [0xD0, 0xCF, 0x11, 0xE0],
      Phrase(vi: "tài liệu Office cũ (.xls, .doc)", en: "an old Office document (.xls, .doc)")
    ),
    (Array("%PDF".utf8), Phrase(vi: "tài liệu PDF", en: "a PDF document")),
    (Array("{\\rtf".utf8), Phrase(vi: "tài liệu RTF", en: "an RTF document")),
    ([0x1F, 0x8B], Phrase(vi: "tệp nén gzip", en: "a gzip archive")),
    ([0x28, 0xB5, 0x2F, 0xFD], Phrase(vi: "tệp nén zstd", en: "a zstd archive")),
    ([0x89, 0x50, 0x4E, 0x47], Phrase(vi: "ảnh PNG", en: "a PNG picture")),
    ([0xFF, 0xD8, 0xFF], Phrase(vi: "ảnh JPEG", en: "a JPEG picture")),
    ([0x7F, 0x45, 0x4C, 0x46], Phrase(vi: "chương trình", en: "a program")),
  ]
}

/// A fault of a whole file, as an error.
struct FileFaultError: Error {
  var fault: FileFault

  init(_ fault: FileFault) {
    self.fault = fault
  }
}
