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
    output.write(header)
    let (written, counts) = make(jobs: jobs, output) { format.writer(self) }
    if let failure = written.failure { throw failure }
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
    var output = PackedOutput(sink: sink, writer: PackedWriter(style, beside: path))
    output.write([UInt8](repeating: 0, count: PackedWriter.headerSize))
    if hasSerials, ballots > 0 { output.writer.note(serial: 1, ballots: ballots) }
    var (written, counts) = make(jobs: jobs, output) { nil }
    if let failure = written.failure { throw failure }
    let header = try written.writer.finish { (bytes) throws(FileFailure) in
      try sink.write(bytes)
      written.bytes += bytes.count
    }
    try sink.overwriteBeginning(with: header)
    return WrittenSample(counts: counts, bytes: written.bytes)
  }

  /// Makes all blocks and gives them to `output` in order.
  private func make<Output: BlockOutput>(
    jobs: Int, _ output: Output, makeWriter: @Sendable () -> (any BlockWriter)?
  ) -> (output: Output, counts: PlantedCounts) {
    let generator = SampleGenerator(self)
    let (ordered, merged) = workInOrder(
      count: output.failure == nil ? generator.blocks : 0, jobs: jobs, ordered: output,
      merged: PlantedCounts(style),
      makeWorker: { SampleWorker(block: SampleBlock(style), writer: makeWriter()) },
      work: { worker, index, turn in worker.work(generator, index, turn) },
      merge: { counts, block in
        guard let block else { return false }
        counts.add(block)
        return true
      })
    return (ordered, merged)
  }
}

/// What a thread keeps between its blocks.
private struct SampleWorker {
  var block: SampleBlock
  var writer: (any BlockWriter)?
  var buffer = OutputBuffer()

  /// Makes a block and writes it when it is its turn.
  ///
  /// - Returns: `nil` where writing failed, then or before.
  mutating func work<Output: BlockOutput>(
    _ generator: SampleGenerator, _ index: Int, _ turn: Turn<Output>
  ) -> PlantedCounts? {
    let counts = generator.make(index, in: &block)
    buffer.removeAll()
    writer?.append(block, to: &buffer)
    var isWritten = false
    turn.take { output in
      output.write(block, buffer)
      isWritten = output.failure == nil
    }
    return isWritten ? counts : nil
  }
}

/// Where all blocks go, one after another.
private protocol BlockOutput: Sendable {
  /// The first refusal, after which nothing is written.
  var failure: FileFailure? { get }

  /// Writes a block, whose lines are in the buffer where there are lines.
  mutating func write(_ block: SampleBlock, _ lines: OutputBuffer)
}

/// Lines, as they were made.
private struct TextOutput<Sink: ByteSink>: BlockOutput {
  let sink: Sink
  var bytes = 0
  var failure: FileFailure?

  mutating func write(_ block: SampleBlock, _ lines: OutputBuffer) { write(lines) }

  mutating func write(_ buffer: OutputBuffer) {
    guard failure == nil else { return }
    do throws(FileFailure) {
      try buffer.withBytes { (bytes) throws(FileFailure) in try sink.write(bytes) }
      bytes += buffer.count
    } catch {
      failure = error
    }
  }
}

/// Planes, as they are in a block.
private struct PackedOutput<Sink: RewritableSink>: BlockOutput {
  let sink: Sink
  var writer: PackedWriter
  var bytes = 0
  var failure: FileFailure?

  init(sink: Sink, writer: PackedWriter) {
    self.sink = sink
    self.writer = writer
  }

  mutating func write(_ block: SampleBlock, _ lines: OutputBuffer) {
    guard failure == nil else { return }
    block.forEachOther { writer.note(other: DeclaredText.otherWords, ballot: $0) }
    writer.append(block.usedMarks, status: block.statusPlanes, ballots: block.count)
    do throws(FileFailure) {
      write(try writer.takeOutput())
    } catch {
      failure = error
    }
  }

  mutating func write(_ new: [UInt8]) {
    guard failure == nil else { return }
    do throws(FileFailure) {
      try sink.write(new)
      bytes += new.count
    } catch {
      failure = error
    }
  }
}
