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
    for (name, because) in corrections(of: document, in: directory(of: verifier.result)) {
      let key = Check.Key(.replaced, .file(name))
      let reason = visible(because, limit: 400)
      if election?.roster == nil {
        fail(
          key,
          Difference(
            "kết quả này đã hết giá trị: \(visible(name)) thay thế nó, vì: \(reason)",
            "this result is void: \(visible(name)) takes its place, because: \(reason)"))
      } else {
        leaveOpen(
          key,
          NotChecked(
            .verifyBySelf,
            "\(visible(name)) nói rằng nó thay thế kết quả này, vì: \(reason); kiểm tra chữ ký của nó",
            "\(visible(name)) says that it takes the place of this result, because: \(reason); verify its signatures"
          ))
      }
    }
  }

  /// Looks for a correction beside an earlier result in the same way: what comes after a void result stands on nothing, which is
  /// for whoever reads the correction to say.
  mutating func checkReplaced(_ earlier: ResultDocument, _ prior: PriorResult, at path: String) {
    let folder = directory(of: prior.file)
    for (name, because) in corrections(of: earlier, in: directory(of: path)) {
      let correction = join(folder, name)
      let (former, reason) = (visible(prior.file, limit: 200), visible(because, limit: 400))
      leaveOpen(
        Check.Key(.replaced, .file(correction)),
        NotChecked(
          .verifyBySelf, "nó nói rằng nó thay thế kết quả đi trước \(former), vì: \(reason)",
          "it says that it takes the place of the earlier result \(former), because: \(reason)"))
    }
  }

  /// The names of the corrections of a result as seen from its folder, and why they were made.
  private func corrections(of document: ResultDocument, in root: String) -> [(name: String, because: String)]
  {
    var found: [(name: String, because: String)] = []
    // However many there are: behind a number of others one could be hidden.
    for name in candidates(in: root) {
      guard case .success(let file) = EvidenceFile.read(join(root, name), name: name),
        file.digest != document.digest,
        let other = ResultDocument(file.bytes, name: name),
        let replaced = other.root["replaces"]["sha256"].text,
        replaced == document.digest.hex
      else { continue }
      found.append((name, other.root["replaces"]["because"].text ?? ""))
    }
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
