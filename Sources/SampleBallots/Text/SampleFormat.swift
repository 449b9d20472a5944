import Elections
import Machine
import Tallying

/// In which format ballots are written.
public enum SampleFormat: String, Sendable, CaseIterable {
  case matrix
  case list
  /// The engine's own binary form. It has no rows that are no ballot.
  case packed

  /// Blocks that are written at once, so that threads have something to do between their turns: about 128 KB, where that is more than one.
  func blocksPerPiece(_ style: BallotStyle) -> Int {
    let marksPerBallot = style.form == .strikeOut ? style.names - style.seats : style.names
    let bytesPerBlock =
      switch self {
      case .matrix: 2 * style.names * SampleBlock.capacity
      case .list: (2 + 2 * marksPerBallot) * SampleBlock.capacity
      case .packed: style.names * SampleBlock.capacity / 8
      }
    return max(1, min(32, 1 << 17 / bytesPerBlock))
  }

  /// `nil` for the packed form, whose blocks are not independent of each other.
  func writer(_ shape: SampleShape) -> (any BlockWriter)? {
    switch self {
    case .matrix: MatrixWriter(shape)
    case .list: ListWriter(shape)
    case .packed: nil
    }
  }
}

/// Turns blocks into the lines of a file, in one format. Each thread has its own.
///
/// A block is bit planes; ``SampleRows`` turns them into rows.
protocol BlockWriter: Sendable {
  /// What stands before the first block.
  var header: [UInt8] { get }

  /// Appends a block. Blocks come in rising order, though not one after the other.
  mutating func append(_ block: SampleBlock, to buffer: inout OutputBuffer)
}
