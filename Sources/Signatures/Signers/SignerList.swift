public import Elections
public import Faults

/// Who may sign results: an allowed-signers file of OpenSSH (`ssh-keygen`, ALLOWED SIGNERS) of the plainest kind.
///
/// ```
/// # Tổ kiểm phiếu
/// "head:Lê Thị Hoa" namespaces="kiemphieu-result" ssh-ed25519 AAAAC3Nza… hoa@may-1
/// member:Nam ssh-ed25519 AAAAC3Nza…
/// ```
///
/// Wildcards, authorities and periods of validity, which OpenSSH knows as well, are refused: a roster says who may sign, and
/// nothing here looks at a clock. The same key may not stand for two people, nor the same name in two roles: one person with two
/// keys could sign for two.
public struct SignerList: Sendable, Equatable {
  public private(set) var signers: [Signer] = []

  /// Reads the file.
  ///
  /// - Parameters:
  ///   - bytes: the file's bytes.
  ///   - file: its name in faults.
  /// - Throws: all faults of the file.
  public init(_ bytes: [UInt8], file: String) throws(SignerListFaults) {
    var log = FaultLog()
    guard let text = String(validating: bytes, as: UTF8.self) else {
      throw SignerListFaults(FaultLog([Fault(SignerFault.notText, at: FaultPlace(file: file))]))
    }
    var lines: [PublicKey: Int] = [:]
    var names: [String: (principal: String, line: Int)] = [:]
    for (index, line) in text.utf8.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
      .enumerated()
    {
      let place = FaultPlace(file: file, line: index + 1)
      let line = String(Substring(line))
      do throws(SignerFault) {
        guard let signer = try SignerLine(line).signer() else { continue }
        if let first = lines.updateValue(index + 1, forKey: signer.key) {
          log.append(Fault(SignerFault.keyTwice(line: first), at: place, text: line))
        }
        // One case, and `==` of texts, so that no other spelling of a name makes another person. By way of capitals, since two
        // small letters may have one: of Σ both σ and ς.
        let spelling = signer.name.lowercased().uppercased().lowercased()
        let first = names[spelling] ?? (signer.principal, index + 1)
        names[spelling] = first
        if !first.principal.utf8.elementsEqual(signer.principal.utf8) {
          log.append(Fault(SignerFault.nameTwice(line: first.line), at: place, text: line))
        }
        signers.append(signer)
      } catch {
        log.append(Fault(error, at: place, text: line))
      }
    }
    if signers.isEmpty, log.isEmpty { log.append(Fault(SignerFault.nobody, at: FaultPlace(file: file))) }
    if !log.isEmpty { throw SignerListFaults(log) }
  }

  /// The roles of which fewer people stand on the list than must sign, so that no result could ever be certified.
  ///
  /// - Parameters:
  ///   - quorum: how many of each role must sign.
  ///   - file: the list's name in faults.
  public func shortages(of quorum: [SigningRole: Int], file: String) -> FaultLog {
    var log = FaultLog()
    for role in SigningRole.allCases {
      let (needed, found) = (quorum[role] ?? 0, Set(signers.filter { $0.role == role }.map(\.name)).count)
      if found < needed {
        log.append(
          Fault(SignerFault.tooFew(role, needed: needed, found: found), at: FaultPlace(file: file)))
      }
    }
    return log
  }

  /// Who signs with a key.
  public func signer(of key: PublicKey) -> Signer? {
    signers.first { $0.key == key }
  }
}

/// What is wrong with a list of signers.
public struct SignerListFaults: Error, Sendable {
  public let faults: FaultLog

  init(_ faults: FaultLog) {
    self.faults = faults
  }
}
