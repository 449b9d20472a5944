import Elections
import Machine
import Testing

@testable import Signatures

@Suite("Signatures", .enabled(if: KeyFolder.hasKeygen, "this machine has no ssh-keygen"))
struct SignatureTests {
  private let folder: KeyFolder
  private let head: Signer
  private let member: Signer
  private let list: SignerList
  private let result = Array(#"{"format":"kiemphieu-result"}"#.utf8)

  init() throws {
    folder = try KeyFolder()
    head = Signer(role: .head, name: "Lê Thị Hoa", key: try folder.makeKey("head"))
    member = Signer(role: .member, name: "Vũ Văn Nam", key: try folder.makeKey("member", type: "ecdsa"))
    list = try SignerList(Array((head.line + "# Ghi chú\n\n" + member.line).utf8), file: "signers")
  }

  private func report(_ files: [(String, [UInt8])], of bytes: [UInt8]? = nil) -> SignatureReport {
    SignatureReport(
      files.map { (name: $0.0, bytes: $0.1) }, of: bytes ?? result, signers: list)
  }

  @Test("The list is read as it is written")
  func reading() {
    #expect(list.signers == [head, member])
  }

  @Test("Made by the program or by hand, by either kind of key")
  func good() throws {
    let first = ("b.sig", try SSHKeygen.sign(result, key: folder.path("head")).output)
    let second = ("a.sig", try folder.sign(result, key: "member"))
    let entries = report([first, second]).entries
    #expect(
      entries.map(\.file) == ["a.sig", "b.sig"] && entries.map(\.finding) == [.good(member), .good(head)])
    #expect(report([]).entries.isEmpty)
  }

  @Test("What is wrong is told apart")
  func wrong() throws {
    let stranger = try folder.makeKey("stranger")
    let signature = try folder.sign(result, key: "head")
    #expect(report([("a", signature)], of: result + [10]).entries[0].finding == .otherBytes(head))
    let file = try folder.sign(result, key: "head", namespace: "file")
    #expect(report([("a", file)]).entries[0].finding == .otherNamespace("file"))
    #expect(
      report([("a", try folder.sign(result, key: "stranger"))]).entries[0].finding == .unknownKey(stranger))
    #expect(report([("a", [])]).entries[0].finding == .malformed)
    #expect(report([("a", Array(signature.dropLast()))]).entries[0].finding == .malformed)
    let unchecked = SignatureReport(
      [(name: "a", bytes: signature)], of: result, signers: list, verify: { _, _, _ in nil })
    #expect(unchecked.entries[0].finding == .notChecked(head))
  }

  @Test("Every single bit of a signature counts", arguments: ["head", "member"])
  func bits(key: String) throws {
    let signature = try folder.sign(result, key: key)
    var asked = 0
    for byte in signature.indices {
      for bit in 0..<8 {
        var changed = signature
        changed[byte] ^= 1 << bit
        // Most changes are seen before the key is asked; each of the others takes a process.
        let report = SignatureReport(
          [(name: "a", bytes: changed)], of: result, signers: list
        ) { signature, bytes, signer in
          asked += 1
          return SignatureReport.withKeygen(signature, bytes, signer)
        }
        #expect(
          report.entries[0].finding.signer == nil
            || report.entries[0].finding == .otherBytes(key == "head" ? head : member),
          "bit \(bit) of byte \(byte)")
      }
    }
    #expect(asked > 16)
  }

  @Test("Other spellings of the armour are no signatures")
  func spellings() throws {
    let signature = try folder.sign(result, key: "head")
    let text = String(decoding: signature, as: UTF8.self)
    #expect(SSHSignature(signature)?.key == head.key)
    for other in [
      text + "\n", "\n" + text, text.replacing("\n", with: "\r\n"), String(text.dropLast()),
      text.replacing("\n-----END", with: "=\n-----END"), text.replacing("-----\n", with: "-----\n\n"),
    ] {
      #expect(SSHSignature(Array(other.utf8)) == nil)
    }
  }

  @Test("The command by hand does what the program does")
  func byHand() throws {
    let name = "result.json.\(head.key.shortName).sig"
    #expect(SignatureReport.fileName(of: "result.json", key: head.key) == name)
    let files = [
      "result.json": result, name: try folder.sign(result, key: "head"),
      "signers": Array((head.line + member.line).utf8),
    ]
    for (file, bytes) in files { try replaceFile(at: folder.path(file), with: bytes) }
    let line = SSHKeygen.commandLine(name, by: head, signers: "signers", result: "result.json")
    let run = try runProgram(["sh", "-c", "cd '\(folder.path("."))' && \(line)"], input: [])
    #expect(run.status == 0)
    #expect(
      String(decoding: run.output, as: UTF8.self).contains(
        "Good \"kiemphieu-result\" signature for head:Lê Thị Hoa"))
  }

  @Test("Which files are signatures of a result")
  func names() {
    #expect(SignatureReport.isSignature("result.json.sig", of: "result.json"))
    #expect(SignatureReport.isSignature("result.json.abc.sig", of: "result.json"))
    for other in ["result.json", "result.json.bak", "other.json.sig", "result.jsonx.sig", ".sig"] {
      #expect(!SignatureReport.isSignature(other, of: "result.json"))
    }
  }
}
