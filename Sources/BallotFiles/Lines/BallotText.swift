import Faults
import Machine

/// The text of a ballot file as it is read: raw bytes for the digest, and pieces of whole lines for the readers.
///
/// Never holds more than a few pieces.
struct BallotText<Source: ByteSource & ~Copyable>: ~Copyable {
  private let pieceSize: Int
  private var coding: TextCoding?
  private var transcoder = UTF16Transcoder()
  private var pieces = LinePieces()
  private var head: [UInt8] = []
  private(set) var isAtEnd = false
  /// Why the text cannot be read on.
  private(set) var failure: FileFault?

  init(pieceSize: Int) {
    self.pieceSize = pieceSize
  }

  /// Reads until there are whole lines.
  ///
  /// - Parameter raw: gets the bytes that were read.
  /// - Returns: lines, or `nil` at the end or where ``failure`` says why there are no more.
  mutating func nextPiece(of source: inout Source, raw: inout [[UInt8]]) throws(FileFailure) -> [UInt8]? {
    while !isAtEnd, failure == nil {
      var bytes: [UInt8] = []
      let count = try source.read(into: &bytes, upTo: pieceSize)
      isAtEnd = count == 0
      if !isAtEnd { raw.append(bytes) }
      let text = decode(bytes)
      if let piece = pieces.push(text) { return piece }
    }
    return failure == nil ? pieces.finish() : nil
  }

  private mutating func decode(_ bytes: [UInt8]) -> [UInt8] {
    guard coding == nil else { return transcode(bytes) }
    head += bytes
    guard isAtEnd || head.count >= BallotFileLimits.sniffedBytes else { return [] }
    let start = head
    head = []
    if start.isEmpty {
      failure = .empty
      return []
    }
    switch TextCoding.detect(start) {
    case .success(let found):
      coding = found
      let mark =
        switch found {
        case .utf8(let mark): mark
        case .utf16LittleEndian: 2
        }
      return transcode(Array(start.dropFirst(mark)))
    case .failure(let error):
      failure = error.fault
      return []
    }
  }

  private mutating func transcode(_ bytes: [UInt8]) -> [UInt8] {
    guard coding == .utf16LittleEndian else { return bytes }
    let text = transcoder.transcode(bytes)
    if isAtEnd { transcoder.finish() }
    // The lines before the damage are still returned; the one that it stands in is not.
    if transcoder.isDamaged { failure = .damagedUTF16 }
    return text
  }
}
