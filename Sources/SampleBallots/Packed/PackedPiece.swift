import BallotFiles
import Elections
import Machine
import Tallying

/// Blocks on their way into a packed file.
struct PackedPiece: BlockPiece {
  private(set) var part = PackedPart(others: DeclaredText.otherWords)

  mutating func removeAll() { part.removeAll() }

  mutating func append(_ block: SampleBlock) {
    part.append(
      block.marks, declared: block.hasDeclared ? block.declared : nil, ballots: block.count,
      number: block.index)
  }

  /// Completes the blocks, of which `writer` takes note.
  ///
  /// - Returns: where in the file their status blocks stand.
  mutating func complete(_ writer: inout PackedWriter) throws(FileFailure) -> Int {
    try writer.append(&part)
  }
}
