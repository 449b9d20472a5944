import Elections
import Faults
import Machine

extension ResultVerification {
  /// Looks for a correction: a result in the folder of this one, or in a folder in it, that says that it takes the place of this one.
  ///
  /// Whoever may write there could put such a file. Where results are signed, one alone therefore leaves the verdict open; where they
  /// are not, it is worth as much as the result itself.
  mutating func checkReplaced() {
    guard depth == 0 else { return }
    for correction in corrections(of: document, in: directory(of: verifier.result)) {
      let key = Check.Key(.replaced, .file(correction.name))
      let (name, reason) = (visible(correction.name), correction.reason)
      if election?.roster == nil {
        fail(
          key,
          Difference(
            "kết quả này đã hết giá trị: \(name) thay thế nó, vì: \(reason)",
            "this result is void: \(name) takes its place, because: \(reason)"))
      } else {
        leaveOpen(
          key,
          NotChecked(
            .verifyBySelf,
            "\(name) nói rằng nó thay thế kết quả này, vì: \(reason); kiểm tra chữ ký của nó",
            "\(name) says that it takes the place of this result, because: \(reason); verify its signatures"
          ))
      }
    }
  }

  /// Looks for a correction beside an earlier result in the same way: what comes after a void result stands on nothing, which is
  /// for whoever reads the correction to say.
  mutating func checkReplaced(_ earlier: ResultDocument, _ prior: PriorResult, at path: String) {
    let folder = directory(of: prior.file)
    for correction in corrections(of: earlier, in: directory(of: path)) {
      let (former, reason) = (visibleLine(prior.file), correction.reason)
      leaveOpen(
        Check.Key(.replaced, .file(join(folder, correction.name))),
        NotChecked(
          .verifyBySelf, "nó nói rằng nó thay thế kết quả đi trước \(former), vì: \(reason)",
          "it says that it takes the place of the earlier result \(former), because: \(reason)"))
    }
  }

  /// The corrections of a result that lie in its folder.
  private mutating func corrections(of document: ResultDocument, in root: String) -> [Correction] {
    corrections(in: root).filter { $0.former == document.digest.hex && $0.digest != document.digest }
  }

  /// All corrections in a folder, of whatever result: they are looked for once, since many earlier results may lie in one folder.
  private mutating func corrections(in root: String) -> [Correction] {
    if let known = onTheWay.corrections[root] { return known }
    // However many there are: behind a number of others one could be hidden.
    let found = candidates(in: root).compactMap { name -> Correction? in
      guard case .success(let file) = EvidenceFile.read(join(root, name), name: name),
        let other = ResultDocument(file.bytes, name: name), let former = other.root["replaces"]["sha256"].text
      else { return nil }
      return Correction(
        name: name, digest: file.digest, former: former,
        because: other.root["replaces"]["because"].text ?? "")
    }
    onTheWay.corrections[root] = found
    return found
  }

  /// Files that may be corrections. One that is there through a link is as good as any: whoever looks into the folder sees it.
  private func candidates(in root: String) -> [String] {
    let here = (try? entries(ofFolder: root)) ?? []
    // What is neither file nor folder may be a link to either; whatever cannot be listed or read is passed over.
    let below = here.filter { $0.kind != .file }.flatMap { folder in
      ((try? entries(ofFolder: join(root, folder.name))) ?? []).filter { $0.kind != .folder }
        .map { folder.name + "/" + $0.name }
    }
    return (here.filter { $0.kind != .folder }.map(\.name) + below).filter {
      $0.utf8.suffix(5).elementsEqual(".json".utf8)
    }
  }
}

/// A result that says that it takes the place of another.
struct Correction {
  /// As seen from the folder in which it was found.
  var name: String
  var digest: Digest
  /// The SHA-256 of the result that it replaces.
  var former: String
  var because: String

  /// Why it was made, fit for a certificate.
  var reason: String { visible(because, limit: 400) }
}
