import Elections
public import Faults
public import Machine
public import Tallying

/// Packs text files of ballots into one packed file, in the order in which they are given.
///
/// Every fault that counting would report is reported; with a single one there is no packed file.
public struct BallotPacker {
  private let style: BallotStyle
  private var progress: SetProgress
  private var sink: PackingSink

  /// - Parameters:
  ///   - path: of the file that is written, beside which there is room for what memory does not hold; `nil` for memory alone.
  ///   - memory: how many bytes of each section are kept in memory.
  public init(_ style: BallotStyle, beside path: String?, memory: Int = 1 << 20) {
    self.style = style
    progress = SetProgress(style)
    sink = PackingSink(style, PackedWriter(style, beside: path, memory: memory))
  }

  /// Bytes at the beginning of a packed file that are known last: they are written as zeros, and then written over.
  public static let headerSize = PackedWriter.headerSize

  /// Ballots packed so far.
  public var ballots: Int { sink.ballots }

  /// Packs one file.
  ///
  /// - Parameters:
  ///   - name: the name that messages use.
  ///   - write: takes the bytes that follow those before.
  public mutating func read<Source: ByteSource & ~Copyable>(
    _ source: inout Source, name: String, write: ([UInt8]) throws(FileFailure) -> Void
  ) throws(FileFailure) {
    var file = FileProgress(name: name, index: progress.reading.files.count)
    var text = BallotText<Source>(pieceSize: 1 << 20)
    var raw: [[UInt8]] = []
    var headers = HeaderReader(file: name, style: style)
    var reader: PieceReader<PackingSink>?
    while !file.hasStopped, var piece = try text.nextPiece(of: &source, raw: &raw) {
      raw = []
      if reader == nil, let header = file.readHeader(&piece, &headers) {
        reader = PieceReader(file: name, index: file.index, style: style, header: header, sink: sink)
      }
      guard let reading = reader?.readLines(piece) else { continue }
      progress.merge(reading, into: &file)
      if let output = try reader?.takeOutput(), !output.isEmpty { try write(output) }
    }
    if let reader { sink = reader.sink }
    if !file.hasStopped, let failure = text.failure ?? (reader == nil ? .empty : nil) { file.stop(failure) }
    if file.isRehearsal {
      file.log.append(Fault(PackingFault.rehearsal, at: FaultPlace(file: name, line: 1)))
    }
    progress.finish(file, bytes: 0, digest: nil)
  }

  /// Packs what is left.
  ///
  /// - Parameter write: takes the bytes that follow those before.
  /// - Returns: the bytes of the header, which take the place of the zeros at the beginning; or the faults of all files.
  public mutating func finish(
    write: ([UInt8]) throws(FileFailure) -> Void
  ) throws(FileFailure) -> Result<[UInt8], PackingFaults> {
    progress.checkSerials()
    guard progress.reading.faults.isEmpty else {
      return .failure(PackingFaults(faults: progress.reading.faults))
    }
    return .success(try sink.finish(write: write))
  }
}

/// Files that cannot be packed.
public struct PackingFaults: Error {
  public let faults: FaultLog
}

extension PieceReader where Sink == PackingSink {
  mutating func takeOutput() throws(FileFailure) -> [UInt8] { try sink.takeOutput() }
}
