import Faults

/// Why a result cannot take the place of another.
enum CorrectionFault: FaultKind {
  case otherElection

  var code: FaultCode { FaultCode("F005") }

  var problem: Phrase {
    Phrase(
      vi: "kết quả này là của cuộc bầu cử khác, không thể đính chính nó",
      en: "this result is of another election, and cannot be corrected by this count")
  }

  var advice: Phrase {
    Phrase(
      vi: "kiểm tra tên tổ chức, đại hội và mã các cuộc bầu",
      en: "check the organization, the congress and the ids of the contests")
  }
}
