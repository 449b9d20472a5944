import Faults

/// The way from the root of a document to a value: `contests[0].seats`.
///
/// Kept as a chain and turned into words only when there is a fault to be told.
indirect enum JSONPath: Sendable {
  case root
  case key(String, of: JSONPath)
  case index(Int, of: JSONPath)

  /// The path in words; `nil` for the root, which is the file itself.
  var words: String? {
    var parts: [String] = []
    var path = self
    while true {
      switch path {
      case .root:
        let words = parts.reversed().joined()
        return words.isEmpty ? nil : words.first == "." ? String(words.dropFirst()) : words
      case .key(let key, let parent):
        parts.append(Self.isIdentifier(key) ? ".\(key)" : "[\(Self.quoted(key))]")
        path = parent
      case .index(let index, let parent):
        parts.append("[\(index)]")
        path = parent
      }
    }
  }

  private static func isIdentifier(_ key: String) -> Bool {
    guard let first = key.utf8.first, !(48...57).contains(first) else { return false }
    return key.utf8.allSatisfy {
      $0 == UInt8(ascii: "_") || (48...57).contains($0) || (65...90).contains($0) || (97...122).contains($0)
    }
  }

  private static func quoted(_ key: String) -> String {
    let escaped = key.unicodeScalars.map { $0 == "\"" || $0 == "\\" ? "\\\($0)" : String($0) }.joined()
    return "\"\(visible(escaped))\""
  }
}
