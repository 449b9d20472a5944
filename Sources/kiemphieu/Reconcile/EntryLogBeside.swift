import Entries
import Faults
import Machine
import Tallying

/// What the log beside an entry says of it.
enum EntryLogBeside {
  /// The beginning of the log, once the list has been compared with it: a list that was changed later, or that lacks what was confirmed
  /// last, is not what somebody typed.
  ///
  /// - Returns: `nil` where there is no log.
  static func opening(of file: FileBytes) throws(CommandFailure) -> EntryOpening? {
    let path = EntryFiles.logPath(file.path)
    guard let bytes = try readIfPresent(path, limit: EntryReading.mostBytes) else { return nil }
    let reading = LogReading(bytes, file: path)
    guard reading.faults.isEmpty else { throw .faults(reading.faults) }
    let book: EntryBook
    do throws(LogContradiction) {
      book = try EntryBook(replaying: reading, file: path)
    } catch {
      throw .faults(FaultLog([error.fault]))
    }
    switch MarkListState(file.bytes, records: reading.records) {
    case .same: return book.opening
    case .behind:
      throw .faults(FaultLog([Fault(EntryFileFault.listBehind, at: FaultPlace(file: file.path))]))
    case .different(let line):
      throw .faults(
        FaultLog([Fault(EntryFileFault.listDiffers, at: FaultPlace(file: file.path, line: line))]))
    }
  }
}
