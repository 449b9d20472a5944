import Machine

/// The names by which an election file calls its files: relative to its folder, and below it.
enum EvidenceName {
  /// The shortest spelling of a name, `a.csv` for `./a.csv`; `nil` for one that could lead out of the folder.
  static func shortest(_ name: String) -> String? {
    let bytes = Array(name.utf8)
    if bytes.contains(UInt8(ascii: "\\")) { return nil }
    // A drive letter: `C:` and what follows it.
    if bytes.count >= 2, bytes[1] == UInt8(ascii: ":"), isLetter(bytes[0]) { return nil }
    guard let shortest = normalized(relativePath: name), shortest != "." else { return nil }
    return shortest
  }

  private static func isLetter(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
  }
}
