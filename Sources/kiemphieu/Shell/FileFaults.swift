import Faults
import Machine

extension FaultCode {
  /// A file that is named and not there.
  static let missingFile = FaultCode("F001")
  /// A file that cannot be read.
  static let unreadableFile = FaultCode("F002")
  /// A link that leads out of the folder of the election file.
  static let linkOutside = FaultCode("F003")
  /// A ballot file that the contest has under two names.
  static let fileTwice = FaultCode("F004")
}

/// What is wrong with a file that is to be opened.
enum OpeningFault: FaultKind {
  case failed(FileFailure)
  case linkOutside
  case openedTwice

  var code: FaultCode {
    switch self {
    case .failed(let failure): failure.isMissing ? .missingFile : .unreadableFile
    case .linkOutside: .linkOutside
    case .openedTwice: .fileTwice
    }
  }

  var problem: Phrase {
    switch self {
    case .failed(let failure):
      failure.isMissing
        ? failure.words
        : Phrase(
          vi: "không đọc được tệp: \(failure.words.vi)", en: "the file cannot be read: \(failure.words.en)")
    case .linkOutside:
      Phrase(
        vi: "tệp là liên kết dẫn ra ngoài thư mục của tệp bầu cử",
        en: "the file is a link out of the folder of the election file")
    case .openedTwice:
      Phrase(
        vi: "chính tệp này đã được đọc dưới tên khác",
        en: "this very file was read already under another name")
    }
  }

  var advice: Phrase {
    switch self {
    case .failed(let failure) where failure.isMissing:
      Phrase(
        vi: "kiểm tra tên tệp; tên trong tệp bầu cử tính từ thư mục của nó",
        en: "check the name; names in an election file are relative to its folder")
    case .failed(let failure) where failure.operation == .readWithinLimit:
      Phrase(vi: "kiểm tra xem có đúng tệp không", en: "check that this is the file you mean")
    case .failed(let failure) where failure.operation == .readUnchanged:
      Phrase(
        vi: "đợi không ai còn ghi vào tệp rồi làm lại",
        en: "wait until nobody writes into it, and do it again")
    case .failed(let failure) where failure.isNoFile:
      Phrase(vi: "đặt một tệp thường vào chỗ đó", en: "put a plain file there")
    case .failed(let failure) where failure.isFolder:
      Phrase(vi: "ghi tên một tệp trong đó", en: "name a file in it")
    case .failed:
      Phrase(vi: "kiểm tra quyền đọc và ổ đĩa", en: "check that you may read it, and the disk")
    case .linkOutside:
      Phrase(vi: "chép chính tệp đó vào thư mục", en: "copy the file itself into the folder")
    case .openedTwice:
      Phrase(vi: "nêu mỗi tệp một lần", en: "name each file once")
    }
  }
}

extension FileFailure {
  /// What the system said, in words.
  var words: Phrase {
    if isMissing {
      return operation == .replace
        ? Phrase(vi: "không có thư mục này", en: "there is no such folder")
        : Phrase(vi: "không có tệp này", en: "there is no such file")
    }
    if isNoFile {
      return Phrase(vi: "đây là ống dẫn hoặc thiết bị", en: "this is a pipe or a device")
    }
    if isFolder { return Phrase(vi: "đây là thư mục", en: "this is a folder") }
    if isForbidden { return Phrase(vi: "không có quyền", en: "permission denied") }
    if operation == .readWithinLimit {
      return Phrase(vi: "tệp lớn hơn 64 MiB", en: "the file is larger than 64 MiB")
    }
    if operation == .readUnchanged {
      return Phrase(vi: "tệp bị thay đổi trong lúc đang đọc", en: "it was changed while it was being read")
    }
    return Phrase(reason)
  }
}
