import Machine
import Testing

@Suite("Short code")
struct ShortCodeTests {
  @Test("The digits of the digest in groups of four, the ends marked")
  func groups() {
    let code = ShortCode(SHA256.digest(of: []))
    #expect(
      code.description
        == "[e3b0] c442 98fc 1c14 9afb f4c8 996f b924 27ae 41e4 649b 934c a495 991b 7852 [b855]")
    #expect(code.groups.count == 16)
    #expect(code.groups.joined() == SHA256.digest(of: []).hex)
  }

  @Test("Every digit is shown: codes of different digests differ")
  func everyDigit() {
    let codes = (0..<200).map { ShortCode(SHA256.digest(of: [UInt8($0)])) }
    #expect(Set(codes).count == codes.count)
    #expect(Set(codes.map(\.description)).count == codes.count)
  }
}
