import Entries
import Faults
import Machine

/// The two files of entering, open and in step: every record is in both before the next key is taken.
///
/// The order of writing is the one that the page of the log's format promises: the record, the mark list, the head.
final class EntryFiles {
  private let logFile: GrowingFile
  private let listFile: GrowingFile
  private var log: EntryLog
  private(set) var book: EntryBook

  init(_ logFile: GrowingFile, _ listFile: GrowingFile, _ log: EntryLog, _ book: EntryBook) {
    self.logFile = logFile
    self.listFile = listFile
    self.log = log
    self.book = book
  }

  /// The digest of the last line, which stands for all lines.
  var lastDigest: Digest { log.head.last }

  /// Puts a record on the medium.
  ///
  /// - Throws: why it is not there; both files are then as they were. ``Unknown`` where even that cannot be had.
  func write(_ record: EntryRecord) throws(WriteFailure) {
    var nextLog = log
    let line = nextLog.append(record)
    var nextBook = book
    do throws(Contradiction) {
      try nextBook.apply(record)
    } catch {
      preconditionFailure("a record that cannot follow was to be written: \(error)")
    }
    let sizes = (log: logFile.size, list: listFile.size)
    do throws(FileFailure) {
      try logFile.append(line)
      if let rows = nextBook.addedRows(record) {
        if !rows.isEmpty { try listFile.append(Array(rows.utf8)) }
      } else {
        try listFile.replace(with: Array(nextBook.markList.utf8))
      }
      try logFile.overwriteBeginning(with: nextLog.head.line)
    } catch {
      try undo(record, sizes, because: error)
    }
    log = nextLog
    book = nextBook
  }

  /// Cuts off what a crash left of the log, puts its head right, and records that entering goes on.
  ///
  /// - Returns: how many bytes were cut off.
  func mend(_ tail: LogReading.Tail, _ now: EntryOpening) throws(CommandFailure) -> Int {
    var dropped = 0
    do throws(FileFailure) {
      switch tail {
      case .none: break
      case .record: try logFile.overwriteBeginning(with: log.head.line)
      case .halfLine(let bytes):
        dropped = bytes
        try logFile.truncate(to: log.head.bytes)
      }
    } catch {
      throw .output(error)
    }
    do throws(WriteFailure) {
      try write(.resume(dropped: dropped, program: now.program, at: now.at))
    } catch {
      throw .output(error.failure)
    }
    return dropped
  }

  private func undo(
    _ record: EntryRecord, _ sizes: (log: Int, list: Int), because failure: FileFailure
  ) throws(WriteFailure) -> Never {
    do throws(FileFailure) {
      if logFile.size != sizes.log { try logFile.truncate(to: sizes.log) }
      if book.addedRows(record) == nil {
        try listFile.replace(with: Array(book.markList.utf8))
      } else if listFile.size != sizes.list {
        try listFile.truncate(to: sizes.list)
      }
      try logFile.overwriteBeginning(with: log.head.line)
    } catch {
      throw .unknown(error)
    }
    throw .refused(failure)
  }

  /// Why a record is not on the medium.
  enum WriteFailure: Error {
    /// The system refused it, and nothing is left of it.
    case refused(FileFailure)
    /// The system refused it, and refuses to undo it too. Opening the files again tells what became of it.
    case unknown(FileFailure)

    var failure: FileFailure {
      switch self {
      case .refused(let failure), .unknown(let failure): failure
      }
    }
  }
}
