import Entries
import Faults
import Machine
import Tallying

/// The files of entering as they were found.
struct EntryFilesOpened {
  let files: EntryFiles
  /// Whether they were made just now.
  let isNew: Bool
  /// Bytes of a half-written line that were cut off.
  let dropped: Int
  /// Whether the mark list was completed from the log.
  let isMended: Bool
}

extension EntryFiles {
  /// Where the log of a mark list lies.
  static func logPath(_ path: String) -> String { path + ".log" }

  /// Opens the files, makes them where there are none, and mends what a crash left.
  static func open(_ path: String, _ wishes: EntryWishes) throws(CommandFailure) -> EntryFilesOpened {
    let logPath = logPath(path)
    let listExists = try isPresent(path)
    if listExists, try !isPresent(logPath) {
      throw .faults(FaultLog([Fault(EntryFileFault.listWithoutLog, at: FaultPlace(file: path))]))
    }
    let (logFile, bytes) = try attempt(path) { () throws(FileFailure) in
      let file = try GrowingFile(path: logPath)
      return (file, try file.read(limit: LoadedElection.sizeLimit))
    }
    // A crash while the log was made leaves nothing, or a beginning in which there is no record.
    if !listExists, bytes.count(where: { $0 == UInt8(ascii: "\n") }) < 2 {
      return try begin(logFile, path, wishes.opening)
    }
    let reading = LogReading(bytes, file: logPath)
    guard reading.faults.isEmpty, let log = reading.log else { throw .faults(reading.faults) }
    let book: EntryBook
    do throws(LogContradiction) {
      book = try EntryBook(replaying: reading, file: logPath)
    } catch {
      throw .faults(FaultLog([error.fault]))
    }
    let differences = wishes.differences(from: book.opening, file: logPath)
    guard differences.isEmpty else { throw .faults(differences) }
    let (listFile, isMended) = try list(path, exists: listExists, reading, book)
    let files = EntryFiles(logFile, listFile, log, book)
    let dropped = try files.mend(reading.tail, wishes.opening)
    return EntryFilesOpened(files: files, isNew: false, dropped: dropped, isMended: isMended)
  }

  private static func begin(
    _ logFile: GrowingFile, _ path: String, _ opening: EntryOpening
  ) throws(CommandFailure) -> EntryFilesOpened {
    var log = EntryLog()
    let line = log.append(.open(opening))
    let book = EntryBook(opening)
    let listFile = try attempt(path) { () throws(FileFailure) in
      try logFile.truncate(to: 0)
      try logFile.append(log.head.line + line)
      let list = try GrowingFile(path: path)
      try list.append(Array(book.markList.utf8))
      return list
    }
    return EntryFilesOpened(
      files: EntryFiles(logFile, listFile, log, book), isNew: true, dropped: 0, isMended: false)
  }

  /// The mark list, completed where a crash left it behind the log.
  private static func list(
    _ path: String, exists: Bool, _ reading: LogReading, _ book: EntryBook
  ) throws(CommandFailure) -> (GrowingFile, isMended: Bool) {
    let (file, bytes) = try attempt(path) { () throws(FileFailure) in
      let file = try GrowingFile(path: path)
      return (file, try file.read(limit: LoadedElection.sizeLimit))
    }
    switch MarkListState(bytes, records: reading.records) {
    case .same: return (file, false)
    // One that is gone says nothing against the log.
    case .different(let line) where exists:
      throw .faults(FaultLog([Fault(EntryFileFault.listDiffers, at: FaultPlace(file: path, line: line))]))
    case .behind, .different:
      try attempt(path) { () throws(FileFailure) in try file.replace(with: Array(book.markList.utf8)) }
      return (file, true)
    }
  }

  private static func attempt<R>(_ path: String, _ body: () throws(FileFailure) -> R) throws(CommandFailure)
    -> R
  {
    do throws(FileFailure) {
      return try body()
    } catch {
      if error.isInUse { throw .faults(FaultLog([Fault(EntryFileFault.inUse, at: FaultPlace(file: path))])) }
      throw .output(error)
    }
  }
}

/// How entering is to be begun, and what of it was asked for, so that a log that was begun otherwise is refused.
struct EntryWishes {
  var opening: EntryOpening
  var hasStation: Bool
  var hasBundleSize: Bool
  var hasFirstBundle: Bool

  /// What a log that was begun with `stated` has otherwise.
  func differences(from stated: EntryOpening, file: String) -> FaultLog {
    var log = FaultLog()
    func compare(_ vi: String, _ en: String, _ stated: String, _ wanted: String) {
      guard stated != wanted else { return }
      log.append(
        Fault(
          EntryFileFault.otherOpening(what: Phrase(vi: vi, en: en), stated: stated, wanted: wanted),
          at: FaultPlace(file: file, line: 2)))
    }
    compare("cuộc bầu", "the contest", stated.contest, opening.contest)
    if !log.isEmpty { return log }
    compare("số ghế", "the number of seats", String(stated.style.seats), String(opening.style.seats))
    compare("danh sách", "the list", stated.list, opening.list)
    compare(
      "kiểm thử", "rehearsal", stated.isRehearsal ? "--rehearsal" : "-",
      opening.isRehearsal ? "--rehearsal" : "-")
    if hasStation { compare("nơi nhập", "the station", stated.station, opening.station) }
    if hasBundleSize {
      compare("cỡ xấp", "the size of a bundle", String(stated.bundleSize), String(opening.bundleSize))
    }
    if hasFirstBundle {
      compare("xấp đầu", "the first bundle", String(stated.firstBundle), String(opening.firstBundle))
    }
    return log
  }
}
