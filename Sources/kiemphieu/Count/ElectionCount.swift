import BallotFiles
import Documents
import Elections
import Faults
import Machine
import Outcomes
import Reports
import Tallying

/// Counts the contests of an election in the order of its file and decides them.
struct ElectionCount {
  private let loaded: LoadedElection
  private let selection: CountSelection
  private let digest: DigestKind
  private let jobs: Int
  private let progressLine: ProgressLine?
  private var log = FaultLog()
  /// The contests of this file, as far as they were decided.
  private var decided: [CountedContest?]
  /// The ballot files that were opened, none of which a result may overwrite.
  private(set) var ballotPaths: [String] = []
  /// The same files by what they are: two names, one of them a link, can be one file.
  private var opened: Set<FileIdentity> = []

  init(
    _ loaded: LoadedElection, _ selection: CountSelection, digest: DigestKind, jobs: Int,
    progressLine: ProgressLine?
  ) {
    self.progressLine = progressLine
    self.loaded = loaded
    self.selection = selection
    self.digest = digest
    self.jobs = jobs
    decided = Array(repeating: nil, count: loaded.election.contests.count)
  }

  private var contests: [Contest] { loaded.election.contests }

  /// - Throws: all faults of all ballot files, and of rounds that contradict those before.
  mutating func run() throws(CommandFailure) -> ElectionResult {
    for index in contests.indices where isNeeded(index) { count(index) }
    progressLine?.clear()
    // Faults of rounds, found in the election file as the contests before them were decided, go first.
    var all = loaded.document.faults
    all.append(contentsOf: log)
    guard all.isEmpty else { throw .faults(all) }
    return ElectionResult(loaded, selection, digest, decided.compactMap { $0 })
  }

  /// The control totals of the files of contests that have several, by the contest's id.
  var groups: [String: [GroupTotals]] {
    var groups: [String: [GroupTotals]] = [:]
    for case let counted? in decided where counted.reading.files.count > 1 {
      groups[counted.contest.id] = counted.reading.files.map {
        GroupTotals(name: counted.named($0), ballots: $0.ballots, valid: $0.valid)
      }
    }
    return groups
  }

  /// Bundles that stand in two files of a contest, in the order of the contests.
  var repeatedBundles: [RepeatedBundle] {
    decided.flatMap { $0?.reading.repeatedBundles ?? [] }
  }

  /// A selected contest, or one that a selected contest follows.
  private func isNeeded(_ index: Int) -> Bool {
    var needed = selection.contests
    for contest in contests.reversed() where needed.contains(contest.id) {
      if let follows = contest.round.follows { needed.insert(follows) }
    }
    return needed.contains(contests[index].id)
  }

  private mutating func count(_ index: Int) {
    let contest = contests[index]
    let earlier = decided[..<index].compactMap { $0?.decided }
    let previous =
      followsFaulty(contest, index)
      ? nil : loaded.document.contestFollowed(by: index, earlier: earlier, prior: loaded.priorContests)
    if let previous { loaded.document.checkRound(index, after: previous) }
    let replacing = selection.contests.contains(contest.id) ? selection.ballots : nil
    let reading = read(contest, replacing)
    guard reading.faults.isEmpty else { return log.append(contentsOf: reading.faults) }
    let outcome = contest.decide(reading.tally, by: loaded.rulebook, isBranch: loaded.election.isBranch)
    decided[index] = CountedContest(
      contest: contest, reading: reading, ballotsReplaced: replacing != nil, outcome: outcome,
      previous: previous)
  }

  /// Whether the contest follows one of this file that has no outcome because its ballots are at fault.
  private func followsFaulty(_ contest: Contest, _ index: Int) -> Bool {
    contests[..<index].indices.contains { contests[$0].id == contest.round.follows && decided[$0] == nil }
  }

  // MARK: Ballot files

  /// The path of a ballot file: what the command line says, `-` being standard input, or a name below the election's folder.
  private func path(of name: String, isGiven: Bool, _ log: inout FaultLog) -> String? {
    guard isGiven else { return locate(name, in: loaded.folder, &log) }
    return name == "-" ? standardInputPath : name
  }

  private mutating func read(_ contest: Contest, _ replacing: [String]?) -> BallotSetReading {
    let line = progressLine
    let report: @Sendable (Int, Int) -> Void = { bytes, ballots in line?.add(bytes: bytes, ballots: ballots) }
    var reader = BallotSetReader(BallotStyle(contest), digest: digest, jobs: jobs, report: report)
    var openingFaults = FaultLog()
    for name in replacing ?? contest.ballots.files {
      guard let path = path(of: name, isGiven: replacing != nil, &openingFaults) else { continue }
      do throws(FileFailure) {
        var file = try InputFile(path: path, allowsPipes: replacing != nil)
        ballotPaths.append(path)
        if file.isRegular, !opened.insert(file.identity).inserted {
          openingFaults.append(Fault(OpeningFault.openedTwice, at: FaultPlace(file: name)))
          continue
        }
        progressLine?.expect(bytes: file.size)
        if file.isRegular {
          if try reader.readPacked(file, name: name) { continue }
          if try reader.readInChunks(file, name: name) { continue }
        }
        try reader.read(&file, name: name)
      } catch {
        openingFaults.append(Fault(OpeningFault.failed(error), at: FaultPlace(file: name)))
      }
    }
    var reading = reader.finish()
    reading.faults.append(contentsOf: openingFaults)
    return reading
  }
}

/// A contest with what was read of its ballots and what was decided.
struct CountedContest {
  var contest: Contest
  var reading: BallotSetReading
  /// Whether the ballot files are those of the command line.
  var ballotsReplaced: Bool
  var outcome: Outcome
  /// The contest that it follows.
  var previous: DecidedContest?

  var decided: DecidedContest { DecidedContest(contest, outcome) }

  /// A file of the command line is named by a path; what lies above it is no part of a result.
  func named(_ file: BallotFileReading) -> String {
    ballotsReplaced ? lastComponent(of: file.name) : file.name
  }
}
