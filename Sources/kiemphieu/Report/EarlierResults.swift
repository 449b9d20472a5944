import Documents
import Machine
import Reports

/// The results that a result comes after, as far as they lie where its election file names them.
struct EarlierResults {
  /// The first sitting first; each once.
  private(set) var results: [EarlierSitting] = []
  private(set) var paths: [String] = []
  /// The digests of those that were read.
  private var seen: Set<String> = []

  /// - Parameter election: the election file, from whose folder the earlier results are named.
  init(of result: ElectionResult, election: String) {
    follow(result, from: directory(of: election), depth: 0)
  }

  /// Whether an earlier result holds is for the verification to say, which has been before; here only the very files are taken whose
  /// digests are stated. A chain that is longer than any congress is not followed.
  private mutating func follow(_ result: ElectionResult, from path: String, depth: Int) {
    guard depth < 32, let folder = try? ConfinedFolder(path: path) else { return }
    for evidence in result.after {
      guard let location = try? folder.locate(evidence.name), !location.isOutside,
        let bytes = try? readWhole(location.realPath, limit: LoadedElection.sizeLimit)
      else { continue }
      let digest = SHA256.digest(of: bytes)
      guard digest.hex == evidence.sha256, seen.insert(digest.hex).inserted,
        case .success(let earlier) = ResultDocument.read(bytes, file: location.path)
      else { continue }
      follow(earlier, from: directory(of: location.path), depth: depth + 1)
      results.append(EarlierSitting(earlier, code: ShortCode(digest).description))
      paths.append(location.path)
    }
  }
}
