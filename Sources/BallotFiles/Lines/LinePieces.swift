/// Cuts a stream of text bytes into pieces that end where lines end, so that each piece can be read on its own.
struct LinePieces {
  private var carried: [UInt8] = []

  /// Takes the next bytes of the stream.
  ///
  /// - Returns: all complete lines so far that were not returned before, or `nil` while there is none and the line at hand is not
  ///   yet too long; a line that is too long is returned without its end.
  mutating func push(_ bytes: [UInt8]) -> [UInt8]? {
    // What is carried has no line end, so that no byte is looked at twice however small the pieces.
    guard let end = bytes.lastIndex(of: UInt8(ascii: "\n")) else {
      carried += bytes
      return carried.count > BallotFileLimits.lineBytes + 1 ? finish() : nil
    }
    let piece = carried + bytes[...end]
    carried = Array(bytes[(end + 1)...])
    return piece
  }

  /// The line at the end of the stream that no line end follows.
  mutating func finish() -> [UInt8]? {
    defer { carried = [] }
    return carried.isEmpty ? nil : carried
  }
}
