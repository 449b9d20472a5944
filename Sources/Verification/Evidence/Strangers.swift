import Machine

extension ResultVerification {
  /// The most entries that are listed.
  private static let strangersListed = 1000

  /// What lies in the folder of the election file and is no part of the evidence: files, and folders that hold none of it.
  func strangers() -> [String] {
    guard depth == 0, let root = folder.realPath else { return [] }
    var known = paths
    // The result itself lies where it likes.
    if let result = try? realPath(verifier.result) { known.insert(result) }
    for signature in verifier.signatures?.signatures ?? [] {
      guard let file = signature.file, let path = try? realPath(join(directory(of: verifier.result), file))
      else { continue }
      known.insert(path)
    }
    var found: [String] = []
    list("", root, known, &found)
    return Array(found.prefix(Self.strangersListed))
  }

  /// - Parameters:
  ///   - prefix: the folder as seen from the election file's, with `/` at its end unless that is it.
  ///   - path: where it lies.
  private func list(_ prefix: String, _ path: String, _ known: Set<String>, _ found: inout [String]) {
    guard found.count < Self.strangersListed, let entries = try? entries(ofFolder: path) else { return }
    for entry in entries {
      let place = join(path, entry.name)
      switch entry.kind {
      case .folder:
        let inside = place + "/"
        if known.contains(where: { $0.utf8.starts(with: inside.utf8) }) {
          list(prefix + entry.name + "/", place, known, &found)
        } else {
          found.append(prefix + entry.name + "/")
        }
      case .file, .other:
        // A link that evidence was read through is a name of it.
        let real = (try? realPath(place)) ?? place
        if !known.contains(real) { found.append(prefix + entry.name) }
      }
    }
  }
}
