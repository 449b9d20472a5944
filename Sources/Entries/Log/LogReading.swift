public import Faults
import Machine

/// An entry log as it was read: the records, and what a crash left or somebody did to it.
public struct LogReading: Sendable {
  /// What stands behind the end that the head states.
  public enum Tail: Sendable, Hashable {
    case none
    /// One record, whole and in its place: the program was stopped between writing it and writing the head. It counts.
    case record
    /// The beginning of a line: the program was stopped while writing it, or the medium was full. It was never confirmed.
    case halfLine(bytes: Int)
  }

  /// The records in order; of no use where there are faults.
  public let records: [EntryRecord]
  public let tail: Tail
  public let faults: FaultLog
  /// The log to be gone on with, the half line being cut off and the head written anew; `nil` where there are faults.
  public let log: EntryLog?

  /// Reads a log.
  ///
  /// - Parameters:
  ///   - bytes: the whole file.
  ///   - file: its name, for the faults.
  public init(_ bytes: [UInt8], file: String) {
    var walk = LogWalk(file: file)
    walk.read(bytes)
    records = walk.records
    tail = walk.tail
    faults = walk.faults
    log = walk.faults.isEmpty ? walk.log : nil
  }
}

/// Goes through a log line by line.
private struct LogWalk {
  let file: String
  var records: [EntryRecord] = []
  var tail = LogReading.Tail.none
  var faults = FaultLog()
  /// What the lines so far come to.
  var log = EntryLog()

  init(file: String) {
    self.file = file
  }

  mutating func read(_ bytes: [UInt8]) {
    guard bytes.starts(with: LogHead.mark.utf8) else { return fault(.notALog, line: 1) }
    guard let head = LogHead(bytes.prefix(LogHead.size)) else {
      let version = bytes.dropFirst(LogHead.mark.utf8.count).prefix { $0 != UInt8(ascii: " ") }
      return fault(version.elementsEqual(LogHead.version.utf8) ? .notALog : .otherVersion, line: 1)
    }
    if bytes.count < head.bytes { fault(.cutOff(bytes: head.bytes - bytes.count), line: nil) }
    let end = max(LogHead.size, min(head.bytes, bytes.count))
    var start = LogHead.size
    while start < end {
      guard let feed = bytes[start..<end].firstIndex(of: UInt8(ascii: "\n")) else {
        // Where the file is shorter than the head says, this is the cut.
        if bytes.count >= head.bytes { fault(.headDisagrees, line: 1) }
        break
      }
      take(Array(bytes[start...feed]))
      start = feed + 1
    }
    if faults.isEmpty, log.head != head { fault(.headDisagrees, line: 1) }
    if faults.isEmpty { readTail(Array(bytes[end...])) }
  }

  /// Takes in a whole line. The next is compared with what stands here, so that every break is told.
  private mutating func take(_ line: [UInt8]) {
    let number = log.head.records + 2
    let before = log.head.last
    guard let members = RecordMembers(line: line.dropLast(), file: file), let record = EntryRecord(members)
    else {
      fault(.badRecord, line: number)
      return pass(line)
    }
    var next = log
    if next.append(record) == line {
      log = next
      records.append(record)
    } else {
      let isChained = members.text(EntryLog.link) == before.hex
      fault(isChained ? .badRecord : .brokenChain, line: number)
      pass(line)
    }
  }

  private mutating func pass(_ line: [UInt8]) {
    var head = log.head
    head.records += 1
    head.bytes += line.count
    head.last = SHA256.digest(of: line)
    log = EntryLog(head)
  }

  private mutating func readTail(_ rest: [UInt8]) {
    guard !rest.isEmpty else { return }
    // A medium that lost its power may have given a file its length and not its bytes, which are then zero.
    guard let feed = rest.firstIndex(of: UInt8(ascii: "\n")), !rest.contains(0) else {
      if rest.filter({ $0 == UInt8(ascii: "\n") }).count > 1 {
        return fault(.goesOn, line: log.head.records + 2)
      }
      tail = .halfLine(bytes: rest.count)
      return
    }
    let line = log.head.records + 2
    guard feed == rest.count - 1 else { return fault(.goesOn, line: line) }
    take(rest)
    if !faults.isEmpty {
      faults = FaultLog()
      return fault(.goesOn, line: line)
    }
    tail = .record
  }

  private mutating func fault(_ kind: LogFault, line: Int?) {
    faults.append(Fault(kind, at: FaultPlace(file: file, line: line)))
  }
}
