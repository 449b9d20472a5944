/// A JSON value as it was read, with the place where it stands.
public struct JSONNode: Sendable {
  public var kind: Kind
  /// Where the value begins: bytes from the start of the file.
  public var offset: Int

  public init(_ kind: Kind, at offset: Int) {
    self.kind = kind
    self.offset = offset
  }

  /// What can stand in a JSON file.
  public enum Kind: Sendable {
    case null
    case bool(Bool)
    /// A plain whole number: without fraction and exponent, not `-0`, and within `Int`.
    case integer(Int)
    /// Any other number, as it is written.
    case number(String)
    case string(String)
    case array([JSONNode])
    /// In the order of the file; no key occurs twice.
    case object([JSONMember])
  }
}

/// A key of an object with its value.
public struct JSONMember: Sendable {
  public var key: String
  /// Where the key's opening quote stands: bytes from the start of the file.
  public var keyOffset: Int
  public var value: JSONNode

  public init(_ key: String, at keyOffset: Int, _ value: JSONNode) {
    self.key = key
    self.keyOffset = keyOffset
    self.value = value
  }
}

/// Whether two texts are the same characters; `==` would also hold for different ones that look alike
/// (canonical equivalence).
func isSame(_ a: String, _ b: String) -> Bool {
  a.utf8.elementsEqual(b.utf8)
}
