import CanonicalJSON

/// Signatures removed, changed, and made by others or for something else.
extension Drill {
  mutating func tamperWithEarlierSignatures() {
    let names = bundle.earlierSignatures
    guard let first = names.first else { return }
    add("bỏ các chữ ký của kết quả đi trước", "the signatures on earlier results removed") { files in
      for name in names { files[name] = nil }
      return true
    }
    add("sửa một byte của chữ ký trên kết quả đi trước", "a byte of a signature on an earlier result changed")
    {
      Self.changeByte(of: first, in: &$0)
    }
  }

  mutating func tamperWithSignatures(_ forge: ([UInt8], String) -> [UInt8]?) {
    // Without a roster nobody asks for signatures, whatever lies there.
    guard bundle.roster != nil, let name = bundle.signatures.first,
      let result = bundle.files[DrillBundle.result]
    else { return }
    tamperWithQuorum()
    add("sửa một byte của chữ ký", "a byte of a signature changed") { Self.changeByte(of: name, in: &$0) }
    let forged: [(vi: String, en: String, place: String, bytes: [UInt8]?)] = [
      (
        "thay một chữ ký bằng chữ ký của khóa lạ", "a signature replaced by that of an unknown key", name,
        forge(result, "kiemphieu-result")
      ),
      (
        "thêm chữ ký của khóa lạ", "a signature of an unknown key added", "\(DrillBundle.result).drill.sig",
        forge(result, "kiemphieu-result")
      ),
      ("thay bằng chữ ký cho việc khác", "a signature made for something else", name, forge(result, "file")),
    ]
    for (vi, en, place, bytes) in forged {
      add(vi, en) { files in
        files[place] = bytes
        return bytes != nil
      }
    }
    add("dùng chữ ký cho kết quả khác", "a signature used for another result") { files in
      guard var edit = files[DrillBundle.result].flatMap({ JSONEdit($0) }),
        edit.change(["election", "organization"], Self.longer)
      else { return false }
      files[DrillBundle.result] = edit.resultBytes
      return true
    }
  }

  /// Changes a byte in the armour of a signature; `false` where it is too short to be one.
  private static func changeByte(of name: String, in files: inout [String: [UInt8]]) -> Bool {
    guard var bytes = files[name], bytes.indices.contains(100) else { return false }
    bytes[100] = bytes[100] == UInt8(ascii: "A") ? UInt8(ascii: "B") : UInt8(ascii: "A")
    files[name] = bytes
    return true
  }

  /// Removes so many signatures that too few are left: one more or less than must sign is not tampering.
  private mutating func tamperWithQuorum() {
    let removed = bundle.signatures.dropFirst(max(0, bundle.quorum - 1))
    let isOne = removed.count == 1
    add(
      isOne ? "bỏ một chữ ký" : "bỏ bớt chữ ký, còn ít hơn số phải ký",
      isOne ? "a signature removed" : "signatures removed, fewer left than must sign"
    ) { files in
      for name in removed { files[name] = nil }
      return true
    }
  }
}
