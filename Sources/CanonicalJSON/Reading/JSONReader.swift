public import Faults

/// A value of a JSON file together with its path, to be asked for what it should be.
///
/// Every question returns `nil` where the answer is another than was asked for, and reports the fault; a caller goes
/// on with the next, so that one run tells all faults.
public struct JSONReader {
  public let node: JSONNode
  let path: JSONPath
  /// Where faults go.
  public let faults: JSONFaults

  init(node: JSONNode, path: JSONPath, faults: JSONFaults) {
    self.node = node
    self.path = path
    self.faults = faults
  }

  /// Where the value stands, as faults show it.
  public var place: FaultPlace { faults.place(path, node.offset) }

  /// Reports a fault of the caller's own at this value.
  ///
  /// - Parameters:
  ///   - code: which kind of fault.
  ///   - problem: what is wrong, one sentence without a full stop.
  ///   - advice: what to do about it, one sentence without a full stop.
  ///   - text: the offending text; the value itself where it is a string, number or word.
  public func fault(
    _ code: FaultCode, problem: @autoclosure () -> Phrase, advice: @autoclosure () -> Phrase,
    text: String? = nil
  ) {
    faults.report(code, path, at: node.offset, text: text ?? node.plainText, problem(), advice())
  }

  /// Whether the value is `null`, for the places where `null` has a meaning.
  public var isNull: Bool {
    if case .null = node.kind { true } else { false }
  }

  /// The members of an object.
  public func object() -> JSONObjectReader? {
    guard case .object(let members) = node.kind else {
      return wrongType(Phrase(vi: "một nhóm {...}", en: "an object {...}"))
    }
    return JSONObjectReader(members, of: self)
  }

  /// The elements of a list.
  public func array() -> [JSONReader]? {
    guard case .array(let nodes) = node.kind else {
      return wrongType(Phrase(vi: "một danh sách [...]", en: "a list [...]"))
    }
    return nodes.enumerated().map {
      JSONReader(node: $0.element, path: .index($0.offset, of: path), faults: faults)
    }
  }

  /// A string.
  public func string() -> String? {
    guard case .string(let text) = node.kind else {
      return wrongType(Phrase(vi: "một chuỗi trong dấu nháy kép", en: "a string in double quotes"))
    }
    return text
  }

  /// `true` or `false`.
  public func bool() -> Bool? {
    guard case .bool(let value) = node.kind else {
      return wrongType(Phrase(vi: "true hoặc false", en: "true or false"))
    }
    return value
  }

  /// Reports that `needed` should stand here; `nil`, whatever was asked for.
  func wrongType<T>(_ needed: Phrase, advice: Phrase? = nil) -> T? {
    let found = node.kind.name
    fault(
      .jsonWrongType,
      problem: Phrase(
        vi: "ở đây phải là \(needed.vi), nhưng lại là \(found.vi)",
        en: "\(needed.en) is needed here, not \(found.en)"),
      advice: advice ?? Phrase(vi: "viết \(needed.vi)", en: "write \(needed.en)"))
    return nil
  }
}

extension JSONNode {
  /// The value in one piece of text; `nil` for lists and objects.
  var plainText: String? {
    switch kind {
    case .null: "null"
    case .bool(let value): value ? "true" : "false"
    case .integer(let value): String(value)
    case .number(let text), .string(let text): text
    case .array, .object: nil
    }
  }
}

extension JSONNode.Kind {
  /// What people call it.
  var name: Phrase {
    switch self {
    case .null: Phrase("null")
    case .bool: Phrase(vi: "true hay false", en: "true or false")
    case .integer: Phrase(vi: "một số nguyên", en: "a whole number")
    case .number: Phrase(vi: "một số", en: "a number")
    case .string: Phrase(vi: "một chuỗi", en: "a string")
    case .array: Phrase(vi: "một danh sách", en: "a list")
    case .object: Phrase(vi: "một nhóm {...}", en: "an object")
    }
  }
}
