import Machine
import Testing

@Suite("Base64")
struct Base64Tests {
  @Test(
    "The test vectors of RFC 4648, section 10",
    arguments: [
      ("", ""), ("f", "Zg=="), ("fo", "Zm8="), ("foo", "Zm9v"), ("foob", "Zm9vYg=="), ("fooba", "Zm9vYmE="),
      ("foobar", "Zm9vYmFy"),
    ])
  func vectors(_ text: String, _ encoded: String) {
    #expect(String(decoding: Base64.encode(Array(text.utf8)), as: UTF8.self) == encoded)
  }

  @Test("What is encoded is read again, and in its canonical form only")
  func base64() {
    for count in 0..<40 {
      let bytes = (0..<count).map { UInt8(truncatingIfNeeded: $0 * 37 + count) }
      let text = Base64.encode(bytes)
      #expect(Base64.decode(text) == bytes)
      #expect(Base64.decode(text + [61]) == nil)
    }
    for wrong in ["A", "AA", "AAA", "AB==", "AAB=", "AA=A", "====", "AA==AA==", "A A="] {
      #expect(Base64.decode(Array(wrong.utf8)) == nil, "\(wrong)")
    }
    #expect(Base64.decode(Array("AAAA".utf8)) == [0, 0, 0])
  }
}
