import Machine

/// A signature as `ssh-keygen -Y sign` writes it (OpenSSH, `PROTOCOL.sshsig`).
///
/// Within the armour of `-----BEGIN SSH SIGNATURE-----` stand, in Base64 and lines of 70: `SSHSIG`, the version 1, the public key, the namespace,
/// an empty string, the name of a hash, and the signature proper. `ssh-keygen` accepts other spellings of the same armour too, so that a changed
/// byte can go unseen; here the armour has to be what these parts are written as, byte by byte.
public struct SSHSignature: Sendable, Equatable {
  /// What signatures on results are made for: one made for anything else does not count.
  public static let namespace = "kiemphieu-result"
  /// The most bytes that the file of a signature can have: none is nearly as long.
  public static let sizeLimit = 16_384

  public let key: PublicKey
  public let namespace: String

  /// - Parameter file: the bytes of a signature's file.
  /// - Returns: `nil` for anything but a signature in its one canonical form.
  public init?(_ file: [UInt8]) {
    guard let text = Self.content(file), let blob = Base64.decode(text), Self.armour(blob) == file else {
      return nil
    }
    var reader = WireReader(blob)
    guard reader.skip("SSHSIG"), reader.number() == 1, let key = reader.bytes().flatMap({ PublicKey($0) }),
      let namespace = reader.text(), reader.bytes() == [], let hash = reader.text(),
      ["sha256", "sha512"].contains(hash), let proper = reader.bytes(), !proper.isEmpty, reader.isAtEnd
    else { return nil }
    self.key = key
    self.namespace = namespace
  }

  private static let begin = Array("-----BEGIN SSH SIGNATURE-----\n".utf8)
  private static let end = Array("-----END SSH SIGNATURE-----\n".utf8)
  private static let lineLength = 70

  private static func content(_ file: [UInt8]) -> [UInt8]? {
    guard file.count <= sizeLimit, file.starts(with: begin), file.count > begin.count + end.count,
      file.suffix(end.count).elementsEqual(end)
    else { return nil }
    return file[begin.count..<file.count - end.count].filter { $0 != UInt8(ascii: "\n") }
  }

  private static func armour(_ blob: [UInt8]) -> [UInt8] {
    let text = Base64.encode(blob)
    var file = begin
    for start in stride(from: 0, to: text.count, by: lineLength) {
      file += text[start..<min(start + lineLength, text.count)] + [UInt8(ascii: "\n")]
    }
    return file + end
  }
}
