public import Elections

/// Somebody who may sign results: a line of the roster.
public struct Signer: Sendable, Hashable {
  public let role: SigningRole
  public let name: String
  public let key: PublicKey

  /// The principal of OpenSSH: the role and the name.
  public var principal: String { "\(role.rawValue):\(name)" }

  /// The line of an allowed-signers file that lets this key sign results and nothing else.
  public var line: String {
    "\"\(principal)\" namespaces=\"\(SSHSignature.namespace)\" \(key.text)\n"
  }
}
