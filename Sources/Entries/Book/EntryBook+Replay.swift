public import Faults

extension EntryBook {
  /// The book that a log comes to.
  ///
  /// - Parameters:
  ///   - reading: a log without faults.
  ///   - file: its name, for the faults.
  /// - Throws: the first record that cannot follow those before.
  public init(replaying reading: LogReading, file: String) throws(LogContradiction) {
    func contradiction(_ why: Contradiction, _ line: Int) -> LogContradiction {
      LogContradiction(
        fault: Fault(LogFault.contradiction(why.words), at: FaultPlace(file: file, line: line)))
    }
    guard case .open(let opening)? = reading.records.first else { throw contradiction(.notOpened, 2) }
    self.init(opening)
    for (index, record) in reading.records.enumerated().dropFirst() {
      do throws(Contradiction) {
        try apply(record)
      } catch {
        throw contradiction(error, index + 2)
      }
    }
  }
}

/// A log whose lines are whole and say what cannot be.
public struct LogContradiction: Error, Sendable {
  public let fault: Fault
}
