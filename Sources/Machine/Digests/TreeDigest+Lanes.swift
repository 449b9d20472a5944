import CKernels

extension TreeDigest {
  /// The digests of full leaves that follow each other, sixteen side by side where the processor can.
  ///
  /// - Parameters:
  ///   - bytes: a whole number of leaves.
  ///   - instructions: which kernels may be used; the digests do not depend on it.
  public static func leafDigests(of bytes: RawSpan, instructions: Instructions = .selected) -> [Digest] {
    precondition(bytes.byteCount % leafSize == 0)
    let leaves = bytes.byteCount / leafSize
    var digests: [Digest] = []
    digests.reserveCapacity(leaves)
    var next = 0
    if instructions.contains(.avx512) {
      while leaves - next >= 16 {
        appendSixteen(bytes.extracting(next * leafSize..<(next + 16) * leafSize), &digests)
        next += 16
      }
    }
    for leaf in next..<leaves {
      digests.append(leafDigest(of: bytes.extracting(leaf * leafSize..<(leaf + 1) * leafSize)))
    }
    return digests
  }

  /// A leaf is hashed behind a zero byte. 1,024 blocks take that byte and all of the leaf but its last byte; the last block is this byte and the
  /// padding, which is the same for all leaves.
  private static func appendSixteen(_ bytes: RawSpan, _ digests: inout [Digest]) {
    var states: [128 of UInt32] = .init(repeating: 0)
    for i in 0..<128 { states[i] = SHA256.initialState[i / 16] }
    var before: [16 of UInt32] = .init(repeating: 0)
    compress(&states, &before, bytes, stride: leafSize, blocks: leafSize / 64)
    var padding: [64 of UInt8] = .init(repeating: 0)
    padding[0] = 0x80
    let bits = UInt64(leafSize + 1) * 8
    for i in 0..<8 { padding[55 + i] = UInt8(truncatingIfNeeded: bits >> UInt64(56 - 8 * i)) }
    unsafe compress(&states, &before, padding.span.bytes, stride: 0, blocks: 1)
    for stream in 0..<16 {
      var state: [8 of UInt32] = .init(repeating: 0)
      for word in 0..<8 { state[word] = states[16 * word + stream] }
      digests.append(Digest(state: state))
    }
  }

  /// Takes `blocks` blocks of each of sixteen streams into the states, the first of stream `s` being the byte before and 63 at `s * stride`.
  private static func compress(
    _ states: inout [128 of UInt32], _ before: inout [16 of UInt32], _ bytes: RawSpan, stride: Int,
    blocks: Int
  ) {
    precondition(15 * stride + 64 * blocks <= bytes.byteCount)
    var words = states.mutableSpan
    var last = before.mutableSpan
    unsafe words.withUnsafeMutableBufferPointer { words in
      unsafe last.withUnsafeMutableBufferPointer { last in
        unsafe bytes.withUnsafeBytes { bytes in
          guard let words = words.baseAddress, let last = last.baseAddress, let bytes = bytes.baseAddress
          else { return }
          unsafe km_sha256x16_avx512(
            words, last, bytes.assumingMemoryBound(to: UInt8.self), stride, blocks)
        }
      }
    }
  }
}
