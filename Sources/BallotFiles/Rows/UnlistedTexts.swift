import Faults

/// Short texts at fault that are no longer listed, having been listed often enough.
///
/// A file may have a million faults of the same few texts. Looking one up here takes a comparison of words, and in a ``FaultLog`` a string and
/// its hash.
struct UnlistedTexts {
  private struct Entry: Equatable {
    var code: FaultCode
    var text: UInt64
  }

  /// One text for each value of eight bits; a later one takes the place of an earlier. Empty until there is one: most readers have none.
  private var entries: [Entry?] = []

  /// The bytes as a word, behind their number; `nil` where they are too many.
  static func word(_ bytes: ArraySlice<UInt8>) -> UInt64? {
    guard bytes.count < 8 else { return nil }
    return bytes.reduce(UInt64(bytes.count)) { $0 << 8 | UInt64($1) }
  }

  func contains(_ code: FaultCode, _ text: UInt64) -> Bool {
    !entries.isEmpty && entries[Self.place(of: text)] == Entry(code: code, text: text)
  }

  mutating func insert(_ code: FaultCode, _ text: UInt64) {
    if entries.isEmpty { entries = Array(repeating: nil, count: 256) }
    entries[Self.place(of: text)] = Entry(code: code, text: text)
  }

  /// Fibonacci hashing (Knuth, volume 3, 6.4).
  static func place(of text: UInt64) -> Int {
    Int((text &* 0x9E37_79B9_7F4A_7C15) >> 56)
  }
}
