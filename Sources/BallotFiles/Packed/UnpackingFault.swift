import Faults

/// Why a file cannot be unpacked.
enum UnpackingFault: FaultKind {
  case notPacked
  case notInThisLayout

  var code: FaultCode {
    switch self {
    case .notPacked: .notPackedFile
    case .notInThisLayout: .notInLayout
    }
  }

  var problem: Phrase {
    switch self {
    case .notPacked: Phrase(vi: "đây không phải tệp phiếu nén", en: "this is no packed file")
    case .notInThisLayout:
      Phrase(
        vi:
          "dạng văn bản này không ghi được mọi điều trong tệp (xấp, phán quyết, dấu không đọc, số phiếu chỉ có ở một phần)",
        en:
          "this layout cannot hold all that the file says (bundles, rulings, unread marks, serials on some ballots only)"
      )
    }
  }

  var advice: Phrase {
    switch self {
    case .notPacked: Phrase(vi: "dùng tệp do lệnh pack ghi ra", en: "use a file that 'pack' wrote")
    case .notInThisLayout:
      Phrase(
        vi: "dùng --to list, hoặc đóng gói riêng từng tệp", en: "use --to list, or pack the files one by one")
    }
  }
}
