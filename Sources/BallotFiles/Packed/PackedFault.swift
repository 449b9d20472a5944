import Elections
import Faults

/// What is wrong with a packed file.
enum PackedFault: Error, FaultKind, Equatable {
  /// A byte at or behind `offset` is not as it was written.
  case damaged(offset: Int)
  case version(Int)
  case otherBallots(form: BallotForm, names: Int)

  var code: FaultCode {
    switch self {
    case .damaged: .damagedPackedFile
    case .version: .packedVersion
    case .otherBallots: .packedOtherBallots
    }
  }

  var problem: Phrase {
    switch self {
    case .damaged(let offset):
      Phrase(
        vi: "tệp phiếu nén bị hỏng hoặc bị cắt, từ byte \(offset)",
        en: "the packed file is damaged or cut off, from byte \(offset) on")
    case .version(let version):
      Phrase(
        vi: "phiên bản \(version) của tệp phiếu nén chưa được hỗ trợ",
        en: "version \(version) of packed files is not supported")
    case .otherBallots(let form, let names):
      Phrase(
        vi: "tệp chứa phiếu «\(form.rawValue)» của \(names) người, không phải phiếu của cuộc bầu này",
        en: "the file holds '\(form.rawValue)' ballots of names: \(names), not ballots of this contest")
    }
  }

  var advice: Phrase {
    switch self {
    case .damaged:
      Phrase(
        vi: "lấy lại bản gốc, hoặc đóng gói lại từ tệp văn bản",
        en: "get the original, or pack the text file again")
    case .version:
      Phrase(vi: "dùng chương trình mới hơn", en: "use a newer program")
    case .otherBallots:
      Phrase(
        vi: "kiểm tra xem có đúng tệp phiếu không", en: "check that this is the ballot file that you mean")
    }
  }
}
