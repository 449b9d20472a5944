extension JSONValue {
  /// This value for people to read and edit: a member on each line, in UTF-8, with a line feed at the end. Arrays of numbers and
  /// strings, and objects of such, stand on one line.
  ///
  /// - Parameter order: the order of keys; those that it does not name follow in the order of RFC 8785.
  public func indentedBytes(keys order: [String]) -> [UInt8] {
    var text: [UInt8] = []
    let places = Dictionary(uniqueKeysWithValues: order.enumerated().map { ($1, $0) })
    write(to: &text, places, indent: 0)
    text.append(UInt8(ascii: "\n"))
    return text
  }

  private func write(to text: inout [UInt8], _ places: [String: Int], indent: Int) {
    switch self {
    case .null, .bool, .integer, .string: text += canonicalBytes()
    case .array(let values):
      Self.write(values.map { (nil, $0) }, "[", "]", onOneLine: isFlat, to: &text, places, indent)
    case .object(let members):
      // Keys without a place come behind those with one, and sorting keeps their order.
      let sorted = members.sorted { a, b in
        let (a, b) = ((places[a.key] ?? places.count, a.key), (places[b.key] ?? places.count, b.key))
        return a.0 != b.0 ? a.0 < b.0 : a.1.utf8.lexicographicallyPrecedes(b.1.utf8)
      }
      Self.write(sorted.map { ($0.key, $0.value) }, "{", "}", onOneLine: isFlat, to: &text, places, indent)
    }
  }

  private static func write(
    _ values: [(key: String?, value: JSONValue)], _ opening: String, _ closing: String, onOneLine: Bool,
    to text: inout [UInt8], _ places: [String: Int], _ indent: Int
  ) {
    let newLine = { (depth: Int) in "\n" + String(repeating: "  ", count: depth) }
    text += opening.utf8
    for (index, (key, value)) in values.enumerated() {
      if index > 0 { text += (onOneLine ? ", " : ",").utf8 }
      if !onOneLine { text += newLine(indent + 1).utf8 }
      if let key {
        text += JSONValue.string(key).canonicalBytes()
        text += ": ".utf8
      }
      value.write(to: &text, places, indent: indent + 1)
    }
    if !onOneLine { text += newLine(indent).utf8 }
    text += closing.utf8
  }

  /// Whether it holds neither objects nor arrays with anything in them.
  private var isFlat: Bool {
    switch self {
    case .null, .bool, .integer, .string: true
    case .array(let values): values.allSatisfy(\.isLeaf)
    case .object(let members): members.values.allSatisfy(\.isLeaf)
    }
  }

  private var isLeaf: Bool {
    switch self {
    case .null, .bool, .integer, .string: true
    case .array(let values): values.allSatisfy { if case .object = $0 { false } else { $0.isLeaf } }
    case .object: false
    }
  }
}
