public import Faults

/// The codes of faults in what an audit rests on and in what the board read. The page `Faults.md` of this room lists them.
extension FaultCode {
  public static let otherBytes = FaultCode("A001")
  public static let otherCounts = FaultCode("A002")
  public static let paperNotDrawn = FaultCode("A003")
  public static let paperNotRead = FaultCode("A004")
  public static let paperReadTwice = FaultCode("A005")
  public static let notListed = FaultCode("A006")
}

/// What keeps an audit from being made.
public enum AuditFault: FaultKind, Sendable, Hashable {
  /// A file is not the one that the result was counted from.
  case otherBytes
  /// The result has no digest of the file.
  case noDigest
  /// The result says something else than its ballots.
  case otherCounts
  /// The sheet has a paper that was not drawn.
  case notDrawn
  /// The sheet lacks a paper that was drawn.
  case notRead
  case readTwice
  /// A packed file, of which this program lists no single ballots.
  case packed

  public var code: FaultCode {
    switch self {
    case .otherBytes, .noDigest: .otherBytes
    case .otherCounts: .otherCounts
    case .notDrawn: .paperNotDrawn
    case .notRead: .paperNotRead
    case .readTwice: .paperReadTwice
    case .packed: .notListed
    }
  }

  public var problem: Phrase {
    switch self {
    case .otherBytes:
      Phrase(
        vi: "không phải tệp mà kết quả đã đếm (mã SHA-256 khác)",
        en: "this is not the file that the result was counted from (another SHA-256)")
    case .noDigest:
      Phrase(
        vi: "kết quả không có mã SHA-256 của tệp này", en: "the result has no SHA-256 of this file")
    case .otherCounts:
      Phrase(
        vi: "kết quả nói khác với chính các phiếu của nó",
        en: "the result says something else than its own ballots")
    case .notDrawn: Phrase(vi: "phiếu này không được bốc", en: "this paper was not drawn")
    case .notRead: Phrase(vi: "thiếu một phiếu đã bốc", en: "a paper that was drawn is missing")
    case .readTwice: Phrase(vi: "phiếu này đã có ở dòng trước", en: "this paper stands on a line before")
    case .packed:
      Phrase(
        vi: "không bốc phiếu từ tệp đóng gói được",
        en: "papers cannot be drawn from a packed file")
    }
  }

  public var advice: Phrase {
    switch self {
    case .otherBytes:
      Phrase(
        vi: "lấy lại đúng tệp đã đếm; verify cho biết kết quả còn đúng không",
        en: "bring back the file that was counted; verify says whether the result holds")
    case .noDigest: Phrase(vi: "kiểm lại với --digest sha256", en: "count again with --digest sha256")
    case .otherCounts: Phrase(vi: "chạy verify với kết quả này", en: "run verify on this result")
    case .notDrawn:
      Phrase(
        vi: "bỏ dòng này; dùng đúng --seed và --ballots như khi bốc",
        en: "remove the row; give the --seed and --ballots of the draw")
    case .notRead: Phrase(vi: "lấy phiếu đó ra và ghi vào", en: "take out that paper and write it down")
    case .readTwice: Phrase(vi: "ghi mỗi phiếu một lần", en: "write each paper once")
    case .packed:
      Phrase(
        vi: "đổi ra văn bản bằng convert rồi kiểm từ đó",
        en: "make text of it by convert and count from that")
    }
  }
}
