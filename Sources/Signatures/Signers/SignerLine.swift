import Elections
import Faults

/// One line of a list of signers.
struct SignerLine {
  /// In scalars: of characters, a quote or a space with an accent behind it would be neither.
  private var rest: Substring.UnicodeScalarView

  init(_ line: String) {
    let scalars = line.unicodeScalars
    // Of a line end as Windows writes it; OpenSSH takes no notice of it either.
    rest = scalars.last == "\r" ? scalars.dropLast() : scalars[...]
  }

  /// - Returns: `nil` for an empty line and a comment.
  /// - Throws: what is wrong with the line.
  func signer() throws(SignerFault) -> Signer? {
    var line = self
    if rest.isEmpty || rest.first == "#" { return nil }
    guard let principal = line.word(), var word = line.word() else { throw .malformed }
    let (role, name) = try Self.signer(principal)
    if !PublicKey.types.contains(word), let key = line.word() {
      // In quotes, without which OpenSSH refuses the whole list.
      guard word == "namespaces=\"\(SSHSignature.namespace)\"" else { throw .option }
      word = key
    }
    guard let encoded = line.word(), let key = PublicKey(publicKeyFile: Array("\(word) \(encoded)".utf8))
    else {
      throw .key
    }
    if let bits = key.bitsOfRSA, bits < PublicKey.leastRSABits { throw .weakKey(bits: bits) }
    return Signer(role: role, name: name, key: key)
  }

  private static func signer(_ principal: String) throws(SignerFault) -> (SigningRole, String) {
    let parts = principal.unicodeScalars.split(
      separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
    guard parts.count == 2, let role = SigningRole(rawValue: String(parts[0])), isFit(parts[1]),
      !principal.unicodeScalars.contains(where: { ",*?!\"\\".unicodeScalars.contains($0) })
    else { throw .principal }
    return (role, String(parts[1]))
  }

  /// Whether a name can be told from any other by looking at it: words with one plain space between, and nothing hidden.
  private static func isFit(_ name: Substring.UnicodeScalarView) -> Bool {
    name.split(separator: " ", omittingEmptySubsequences: false).allSatisfy { word in
      !word.isEmpty && word.allSatisfy { isVisible($0) && !isBlank($0) }
    }
  }

  /// The next word: up to a space, or between quotes.
  private mutating func word() -> String? {
    rest = rest.drop { $0 == " " || $0 == "\t" }
    guard let first = rest.first else { return nil }
    if first == "\"" {
      guard let end = rest.dropFirst().firstIndex(of: "\"") else { return nil }
      let behind = rest[rest.index(after: end)...]
      guard behind.first.map({ $0 == " " || $0 == "\t" }) ?? true else { return nil }
      defer { rest = behind }
      return String(rest[rest.index(after: rest.startIndex)..<end])
    }
    let word = rest.prefix { $0 != " " && $0 != "\t" }
    rest = rest[word.endIndex...]
    return String(word)
  }
}
