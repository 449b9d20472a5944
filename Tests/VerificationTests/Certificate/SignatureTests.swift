import CanonicalJSON
import Elections
import Faults
import Machine
import Testing

@testable import Verification

/// What signatures do to the verdict, whoever looks at them.
@Suite("Signatures")
struct SignatureTests {
  /// The smallest sample with a roster that wants the head and one member.
  private func folder() throws -> Folder {
    let folder = try Folder(copyOf: "Samples/ba-phieu")
    let keys = "head:Hoa ssh-ed25519 \(Self.key)B\nmember:Nam ssh-ed25519 \(Self.key)C\n"
    try folder.write(keys, to: "signers")
    let roster =
      #""roster": {"file": "signers", "sha256": "\#(SHA256.digest(of: Array(keys.utf8)).hex)", "quorum": {"head": 1, "member": 1}}, "contests""#
    let election = String(decoding: try folder.bytes("election.json"), as: UTF8.self)
    try folder.write(
      election.replacing("\"contests\"", with: roster, maxReplacements: 1), to: "election.json")
    return folder
  }

  /// All of a public key but its last digit.
  private static let key = "AAAAC3NzaC1lZDI1NTE5AAAAIJ0q8Y0kq0F7n0n1d8m0mQy2c9rQ3o5v6w7x8y9z0A1"

  private func signed(_ principals: String?..., problem: Phrase? = nil) -> SignatureEvidence {
    SignatureEvidence(
      signatures: principals.map { SignatureEvidence.Signature(principal: $0, problem: problem) })
  }

  @Test("A roster asks for signatures; the quorum certifies, nothing else does")
  func quorum() throws {
    let folder = try folder()
    let result = try folder.count()
    func verdict(_ signatures: SignatureEvidence?) throws -> Verdict {
      try folder.verify(result, signatures: signatures).verdict
    }
    #expect(try verdict(nil) == .unfinished)
    #expect(try verdict(signed()) == .unfinished)
    #expect(try verdict(signed("head:Hoa")) == .unfinished)
    #expect(try verdict(signed("head:Hoa", "head:Hoa")) == .unfinished)
    #expect(try verdict(signed("head:Hoa", "presidium:Nam")) == .unfinished)
    #expect(try verdict(signed("head:Hoa", nil)) == .unfinished)
    #expect(try verdict(signed("head:Hoa", "member:Nam")) == .certified)
    #expect(try verdict(signed("head:Hoa", "member:Nam", problem: Phrase("x"))) == .differs)
  }

  @Test("A bad signature is named by its file, shown at no more than 200 characters")
  func badSignature() throws {
    for (length, shown) in [
      (200, String(repeating: "a", count: 200)), (201, String(repeating: "a", count: 200) + "…"),
    ] {
      let signature = SignatureEvidence.Signature(
        file: String(repeating: "a", count: length), principal: nil, problem: Phrase("x"))
      guard case .failed(let differences) = SignatureEvidence(signatures: [signature]).outcome(quorum: nil)
      else {
        Issue.record("a bad signature is a difference")
        return
      }
      #expect(differences.map(\.words.en) == [shown + ": x"])
    }
  }

  @Test("A signature is good, and shown to be, when somebody looked at it and found nothing")
  func good() throws {
    var certificate = try folder().verify(try folder().count(), signatures: signed("head:Hoa", "member:Nam"))
    func good() -> [JSONValue?] {
      guard case .array(let all)? = certificate.json.value(at: [.key("signatures")]) else { return [] }
      return all.map { $0.value(at: [.key("good")]) }
    }
    #expect(good() == [true, true])
    #expect(certificate.text(.english).contains("  head:Hoa\n  member:Nam\n"))
    certificate.signatures[0].problem = Phrase("x")
    #expect(good() == [false, true])
    certificate.signatures[1].isUnchecked = true
    #expect(good() == [false, false])
    #expect(!certificate.text(.english).contains("head:Hoa"))
    #expect(!certificate.text(.english).contains("member:Nam"))
  }

  @Test("A missing signature is asked of people, not of a role's key in the file")
  func missing() {
    func words(_ evidence: SignatureEvidence) -> Phrase? {
      guard case .notChecked(let why) = evidence.outcome(quorum: [.head: 1, .member: 2]) else { return nil }
      return why.words
    }
    #expect(words(signed())?.vi == "mới có 0 trên 1 chữ ký cần có của trưởng ban kiểm phiếu")
    #expect(words(signed())?.en == "0 of the 1 signatures needed of the head of the counting board are there")
    #expect(
      words(signed("head:Hoa"))?.en
        == "0 of the 2 signatures needed of members of the counting board are there")
  }

  @Test("Without a roster keys alone ask for signatures, and nothing says how many are enough")
  func keysAlone() throws {
    let folder = try Folder(copyOf: "Samples/ba-phieu")
    let result = try folder.count()
    #expect(try folder.verify(result).verdict == .agrees)
    #expect(try folder.verify(result, hasSigners: true).verdict == .unfinished)
    #expect(
      try folder.verify(result, hasSigners: true, signatures: signed("head:Hoa")).verdict == .unfinished)
  }

  @Test("Signatures do not make up for a claim that does not hold, nor for missing evidence")
  func otherChecks() throws {
    let folder = try folder()
    let result = try folder.count()
    let all = signed("head:Hoa", "member:Nam")
    try folder.write("head:X ssh-ed25519 AAAA\n", to: "signers")
    #expect(try folder.verify(result, signatures: all).verdict == .differs)
    try folder.remove("signers")
    #expect(try folder.verify(result, signatures: all).verdict == .unfinished)
  }

  @Test("Signatures checked with another list than the one that is evidence certify nothing")
  func otherRoster() throws {
    let folder = try folder()
    let result = try folder.count()
    var all = signed("head:Hoa", "member:Nam")
    all.roster = SHA256.digest(of: try folder.bytes("signers"))
    #expect(try folder.verify(result, signatures: all).verdict == .certified)
    all.roster = SHA256.digest(of: Array("head:X ssh-ed25519 AAAA\n".utf8))
    #expect(try folder.verify(result, signatures: all).verdict == .differs)
  }
}
