import Machine
import Testing

/// Every kernel gives the digests of the portable loop, at all sizes around the boundaries of blocks and leaves.
@Suite("Kernels of digests")
struct DigestKernelTests {
  /// The sets of instructions that can be tested here.
  private static let levels = [Instructions.sha, .avx2, .avx512, [.sha, .avx512]]
    .filter { Instructions.supported.isSuperset(of: $0) }

  private static func bytes(_ count: Int) -> [UInt8] {
    var state: UInt32 = 12345
    return (0..<count).map { _ in
      state = state &* 1_664_525 &+ 1_013_904_223
      return UInt8(truncatingIfNeeded: state >> 24)
    }
  }

  @Test("SHA-256", arguments: [0, 1, 55, 56, 63, 64, 65, 127, 128, 129, 1000, 65_536, 100_001])
  func sha256(size: Int) {
    let bytes = Self.bytes(size)
    var portable = SHA256(instructions: [])
    portable.update(bytes)
    for level in Self.levels {
      var digest = SHA256(instructions: level)
      digest.update(bytes)
      #expect(digest.finalize() == portable.finalize(), "\(level)")
    }
  }

  @Test("Leaves side by side", arguments: [0, 1, 15, 16, 17, 32, 33])
  func leaves(count: Int) {
    let bytes = Self.bytes(count * TreeDigest.leafSize)
    let one = (0..<count).map { leaf in
      unsafe TreeDigest.leafDigest(
        of: bytes.span.bytes.extracting(leaf * TreeDigest.leafSize..<(leaf + 1) * TreeDigest.leafSize))
    }
    for level in Self.levels + [[]] {
      #expect(unsafe TreeDigest.leafDigests(of: bytes.span.bytes, instructions: level) == one, "\(level)")
    }
  }

  @Test(
    "A tree of large pieces is the tree of small ones",
    arguments: [1, 1000, 65_535, 65_536, 65_537, 3_000_000])
  func pieces(size: Int) {
    let bytes = Self.bytes(40 * TreeDigest.leafSize + 77)
    var whole = TreeDigest()
    whole.update(bytes)
    var pieces = TreeDigest()
    var start = 0
    while start < bytes.count {
      let end = min(bytes.count, start + max(size, 500))
      pieces.update(bytes[start..<end])
      start = end
    }
    #expect(pieces.finalize() == whole.finalize())
  }
}
