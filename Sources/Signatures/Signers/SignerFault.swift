import Elections
import Faults

/// What can be wrong with a line of the roster.
enum SignerFault: FaultKind, Error {
  case notText
  case malformed
  case principal
  case option
  case key
  case weakKey(bits: Int)
  case keyTwice(line: Int)
  case nobody
  case nameTwice(line: Int)
  case tooFew(SigningRole, needed: Int, found: Int)

  var code: FaultCode {
    switch self {
    case .notText: FaultCode("S001")
    case .malformed: FaultCode("S002")
    case .principal: FaultCode("S003")
    case .option: FaultCode("S004")
    case .key: FaultCode("S005")
    case .keyTwice: FaultCode("S006")
    case .nobody: FaultCode("S007")
    case .nameTwice: FaultCode("S008")
    case .tooFew: FaultCode("S009")
    case .weakKey: FaultCode("S015")
    }
  }

  var problem: Phrase {
    switch self {
    case .notText: Phrase(vi: "danh sách người ký không phải UTF-8", en: "the list of signers is not UTF-8")
    case .malformed: Phrase(vi: "không hiểu dòng này", en: "this line is not understood")
    case .principal:
      Phrase(vi: "không phải vai trò và tên", en: "this is not a role and a name")
    case .option: Phrase(vi: "tùy chọn này không dùng được", en: "this option cannot be used")
    case .key: Phrase(vi: "khóa không đúng dạng", en: "the key is not of a known form")
    case .weakKey(let bits):
      Phrase(
        vi: "khóa RSA chỉ có \(bits) bit, ít nhất phải là \(PublicKey.leastRSABits)",
        en: "an RSA key of \(bits) bits, at least \(PublicKey.leastRSABits) are needed")
    case .keyTwice(let line):
      Phrase(vi: "khóa này đã có ở dòng \(line)", en: "line \(line) has this key already")
    case .nobody: Phrase(vi: "không có ai trong danh sách", en: "nobody is on the list")
    case .nameTwice(let line):
      Phrase(
        vi: "tên này đã có ở dòng \(line), với vai trò khác hoặc cách viết khác",
        en: "line \(line) has this name already, in another role or another spelling")
    case .tooFew(let role, let needed, let found):
      Phrase(
        vi:
          "cần \(needed) chữ ký của \(role.signers.vi) (\(role.rawValue)), mà danh sách chỉ có \(found) người",
        en:
          "\(several(needed, "signature")) of \(role.signers.en) (\(role.rawValue)) needed, and the list has \(found)"
      )
    }
  }

  var advice: Phrase {
    switch self {
    case .notText: Phrase(vi: "lưu lại thành UTF-8", en: "save it as UTF-8")
    case .malformed, .nobody:
      Phrase(
        vi: "ghi mỗi người một dòng: \"head:Họ và tên\" ssh-ed25519 AAAA…",
        en: "write a line for each person: \"head:Name\" ssh-ed25519 AAAA…")
    case .principal:
      Phrase(
        vi:
          "ghi head:, member: hoặc presidium: rồi đến tên, giữa các từ một dấu cách, không có dấu phẩy, *, ? và !",
        en:
          "write head:, member: or presidium: and the name, one space between words, without a comma, *, ? and !"
      )
    case .option:
      Phrase(
        vi: "bỏ đi, hoặc chỉ ghi namespaces=\"\(SSHSignature.namespace)\"",
        en: "leave it out, or write namespaces=\"\(SSHSignature.namespace)\" only")
    case .key:
      Phrase(
        vi: "chép nguyên dòng của tệp khóa công khai (.pub)",
        en: "copy the whole line of the public key's file (.pub)")
    case .weakKey:
      Phrase(vi: "tạo khóa mới: ssh-keygen -t ed25519", en: "make a new key: ssh-keygen -t ed25519")
    case .keyTwice:
      Phrase(
        vi: "mỗi người ký bằng khóa của mình, mỗi khóa một lần",
        en: "everybody signs with a key of their own, each key once")
    case .nameTwice:
      Phrase(
        vi: "mỗi người một vai trò; hai người trùng tên thì ghi thêm để phân biệt, như năm sinh",
        en: "everybody signs in one role; tell two people of one name apart, by the year of birth for example"
      )
    case .tooFew:
      Phrase(
        vi: "ghi thêm người vào danh sách, hoặc sửa quorum, trước khi kiểm phiếu",
        en: "put more people on the list, or change the quorum, before the count")
    }
  }
}
