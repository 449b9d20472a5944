public import Faults

extension FaultCode {
  public static let listDiffers = FaultCode("L009")
  public static let listWithoutLog = FaultCode("L010")
  public static let logOfSomethingElse = FaultCode("L011")
  public static let logInUse = FaultCode("L012")
  public static let listBehind = FaultCode("L016")
}

/// What is wrong with the two files of entering taken together, or with what is to be done with them.
public enum EntryFileFault: FaultKind, Sendable, Hashable {
  /// The mark list is not what the log comes to.
  case listDiffers
  /// The mark list lacks what the log has last, as a crash leaves it.
  case listBehind
  case listWithoutLog
  /// The log was begun with something else: what, as it says and as it is wanted.
  case otherOpening(what: Phrase, stated: String, wanted: String)
  case inUse

  public var code: FaultCode {
    switch self {
    case .listDiffers: .listDiffers
    case .listBehind: .listBehind
    case .listWithoutLog: .listWithoutLog
    case .otherOpening: .logOfSomethingElse
    case .inUse: .logInUse
    }
  }

  public var problem: Phrase {
    switch self {
    case .listDiffers:
      Phrase(vi: "dòng này không đúng như nhật ký ghi", en: "this line is not what the log says")
    case .listBehind:
      Phrase(
        vi: "tệp chưa có lần ghi cuối của nhật ký: việc nhập bị ngắt giữa chừng",
        en: "the file lacks what the log has last: entering was broken off")
    case .listWithoutLog:
      Phrase(
        vi: "đã có tệp này mà không có nhật ký cạnh nó", en: "the file is there, and its log is not")
    case .otherOpening(let what, let stated, let wanted):
      Phrase(
        vi: "nhật ký thuộc việc khác: \(what.vi) là «\(visible(stated))», không phải «\(visible(wanted))»",
        en: "the log is of something else: \(what.en) is '\(visible(stated))', not '\(visible(wanted))'")
    case .inUse:
      Phrase(vi: "nơi khác đang nhập vào tệp này", en: "somebody else is entering into this file")
    }
  }

  public var advice: Phrase {
    switch self {
    case .listDiffers:
      Phrase(
        vi:
          "cất tệp phiếu đi chỗ khác (không phải nhật ký) rồi chạy lại enter: tệp được viết lại theo nhật ký",
        en:
          "put the mark list (not the log) out of the way and start enter again, which writes it anew from the log"
      )
    case .listBehind:
      Phrase(
        vi: "chạy lại enter như lần trước: tệp được viết nốt theo nhật ký",
        en: "start enter again as before, which completes the file from the log")
    case .listWithoutLog, .inUse:
      Phrase(vi: "chọn tên tệp khác", en: "choose another name")
    case .otherOpening:
      Phrase(
        vi: "chọn tên tệp khác, hoặc chạy enter như lần đầu",
        en: "choose another name, or start enter as it was started first")
    }
  }
}
