import Auditing
import BallotFiles
import CommandLineKit
import Documents
import Elections
import Faults
import Machine
import Outcomes
import Tallying

/// A contest of a result with its ballots one by one, made sure to be those that the result was counted from.
struct AuditedContest {
  let result: ContestResult
  let contest: Contest
  let outcome: Outcome
  let stack: PaperStack
  /// Whether a ballot file says that it comes from a rehearsal.
  let isRehearsal: Bool

  var style: BallotStyle { BallotStyle(contest) }

  /// - Parameters:
  ///   - path: of the result.
  ///   - electionPath: of the election file.
  ///   - wanted: the id of the contest, where it was given.
  ///   - command: the command, for what is said where it is not clear.
  static func load(
    _ path: String, election electionPath: String, contest wanted: String?, command: String
  ) throws(CommandFailure) -> AuditedContest {
    let result = try LoadedResult.read(path).result
    let loaded = try LoadedElection.load(electionPath)
    var log = FaultLog()
    if let fault = fault(result.election.sha256, loaded.evidence.election?.digest) {
      throw .faults(FaultLog([Fault(fault, at: FaultPlace(file: electionPath))]))
    }
    let counted = loaded.election.contests.filter { contest in
      result.contests.contains { $0.id == contest.id }
    }
    let contest = try choose(wanted, among: counted, \.id, command: command)
    guard let decided = result.contests.first(where: { $0.id == contest.id }) else {
      preconditionFailure("chosen among those of the result")
    }
    let listings = decided.files.compactMap { evidence -> BallotListing? in
      guard let path = locate(evidence.file.name, in: loaded.folder, &log) else { return nil }
      return listing(path, evidence.file, BallotStyle(contest), &log)
    }
    guard log.isEmpty else { throw .faults(log) }
    var tally = Tally(BallotStyle(contest))
    for listing in listings { for listed in listing.ballots { tally.add(listed.ballot) } }
    let outcome = contest.decide(tally, by: loaded.rulebook, isBranch: loaded.election.isBranch)
    guard outcome.agrees(with: decided), tally.recorded == decided.ballots.recorded else {
      throw .faults(FaultLog([Fault(AuditFault.otherCounts, at: FaultPlace(file: path))]))
    }
    return AuditedContest(
      result: decided, contest: contest, outcome: outcome, stack: PaperStack(listings.map(\.ballots)),
      isRehearsal: listings.contains(where: \.isRehearsal))
  }

  /// What is wrong with a file whose digest the result states.
  private static func fault(_ stated: String?, _ found: Digest?) -> AuditFault? {
    guard let stated else { return .noDigest }
    return stated == found?.hex ? nil : .otherBytes
  }

  private static func listing(
    _ path: String, _ file: EvidenceFile, _ style: BallotStyle, _ log: inout FaultLog
  ) -> BallotListing? {
    let place = FaultPlace(file: file.name)
    do throws(FileFailure) {
      let bytes = try readWhole(path, limit: EntryReading.mostBytes, allowsPipes: false)
      if let fault = fault(file.sha256, SHA256.digest(of: bytes)) {
        log.append(Fault(fault, at: place))
      } else if BallotListing.isPacked(bytes) {
        log.append(Fault(AuditFault.packed, at: place))
      } else {
        return EntryReading(FileBytes(path: file.name, bytes: bytes), style, &log).listing
      }
    } catch {
      log.append(Fault(OpeningFault.failed(error), at: place))
    }
    return nil
  }
}

extension Outcome {
  /// Whether a result says the same of a contest.
  fileprivate func agrees(with result: ContestResult) -> Bool {
    status == result.status && needed == result.needed && elected == result.elected && tie == result.tie
      && standings.map(\.votes) == result.candidates.map(\.votes)
  }
}
