import Machine
import Testing

@Suite("Tree digest")
struct TreeDigestTests {
  static let leaf = TreeDigest.leafSize

  /// RFC 6962, 2.1, as it is written.
  func reference(_ leaves: ArraySlice<ArraySlice<UInt8>>) -> Digest {
    guard let only = leaves.first else { return SHA256.digest(of: []) }
    if leaves.count == 1 { return SHA256.digest(of: [0] + only) }
    var left = 1
    while left * 2 < leaves.count { left *= 2 }
    let middle = leaves.startIndex + left
    return SHA256.digest(of: [1] + reference(leaves[..<middle]).bytes + reference(leaves[middle...]).bytes)
  }

  func leaves(_ bytes: [UInt8]) -> [ArraySlice<UInt8>] {
    stride(from: 0, to: bytes.count, by: Self.leaf).map { bytes[$0..<min(bytes.count, $0 + Self.leaf)] }
  }

  @Test(
    "Known values, worked out by another program",
    arguments: [
      (0, "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
      (1, "583c7dfb7b3055d99465544032a571e10a134b1b6f769422bbb71fd7fa167a5d"),
      (65_535, "ed1d0ebd210f1303b2d9e279a3ede260631dd9ef4243d120e7a84d559dd6df0b"),
      (65_536, "fbb6495a877696e089012814d26370139af229fec6daa8b5da53d48844421bc5"),
      (65_537, "9121420b8631de6f58933134bc2b0dff0f0dfb01d1909e400a955835cbec3a00"),
      (196_608, "a57cb71b07f68600f0b1abfa318f800b822cc3ac60a1c28bdad7024e2d73e093"),
      (327_681, "0d8e6d07932ff246492f09e4c2ca514cc3d258980a74cdbdca0e6cb771a82b5f"),
    ])
  func known(count: Int, digest: String) {
    #expect(TreeDigest.digest(of: sampleBytes(count)).hex == digest)
  }

  @Test("Any number of leaves equals the recursive definition", arguments: Array(0...17) + [31, 32, 33])
  func manyLeaves(count: Int) {
    // Short leaves would not be leaves: the bytes are the same everywhere but in the first of each leaf.
    var bytes = [UInt8](repeating: 0, count: count * Self.leaf)
    for i in 0..<count { bytes[i * Self.leaf] = UInt8(i + 1) }
    let digests = leaves(bytes).map { TreeDigest.leafDigest(of: $0.span) }
    var tree = TreeDigest()
    for digest in digests { tree.append(leaf: digest) }
    #expect(tree.finalize() == referenceOfDigests(digests[...]))
  }

  func referenceOfDigests(_ leaves: ArraySlice<Digest>) -> Digest {
    guard let only = leaves.first else { return SHA256.digest(of: []) }
    if leaves.count == 1 { return only }
    var left = 1
    while left * 2 < leaves.count { left *= 2 }
    let middle = leaves.startIndex + left
    return SHA256.digest(
      of: [1] + referenceOfDigests(leaves[..<middle]).bytes + referenceOfDigests(leaves[middle...]).bytes)
  }

  @Test(
    "Pieces of any size equal the recursive definition over the bytes",
    arguments: [3 * leaf, 3 * leaf + 1, 2 * leaf - 1], [10_000, leaf - 1, leaf, leaf + 1, 5 * leaf])
  func pieces(count: Int, size: Int) {
    let bytes = sampleBytes(count)
    var tree = TreeDigest()
    for start in stride(from: 0, to: count, by: size) {
      tree.update(bytes[start..<min(count, start + size)])
    }
    #expect(tree.finalize() == reference(leaves(bytes)[...]))
  }

  @Test("A file that looks like a node has another digest than the node")
  func separation() {
    let left = sampleBytes(Self.leaf)
    let both = left + sampleBytes(5)
    let forged = [1] + TreeDigest.digest(of: left).bytes + TreeDigest.digest(of: sampleBytes(5)).bytes
    #expect(TreeDigest.digest(of: both) == SHA256.digest(of: forged))
    #expect(TreeDigest.digest(of: both) != TreeDigest.digest(of: forged))
  }
}
