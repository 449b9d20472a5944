public import Machine

/// The program `ssh-keygen` of OpenSSH, which makes and checks signatures.
public enum SSHKeygen {
  static let program = "ssh-keygen"

  /// Signs bytes.
  ///
  /// - Parameters:
  ///   - bytes: what is signed.
  ///   - key: the path of a private key, or of a public key whose private one an agent or a token holds.
  ///   - namespace: what the signature is for.
  /// - Returns: what the program did; its output is the signature's file. It may ask for a passphrase or a touch on the terminal.
  /// - Throws: the system's refusal; ``FileFailure/isMissing`` where there is no `ssh-keygen`.
  public static func sign(
    _ bytes: [UInt8], key: String, namespace: String = SSHSignature.namespace
  ) throws(FileFailure) -> ProgramRun {
    try runProgram(
      [program, "-Y", "sign", "-q", "-n", namespace, "-f", key], input: bytes, showsErrors: true)
  }

  /// Checks a signature.
  ///
  /// - Parameters:
  ///   - signature: the signature's file.
  ///   - bytes: what was signed.
  ///   - signer: whose it is to be.
  /// - Returns: whether it is the signer's signature of these bytes.
  /// - Throws: the system's refusal; ``FileFailure/isMissing`` where there is no `ssh-keygen`.
  public static func verify(_ signature: [UInt8], of bytes: [UInt8], by signer: Signer) throws(FileFailure)
    -> Bool
  {
    var folder = try PrivateFolder()
    let signers = try folder.write("signers", Array(signer.line.utf8))
    let file = try folder.write("signature", signature)
    let run = try runProgram(
      [
        program, "-Y", "verify", "-f", signers, "-I", signer.principal, "-n", SSHSignature.namespace, "-s",
        file,
      ],
      input: bytes)
    return run.status == 0
  }

  /// The command that checks a signature by hand, to be typed in the folder of the result.
  ///
  /// - Parameters:
  ///   - file: the signature's file.
  ///   - signers: the list of signers.
  ///   - result: the result's file.
  public static func commandLine(_ file: String, by signer: Signer, signers: String, result: String) -> String
  {
    "\(program) -Y verify -f \(quoted(signers)) -I \(quoted(signer.principal)) -n \(SSHSignature.namespace) "
      + "-s \(quoted(file)) < \(quoted(result))"
  }

  /// A word as a shell reads it.
  private static func quoted(_ word: String) -> String {
    let isPlain = word.utf8.allSatisfy { byte in
      UInt8(ascii: "a")...UInt8(ascii: "z") ~= byte || UInt8(ascii: "A")...UInt8(ascii: "Z") ~= byte
        || UInt8(ascii: "0")...UInt8(ascii: "9") ~= byte || "./_-".utf8.contains(byte)
    }
    if isPlain, !word.isEmpty { return word }
    return "'" + word.split(separator: "'", omittingEmptySubsequences: false).joined(separator: "'\\''") + "'"
  }
}
