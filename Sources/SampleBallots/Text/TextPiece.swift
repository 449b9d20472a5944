import Machine

/// Blocks as the lines of a file.
struct TextPiece: BlockPiece {
  private var writer: any BlockWriter
  private(set) var lines = OutputBuffer()

  init(_ writer: any BlockWriter) {
    self.writer = writer
  }

  mutating func removeAll() { lines.removeAll() }

  mutating func append(_ block: SampleBlock) { writer.append(block, to: &lines) }
}
