import Faults
import Signatures

extension FaultCode {
  /// The program `ssh-keygen` is missing.
  static let missingProgram = FaultCode("S010")
}

/// Why a result was not signed.
enum SigningFault: FaultKind {
  case noKeygen
  case cannotRun(Phrase)
  case noKey
  case refused
  case notUnderstood
  case noList
  case otherList
  case notOnTheList(String)
  case rehearsal

  var code: FaultCode {
    switch self {
    case .noKeygen, .cannotRun: .missingProgram
    case .noKey, .noList: .missingFile
    case .refused: FaultCode("S011")
    case .notUnderstood: FaultCode("S012")
    case .otherList: FaultCode("S013")
    case .notOnTheList: FaultCode("S014")
    case .rehearsal: FaultCode("S016")
    }
  }

  var problem: Phrase {
    switch self {
    case .noKeygen:
      Phrase(vi: "máy này không có chương trình ssh-keygen", en: "this machine has no program ssh-keygen")
    case .cannotRun(let reason):
      Phrase(vi: "không chạy được ssh-keygen: \(reason.vi)", en: "ssh-keygen cannot be run: \(reason.en)")
    case .noKey: Phrase(vi: "không đọc được tệp khóa", en: "the key's file cannot be read")
    case .refused:
      Phrase(vi: "ssh-keygen không ký bằng khóa này", en: "ssh-keygen does not sign with this key")
    case .notUnderstood:
      Phrase(vi: "không dùng được loại khóa này", en: "this kind of key cannot be used")
    case .noList:
      Phrase(vi: "không có danh sách người ký ở đây", en: "the list of signers is not there")
    case .otherList:
      Phrase(
        vi: "danh sách người ký không phải tệp mà kết quả đã ghi nhận",
        en: "the list of signers is not the file that the result was made with")
    case .notOnTheList(let fingerprint):
      Phrase(
        vi: "khóa \(fingerprint) không có trong danh sách người ký",
        en: "the key \(fingerprint) is not on the list of signers")
    case .rehearsal:
      Phrase(
        vi: "đây là kết quả kiểm thử, không phải kết quả bầu cử",
        en: "this is the result of a rehearsal, not of an election")
    }
  }

  var advice: Phrase {
    switch self {
    case .noKeygen, .cannotRun:
      Phrase(
        vi: "cài OpenSSH (gói openssh-client), hoặc ký trên máy khác",
        en: "install OpenSSH (package openssh-client), or sign on another machine")
    case .noKey:
      Phrase(
        vi: "kiểm tra tên tệp; chưa có khóa thì tạo bằng ssh-keygen -t ed25519",
        en: "check the name; make a key by ssh-keygen -t ed25519")
    case .refused:
      Phrase(
        vi: "xem thông báo của ssh-keygen ở trên: sai mật khẩu, không phải khóa, hay thẻ chưa cắm",
        en: "see what ssh-keygen said above: a wrong passphrase, no key, or a token not plugged in")
    case .notUnderstood:
      Phrase(vi: "dùng khóa ed25519, ecdsa hay rsa", en: "use an ed25519, ecdsa or rsa key")
    case .noList:
      Phrase(
        vi: "kết quả nằm ở thư mục khác với tệp bầu cử thì ghi --election và tệp bầu cử",
        en: "where the result lies in another folder than the election file, name that by --election")
    case .otherList:
      Phrase(vi: "lấy lại đúng tệp đó", en: "get that very file")
    case .notOnTheList:
      Phrase(
        vi: "ký bằng khóa đã đăng ký; danh sách chỉ sửa được trước khi kiểm phiếu",
        en: "sign with the key that was registered; the list is changed only before the count")
    case .rehearsal:
      Phrase(
        vi: "nhập và kiểm phiếu thật, không dùng --rehearsal",
        en: "enter and count the real ballots, without --rehearsal")
    }
  }
}
