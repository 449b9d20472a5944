import Machine
import Testing

/// Bytes that differ from their neighbours and do not repeat with the block size.
func sampleBytes(_ count: Int) -> [UInt8] {
  (0..<count).map { UInt8(truncatingIfNeeded: $0 * 7 + 3) }
}

@Suite("SHA-256")
struct SHA256Tests {
  @Test(
    "Examples of FIPS 180-4",
    arguments: [
      ("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
      (
        "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
        "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"
      ),
      (
        "abcdefghbcdefghicdefghijdefghijkefghijklfghijklmghijklmnhijklmnoijklmnopjklmnopqklmnopqrlmnopqrsmnopqrstnopqrstu",
        "cf5b16a778af8380036ce59e7b0492370b249b11e8f07a51afac45037afee9d1"
      ),
    ])
  func fips(text: String, digest: String) {
    #expect(SHA256.digest(of: Array(text.utf8)).hex == digest)
  }

  @Test("One million letters a")
  func million() {
    let digest = SHA256.digest(of: [UInt8](repeating: UInt8(ascii: "a"), count: 1_000_000))
    #expect(digest.hex == "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0")
  }

  @Test(
    "NIST CAVP, byte-oriented messages",
    arguments: [
      ([], "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
      ([0xd3], "28969cdfa74a12c82f3bad960b0b000aca2ac329deea5c2328ebc6f2ba9802c1"),
      ([0x11, 0xaf], "5ca7133fa735326081558ac312c620eeca9970d1e70a4b95533d956f072d1f98"),
      ([0xb4, 0x19, 0x0e], "dff2e73091f6c05e528896c4c831b9448653dc2ff043528f6769437bc7b975c2"),
      ([0x74, 0xba, 0x25, 0x21], "b16aa56be3880d18cd41e68384cf1ec8c17680c45a02b1575dc1518923ae8b0e"),
    ] as [([UInt8], String)])
  func cavp(message: [UInt8], digest: String) {
    #expect(SHA256.digest(of: message).hex == digest)
  }

  @Test("NIST CAVP Monte Carlo, the first three checkpoints")
  func monteCarlo() throws {
    var seed = try #require(
      Digest(hex: "6d1e72ad03ddeb5de891e572e2396f8da015d899ef0e79503152d6010a3fe691"))
    let checkpoints = [
      "e93c330ae5447738c8aa85d71a6c80f2a58381d05872d26bdd39f1fcd4f2b788",
      "2e78f8c8772ea7c9331d41ed3f9cdf27d8f514a99342ee766ee3b8b0d0b121c0",
      "d6a23dff1b7f2eddc1a212f8a218397523a799b07386a30692fd6fe9d2bf0944",
    ]
    for checkpoint in checkpoints {
      var last = [seed, seed, seed]
      for _ in 0..<1000 {
        last = [last[1], last[2], SHA256.digest(of: last.flatMap(\.bytes))]
      }
      seed = last[2]
      #expect(seed.hex == checkpoint)
    }
  }

  @Test(
    "Lengths around the ends of blocks, against sha256sum",
    arguments: [
      (0, "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
      (1, "084fed08b978af4d7d196a7446a86b58009e636b611db16211b65a9aadff29c5"),
      (55, "e7313d333c272e639f790978283f9eb392e843d0f29b7016828bb1daa4aac70b"),
      (56, "4324d65f3c103567f5589c710bc08f8523f929a9272e3af36fc968e52abc6c27"),
      (57, "35df609437dcfea3279283ab79fd554e2bf78f8f7ae2de532d8ee300b09e8f73"),
      (63, "81c80242132f230c3bd41b3e63bbcff16107339549214a99614ff26664625055"),
      (64, "39e3d7b6b5d075d37d053ad89b24b41bef4f3c29760c84447cab3f3be1882241"),
      (65, "aacca6ff74fdbb296d165a45cecfa04e5127bc008770fbbdd48006f2d2fae95e"),
      (111, "67d9492e628fd376e0b2efec8ca2b99b123e202cf620deb270728df979b2f73e"),
      (112, "96b928cff8528dbb99602c709a65b846cb6467acb8b722f0d758e4dc27bfc508"),
      (119, "9ce7368e4daf32341631b492e80359dc9f594b48453cd0dd5bf0b19279cc177e"),
      (120, "7836b787757e95e58b3ca5aec90b1b004e8deba1e50e9675af9cabf1a13a04b5"),
      (127, "a8d23e75d936f303d248888d9b165ee543f4cbafcad3c9dd2a79bd84faa11d07"),
      (128, "d2742f1f4ac6bb7ca2b239ee18402ba8b3f9f8e652d2a72973c2b9ba11c08cf6"),
      (129, "307f8fc2c1622b92762e818d39a185d4d667ad49a4b07ceae1f4afa008a93ec4"),
      (191, "52be17f8f5d0b166f3b1917d2b6bb862083001967fd0aa39d2da9947eeba437d"),
      (192, "ec6732214091fa8455ee2251fb756475b04ec62610fbceaa64218a11faf571cd"),
      (193, "c2e8235fc1c184c4f889cc8e481540dd11356b65b7c3bf4a0443f6be2851dcd5"),
      (1000, "1e9bc38cbf860b9ec31918b065f9b52476c549a782e0e7990bed8ce3868d2371"),
      (65535, "feaacf5dfeada48ff99357abd0998dd8b350c8b0603a81f573cf3ea577885f99"),
      (65536, "510b126e1d4ced49107fe4ab03ee54cb1c8e4caf6064e1dd29c48d4a3e74c38b"),
      (65537, "ad8b370d36508e55e3c9cd44667a6e36e35955d0ff9f8fe59805bb18c2db5dd8"),
    ])
  func lengths(count: Int, digest: String) {
    #expect(SHA256.digest(of: sampleBytes(count)).hex == digest)
  }

  @Test("Two pieces equal the whole, wherever they meet", arguments: [1, 63, 64, 65, 128, 200])
  func twoPieces(count: Int) {
    let bytes = sampleBytes(count)
    let whole = SHA256.digest(of: bytes)
    for cut in 0...count {
      var hash = SHA256()
      hash.update(bytes[..<cut])
      hash.update(bytes[cut...])
      #expect(hash.finalize() == whole, "cut at \(cut)")
    }
  }

  @Test("Small pieces equal the whole", arguments: [1, 3, 63, 64, 65, 127])
  func smallPieces(size: Int) {
    let bytes = sampleBytes(1000)
    var hash = SHA256()
    for start in stride(from: 0, to: bytes.count, by: size) {
      hash.update(bytes[start..<min(bytes.count, start + size)])
    }
    #expect(hash.finalize() == SHA256.digest(of: bytes))
  }

  @Test("Asking for the digest does not end the stream")
  func goesOn() {
    var hash = SHA256()
    hash.update(Array("ab".utf8))
    #expect(hash.finalize() == SHA256.digest(of: Array("ab".utf8)))
    hash.update(Array("c".utf8))
    #expect(hash.finalize() == SHA256.digest(of: Array("abc".utf8)))
  }
}

@Suite("Digest")
struct DigestTests {
  @Test("Reads both cases and writes the lower one")
  func hex() throws {
    let text = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"
    let digest = try #require(Digest(hex: text))
    #expect(digest.hex == text)
    #expect(Digest(hex: text.uppercased()) == digest)
    #expect(Digest(bytes: digest.bytes) == digest)
    #expect(digest.bytes.first == 0xba && digest.bytes.last == 0xad && digest.bytes.count == 32)
  }

  @Test(
    "Refuses what is no digest",
    arguments: [
      "", "ba", String(repeating: "0", count: 63), String(repeating: "0", count: 65),
      String(repeating: "0", count: 63) + "g", String(repeating: "0", count: 62) + "é",
    ])
  func refused(text: String) {
    #expect(Digest(hex: text) == nil)
  }

  @Test("Refuses another number of bytes", arguments: [0, 31, 33])
  func refusedBytes(count: Int) {
    #expect(Digest(bytes: [UInt8](repeating: 0, count: count)) == nil)
  }
}
