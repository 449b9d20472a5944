import Faults

/// What is wrong with a ballot file as a whole, or with the coding of its text.
enum FileFault: FaultKind {
  case empty
  case knownBinary(kind: Phrase)
  case binary
  case wrongEncoding(name: Phrase)
  case notUTF8
  case lineTooLong
  case controlCharacter
  case damagedUTF16
  case tooManyBallots

  var code: FaultCode {
    switch self {
    case .empty: .emptyBallotFile
    case .knownBinary, .binary: .notText
    case .wrongEncoding: .wrongEncoding
    case .notUTF8: .notUTF8
    case .lineTooLong: .lineTooLong
    case .controlCharacter: .controlCharacter
    case .damagedUTF16: .damagedUTF16
    case .tooManyBallots: .tooManyBallots
    }
  }

  var problem: Phrase {
    switch self {
    case .empty:
      Phrase(vi: "tệp rỗng, không có cả dòng tiêu đề", en: "the file is empty, without even a header")
    case .knownBinary(let kind):
      Phrase(vi: "tệp này là \(kind.vi), không phải tệp phiếu", en: "this is \(kind.en), not a ballot file")
    case .binary:
      Phrase(vi: "tệp chứa byte 0, không phải văn bản", en: "the file has NUL bytes and is not text")
    case .wrongEncoding(let name):
      Phrase(
        vi: "tệp ở bảng mã \(name.vi), chương trình không đọc bảng mã này",
        en: "the file is in \(name.en), which is not read")
    case .notUTF8:
      Phrase(vi: "dòng này không phải UTF-8", en: "this line is not UTF-8")
    case .lineTooLong:
      Phrase(
        vi: "dòng dài hơn \(BallotFileLimits.lineBytes) byte, phần còn lại của tệp không được đọc",
        en: "the line is longer than \(BallotFileLimits.lineBytes) bytes; the rest of the file was not read")
    case .controlCharacter:
      Phrase(vi: "dòng có ký tự điều khiển", en: "the line has a control character")
    case .damagedUTF16:
      Phrase(
        vi: "văn bản UTF-16 bị hỏng, phần còn lại của tệp không được đọc",
        en: "the UTF-16 text is damaged; the rest of the file was not read")
    case .tooManyBallots:
      Phrase(vi: "tổng số phiếu vượt quá 10^12", en: "there are more than 10^12 ballots in all")
    }
  }

  var advice: Phrase {
    switch self {
    case .empty:
      Phrase(
        vi: "ghi dòng tiêu đề, ví dụ «gạch»; tệp chỉ có tiêu đề là không có phiếu nào",
        en: "write a header such as 'struck'; a file with a header alone is zero ballots")
    case .knownBinary:
      Phrase(
        vi: "mở bằng chương trình của nó rồi lưu thành CSV UTF-8",
        en: "open it in its own program and save it as CSV UTF-8")
    case .binary:
      Phrase(
        vi: "kiểm tra xem có đúng tệp phiếu không", en: "check whether this is the ballot file that you mean")
    case .wrongEncoding, .damagedUTF16:
      Phrase(vi: "lưu lại tệp thành UTF-8", en: "save the file again as UTF-8")
    case .notUTF8:
      Phrase(
        vi:
          "tệp có thể ở bảng mã cũ (TCVN3, VNI, Windows-1258, Latin-1): mở ra, chuyển sang Unicode rồi lưu thành UTF-8",
        en:
          "the file may be in an old encoding (TCVN3, VNI, Windows-1258, Latin-1): convert it to Unicode and save as UTF-8"
      )
    case .lineTooLong:
      Phrase(
        vi: "mỗi phiếu một dòng; kiểm tra xem có đúng tệp phiếu và dấu xuống dòng (LF hoặc CRLF) không",
        en: "one ballot on each line; check that this is a ballot file and that its lines end in LF or CRLF")
    case .controlCharacter:
      Phrase(
        vi: "xóa ký tự đó; dòng kết thúc bằng LF hoặc CRLF",
        en: "remove the character; lines end in LF or CRLF")
    case .tooManyBallots:
      Phrase(vi: "kiểm tra cột «số lượng»", en: "check the column 'count'")
    }
  }
}
