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

  /// A leaf is hashed behind a zero byte. Its first block is that byte and 63 of the leaf; 1,023 blocks lie in the leaf as they are,
  /// and the last holds one byte and the padding.
  private static func appendSixteen(_ bytes: RawSpan, _ digests: inout [Digest]) {
    var first: [1024 of UInt8] = .init(repeating: 0)
    var last: [1024 of UInt8] = .init(repeating: 0)
    let bits = UInt64(leafSize + 1) * 8
    for stream in 0..<16 {
      let leaf = stream * leafSize
      for i in 0..<63 {
        first[stream * 64 + 1 + i] = unsafe bytes.unsafeLoad(fromByteOffset: leaf + i, as: UInt8.self)
      }
      last[stream * 64] = unsafe bytes.unsafeLoad(fromByteOffset: leaf + leafSize - 1, as: UInt8.self)
      last[stream * 64 + 1] = 0x80
      for i in 0..<8 { last[stream * 64 + 56 + i] = UInt8(truncatingIfNeeded: bits >> UInt64(56 - 8 * i)) }
    }
    var states: [128 of UInt32] = .init(repeating: 0)
    for i in 0..<128 { states[i] = SHA256.initialState[i / 16] }
    unsafe compress(&states, first.span.bytes, stride: 64, blocks: 1)
    compress(&states, bytes.extracting(droppingFirst: 63), stride: leafSize, blocks: leafSize / 64 - 1)
    unsafe compress(&states, last.span.bytes, stride: 64, blocks: 1)
    for stream in 0..<16 {
      var state: [8 of UInt32] = .init(repeating: 0)
      for word in 0..<8 { state[word] = states[16 * word + stream] }
      digests.append(Digest(state: state))
    }
  }

  /// Takes `blocks` blocks of each of sixteen streams, the first of stream `s` at `s * stride`, into the states.
  private static func compress(_ states: inout [128 of UInt32], _ bytes: RawSpan, stride: Int, blocks: Int) {
    precondition(15 * stride + 64 * blocks <= bytes.byteCount)
    var words = states.mutableSpan
    unsafe words.withUnsafeMutableBufferPointer { words in
      unsafe bytes.withUnsafeBytes { bytes in
        guard let words = words.baseAddress, let bytes = bytes.baseAddress else { return }
        unsafe km_sha256x16_avx512(words, bytes.assumingMemoryBound(to: UInt8.self), stride, blocks)
      }
    }
  }
}
