import Documents
import Machine
import Reports

/// The results that a result comes after, as far as they lie where its election file names them.
struct EarlierResults {
  /// One of them, as it was read.
  struct File {
    var sitting: EarlierSitting
    var path: String
    /// As the result that comes after it names it.
    var name: String
    var bytes: [UInt8]
  }

  /// The first sitting first; each once.
  private(set) var files: [File] = []
  /// The names of those that are not there, or are other files than those that are meant.
  private(set) var missing: [String] = []
  /// The digests of those that were read.
  private var seen: Set<String> = []

  /// - Parameter election: the election file, from whose folder the earlier results are named.
  init(of result: ElectionResult, election: String) {
    var absent: [EvidenceFile] = []
    follow(result, from: directory(of: election), depth: 0, &absent)
    // What lies not beside one result may lie beside another; what several come after is missing once.
    var known = seen
    missing = absent.filter { file in file.sha256.map { known.insert($0).inserted } ?? true }.map(\.name)
  }

  /// Whether an earlier result holds is for the verification to say, which has been before; here only the very files are taken whose
  /// digests are stated. A chain that is longer than any congress is not followed.
  private mutating func follow(
    _ result: ElectionResult, from path: String, depth: Int, _ absent: inout [EvidenceFile]
  ) {
    guard depth < 32, let folder = try? ConfinedFolder(path: path) else { return absent += result.after }
    for evidence in result.after {
      guard let location = try? folder.locate(evidence.name), !location.isOutside,
        let bytes = try? readWhole(location.realPath, limit: LoadedElection.sizeLimit),
        case let digest = SHA256.digest(of: bytes), digest.hex == evidence.sha256,
        case .success(let earlier) = ResultDocument.read(bytes, file: location.path)
      else {
        absent.append(evidence)
        continue
      }
      guard seen.insert(digest.hex).inserted else { continue }
      follow(earlier, from: directory(of: location.path), depth: depth + 1, &absent)
      let sitting = EarlierSitting(earlier, code: ShortCode(digest).description, sha256: digest.hex)
      files.append(File(sitting: sitting, path: location.path, name: evidence.name, bytes: bytes))
    }
  }
}
