import Faults

/// Short lines at fault of which no fault is listed any more, by what stands behind a usual front: plain numbers, and empty cells.
///
/// Such a front changes nothing of what is wrong behind it. So the same few texts, which a file may have a million times, are read exactly once.
struct KnownLines {
  private struct Entry {
    var text: UInt64
    var faults: [FaultCode]
    var hasNumbers: Bool
  }

  /// One text for each value of eight bits; a later one takes the place of an earlier. Empty until there is one.
  private var entries: [Entry?] = []

  /// The faults of a line with this text, as ``UnlistedTexts/word(_:)`` gives it, and whether its bundle and its serial count; `nil` where they
  /// are not known.
  func faults(of text: UInt64) -> (faults: [FaultCode], hasNumbers: Bool)? {
    guard !entries.isEmpty, let entry = entries[UnlistedTexts.place(of: text)], entry.text == text else {
      return nil
    }
    return (entry.faults, entry.hasNumbers)
  }

  mutating func insert(_ text: UInt64, _ faults: [FaultCode], hasNumbers: Bool) {
    if entries.isEmpty { entries = Array(repeating: nil, count: 256) }
    entries[UnlistedTexts.place(of: text)] = Entry(text: text, faults: faults, hasNumbers: hasNumbers)
  }
}
