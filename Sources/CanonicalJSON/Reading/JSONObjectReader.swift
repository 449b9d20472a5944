import Faults

/// The members of an object, to be asked for by their keys.
///
/// ```swift
/// guard let contest = reader.object() else { return }
/// let seats = contest.integer("seats", in: 1...1000)
/// let title = contest.optionalString("title")
/// contest.finish()
/// ```
///
/// It remembers which keys were asked for, so that ``finish()`` can report the others. It belongs to one thread.
public final class JSONObjectReader {
  /// The object itself, for faults of the caller's own.
  public let reader: JSONReader
  private let members: [JSONMember]
  private var asked: [String] = []

  init(_ members: [JSONMember], of reader: JSONReader) {
    self.members = members
    self.reader = reader
  }

  /// The keys in the order of the file.
  public var keys: [String] { members.map(\.key) }

  /// The value of a key; `nil` where it is absent. A `null` is there, and has the wrong type for most questions.
  public func optional(_ key: String) -> JSONReader? {
    if !asked.contains(key) { asked.append(key) }
    guard let member = members.first(where: { isSame($0.key, key) }) else { return nil }
    return JSONReader(node: member.value, path: .key(key, of: reader.path), faults: reader.faults)
  }

  /// The value of a key; a fault where it is absent.
  public func required(_ key: String) -> JSONReader? {
    if let value = optional(key) { return value }
    reader.faults.report(
      .jsonMissingKey, .key(key, of: reader.path), at: reader.node.offset, text: key,
      Phrase(vi: "thiếu khóa “\(key)”", en: "the key “\(key)” is missing"),
      Phrase(vi: "thêm khóa này vào nhóm {...} bắt đầu ở đây", en: "add it to the object that begins here"))
    return nil
  }

  /// Reports every key that was not asked for, except those that begin with `x-`.
  public func finish() {
    for member in members
    where !member.key.utf8.starts(with: "x-".utf8) && !asked.contains(where: { isSame($0, member.key) }) {
      reportUnknown(member)
    }
  }

  private func reportUnknown(_ member: JSONMember) {
    reader.faults.report(
      .jsonUnknownKey, .key(member.key, of: reader.path), at: member.keyOffset, text: member.key,
      Phrase(vi: "không có khóa nào tên như vậy ở đây", en: "there is no such key here"),
      suggestion(for: member.key, among: missing, all: asked))
  }

  /// The keys that were asked for and are not there: the likelier meanings of one that was not. Looked for once, all having been asked for.
  private lazy var missing = asked.filter { key in !members.contains { isSame($0.key, key) } }
}
