import CanonicalJSON
import Machine

/// The writing end of an entry log (nhật ký nhập phiếu): what is to be appended, and the head that is to be written over the former.
///
/// ```swift
/// var log = EntryLog()
/// let line = log.append(record)   // to the end of the file, and onto the medium
/// let head = log.head.line        // then over the first bytes, and onto the medium
/// ```
///
/// A value: where the medium takes the line not, the former value still says what the file holds.
public struct EntryLog: Sendable, Hashable {
  /// The member of every record that holds the SHA-256 of the line before.
  static let link = "before"

  /// The head that says what the file holds.
  public private(set) var head: LogHead

  /// A log without records.
  public init() {
    head = LogHead()
  }

  init(_ head: LogHead) {
    self.head = head
  }

  /// Adds a record.
  ///
  /// - Returns: its line, for the end of the file.
  public mutating func append(_ record: EntryRecord) -> [UInt8] {
    let line = Self.line(record, after: head.last)
    head.records += 1
    head.bytes += line.count
    head.last = SHA256.digest(of: line)
    return line
  }

  /// The one line that says `record` behind a line with the digest `before`.
  static func line(_ record: EntryRecord, after before: Digest) -> [UInt8] {
    var members = record.members()
    members[link] = .string(before.hex)
    return JSONValue.object(members).canonicalBytes() + [UInt8(ascii: "\n")]
  }
}
