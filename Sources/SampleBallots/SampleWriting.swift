public import Machine
import Tallying

/// A set of synthetic ballots that was written.
public struct WrittenSample: Sendable {
  public var counts: PlantedCounts
  /// Bytes of the ballot file.
  public var bytes: Int
}

extension SampleShape {
  /// Writes the ballot file.
  ///
  /// Blocks are made on as many threads as there are jobs and written in order; the bytes do not depend on how many.
  ///
  /// - Precondition: ``obstacle`` is `nil`.
  /// - Throws: the first refusal of `sink`, after which nothing more is written.
  public func write<Sink: ByteSink>(as format: SampleFormat, to sink: Sink, jobs: Int) throws(FileFailure)
    -> WrittenSample
  {
    let generator = SampleGenerator(self)
    var output = SampleOutput(sink: sink)
    var header = OutputBuffer()
    header.append(format.writer(self).header)
    output.write(header)
    let start = WrittenSample(counts: PlantedCounts(style), bytes: 0)
    let (written, counts) = workInOrder(
      count: output.failure == nil ? generator.blocks : 0, jobs: jobs, ordered: output, merged: start.counts,
      makeWorker: { SampleWorker(block: SampleBlock(style), writer: format.writer(self)) },
      work: { worker, index, turn in worker.work(generator, index, turn) },
      merge: { counts, block in
        guard let block else { return false }
        counts.add(block)
        return true
      })
    if let failure = written.failure { throw failure }
    return WrittenSample(counts: counts, bytes: written.bytes)
  }
}

/// What a thread keeps between its blocks.
private struct SampleWorker {
  var block: SampleBlock
  var writer: any BlockWriter
  var buffer = OutputBuffer()

  /// Makes a block and writes it when it is its turn.
  ///
  /// - Returns: `nil` where writing failed, then or before.
  mutating func work<Sink: ByteSink>(
    _ generator: SampleGenerator, _ index: Int, _ turn: Turn<SampleOutput<Sink>>
  ) -> PlantedCounts? {
    let counts = generator.make(index, in: &block)
    buffer.removeAll()
    writer.append(block, to: &buffer)
    var isWritten = false
    turn.take { output in
      output.write(buffer)
      isWritten = output.failure == nil
    }
    return isWritten ? counts : nil
  }
}

/// Where all blocks go, one after another.
private struct SampleOutput<Sink: ByteSink>: Sendable {
  let sink: Sink
  var bytes = 0
  var failure: FileFailure?

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
