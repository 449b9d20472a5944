import Faults
import Machine

/// Standard input line by line, without a byte order mark, as some systems put before what one program hands another.
struct StandardLines: ~Copyable {
  private var input: InputFile
  private var pending: [UInt8] = []
  private var isAtEnd = false
  private var isAtStart = true

  init() throws(CommandFailure) {
    do throws(FileFailure) {
      input = try InputFile(path: standardInputPath)
    } catch {
      throw .faults(FaultLog([Fault(OpeningFault.failed(error), at: FaultPlace(file: error.path))]))
    }
  }

  /// The next line without its end; `nil` at the end of input.
  mutating func next() throws(CommandFailure) -> [UInt8]? {
    while true {
      if let feed = pending.firstIndex(of: UInt8(ascii: "\n")) {
        let line = pending[..<feed]
        defer { pending.removeSubrange(...feed) }
        return Array(line.last == 0x0D ? line.dropLast() : line)
      }
      if isAtEnd {
        if pending.isEmpty { return nil }
        defer { pending = [] }
        return pending
      }
      do throws(FileFailure) {
        isAtEnd = try input.read(into: &pending, upTo: 65_536) == 0
        if isAtStart, pending.starts(with: [0xEF, 0xBB, 0xBF]) { pending.removeFirst(3) }
        isAtStart = false
      } catch {
        throw .faults(FaultLog([Fault(OpeningFault.failed(error), at: FaultPlace(file: error.path))]))
      }
    }
  }
}
