import Machine

/// In which format ballots are written.
public enum SampleFormat: String, Sendable, CaseIterable {
  case matrix
  case list

  func writer(_ shape: SampleShape) -> any BlockWriter {
    switch self {
    case .matrix: MatrixWriter(shape)
    case .list: ListWriter(shape)
    }
  }
}

/// Turns blocks into the bytes of a file, in one format. Each thread has its own.
///
/// A block is bit planes, which a binary format can store as they are; ``SampleRows`` turns them into rows.
protocol BlockWriter {
  /// What stands before the first block.
  var header: [UInt8] { get }

  /// Appends a block. Blocks come in rising order, though not one after the other.
  mutating func append(_ block: SampleBlock, to buffer: inout OutputBuffer)
}
