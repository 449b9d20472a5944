import Faults

/// Walks through the bytes of a file that is known to be UTF-8, once.
///
/// Recursion goes as deep as lists and objects are nested, which is limited. What is wrong is reported to
/// ``faults``; ``Stop`` is thrown where it cannot be told what the rest is meant to be.
struct JSONScanner {
  /// Reading cannot go on; the reason has been reported.
  struct Stop: Error {}

  let bytes: [UInt8]
  let limits: JSONLimits
  let faults: JSONFaults
  /// The next byte to look at.
  var next: Int
  private var values = 0

  init(bytes: [UInt8], start: Int, limits: JSONLimits, faults: JSONFaults) {
    self.bytes = bytes
    self.limits = limits
    self.faults = faults
    next = start
  }

  /// The byte to look at; `nil` at the end.
  var byte: UInt8? { next < bytes.count ? bytes[next] : nil }

  /// The one value of a file; `nil` where reading could not go on.
  mutating func document() -> JSONNode? {
    do throws(Stop) {
      skipSpace()
      guard byte != nil else { throw emptyFile() }
      let node = try value(.root, depth: 0)
      skipSpace()
      if byte != nil { throw textBehindTheEnd() }
      return node
    } catch {
      return nil
    }
  }

  /// Passes over what JSON counts as white space.
  mutating func skipSpace() {
    while next < bytes.count {
      switch bytes[next] {
      case 0x20, 0x09, 0x0A, 0x0D: next += 1
      default: return
      }
    }
  }

  private mutating func value(_ path: JSONPath, depth: Int) throws(Stop) -> JSONNode {
    let start = next
    values += 1
    if values > limits.values { throw tooManyValues(path) }
    try checkFaults(path)
    guard let byte else { throw noValue(path) }
    switch byte {
    case UInt8(ascii: "{"):
      return JSONNode(.object(try members(path, depth: depth + 1)), at: start)
    case UInt8(ascii: "["):
      return JSONNode(.array(try elements(path, depth: depth + 1)), at: start)
    case UInt8(ascii: "\""):
      return JSONNode(.string(try string(path)), at: start)
    case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "+"), UInt8(ascii: "."):
      return JSONNode(number(path), at: start)
    default:
      return JSONNode(try word(path), at: start)
    }
  }

  /// Ends the reading of a file that has too many faults.
  func checkFaults(_ path: JSONPath) throws(Stop) {
    if faults.count > limits.faults { throw tooManyFaults(path) }
  }

  private mutating func elements(_ path: JSONPath, depth: Int) throws(Stop) -> [JSONNode] {
    let start = next
    if depth > limits.depth { throw tooDeep(path) }
    var nodes: [JSONNode] = []
    next += 1
    skipSpace()
    if byte == UInt8(ascii: "]") {
      next += 1
      return nodes
    }
    repeat {
      nodes.append(try value(.index(nodes.count, of: path), depth: depth))
    } while try hasMore(path, openedAt: start, in: .list)
    return nodes
  }

  private mutating func members(_ path: JSONPath, depth: Int) throws(Stop) -> [JSONMember] {
    let start = next
    if depth > limits.depth { throw tooDeep(path) }
    var members: [JSONMember] = []
    var keys = KeySet()
    next += 1
    skipSpace()
    if byte == UInt8(ascii: "}") {
      next += 1
      return members
    }
    repeat {
      let keyOffset = next
      guard byte == UInt8(ascii: "\"") else { throw noKey(path) }
      let key = try string(path)
      if let first = keys.insert(key, at: keyOffset) {
        reportDuplicate(key, path, at: keyOffset, first: first)
      }
      try colon(path, key)
      members.append(JSONMember(key, at: keyOffset, try value(.key(key, of: path), depth: depth)))
    } while try hasMore(path, openedAt: start, in: .object)
    return members
  }

  private mutating func colon(_ path: JSONPath, _ key: String) throws(Stop) {
    skipSpace()
    guard byte == UInt8(ascii: ":") else { throw noColon(.key(key, of: path)) }
    next += 1
    skipSpace()
  }

  /// Passes over the comma before the next entry, or over the closing bracket.
  private mutating func hasMore(_ path: JSONPath, openedAt start: Int, in kind: Container) throws(Stop)
    -> Bool
  {
    skipSpace()
    guard let byte else { throw unclosed(path, openedAt: start, in: kind) }
    switch byte {
    case kind.closing:
      next += 1
      return false
    case UInt8(ascii: ","):
      return try passComma(path, openedAt: start, in: kind)
    case UInt8(ascii: "\""):
      reportMissingComma(path)
      return true
    case UInt8(ascii: "{"), UInt8(ascii: "["), UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"):
      reportMissingComma(path)
      if kind == .object { throw Stop() }
      return true
    default:
      throw noCommaOrEnd(path, openedAt: start, in: kind)
    }
  }

  private mutating func passComma(_ path: JSONPath, openedAt start: Int, in kind: Container) throws(Stop)
    -> Bool
  {
    var comma = next
    next += 1
    skipSpace()
    while byte == UInt8(ascii: ",") {
      reportSuperfluousComma(path, at: next)
      try checkFaults(path)
      comma = next
      next += 1
      skipSpace()
    }
    if byte == kind.closing {
      reportSuperfluousComma(path, at: comma)
      next += 1
      return false
    }
    if byte == nil { throw unclosed(path, openedAt: start, in: kind) }
    return true
  }

  /// What holds other values.
  enum Container {
    case list, object

    var closing: UInt8 { self == .list ? UInt8(ascii: "]") : UInt8(ascii: "}") }
    var brackets: (open: String, close: String) { self == .list ? ("[", "]") : ("{", "}") }
  }
}

/// The keys of one object, told apart by their characters, with their offsets.
private struct KeySet {
  private struct Key: Hashable {
    let text: String

    static func == (a: Key, b: Key) -> Bool { isSame(a.text, b.text) }

    func hash(into hasher: inout Hasher) {
      for byte in text.utf8 { hasher.combine(byte) }
    }
  }

  private var few: [(text: String, offset: Int)] = []
  private var many: [Key: Int] = [:]

  /// Takes in a key.
  ///
  /// - Returns: the offset where the same key stood before, or `nil`.
  mutating func insert(_ key: String, at offset: Int) -> Int? {
    // Nearly all objects are small, and hashing is dearer than looking.
    if few.count < 16 {
      if let first = few.first(where: { isSame($0.text, key) }) { return first.offset }
      few.append((key, offset))
      return nil
    }
    if many.isEmpty {
      for (text, offset) in few { many[Key(text: text)] = offset }
    }
    if let first = many[Key(text: key)] { return first }
    many[Key(text: key)] = offset
    return nil
  }
}
