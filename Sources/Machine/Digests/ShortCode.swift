/// The digest of a file in groups that people read aloud and compare, so that paper and file provably agree.
///
/// The 64 hexadecimal digits of the SHA-256 stand as `sha256sum` prints them, in sixteen groups of four, the first and
/// the last between square brackets:
///
/// ```
/// [e502] a4b7 7ed4 a2fc b030 3b04 4d6d 14c3 604a 7dcf 9fc0 6a65 84cb 4edc 9be2 [354f]
/// ```
///
/// Two people who compare the marked groups alone catch a slip; who wants to be sure against a forger compares all.
public struct ShortCode: Sendable, Hashable, CustomStringConvertible {
  /// Hexadecimal digits in a group.
  public static let groupLength = 4

  /// The groups in order.
  public let groups: [String]

  public init(_ digest: Digest) {
    var rest = Substring(digest.hex)
    var groups: [String] = []
    while !rest.isEmpty {
      groups.append(String(rest.prefix(Self.groupLength)))
      rest = rest.dropFirst(Self.groupLength)
    }
    self.groups = groups
  }

  /// All groups with spaces between, the first and the last in square brackets.
  public var description: String {
    groups.enumerated().map { index, group in
      index == 0 || index == groups.count - 1 ? "[\(group)]" : group
    }.joined(separator: " ")
  }
}
