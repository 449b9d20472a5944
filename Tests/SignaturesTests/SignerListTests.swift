import Elections
import Faults
import Machine
import Testing

@testable import Signatures

@Suite("Lists of signers")
struct SignerListTests {
  private static let key =
    "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIJ0q8Y0kq0F7n0n1d8m0mQy2c9rQ3o5v6w7x8y9z0A1B"
  private static let other =
    "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIJ0q8Y0kq0F7n0n1d8m0mQy2c9rQ3o5v6w7x8y9z0A1C"
  private static let third =
    "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIJ0q8Y0kq0F7n0n1d8m0mQy2c9rQ3o5v6w7x8y9z0A1D"

  private static func codes(_ text: String) -> [String] {
    do throws(SignerListFaults) {
      _ = try SignerList(Array(text.utf8), file: "signers")
      return []
    } catch {
      return error.faults.listed.map { "\($0.code) \($0.place.line ?? 0)" }
    }
  }

  @Test(
    "Lines that are read",
    arguments: [
      "head:Hoa \(key)", "\"head:Lê Thị Hoa\" \(key)",
      "member:Nam namespaces=\"kiemphieu-result\" \(key) nam@may",
      "presidium:An  \(key)", "  head:Hoa \(key)", "#\u{301}\nhead:Hoa \(key)", "# x\n\nhead:Hoa \(key)\n",
      "head:Hoa \(key)\r\n", "head:Hoa \(key) hoa\r\n",
    ])
  func read(text: String) throws {
    #expect(Self.codes(text) == [])
    #expect(try SignerList(Array(text.utf8), file: "signers").signers.count == 1)
  }

  @Test(
    "Lines that are refused",
    arguments: [
      ("", ["S007 0"]), ("# nobody\n", ["S007 0"]),
      ("head:Hoa", ["S002 1"]), ("\"head:Hoa \(key)", ["S002 1"]),
      ("Hoa \(key)", ["S003 1"]), ("chief:Hoa \(key)", ["S003 1"]), ("head: \(key)", ["S003 1"]),
      ("head:* \(key)", ["S003 1"]), ("head:Hoa,member:Hoa \(key)", ["S003 1"]),
      ("\"!head:Hoa\" \(key)", ["S003 1"]),
      ("head:Hoa cert-authority \(key)", ["S004 1"]), ("head:Hoa namespaces=\"*\" \(key)", ["S004 1"]),
      ("head:Hoa valid-before=\"20300101\" \(key)", ["S004 1"]),
      ("head:Hoa ssh-ed25519 AAAA", ["S005 1"]), ("head:Hoa ssh-rsa \(key.dropFirst(12))", ["S005 1"]),
      ("head:Hoa ssh-ed25519", ["S005 1"]),
      ("head:Hoa \(key)\nmember:Nam \(other)\nmember:An \(key)", ["S006 3"]),
      ("Hoa \(key)\n\nhead:Hoa\n", ["S003 1", "S002 3"]),
      ("\"head:Hoa \" \(key)", ["S003 1"]), ("\"head: Hoa\" \(key)", ["S003 1"]),
      ("\"head:Lê  Hoa\" \(key)", ["S003 1"]), ("\"head:Lê\u{A0}Hoa\" \(key)", ["S003 1"]),
      ("head:Hoa\u{34F} \(key)", ["S003 1"]), ("head:\u{3164} \(key)", ["S003 1"]),
      ("\"head:\u{2800}\" \(key)", ["S003 1"]), ("head:Hoa\u{FE0F} \(key)", ["S003 1"]),
      ("head:A\\B \(key)", ["S003 1"]), ("head:Hoa namespaces=kiemphieu-result \(key)", ["S004 1"]),
      ("\"head:Hoa\"\(key)", ["S002 1"]), ("\"head:Hoa\"\u{301} \(key)", ["S002 1"]),
      ("   \nhead:Hoa \(key)", ["S002 1"]), ("\u{A0}\nhead:Hoa \(key)", ["S002 1"]),
      ("head:Hoa\u{200B} \(key)", ["S003 1"]), ("head:\u{202E}Hoa \(key)", ["S003 1"]),
      ("head:Hoa \(key)\nmember:Hoa \(other)", ["S008 2"]),
      ("member:Lê \(key)\nmember:Le\u{302} \(other)", ["S008 2"]),
      ("member:Hoa \(key)\nmember:HOA \(other)", ["S008 2"]),
      ("member:ΑΣ \(key)\nmember:ας \(other)", ["S008 2"]),
    ])
  func refused(text: String, expected: [String]) {
    #expect(Self.codes(text) == expected)
  }

  @Test("An RSA key needs 2048 bits", arguments: [(1024, false), (2047, false), (2048, true), (4096, true)])
  func weakKeys(bits: Int, isFit: Bool) {
    func field(_ bytes: [UInt8]) -> [UInt8] {
      [0, 0, UInt8(bytes.count >> 8), UInt8(bytes.count & 255)] + bytes
    }
    // The first digit of the modulus has a zero byte before it where its highest bit is set.
    let first = UInt8(1) << UInt8((bits - 1) % 8)
    let modulus = (first > 127 ? [0] : []) + [first] + [UInt8](repeating: 1, count: (bits - 1) / 8)
    let blob = field(Array("ssh-rsa".utf8)) + field([1, 0, 1]) + field(modulus)
    let line = "head:Hoa ssh-rsa " + String(decoding: Base64.encode(blob), as: UTF8.self)
    #expect(Self.codes(line) == (isFit ? [] : ["S015 1"]))
    // A key whose modulus is missing, or followed by something, has no bits at all.
    for wrong in [field(Array("ssh-rsa".utf8)) + field([1, 0, 1]), blob + [0]] {
      #expect(
        Self.codes("head:Hoa ssh-rsa " + String(decoding: Base64.encode(wrong), as: UTF8.self)) == ["S015 1"])
    }
  }

  @Test("A person with two keys is one person")
  func twoKeys() throws {
    let text = "member:Hoa \(Self.key)\nmember:Hoa \(Self.other)\nhead:Nam \(Self.third)\n"
    let list = try SignerList(Array(text.utf8), file: "signers")
    #expect(list.signers.count == 3)
    #expect(list.shortages(of: [.head: 1, .member: 1], file: "signers").isEmpty)
    let faults = list.shortages(of: [.head: 2, .member: 2, .presidium: 1], file: "signers").listed
    #expect(
      faults.map(\.problem.en) == [
        "2 signatures of the head of the counting board (head) needed, and the list has 1",
        "2 signatures of members of the counting board (member) needed, and the list has 1",
        "1 signature of the presidium (presidium) needed, and the list has 0",
      ])
    #expect(faults.allSatisfy { "\($0.code)" == "S009" })
  }

  @Test("Not UTF-8")
  func bytes() {
    #expect(throws: SignerListFaults.self) { try SignerList([0xFF, 0x0A], file: "signers") }
  }
}
