import Faults
import Machine

/// Standard input line by line, without a byte order mark, as some systems put before what one program hands another.
struct StandardLines: ~Copyable {
  private var input: InputFile
  private var pending: [UInt8] = []
  /// Where the next line begins in ``pending``.
  private var start = 0
  private var isAtEnd = false
  private var isAtStart = true
  /// Whether input ended within a line. Enter takes a line, and nobody pressed it: what hands over the lines may have broken off.
  private(set) var hasUnfinishedLine = false

  /// That the unfinished line was not taken.
  static let unfinishedLine = Phrase(
    vi: "Dòng cuối chưa có Enter: không nhận.\n",
    en: "The last line was not ended by Enter: it is not taken.\n")

  /// The longest line, in bytes: nobody types more, and what has no line ends at all must not fill the memory.
  static let lineBytes = 65_536

  init() throws(CommandFailure) {
    do throws(FileFailure) {
      input = try InputFile(path: standardInputPath)
    } catch {
      throw Self.faults(OpeningFault.failed(error))
    }
  }

  /// The next line without its end; `nil` at the end of input, where an unfinished line may be left.
  mutating func next() throws(CommandFailure) -> [UInt8]? {
    while true {
      if let feed = pending[start...].firstIndex(of: UInt8(ascii: "\n")) {
        defer { start = feed + 1 }
        return line(pending[start..<feed])
      }
      if pending.count - start > Self.lineBytes { throw Self.faults(StandardInputFault.lineTooLong) }
      pending.removeSubrange(..<start)
      start = 0
      if isAtEnd {
        hasUnfinishedLine = !pending.isEmpty
        return nil
      }
      try read()
    }
  }

  private func line(_ bytes: ArraySlice<UInt8>) -> [UInt8] {
    Array(bytes.last == 0x0D ? bytes.dropLast() : bytes)
  }

  private mutating func read() throws(CommandFailure) {
    do throws(FileFailure) {
      isAtEnd = try input.read(into: &pending, upTo: Self.lineBytes) == 0
    } catch {
      throw Self.faults(OpeningFault.failed(error))
    }
    if isAtStart, pending.starts(with: [0xEF, 0xBB, 0xBF]) { pending.removeFirst(3) }
    isAtStart = false
  }

  private static func faults(_ kind: any FaultKind) -> CommandFailure {
    .faults(FaultLog([Fault(kind, at: FaultPlace(file: standardInputPath))]))
  }
}
