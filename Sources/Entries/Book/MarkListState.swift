/// How a mark list stands to the log that it comes from.
public enum MarkListState: Sendable, Hashable {
  /// It is what the log comes to.
  case same
  /// It lacks what the last record changed, or a part of it, as a crash leaves it.
  case behind
  /// It is something else, from this line on.
  case different(line: Int)

  /// - Parameters:
  ///   - list: the bytes of the mark list.
  ///   - records: those of the log, which can be replayed.
  public init(_ list: [UInt8], records: [EntryRecord]) {
    let now = Array(Self.markList(records).utf8)
    if list == now {
      self = .same
      return
    }
    // The opening writes the header.
    let before = records.count > 1 ? Array(Self.markList(records.dropLast()).utf8) : []
    if list == before || list.starts(with: before) && now.starts(with: list) {
      self = .behind
      return
    }
    let same = zip(list, now).prefix { $0 == $1 }
    self = .different(line: same.count { $0.0 == UInt8(ascii: "\n") } + 1)
  }

  private static func markList(_ records: some Collection<EntryRecord>) -> String {
    guard case .open(let opening)? = records.first else { return "" }
    var book = EntryBook(opening)
    for record in records.dropFirst() { try? book.apply(record) }
    return book.markList
  }
}
