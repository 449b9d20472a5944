import Documents
import Elections
import Faults
import Machine
import Outcomes
import Rulebooks
import Signatures

/// An election file with everything around it but the ballots: plan, roster, earlier results.
struct LoadedElection {
  let document: ElectionDocument
  let plan: Plan?
  /// The results that the election comes after, each with its place in `after`.
  let prior: [ElectionResult]
  let evidence: LoadedEvidence
  /// The folder that ballot files are named from.
  let folder: ConfinedFolder

  var election: Election { document.election }
  var rulebook: Rulebook { document.rulebook }
  /// The contests of the earlier results.
  var priorContests: [DecidedContest] { prior.flatMap(\.decided) }

  /// Reads all files; every fault of every file in one run.
  static func load(_ path: String) throws(CommandFailure) -> LoadedElection {
    var log = FaultLog()
    guard let bytes = read(path, named: path, allowsPipes: true, &log), let folder = folder(of: path, &log)
    else {
      throw .faults(log)
    }
    let document: ElectionDocument
    switch ElectionDocument.read(bytes, file: path) {
    case .success(let found): document = found
    case .failure(let error): throw .faults(error.faults)
    }
    var loader = NeighbourLoader(document: document, folder: folder)
    let plan = loader.plan()
    let prior = loader.priorResults()
    loader.roster()
    log = document.faults
    log.append(contentsOf: loader.log)
    guard log.isEmpty else { throw .faults(log) }
    loader.evidence.election = LoadedFile(path: path, name: lastComponent(of: path), bytes: bytes)
    return LoadedElection(
      document: document, plan: plan, prior: prior, evidence: loader.evidence, folder: folder)
  }

  /// The largest of the files that are read whole.
  static let sizeLimit = 64 << 20

  fileprivate static func read(
    _ path: String, named name: String, allowsPipes: Bool, _ log: inout FaultLog
  ) -> [UInt8]? {
    do throws(FileFailure) {
      return try readWhole(path, limit: sizeLimit, allowsPipes: allowsPipes)
    } catch {
      log.append(Fault(OpeningFault.failed(error), at: FaultPlace(file: name)))
      return nil
    }
  }

  private static func folder(of path: String, _ log: inout FaultLog) -> ConfinedFolder? {
    do throws(FileFailure) {
      return try ConfinedFolder(path: directory(of: path))
    } catch {
      log.append(Fault(OpeningFault.failed(error), at: FaultPlace(file: path)))
      return nil
    }
  }
}

/// A file that was read whole.
struct LoadedFile {
  /// Where it lies.
  let path: String
  /// Its name in the election file.
  let name: String
  let size: Int
  let digest: Digest

  init(path: String, name: String, bytes: [UInt8]) {
    self.path = path
    self.name = name
    size = bytes.count
    digest = SHA256.digest(of: bytes)
  }
}

/// The files around the ballots that a result rests on.
struct LoadedEvidence {
  var election: LoadedFile?
  var plan: LoadedFile?
  var roster: LoadedFile?
  var after: [LoadedFile] = []

  /// All paths, none of which a result may overwrite.
  var paths: [String] { ([election, plan, roster].compactMap { $0 } + after).map(\.path) }
}

/// Reads the files that an election file names, all but the ballots.
private struct NeighbourLoader {
  let document: ElectionDocument
  let folder: ConfinedFolder
  var log = FaultLog()
  var evidence = LoadedEvidence()

  init(document: ElectionDocument, folder: ConfinedFolder) {
    self.document = document
    self.folder = folder
  }

  mutating func plan() -> Plan? {
    guard let name = document.election.planFile, let (file, bytes) = read(name) else { return nil }
    evidence.plan = file
    switch PlanDocument.read(bytes, file: name) {
    case .success(let plan): return plan
    case .failure(let error):
      log.append(contentsOf: error.faults)
      return nil
    }
  }

  mutating func priorResults() -> [ElectionResult] {
    var results: [ElectionResult] = []
    for (index, prior) in document.election.after.enumerated() {
      guard let (file, bytes) = read(prior.file) else { continue }
      evidence.after.append(file)
      if file.digest.hex != prior.sha256 {
        document.reportOtherDigest(ofPrior: index, found: file.digest.hex)
        continue
      }
      switch ResultDocument.read(bytes, file: prior.file) {
      case .success(let result): results.append(result)
      case .failure(let error): log.append(contentsOf: error.faults)
      }
    }
    return results
  }

  mutating func roster() {
    guard let roster = document.election.roster, let (file, bytes) = read(roster.file) else { return }
    evidence.roster = file
    if file.digest.hex != roster.sha256 { document.reportOtherDigestOfRoster(found: file.digest.hex) }
    // It cannot be mended after the count, when nobody could sign with it.
    do throws(SignerListFaults) {
      let list = try SignerList(bytes, file: roster.file)
      log.append(contentsOf: list.shortages(of: roster.quorum, file: roster.file))
    } catch {
      log.append(contentsOf: error.faults)
    }
  }

  private mutating func read(_ name: String) -> (LoadedFile, [UInt8])? {
    guard let path = locate(name, in: folder, &log),
      let bytes = LoadedElection.read(path, named: name, allowsPipes: false, &log)
    else { return nil }
    return (LoadedFile(path: path, name: name, bytes: bytes), bytes)
  }
}

/// The path of a file that the election file names, links followed and none of them leading out of the folder.
func locate(_ name: String, in folder: ConfinedFolder, _ log: inout FaultLog) -> String? {
  do throws(FileFailure) {
    let location = try folder.locate(name)
    if !location.isOutside { return location.realPath }
    log.append(Fault(OpeningFault.linkOutside, at: FaultPlace(file: name)))
  } catch {
    log.append(Fault(OpeningFault.failed(error), at: FaultPlace(file: name)))
  }
  return nil
}
