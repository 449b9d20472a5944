import CanonicalJSON
import Machine

/// Changes values of a JSON file, for the drill.
struct JSONEdit {
  private(set) var root: JSONValue

  /// - Returns: `nil` for what is no JSON.
  init?(_ bytes: [UInt8]) {
    guard let node = try? JSONParser.parse(bytes, file: "", allowsByteOrderMark: true),
      let value = JSONValue(node)
    else {
      return nil
    }
    root = value
  }

  /// Changes the value at a path of keys and indices, if there is one.
  ///
  /// - Returns: whether it is another now.
  mutating func change(_ path: [Step], _ change: (JSONValue) -> JSONValue?) -> Bool {
    guard let changed = Self.changed(root, path[...], change), changed != root else { return false }
    root = changed
    return true
  }

  enum Step: ExpressibleByStringLiteral, ExpressibleByIntegerLiteral {
    case key(String)
    case index(Int)

    init(stringLiteral key: String) { self = .key(key) }
    init(integerLiteral index: Int) { self = .index(index) }
  }

  private static func changed(
    _ value: JSONValue, _ path: ArraySlice<Step>, _ change: (JSONValue) -> JSONValue?
  ) -> JSONValue? {
    guard let step = path.first else { return change(value) }
    switch (step, value) {
    case (.key(let key), .object(var members)):
      guard let inner = members[key].flatMap({ changed($0, path.dropFirst(), change) }) else { return nil }
      members[key] = inner
      return .object(members)
    case (.index(let index), .array(var values)):
      guard index < values.count, let inner = changed(values[index], path.dropFirst(), change) else {
        return nil
      }
      values[index] = inner
      return .array(values)
    default: return nil
    }
  }

  /// The bytes of a result with its own digest right again, as a forger would leave it.
  var resultBytes: [UInt8] {
    guard case .object(var members) = root else { return root.canonicalBytes() }
    members["self"] = nil
    members["self"] = .string(SHA256.digest(of: JSONValue.object(members).canonicalBytes()).hex)
    return JSONValue.object(members).canonicalBytes()
  }

  var bytes: [UInt8] { root.canonicalBytes() }
}
