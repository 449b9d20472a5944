/// SHA-256 of a stream of bytes (FIPS 180-4).
///
/// ```swift
/// var hash = SHA256()
/// hash.update(span)
/// let digest = hash.finalize()
/// ```
///
/// A value: a copy goes on by itself, and ``finalize()`` does not end the stream. Bytes are hashed where they lie;
/// at most one block of 64 is kept back.
public struct SHA256: Sendable {
  var state = initialState
  /// Bytes seen in all; the padding states it in bits.
  private var count: UInt64 = 0
  /// What was left over of the last update, `pendingCount` bytes of it.
  var pending: [64 of UInt8] = .init(repeating: 0)
  var pendingCount = 0

  let instructions: Instructions

  /// - Parameter instructions: which kernels may be used; the digest does not depend on it.
  public init(instructions: Instructions = .selected) {
    self.instructions = instructions
  }

  /// The digest of one piece of bytes.
  public static func digest(of bytes: RawSpan) -> Digest {
    var hash = SHA256()
    hash.update(bytes)
    return hash.finalize()
  }

  /// Takes in the next bytes.
  public mutating func update(_ bytes: RawSpan) {
    count &+= UInt64(bytes.byteCount)
    var start = 0
    if pendingCount > 0 {
      start = min(64 - pendingCount, bytes.byteCount)
      keep(bytes.extracting(first: start))
      guard pendingCount == 64 else { return }
      compressPending()
    }
    let whole = (bytes.byteCount - start) & ~63
    compress(&state, bytes.extracting(start..<start + whole), instructions)
    keep(bytes.extracting(droppingFirst: start + whole))
  }

  /// The digest of all bytes so far.
  public func finalize() -> Digest {
    var last = self
    last.pad()
    return Digest(state: last.state)
  }

  /// FIPS 180-4, 5.1.1: a one bit, zeros up to eight bytes before the end of a block, the length in bits.
  private mutating func pad() {
    pending[pendingCount] = 0x80
    pendingCount += 1
    if pendingCount > 56 {
      fillWithZeros(upTo: 64)
      compressPending()
    }
    fillWithZeros(upTo: 56)
    let bits = count &* 8
    for i in 0..<8 {
      pending[56 + i] = UInt8(truncatingIfNeeded: bits >> UInt64(56 - 8 * i))
    }
    compressPending()
  }

  private mutating func fillWithZeros(upTo end: Int) {
    while pendingCount < end {
      pending[pendingCount] = 0
      pendingCount += 1
    }
  }

  private mutating func keep(_ bytes: RawSpan) {
    for i in 0..<bytes.byteCount {
      pending[pendingCount + i] = unsafe bytes.unsafeLoad(fromByteOffset: i, as: UInt8.self)
    }
    pendingCount += bytes.byteCount
  }
}
