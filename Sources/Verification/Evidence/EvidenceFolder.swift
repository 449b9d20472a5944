import Faults
import Machine

/// The folder of an election file, below which everything lies that a result rests on.
struct EvidenceFolder {
  private let folder: ConfinedFolder?

  /// - Parameter path: the folder; one that is not there holds nothing.
  init(path: String) {
    folder = try? ConfinedFolder(path: path)
  }

  /// The folder without links; `nil` where there is none.
  var realPath: String? { folder?.realPath }

  /// Where the file of a name lies, links followed.
  func locate(_ name: String) -> Result<String, Absence> {
    guard let folder, EvidenceName.shortest(name) != nil else { return .failure(.missing(name)) }
    do throws(FileFailure) {
      let location = try folder.locate(name)
      return location.isOutside ? .failure(.outside(name)) : .success(location.realPath)
    } catch {
      return .failure(Absence(name, error))
    }
  }

  /// Reads a file whole.
  func read(_ name: String) -> Result<EvidenceFile, Absence> {
    locate(name).flatMap { EvidenceFile.read($0, name: name) }
  }
}

/// A file of evidence other than ballots, read whole: its digest and what is read of it come from the same bytes.
struct EvidenceFile {
  var name: String
  /// Where it lies, without links.
  var path: String
  var bytes: [UInt8]
  var digest: Digest

  /// The largest file that is read whole.
  static let sizeLimit = 64 << 20

  static func read(_ path: String, name: String) -> Result<EvidenceFile, Absence> {
    do throws(FileFailure) {
      let bytes = try readWhole(path, limit: sizeLimit, allowsPipes: false)
      return .success(EvidenceFile(name: name, path: path, bytes: bytes, digest: SHA256.digest(of: bytes)))
    } catch {
      return .failure(Absence(name, error))
    }
  }
}

/// Why a file of evidence could not be looked at.
enum Absence: Error, Hashable, Sendable {
  case missing(String)
  /// A link leads out of the folder.
  case outside(String)
  case unreadable(String, reason: String)

  init(_ name: String, _ failure: FileFailure) {
    self = failure.isMissing ? .missing(name) : .unreadable(name, reason: failure.reason)
  }
}
