import CanonicalJSON
import Machine

/// What a part of a result file must say, as far as the verifier could work it out.
indirect enum Expectation {
  /// Exactly this.
  case value(JSONValue)
  /// Exactly these members.
  case object([String: Expectation])
  /// Exactly these elements.
  case list([Expectation])
  /// A list that begins with these elements; what follows could not be worked out.
  case beginning([Expectation])
  /// The size of a file that could not be looked at.
  case size
  /// The SHA-256 of one, in the digits in which digests are written.
  case digest
  /// What could not be worked out; anything stands.
  case unknown

  static func text(_ text: String?) -> Expectation {
    .value(text.map { .string($0) } ?? .null)
  }

  static func integer(_ number: Int) -> Expectation { .value(.integer(number)) }

  static func integers(_ numbers: [Int]) -> Expectation { .value(.array(numbers.map { .integer($0) })) }

  /// As a value, to be shown; what could not be worked out is `null`.
  var json: JSONValue {
    switch self {
    case .value(let value): value
    case .object(let members): .object(members.mapValues(\.json))
    case .list(let elements), .beginning(let elements): .array(elements.map(\.json))
    case .size, .digest, .unknown: .null
    }
  }
}

/// The way from the root of a result to one of its values.
struct ClaimPath: Hashable {
  enum Step: Hashable {
    case key(String)
    case index(Int)
  }

  var steps: [Step] = []

  func key(_ key: String) -> ClaimPath { ClaimPath(steps: steps + [.key(key)]) }
  func index(_ index: Int) -> ClaimPath { ClaimPath(steps: steps + [.index(index)]) }

  /// The key at a place from the front; `nil` for an index, and beyond the end.
  func key(at place: Int) -> String? {
    if place < steps.count, case .key(let key) = steps[place] { key } else { nil }
  }

  /// The index at a place from the front; `nil` for a key, and beyond the end.
  func index(at place: Int) -> Int? {
    if place < steps.count, case .index(let index) = steps[place] { index } else { nil }
  }

  /// Such as `contests[0].seats`.
  var description: String {
    var words = ""
    for step in steps {
      switch step {
      case .key(let key): words += (words.isEmpty ? "" : ".") + key
      case .index(let index): words += "[\(index)]"
      }
    }
    return words
  }
}

/// A claim of a result that does not hold.
struct ClaimDifference {
  var path: ClaimPath
  /// What the result says; `nil` where it says nothing.
  var stated: JSONValue?
  /// What the verifier found; `nil` where there is no such claim to be made.
  var found: JSONValue?
}

/// Compares a result with what it must say, member by member, so that none of them can be changed unseen.
struct ClaimComparison {
  private(set) var differences: [ClaimDifference] = []

  mutating func compare(_ node: JSONNode?, _ expected: Expectation, at path: ClaimPath = ClaimPath()) {
    guard let node else { return report(path, nil, expected.json) }
    switch expected {
    case .unknown: break
    // There is nothing to show that it should be.
    case .size: if !Self.isSize(node) { report(path, nil, nil) }
    case .digest: if !Self.isDigest(node) { report(path, nil, nil) }
    case .object(let members): compareObject(node, members, path)
    case .list(let elements): compareList(node, elements, path, isWhole: true)
    case .beginning(let elements): compareList(node, elements, path, isWhole: false)
    case .value(.object(let members)): compareObject(node, members.mapValues { .value($0) }, path)
    case .value(.array(let values)): compareList(node, values.map { .value($0) }, path, isWhole: true)
    case .value(let value):
      if !Self.states(node, value) { report(path, Self.shown(node), value) }
    }
  }

  private mutating func compareObject(_ node: JSONNode, _ members: [String: Expectation], _ path: ClaimPath) {
    guard case .object(let stated) = node.kind else {
      return report(path, Self.shown(node), Expectation.object(members).json)
    }
    for (key, expected) in members.sorted(by: { $0.key < $1.key }) {
      // Compared as bytes: another spelling of a key is another key.
      let member = stated.first { isSame($0.key, key) }
      compare(member?.value, expected, at: path.key(key))
    }
    for member in stated where !members.keys.contains(where: { isSame($0, member.key) }) {
      report(path.key(member.key), Self.shown(member.value), nil)
    }
  }

  private mutating func compareList(
    _ node: JSONNode, _ elements: [Expectation], _ path: ClaimPath, isWhole: Bool
  ) {
    guard case .array(let stated) = node.kind,
      isWhole ? stated.count == elements.count : stated.count >= elements.count
    else { return report(path, Self.shown(node), Expectation.list(elements).json) }
    for (index, expected) in elements.enumerated() {
      compare(stated[index], expected, at: path.index(index))
    }
  }

  private mutating func report(_ path: ClaimPath, _ stated: JSONValue?, _ found: JSONValue?) {
    differences.append(ClaimDifference(path: path, stated: stated, found: found))
  }

  /// Whether a value that is no list and no object is the one expected; texts byte for byte.
  private static func states(_ node: JSONNode, _ value: JSONValue) -> Bool {
    switch (node.kind, value) {
    case (.null, .null): true
    case (.bool(let a), .bool(let b)): a == b
    case (.integer(let a), .integer(let b)): a == b
    case (.string(let a), .string(let b)): isSame(a, b)
    default: false
    }
  }

  private static func isSize(_ node: JSONNode) -> Bool {
    if case .integer(let size) = node.kind { size >= 0 } else { false }
  }

  private static func isDigest(_ node: JSONNode) -> Bool {
    guard case .string(let text) = node.kind, let digest = Digest(hex: text) else { return false }
    return digest.hex == text
  }

  /// The value as it was read; numbers that no result can hold as text.
  static func shown(_ node: JSONNode) -> JSONValue {
    switch node.kind {
    case .number(let text): .string(text)
    default: JSONValue(node) ?? .null
    }
  }
}
