import Machine
import Signatures

/// Where the signatures on a result lie, and how people name them.
enum SignatureFiles {
  /// The names of the signatures' files that lie beside a result.
  static func names(beside result: String) -> [String] {
    let name = lastComponent(of: result)
    let all = ((try? entries(ofFolder: directory(of: result))) ?? []).map(\.name)
    return all.filter { SignatureReport.isSignature($0, of: name) }
  }

  /// The names with which a signature is checked by hand: in the folder of the result where the list lies there or below; else
  /// as they were given.
  static func namesByHand(result: String, signers: String) -> (result: String, signers: String) {
    let folder = directory(of: result)
    // The folder with a slash behind it.
    let prefix = folder == "." ? [] : Array(join(folder, "x").utf8.dropLast())
    guard signers.utf8.starts(with: prefix) else { return (result, signers) }
    return (lastComponent(of: result), String(decoding: signers.utf8.dropFirst(prefix.count), as: UTF8.self))
  }
}
