import BallotFiles
public import Machine
import Tallying

/// A set of synthetic ballots that was written.
public struct WrittenSample: Sendable {
  public var counts: PlantedCounts
  /// Bytes of the ballot file.
  public var bytes: Int
}

extension SampleShape {
  /// Writes the ballot file, as text.
  ///
  /// Blocks are made on as many threads as there are jobs and written in order; the bytes do not depend on how many.
  ///
  /// - Precondition: ``obstacle`` is `nil`, and the format is not the packed one.
  /// - Throws: the first refusal of `sink`, after which nothing more is written.
  public func write<Sink: ByteSink>(as format: SampleFormat, to sink: Sink, jobs: Int) throws(FileFailure)
    -> WrittenSample
  {
    var output = TextOutput(sink: sink)
    guard let writer = format.writer(self) else { preconditionFailure("packed files are written elsewhere") }
    var header = OutputBuffer()
    header.append(writer.header)
    try output.write(header)
    let (written, counts) = try make(as: format, jobs: jobs, output, pieces: TextPiece(writer))
    return WrittenSample(counts: counts, bytes: written.bytes)
  }

  /// Writes the ballot file, packed.
  ///
  /// - Parameter path: of the file, beside which there is room for what memory does not hold; `nil` for memory alone.
  /// - Precondition: ``obstacle(as:)`` is `nil` for the packed format.
  /// - Throws: the first refusal of `sink`, after which nothing more is written.
  public func writePacked<Sink: RewritableSink>(to sink: Sink, beside path: String?, jobs: Int)
    throws(FileFailure) -> WrittenSample
  {
    precondition(obstacle(as: .packed) == nil)
    var output = PackedOutput(sink: sink, writer: PackedWriter(style, ballots: ballots, beside: path))
    try output.write([UInt8](repeating: 0, count: PackedWriter.headerSize))
    if hasSerials, ballots > 0 { output.writer.note(serial: 1, ballots: ballots) }
    var (written, counts) = try make(as: .packed, jobs: jobs, output, pieces: PackedPiece())
    let bytes = try written.finish()
    return WrittenSample(counts: counts, bytes: bytes)
  }

  /// Makes all blocks and gives them to `output` in order.
  ///
  /// - Parameter empty: the piece that each thread begins with.
  private func make<Output: BlockOutput>(
    as format: SampleFormat, jobs: Int, _ output: Output, pieces empty: Output.Piece
  ) throws(FileFailure) -> (output: Output, counts: PlantedCounts) {
    let generator = SampleGenerator(self)
    let blocksPerPiece = format.blocksPerPiece(style)
    let relay = Relay<Ordered<Output>, Output.Piece>(Ordered(output: output), room: jobs)
    let hasFailed = Flag()
    let merged = workInOrder(
      count: (generator.blocks + blocksPerPiece - 1) / blocksPerPiece, jobs: jobs,
      ordered: (), merged: PlantedCounts(style),
      makeWorker: { SampleWorker<Output>(block: SampleBlock(style), piece: empty) },
      work: { worker, index, _ -> PlantedCounts? in
        let first = index * blocksPerPiece
        let counts = worker.make(generator, first..<min(generator.blocks, first + blocksPerPiece))
        relay.hand(&worker.piece, index, empty: empty) { ordered, piece in
          ordered.write(&piece)
          if ordered.failure != nil { hasFailed.raise() }
        }
        return hasFailed.isRaised ? nil : counts
      },
      merge: { counts, block in
        guard let block else { return false }
        counts.add(block)
        return true
      }
    ).merged
    let ordered = relay.value
    if let failure = ordered.failure { throw failure }
    return (ordered.output, merged)
  }
}

/// Blocks that are written at once, as a thread has made them.
protocol BlockPiece: Sendable {
  mutating func removeAll()
  mutating func append(_ block: SampleBlock)
}

/// Where all blocks go, one after another.
private protocol BlockOutput: Sendable {
  associatedtype Piece: BlockPiece

  mutating func write(_ piece: inout Piece) throws(FileFailure)
}

/// An output, with its first refusal, after which nothing is written.
private struct Ordered<Output: BlockOutput>: Sendable {
  var output: Output
  var failure: FileFailure?

  mutating func write(_ piece: inout Output.Piece) {
    guard failure == nil else { return }
    do throws(FileFailure) {
      try output.write(&piece)
    } catch {
      failure = error
    }
  }
}

/// What a thread keeps between its pieces.
private struct SampleWorker<Output: BlockOutput> {
  var block: SampleBlock
  var piece: Output.Piece

  /// Makes blocks for the next piece, and counts what they hold.
  mutating func make(_ generator: SampleGenerator, _ blocks: Range<Int>) -> PlantedCounts {
    piece.removeAll()
    var counts = PlantedCounts(block.style)
    for index in blocks {
      generator.make(index, in: &block, adding: &counts)
      piece.append(block)
    }
    return counts
  }
}

/// Lines, as they were made.
private struct TextOutput<Sink: ByteSink>: BlockOutput {
  let sink: Sink
  var bytes = 0

  mutating func write(_ piece: inout TextPiece) throws(FileFailure) { try write(piece.lines) }

  mutating func write(_ buffer: OutputBuffer) throws(FileFailure) {
    try buffer.withBytes { (bytes) throws(FileFailure) in try sink.write(bytes) }
    bytes += buffer.count
  }
}

/// Planes, as they are in a block.
private struct PackedOutput<Sink: RewritableSink>: BlockOutput {
  let sink: Sink
  var writer: PackedWriter

  init(sink: Sink, writer: PackedWriter) {
    self.sink = sink
    self.writer = writer
  }

  mutating func write(_ piece: inout PackedPiece) throws(FileFailure) {
    let place = try piece.complete(&writer)
    try write(piece.part.marks)
    if !piece.part.status.isEmpty { try sink.write(piece.part.status, at: place) }
  }

  func write(_ bytes: [UInt8]) throws(FileFailure) { try sink.write(bytes) }

  /// Writes what stands behind the blocks, and the header.
  ///
  /// - Returns: how many bytes the file has.
  mutating func finish() throws(FileFailure) -> Int {
    let sink = sink
    var end = writer.statusEnd
    let header = try writer.finish { (bytes) throws(FileFailure) in
      try sink.write(bytes, at: end)
      end += bytes.count
    }
    try sink.write(header, at: 0)
    return end
  }
}
