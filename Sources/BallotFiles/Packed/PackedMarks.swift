public import Machine

/// Blocks as bytes of a packed file, but for what depends on the blocks before them: that can be made on any thread, and ``PackedWriter``
/// completes it.
public struct PackedMarks: Sendable {
  public private(set) var bytes: [UInt8] = []
  /// Of each block, where its trailer begins, and what was taken of its planes.
  private var blocks: [(trailer: Int, check: CheckValue)] = []
  /// How many of them are complete.
  private var completed = 0

  public init() {}

  /// Empties it, keeping its memory.
  public mutating func removeAll() {
    bytes.removeAll(keepingCapacity: true)
    blocks.removeAll(keepingCapacity: true)
    completed = 0
  }

  /// Adds a block.
  ///
  /// - Parameter planes: the planes of all marks.
  public mutating func append(_ planes: BitPlanes) {
    let start = bytes.count
    Words.append(planes, to: &bytes)
    var check = CheckValue()
    check.take(bytes, start..<bytes.count)
    blocks.append((bytes.count, check))
    bytes.append(contentsOf: repeatElement(0, count: PackedHeader.trailerSize))
  }

  /// Writes the trailer of the next block, as ``PackedBlock`` says.
  ///
  /// - Returns: the check value.
  mutating func completeNext(number: Int, ballots: Int, status: Int) -> UInt64 {
    var (trailer, check) = blocks[completed]
    completed += 1
    Words.replace(&bytes, at: trailer, with: [UInt64(number), UInt64(ballots), UInt64(status)])
    check.take(bytes, trailer..<trailer + PackedHeader.trailerSize)
    let value = check.value(last: 0)
    Words.replace(&bytes, at: trailer + PackedHeader.trailerSize - 8, with: [value])
    return value
  }
}
