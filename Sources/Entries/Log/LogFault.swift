public import Faults

extension FaultCode {
  public static let notALog = FaultCode("L001")
  public static let logVersion = FaultCode("L002")
  public static let logCutOff = FaultCode("L003")
  public static let brokenChain = FaultCode("L004")
  public static let badRecord = FaultCode("L005")
  public static let headDisagrees = FaultCode("L006")
  public static let logGoesOn = FaultCode("L007")
  public static let contradictingRecord = FaultCode("L008")
}

/// What is wrong with an entry log.
public enum LogFault: FaultKind, Sendable, Hashable {
  /// The head is missing or damaged.
  case notALog
  case otherVersion
  /// Bytes are missing at the end.
  case cutOff(bytes: Int)
  /// The line does not hold the digest of the line before.
  case brokenChain
  /// The line is no record, or not as this program writes it.
  case badRecord
  /// The head says other than the lines.
  case headDisagrees
  /// There is more behind the end that the head states than a crash can leave.
  case goesOn
  /// The record cannot follow those before.
  case contradiction(Phrase)

  public var code: FaultCode {
    switch self {
    case .notALog: .notALog
    case .otherVersion: .logVersion
    case .cutOff: .logCutOff
    case .brokenChain: .brokenChain
    case .badRecord: .badRecord
    case .headDisagrees: .headDisagrees
    case .goesOn: .logGoesOn
    case .contradiction: .contradictingRecord
    }
  }

  public var problem: Phrase {
    switch self {
    case .notALog:
      Phrase(
        vi: "không phải nhật ký nhập phiếu, hoặc dòng đầu đã bị sửa",
        en: "this is no entry log, or its head was changed")
    case .otherVersion:
      Phrase(vi: "nhật ký thuộc phiên bản khác", en: "the log is of another version")
    case .cutOff(let bytes):
      Phrase(vi: "cuối nhật ký mất \(bytes) byte", en: "the end of the log lacks \(several(bytes, "byte"))")
    case .brokenChain:
      Phrase(
        vi: "dòng này không nối tiếp dòng trên: có dòng bị sửa, bị xóa, bị chèn hoặc bị đổi chỗ",
        en: "this line does not follow the line above: a line was changed, removed, put in or moved")
    case .badRecord:
      Phrase(
        vi: "dòng không đúng từng byte như chương trình ghi",
        en: "the line is not, byte for byte, as the program writes it")
    case .headDisagrees:
      Phrase(
        vi: "dòng đầu ghi khác với các dòng của nhật ký: có dòng bị sửa hoặc thêm bớt",
        en: "the head says other than the lines: one was changed, added or removed")
    case .goesOn:
      Phrase(
        vi: "sau chỗ hết mà dòng đầu ghi còn dữ liệu lạ",
        en: "something stands behind the end that the head states")
    case .contradiction(let why):
      Phrase(
        vi: "dòng này mâu thuẫn với các dòng trên: \(why.vi)",
        en: "the record contradicts those above: \(why.en)")
    }
  }

  public var advice: Phrase {
    switch self {
    case .notALog:
      Phrase(
        vi: "kiểm tra tên tệp; nhật ký của phieu.csv là phieu.csv.log",
        en: "check the name; the log of phieu.csv is phieu.csv.log")
    case .otherVersion:
      Phrase(vi: "dùng chương trình mới hơn", en: "use a newer program")
    case .cutOff, .brokenChain, .badRecord, .headDisagrees, .goesOn, .contradiction:
      Phrase(
        vi: "lấy lại bản nguyên vẹn của nhật ký; nếu không có, nhập lại tập phiếu này vào tệp khác",
        en: "get the log back as it was; where that cannot be had, enter these papers again into another file"
      )
    }
  }
}
