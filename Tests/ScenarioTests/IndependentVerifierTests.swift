import Foundation
import Testing

/// Two verifiers, one in Swift and one in Python that was written from the documentation, come to one verdict: on every
/// sample, on every result that a sample comes after, and on everything that somebody might do to one of them.
@Suite(
  "The independent verifier",
  .enabled(if: IndependentVerifier.python != nil, "there is no python3 to run verify.py with"))
struct IndependentVerifierTests {
  @Test("Samples", arguments: Place.elections(below: Place.samples))
  func samples(name: String) throws {
    let bundle = try TamperedBundle(of: name)
    defer { bundle.removeAll() }
    let signed = !bundle.signatures.isEmpty
    try agree(on: bundle.folder, signed ? "certified" : "agrees")
  }

  @Test("Results that lie alone, beside nothing that they rest on", arguments: earlierResults)
  func alone(name: String) throws {
    try agree(on: Place.samples.appending(path: name), "unfinished")
  }

  private static let earlierResults: [String] = {
    let all = FileManager.default.enumerator(atPath: Place.samples.path)?.compactMap { $0 as? String } ?? []
    return all.filter { $0.contains("truoc/") && $0.hasSuffix("/result.json") }
      .map { String($0.dropLast("/result.json".count)) }.sorted()
  }()

  @Test("Tampering", arguments: Tampering.table)
  func tampering(with tampering: Tampering) throws {
    let bundle = try TamperedBundle(of: tampering.sample)
    defer { bundle.removeAll() }
    try tampering.work(bundle)
    try agree(on: bundle.folder, tampering.verdict, tampering.options)
  }

  @Test(
    "Tampering with keys",
    .enabled(if: IndependentVerifier.hasSSHKeygen, "there is no ssh-keygen to make keys with"),
    arguments: Tampering.withKeys + Tampering.rosters)
  func tamperingWithKeys(with tampering: Tampering) throws {
    try self.tampering(with: tampering)
  }

  @Test(
    "The drill tampers with the signatures on earlier results, and next copies them",
    .enabled(if: IndependentVerifier.hasSSHKeygen, "there is no ssh-keygen to make keys with"))
  func signedChain() throws {
    let bundle = try TamperedBundle(of: "thieu-nguoi")
    defer { bundle.removeAll() }
    try bundle.signChain()
    let drill = try bundle.shell("kiemphieu verify result.json --drill --lang en")
    #expect(drill.contains("✓ the signatures on earlier results removed: unfinished"))
    #expect(drill.contains("✓ a byte of a signature on an earlier result changed: differs"))
    #expect(drill.contains(", 0 missed."))
    let list = try bundle.shell(
      "cp signers truoc/dai-hoi; kiemphieu next truoc/dai-hoi/result.json ban-chap-hanh --out tiep 2>/dev/null; ls tiep/truoc/ban-chap-hanh"
    )
    #expect(list.contains("result.json\n") && list.contains(".sig\n"))
    let certificate = try bundle.shell("kiemphieu verify result.json --lang en")
    #expect(certificate.contains("✓ signatures on the earlier result truoc/dai-hoi/result.json: passed"))
  }

  private func agree(on folder: URL, _ expected: String, _ options: String = "") throws {
    let program = try IndependentVerifier.program(on: folder, options)
    let script = try IndependentVerifier.script(on: folder, options)
    #expect(program == script)
    #expect(program.word == expected)
    #expect(program.status == (expected == "agrees" || expected == "certified" ? 0 : 1))
  }

  @Test("Exit statuses where there is no verdict")
  func statuses() throws {
    let bundle = try TamperedBundle(of: "ba-phieu")
    defer { bundle.removeAll() }
    // An RSA key whose modulus has 1,024 bits.
    let blob =
      Data([0, 0, 0, 7]) + Data("ssh-rsa".utf8) + Data([0, 0, 0, 3, 1, 0, 1, 0, 0, 0, 129, 0])
      + Data(repeating: 255, count: 128)
    try bundle.write("weak", "head:Hoa ssh-rsa \(blob.base64EncodedString())\n")
    let script = Place.samples.appending(path: "independent-verifier/verify.py").path(percentEncoded: false)
    for (arguments, status) in [
      ("", 64), ("--signers", 64), ("result.json election.json", 64), ("nothing.json", 66),
      ("election.json", 65), ("phieu.csv", 65), ("result.json --signers nothing", 66),
      ("result.json --signers phieu.csv", 65), ("result.json --signers weak", 65),
    ] as [(String, Int32)] {
      let outcome = try Shell.run(
        "'\(IndependentVerifier.python ?? "python3")' -B '\(script)' " + arguments, in: bundle.folder,
        program: Place.program)
      #expect(outcome.status == status, "\(arguments)")
      if status != 64 {
        let own = try Shell.run(
          "kiemphieu verify " + arguments, in: bundle.folder, program: Place.program)
        #expect(own.status == status, "\(arguments)")
      }
    }
  }

  @Test("It is run from any folder, by any path, and writes nothing", arguments: ["", "-I "])
  func anywhere(options: String) throws {
    let bundle = try TamperedBundle(of: "da-ky")
    defer { bundle.removeAll() }
    // A copy, since a file beside the original could be another test's doing.
    try FileManager.default.copyItem(
      at: Place.samples.appending(path: "independent-verifier"), to: bundle.url("verifier"))
    let before = try bundle.shell("find . | sort")
    let python = "'\(IndependentVerifier.python ?? "python3")' \(options)"
    for command in ["verifier/verify.py result.json", "./verifier/../verifier/verify.py ./result.json"] {
      let outcome = try Shell.run(python + command, in: bundle.folder, program: Place.program)
      #expect(outcome.status == (IndependentVerifier.hasSSHKeygen ? 0 : 1))
    }
    let elsewhere = try Shell.run(
      "cd / && \(python)\"$OLDPWD/verifier/verify.py\" \"$OLDPWD/result.json\"", in: bundle.folder,
      program: Place.program)
    #expect(elsewhere.status == (IndependentVerifier.hasSSHKeygen ? 0 : 1))
    #expect(try bundle.shell("find . | sort") == before)
  }
}
