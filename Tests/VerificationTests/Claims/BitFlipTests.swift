import Foundation
import Machine
import Synchronization
import Testing

@testable import Verification
@testable import kiemphieu

/// Every single bit of a small result, of its ballot file and of its election file, one after another.
@Suite("Bit flips")
struct BitFlipTests {
  /// The verdict with one bit of `bytes` changed, for every bit; a file that is not read counts as refused.
  private func verdicts(_ bytes: [UInt8], _ verify: @Sendable ([UInt8]) throws -> Certificate) -> [Int:
    Verdict]
  {
    let found = Mutex<[Int: Verdict]>([:])
    DispatchQueue.concurrentPerform(iterations: bytes.count) { byte in
      for bit in 0..<8 {
        var changed = bytes
        changed[byte] ^= 1 << UInt8(bit)
        guard let certificate = try? verify(changed) else { continue }
        found.withLock { $0[8 * byte + bit] = certificate.verdict }
      }
    }
    return found.withLock { $0 }
  }

  @Test("Of the result")
  func result() throws {
    let folder = try Folder(copyOf: "Samples/ba-phieu")
    let bytes = try folder.count()
    #expect(try folder.verify(bytes).verdict == .agrees)
    let verifier = Verifier(
      result: folder["result.json"], election: folder["election.json"], knownVersions: [Kiemphieu.version])
    let verdicts = verdicts(bytes) { try verifier.certificate(of: $0) }
    #expect(verdicts.values.allSatisfy { $0 == .differs })
    // Most flips leave JSON that can be read: the test is not empty.
    #expect(verdicts.count > 4 * bytes.count)
  }

  @Test(
    "Of the ballot file, and one bit of each byte of the election file",
    arguments: ["phieu.csv", "election.json"])
  func evidence(name: String) throws {
    let original = try Folder(copyOf: "Samples/ba-phieu")
    let result = try original.count()
    let bytes = try original.bytes(name)
    for byte in bytes.indices {
      for bit in 0..<8 where name == "phieu.csv" || bit == byte % 8 {
        var changed = bytes
        changed[byte] ^= 1 << UInt8(bit)
        try original.write(changed, to: name)
        let certificate = try original.verify(result)
        #expect(certificate.verdict == .differs, "byte \(byte), bit \(bit)")
      }
    }
    try original.write(bytes, to: name)
    #expect(try original.verify(result).verdict == .agrees)
  }

  @Test("Of a packed file, in its header, its blocks and its last sections")
  func packed() throws {
    let folder = try PackedSample.folder()
    let result = try folder.count()
    #expect(try folder.verify(result).verdict == .agrees)
    let bytes = try folder.bytes("phieu.kpb")
    for byte in stride(from: 0, to: bytes.count, by: 7) {
      var changed = bytes
      changed[byte] ^= 1 << UInt8(byte % 8)
      try folder.write(changed, to: "phieu.kpb")
      let certificate = try folder.verify(result)
      #expect(certificate.verdict == .differs, "byte \(byte)")
      // Not by the digest alone: its own check values show the damage, too.
      #expect(certificate.failures.contains { $0.hasPrefix("ballots ") }, "byte \(byte)")
    }
    for length in [0, 7, 8, 191, 192, bytes.count - 64, bytes.count - 1] {
      try folder.write(Array(bytes.prefix(length)), to: "phieu.kpb")
      #expect(try folder.verify(result).failures.contains { $0.hasPrefix("ballots ") }, "\(length) bytes")
    }
  }
}
