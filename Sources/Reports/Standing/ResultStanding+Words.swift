import Elections
import Faults

extension ResultStanding.Verified {
  /// What the independent recount came to, in one sentence.
  var words: Phrase {
    switch self {
    case .certified:
      Phrase(
        vi: "Đã đếm lại độc lập: mọi điều kết quả nêu đều đúng, đủ chữ ký theo quy định của cuộc bầu.",
        en: "Recounted independently: every claim of the result holds, and those who must have signed.")
    case .agrees:
      Phrase(
        vi: "Đã đếm lại độc lập: mọi điều kết quả nêu đều đúng; không yêu cầu chữ ký.",
        en: "Recounted independently: every claim of the result holds; no signature was asked for.")
    case .unfinished:
      Phrase(
        vi: "CHƯA KIỂM TRA XONG: có điều chưa đối chiếu được.",
        en: "NOT VERIFIED: something could not be checked.")
    }
  }
}
