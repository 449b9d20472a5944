import CanonicalJSON
import Elections

/// A value of a result file, to be asked for what it states. Nothing is reported: what is not there is `nil`, and the
/// comparison with what must be there names it.
struct StatedValue {
  var node: JSONNode?

  /// The value of a key; nothing where there is none.
  subscript(key: String) -> StatedValue {
    guard case .object(let members)? = node?.kind else { return StatedValue(node: nil) }
    return StatedValue(node: members.first { isSame($0.key, key) }?.value)
  }

  var isNull: Bool {
    if case .null? = node?.kind { true } else { false }
  }

  var text: String? {
    if case .string(let text)? = node?.kind { text } else { nil }
  }

  /// A count of people, papers or votes for a name: a whole number, not negative, up to the largest that files may hold, so
  /// that sums stay far from overflow.
  var integer: Int? { integer(upTo: ElectionLimits.count) }

  /// Votes of a whole contest: as many as ballots times names.
  var product: Int? { integer(upTo: ElectionLimits.count * ElectionLimits.candidates) }

  private func integer(upTo limit: Int) -> Int? {
    guard case .integer(let number)? = node?.kind, (0...limit).contains(number) else { return nil }
    return number
  }

  var bool: Bool? {
    if case .bool(let value)? = node?.kind { value } else { nil }
  }

  var elements: [StatedValue]? {
    if case .array(let nodes)? = node?.kind { nodes.map { StatedValue(node: $0) } } else { nil }
  }

  var integers: [Int]? {
    guard let elements else { return nil }
    let numbers = elements.compactMap(\.integer)
    return numbers.count == elements.count ? numbers : nil
  }

  var integersByKey: [String: Int]? {
    guard case .object(let members)? = node?.kind else { return nil }
    var numbers: [String: Int] = [:]
    for member in members {
      guard let number = StatedValue(node: member.value).integer else { return nil }
      numbers[member.key] = number
    }
    return numbers.count == members.count ? numbers : nil
  }

  /// One of the words of an enumeration.
  func word<T: RawRepresentable & CaseIterable>(_ type: T.Type = T.self) -> T? where T.RawValue == String {
    guard let text else { return nil }
    return T.allCases.first { isSame($0.rawValue, text) }
  }
}
