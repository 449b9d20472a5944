/// A JSON value to be written.
///
/// There are no fractions: whatever is written is exact, and reads the same in every program.
public indirect enum JSONValue: Sendable, Equatable {
  case null
  case bool(Bool)
  /// From -(2^53 - 1) to 2^53 - 1, which every reader of JSON keeps exactly.
  case integer(Int)
  case string(String)
  case array([JSONValue])
  /// The order of keys does not matter. Two keys that are canonically equivalent in Unicode are one.
  case object([String: JSONValue])

  /// The largest whole number that RFC 8785 (appendix D) lets stand as a number.
  public static let largestInteger = 9_007_199_254_740_991
}

extension JSONValue: ExpressibleByBooleanLiteral, ExpressibleByIntegerLiteral, ExpressibleByStringLiteral {
  public init(booleanLiteral value: Bool) { self = .bool(value) }
  public init(integerLiteral value: Int) { self = .integer(value) }
  public init(stringLiteral value: String) { self = .string(value) }
}

extension JSONValue: ExpressibleByArrayLiteral, ExpressibleByDictionaryLiteral, ExpressibleByNilLiteral {
  public init(nilLiteral: ()) { self = .null }
  public init(arrayLiteral elements: JSONValue...) { self = .array(elements) }
  public init(dictionaryLiteral elements: (String, JSONValue)...) {
    self = .object(Dictionary(uniqueKeysWithValues: elements))
  }
}

extension JSONValue {
  /// A value as it was read; `nil` where it holds what cannot be written: a number that is not a whole number
  /// up to ``largestInteger``, or keys that differ only in their Unicode normalisation.
  public init?(_ node: JSONNode) {
    switch node.kind {
    case .null: self = .null
    case .bool(let value): self = .bool(value)
    case .integer(let value):
      guard value.magnitude <= Self.largestInteger.magnitude else { return nil }
      self = .integer(value)
    case .number: return nil
    case .string(let value): self = .string(value)
    case .array(let nodes):
      var values: [JSONValue] = []
      for node in nodes {
        guard let value = JSONValue(node) else { return nil }
        values.append(value)
      }
      self = .array(values)
    case .object(let members):
      var values: [String: JSONValue] = [:]
      for member in members {
        guard let value = JSONValue(member.value) else { return nil }
        values[member.key] = value
      }
      guard values.count == members.count else { return nil }
      self = .object(values)
    }
  }
}
