import Machine

/// A public key as OpenSSH writes it: a type and a block of bytes that begins with it.
public struct PublicKey: Sendable, Hashable {
  /// Such as `ssh-ed25519`.
  public let type: String
  /// The key in the binary encoding of SSH, the type included.
  public let bytes: [UInt8]

  /// Types that make signatures which `ssh-keygen` verifies. DSA is too weak, and certificates need an authority.
  static let types: Set<String> = [
    "ssh-ed25519", "sk-ssh-ed25519@openssh.com", "ecdsa-sha2-nistp256", "ecdsa-sha2-nistp384",
    "ecdsa-sha2-nistp521", "sk-ecdsa-sha2-nistp256@openssh.com", "ssh-rsa",
  ]

  /// - Returns: `nil` where the bytes do not begin with a type of ``types``.
  init?(_ bytes: [UInt8]) {
    var reader = WireReader(bytes)
    guard let type = reader.text(), Self.types.contains(type), !reader.isAtEnd else { return nil }
    self.type = type
    self.bytes = bytes
  }

  /// The fewest bits of an RSA key that signs: what is shorter can be forged, or soon will be.
  static let leastRSABits = 2048

  /// The bits of the modulus of an RSA key (RFC 4253, section 6.6); `nil` for keys of other types, and 0 where there is none.
  var bitsOfRSA: Int? {
    guard type == "ssh-rsa" else { return nil }
    var reader = WireReader(bytes)
    guard reader.bytes() != nil, reader.bytes() != nil, let modulus = reader.bytes(), reader.isAtEnd else {
      return 0
    }
    let digits = modulus.drop { $0 == 0 }
    return digits.count * 8 - (digits.first?.leadingZeroBitCount ?? 0)
  }

  /// The type and the bytes in Base64, as in a file `*.pub`.
  public var text: String { "\(type) \(String(decoding: Base64.encode(bytes), as: UTF8.self))" }

  /// `SHA256:` and the digest in Base64 without padding, as `ssh-keygen -l` prints it.
  public var fingerprint: String {
    "SHA256:" + String(decoding: Base64.encode(SHA256.digest(of: bytes).bytes, padded: false), as: UTF8.self)
  }

  /// Sixteen hexadecimal digits of the digest of the key, for the name of its signature's file.
  public var shortName: String { String(SHA256.digest(of: bytes).hex.prefix(16)) }

  /// Reads the one line of a file `*.pub`: type, Base64, and perhaps a comment.
  ///
  /// - Returns: `nil` for anything else.
  public init?(publicKeyFile bytes: [UInt8]) {
    guard let text = String(validating: bytes, as: UTF8.self) else { return nil }
    let words = text.split(whereSeparator: { $0 == " " || $0 == "\n" || $0 == "\r\n" })
    guard words.count >= 2, let blob = Base64.decode(words[1].utf8) else { return nil }
    self.init(blob)
    guard type == words[0] else { return nil }
  }
}
