// Key and type in one question. The optional ones return `nil` both for an absent key and for a faulty value, which
// has then been reported.

extension JSONObjectReader {
  /// The string of a key that must be there.
  public func string(_ key: String) -> String? { required(key)?.string() }

  /// The string of a key that may be absent.
  public func optionalString(_ key: String) -> String? { optional(key)?.string() }

  /// The whole number of a key that must be there.
  public func integer(_ key: String, in range: ClosedRange<Int>) -> Int? { required(key)?.integer(in: range) }

  /// The whole number of a key that may be absent.
  public func optionalInteger(_ key: String, in range: ClosedRange<Int>) -> Int? {
    optional(key)?.integer(in: range)
  }

  /// The `true` or `false` of a key that must be there.
  public func bool(_ key: String) -> Bool? { required(key)?.bool() }

  /// The `true` or `false` of a key that may be absent.
  public func optionalBool(_ key: String) -> Bool? { optional(key)?.bool() }

  /// The word of a key that must be there.
  public func choice<T: RawRepresentable & CaseIterable>(_ key: String, as type: T.Type = T.self) -> T?
  where T.RawValue == String {
    required(key)?.choice(as: type)
  }

  /// The word of a key that may be absent.
  public func optionalChoice<T: RawRepresentable & CaseIterable>(_ key: String, as type: T.Type = T.self)
    -> T?
  where T.RawValue == String {
    optional(key)?.choice(as: type)
  }

  /// The elements of the list of a key that must be there.
  public func array(_ key: String) -> [JSONReader]? { required(key)?.array() }

  /// The elements of the list of a key that may be absent.
  public func optionalArray(_ key: String) -> [JSONReader]? { optional(key)?.array() }

  /// The object of a key that must be there.
  public func object(_ key: String) -> JSONObjectReader? { required(key)?.object() }

  /// The object of a key that may be absent.
  public func optionalObject(_ key: String) -> JSONObjectReader? { optional(key)?.object() }
}
