import CanonicalJSON
import Elections
import Faults
import Machine
import Rulebooks

/// The verification of one result, check by check.
struct ResultVerification {
  let verifier: Verifier
  let document: ResultDocument
  let folder: EvidenceFolder
  /// How many results lie between this one and the one that was to be verified.
  let depth: Int

  /// In the order of the certificate.
  private(set) var keys: [Check.Key] = []
  private var entered: Set<Check.Key> = []
  private(set) var differences: [Check.Key: [Difference]] = [:]
  private(set) var notChecked: [Check.Key: NotChecked] = [:]

  /// The files of evidence that were found, by where they lie.
  var paths: Set<String> = []
  /// The election file as it was read, or else as the result states it.
  var election: Election?
  var rulebook: Rulebook?
  /// Whether ``election`` comes from the election file.
  var isElectionRead = false
  /// The results that the election comes after; `nil` where one of them is not known.
  var earlier: [EarlierResult]? = []
  var onTheWay = FoundOnTheWay()
  /// Whether a result that the election comes after says that it is one of a rehearsal.
  var followsRehearsal = false
  /// The recounts by the index of the contest.
  var recounts: [Int: ContestRecount] = [:]
  /// The election file, where it could be read.
  private(set) var electionFile: EvidenceFile?
  /// What the result must say of the other files.
  var plan = Expectation.unknown
  var roster = Expectation.unknown
  var after = Expectation.unknown
  /// By the index of the contest.
  var ballotEvidence: [Int: Expectation] = [:]

  init(_ verifier: Verifier, _ document: ResultDocument, depth: Int) {
    self.verifier = verifier
    self.document = document
    self.depth = depth
    folder = EvidenceFolder(path: directory(of: verifier.election))
  }

  var root: StatedValue { document.root }
  var stated: StatedResult? { document.stated }

  // MARK: Checks

  /// Puts a check on the list; where nothing more is said of it, it has passed.
  mutating func enter(_ key: Check.Key) {
    if entered.insert(key).inserted { keys.append(key) }
  }

  mutating func fail(_ key: Check.Key, _ difference: Difference) {
    enter(key)
    differences[key, default: []].append(difference)
  }

  /// Leaves a check open; the first reason stands.
  mutating func leaveOpen(_ key: Check.Key, _ why: NotChecked) {
    enter(key)
    if notChecked[key] == nil { notChecked[key] = why }
  }

  /// All checks, a failure of each going before what was not checked of it.
  private var checks: [Check] {
    keys.map { key in
      let outcome: Check.Outcome =
        if let found = differences[key] {
          .failed(found)
        } else if let why = notChecked[key] {
          .notChecked(why)
        } else {
          .passed
        }
      return Check(id: key.id, subject: key.subject, outcome: outcome)
    }
  }

  // MARK: The whole

  mutating func certificate() -> Certificate {
    checkForm()
    readElection()
    readNeighbours()
    readEarlierResults()
    planContests()
    recountBallots()
    compareClaims()
    let totals = checkTotals()
    checkReplaced()
    let isAsked = checkSignatures()
    let all = checks
    let heading = root["election"]
    return Certificate(
      verdict: Verdict(all, signaturesAsked: isAsked), checks: all, digest: document.digest,
      organization: heading["organization"].text, congress: heading["congress"].text,
      date: heading["date"].text, part: stated?.part?.contests, replaces: document.replacement,
      signatures: verifier.signatures?.signatures ?? [], totals: totals, strangers: strangers(),
      files: paths.sorted())
  }

  /// The bytes, the digest that they state of themselves, and who wrote them.
  private mutating func checkForm() {
    let form = Check.Key(.form)
    enter(form)
    if !document.isCanonical {
      fail(
        form,
        Difference(
          "tệp không đúng từng byte như chương trình ghi (JSON chuẩn tắc, RFC 8785)",
          "the file is not, byte for byte, as the program writes it (canonical JSON, RFC 8785)"))
    }
    enter(Check.Key(.selfDigest))
    let engine = Check.Key(.engine)
    enter(engine)
    guard let version = root["engine"]["version"].text else {
      return fail(
        engine, Difference("không nêu phiên bản chương trình", "the version of the program is not stated"))
    }
    if !verifier.knownVersions.contains(where: { isSame($0, version) }) {
      leaveOpen(
        engine,
        NotChecked(
          .unknownVersion, "chương trình này không biết phiên bản \(visible(version))",
          "this program does not know the version \(visible(version))"))
    }
  }

  private mutating func readElection() {
    let name = lastComponent(of: verifier.election)
    let evidence = Check.Key(.evidence, .file(name))
    enter(evidence)
    noteDigest(evidence)
    election = stated?.election
    rulebook = stated?.rulebook
    switch EvidenceFile.read(verifier.election, name: name) {
    case .failure(let absence):
      leaveOpen(evidence, NotChecked(absence))
      leaveOpen(Check.Key(.electionFile, .file(name)), NotChecked(absence))
      leaveOpen(Check.Key(.heading), NotChecked(absence))
    case .success(let file):
      let key = Check.Key(.electionFile, .file(name))
      enter(key)
      if let real = try? realPath(file.path) { paths.insert(real) }
      electionFile = file
      switch ElectionFile.read(file.bytes, name: name) {
      case .success(let read):
        election = read.election
        rulebook = read.rulebook
        isElectionRead = true
      case .failure(let unfit):
        for fault in unfit.faults.listed.prefix(20) { fail(key, Difference(Self.words(fault))) }
        leaveOpen(
          Check.Key(.heading),
          NotChecked(.unreadable, "tệp bầu cử có lỗi", "the election file is at fault"))
      }
      enter(Check.Key(.heading))
    }
  }

  private static func words(_ fault: Fault) -> Phrase {
    var place = visibleLine(fault.place.file)
    if let line = fault.place.line { place += ":\(line)" }
    if let path = fault.place.path { place += " (\(visibleLine(path)))" }
    let text = fault.text.map { ": «\(visible($0))»" } ?? ""
    return Phrase(
      vi: "\(place): \(fault.code): \(fault.problem.vi)\(text)",
      en: "\(place): \(fault.code): \(fault.problem.en)\(text)")
  }
}
