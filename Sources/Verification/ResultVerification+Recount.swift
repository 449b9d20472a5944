import CanonicalJSON
import Elections
import Faults
import Machine

extension ResultVerification {
  /// The contests that the result is of, by their index in the election; of a well-formed result.
  var shown: [Int] {
    guard let election else { return [] }
    guard isElectionRead, let part = stated?.part else { return Array(election.contests.indices) }
    return election.contests.indices.filter { index in
      part.contests.contains { isSame($0, election.contests[index].id) }
    }
  }

  /// Those shown, and those of the same file that they follow.
  var needed: [Int] {
    guard let election else { return [] }
    var needed = Set(shown)
    for index in election.contests.indices.reversed() where needed.contains(index) {
      guard let id = election.contests[index].round.follows else { continue }
      if let place = election.contests[..<index].lastIndex(where: { $0.id == id }) {
        needed.insert(place)
      }
    }
    return needed.sorted()
  }

  /// Whether the ballots were others than those that the election file names.
  var ballotsReplaced: Bool { stated?.part?.ballotsReplaced ?? false }

  /// The names of the ballot files of a contest.
  func ballotFiles(_ index: Int) -> [String] {
    guard let election else { return [] }
    guard isElectionRead, ballotsReplaced, shown == [index] else {
      return election.contests[index].ballots.files
    }
    return stated?.election.contests.first?.ballots.files ?? []
  }

  mutating func planContests() {
    guard let election else { return }
    for index in shown {
      let id = election.contests[index].id
      for name in ballotFiles(index) { enter(Check.Key(.evidence, .file(name))) }
      for check in [CheckID.ballots, .contest, .counts, .totals, .shares, .decision] {
        enter(Check.Key(check, .contest(id)))
      }
      if election.contests[index].round != .first { enter(Check.Key(.round, .contest(id))) }
      enter(Check.Key(.findings, .contest(id)))
    }
    enter(Check.Key(.findings))
  }

  /// Counts the ballots of every contest that is needed, taking the digests on the way.
  mutating func recountBallots() {
    guard let election else { return }
    var identities: Set<FileIdentity> = []
    for index in needed { recount(election.contests[index], index, &identities) }
  }

  private mutating func recount(_ contest: Contest, _ index: Int, _ identities: inout Set<FileIdentity>) {
    let kind = document.digestKind
    let key = Check.Key(.ballots, .contest(contest.id))
    let names = ballotFiles(index)
    var recount = ContestRecount(Ballots(contest))
    var serials = SerialNumbers()
    var isWhole = true
    var evidence: [Expectation] = []
    if Set(names.map { Array($0.utf8) }).count < names.count {
      // They came from several folders; no more than one of them can lie here.
      let why = NotChecked(.ballotsReplaced, "hai tệp phiếu cùng một tên", "two ballot files have one name")
      let files = names.map { Check.Key(.evidence, .file($0)) }
      for open in files + [key, Check.Key(.counts, .contest(contest.id))] { leaveOpen(open, why) }
      ballotEvidence[index] = .list(names.map { .unseen($0, kind) })
      return
    }
    for name in names {
      let file = Check.Key(.evidence, .file(name))
      // The result binds the files of the contests that it is of, not of those that these follow.
      if shown.contains(index) { noteDigest(file) }
      let reading = folder.locate(name).flatMap { path in
        BallotFile.read(
          path, name: name, digest: kind, into: &recount, &serials, identities: &identities)
      }
      switch reading {
      case .failure(let absence):
        isWhole = false
        evidence.append(.unseen(name, kind))
        for open in [file, key, Check.Key(.counts, .contest(contest.id))] {
          leaveOpen(open, NotChecked(absence))
        }
      case .success(let found):
        paths.insert(found.path)
        evidence.append(Self.json(found, kind))
        if let fault = found.fault {
          isWhole = false
          fail(key, Difference(Self.words(fault, in: name)))
        }
        if shown.contains(index) {
          checkEntryLog(of: name, contest)
          checkOrigin(of: name)
        }
      }
    }
    ballotEvidence[index] = .list(evidence)
    if isWhole { recounts[index] = recount }
  }

  private static func json(_ file: BallotFile, _ kind: DigestKind) -> Expectation {
    var members: [String: Expectation] = ["name": .text(file.name), "bytes": .integer(file.bytes)]
    members["sha256"] = .text(kind == .sha256 ? file.digest?.hex : nil)
    if kind == .tree { members["tree"] = .text(file.digest?.hex) }
    return .object(members)
  }

  private static func words(_ fault: ReadingFault, in file: String) -> Phrase {
    let name = visibleLine(file)
    var place = Phrase(name)
    if let line = fault.line { place = Phrase(vi: "\(name) dòng \(line)", en: "\(name) line \(line)") }
    if let offset = fault.offset {
      place = Phrase(vi: "\(name) byte \(offset)", en: "\(name) byte \(offset)")
    }
    return Phrase(vi: "\(place.vi): \(fault.problem.vi)", en: "\(place.en): \(fault.problem.en)")
  }
}
