import Faults

extension FaultCode {
  /// A line of standard input that is longer than anybody types.
  static let inputLineTooLong = FaultCode("F006")
}

/// What is wrong with standard input, where it is read line by line.
enum StandardInputFault: FaultKind {
  case lineTooLong

  var code: FaultCode { .inputLineTooLong }

  var problem: Phrase {
    Phrase(
      vi: "dòng dài hơn \(StandardLines.lineBytes) byte, phần còn lại không được đọc",
      en: "the line is longer than \(StandardLines.lineBytes) bytes; the rest was not read")
  }

  var advice: Phrase {
    Phrase(
      vi: "mỗi phiếu hoặc mỗi câu trả lời một dòng; kiểm tra xem có đúng đầu vào không",
      en: "one ballot or one answer on each line; check that this is the input that you mean")
  }
}
