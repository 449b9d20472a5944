import CanonicalJSON
import Elections
import Faults
import Machine

extension ResultVerification {
  /// Whether the result says that digests were taken of the files.
  var hasDigests: Bool { root["digest"].text != DigestKind.none.rawValue }

  /// The digest of a small file as the result must state it.
  func digest(of file: EvidenceFile) -> Expectation { hasDigests ? .text(file.digest.hex) : .value(.null) }

  /// Size and digest of a file as the result must state them.
  func members(of file: EvidenceFile) -> [String: Expectation] {
    ["bytes": .integer(file.bytes.count), "sha256": digest(of: file)]
  }

  // MARK: Plan and roster

  mutating func readNeighbours() {
    guard let election else { return }
    plan = election.planFile.map { evidence($0) } ?? .value(.null)
    roster = .value(.null)
    guard let named = election.roster else { return }
    roster = evidence(named.file)
    if case .object(let members) = roster, case .value(.string(let found))? = members["sha256"],
      found != named.sha256
    {
      fail(Check.Key(.evidence, .file(named.file)), Self.otherDigest)
    }
    roster = roster.adding(named.quorum)
  }

  static var otherDigest: Difference {
    Difference(
      "không phải tệp mà tệp bầu cử nêu: mã kiểm tra khác",
      "this is not the file that the election file means: its digest differs")
  }

  /// Evidence of a file that is read whole: what the result must say of it; what is unknown of a missing one is open.
  private mutating func evidence(_ name: String) -> Expectation {
    let key = Check.Key(.evidence, .file(name))
    enter(key)
    noteDigest(key)
    switch folder.read(name) {
    case .failure(let absence):
      leaveOpen(key, NotChecked(absence))
      return .unseen(name, document.digestKind.ofSmallFiles)
    case .success(let file):
      paths.insert(file.path)
      var members = members(of: file)
      members["name"] = .text(name)
      return .object(members)
    }
  }

  /// A result without digests leaves all its evidence open.
  mutating func noteDigest(_ key: Check.Key) {
    if hasDigests { return }
    leaveOpen(
      key,
      NotChecked(
        .noDigest, "kết quả không ghi mã kiểm tra (--digest none)",
        "the result has no digests (--digest none)"))
  }

  // MARK: Earlier results

  mutating func readEarlierResults() {
    guard let election else {
      earlier = nil
      return
    }
    var known: [String: ResultDocument] = [:]
    var found: [(prior: PriorResult, file: EvidenceFile?)] = []
    after = .list(
      election.after.map { prior in
        let key = Check.Key(.evidence, .file(prior.file))
        enter(key)
        noteDigest(key)
        switch folder.read(prior.file) {
        case .failure(let absence):
          leaveOpen(key, NotChecked(absence))
          leaveOpen(Check.Key(.earlier, .file(prior.file)), NotChecked(absence))
          found.append((prior, nil))
          return .unseen(prior.file, document.digestKind.ofSmallFiles)
        case .success(let file):
          paths.insert(file.path)
          if isElectionRead, file.digest.hex != prior.sha256 { fail(key, Self.otherDigest) }
          known[file.digest.hex] = ResultDocument(file.bytes, name: prior.file)
          found.append((prior, file))
          var members = members(of: file)
          members["name"] = .text(prior.file)
          return .object(members)
        }
      })
    for (prior, file) in found {
      guard let file else {
        earlier = nil
        continue
      }
      let result = checkEarlier(prior, file, known[file.digest.hex], knowing: known)
      if let result { earlier?.append(result) } else { earlier = nil }
    }
  }

  /// An earlier result must be as the program wrote it, and follow from its own figures; where its own election and ballots
  /// lie beside it, it is recounted as well.
  private mutating func checkEarlier(
    _ prior: PriorResult, _ file: EvidenceFile, _ document: ResultDocument?,
    knowing known: [String: ResultDocument]
  ) -> EarlierResult? {
    let key = Check.Key(.earlier, .file(prior.file))
    enter(key)
    guard let document else {
      fail(key, Difference("không phải tệp kết quả phiên bản 1", "this is no result file of version 1"))
      return nil
    }
    if document.root["rehearsal"].bool == true {
      followsRehearsal = true
      leaveOpen(key, Self.rehearsal)
    }
    if !document.isCanonical {
      fail(
        key,
        Difference(
          "tệp đã bị sửa: không như chương trình ghi",
          "the file was changed: it is not as the program writes it"))
    }
    let words = ClaimWords(document.stated?.election)
    for difference in document.contradictions(knowing: known) {
      fail(key, words.difference(difference, places: []))
    }
    for totals in document.brokenTotals {
      fail(
        key,
        Difference(
          "các số của «\(visible(totals.contest))» không khớp nhau",
          "the figures of '\(visible(totals.contest))' do not add up"))
    }
    if document.root["digest"].text == DigestKind.none.rawValue {
      // Nothing binds it to ballots that anybody could count again, wherever they lie.
      leaveOpen(
        key,
        NotChecked(
          .noDigest, "kết quả đi trước không ghi mã kiểm tra (--digest none)",
          "the earlier result has no digests (--digest none)"))
    }
    recountEarlier(Check.Key(.earlierRecount, .file(prior.file)), file, document)
    checkSignatures(ofEarlier: prior, file, document)
    checkReplaced(document, prior, at: file.path)
    return document.earlier(name: prior.file)
  }

  /// Verifies an earlier result by itself if its election file lies beside it.
  ///
  /// Every sitting may name all those before it, and one that was forged any other: each result is verified once, however many name it.
  private mutating func recountEarlier(_ key: Check.Key, _ file: EvidenceFile, _ document: ResultDocument) {
    enter(key)
    let this = EarlierRecount.Key(path: file.path, digest: file.digest)
    if let known = onTheWay.recounts[this] { return repeatWhatIsKnown(known, of: key) }
    let path = join(directory(of: file.path), "election.json")
    let stated = document.root["election"]["sha256"].text
    let beside = EvidenceFile.read(path, name: "election.json")
    if case .success(let election) = beside, election.digest.hex == stated, depth < 16 {
      var inner = ResultVerification(
        Verifier(
          result: file.path, election: path, knownVersions: verifier.knownVersions,
          lookAtSignatures: verifier.lookAtSignatures), document,
        depth: depth + 1)
      onTheWay.recounts[this] = .underway
      inner.onTheWay = onTheWay
      let checks = inner.certificate().checks
      onTheWay = inner.onTheWay
      onTheWay.recounts[this] = take(checks, of: key)
      paths.formUnion(inner.paths)
      return
    }
    if ballotsLieBeside(file, document) {
      leaveOpen(key, NotChecked(.missing(join(directory(of: key.fileName), "election.json"))))
    } else {
      leaveOpen(
        key,
        NotChecked(
          .verifyBySelf, "tệp bầu cử và tệp phiếu của nó không nằm cạnh nó; hãy kiểm tra riêng kết quả đó",
          "its election file and ballots do not lie beside it; verify that result by itself",
          isMaterial: false))
    }
  }

  /// Takes over what the verification of an earlier result found.
  private mutating func take(_ checks: [Check], of key: Check.Key) -> EarlierRecount {
    var whole = EarlierRecount.agrees
    for check in checks {
      switch check.outcome {
      case .passed: break
      case .failed(let found):
        for difference in found { fail(key, difference) }
        whole = .differs
      case .notChecked(let why) where why.isMaterial:
        leaveOpen(key, why)
        if case .agrees = whole { whole = .open(why) }
      case .notChecked: break
      }
    }
    return whole
  }

  private mutating func repeatWhatIsKnown(_ recount: EarlierRecount, of key: Check.Key) {
    switch recount {
    case .agrees: break
    case .underway:
      fail(key, Difference("kết quả này lại đứng sau chính nó", "this result comes after itself"))
    case .differs:
      fail(
        key,
        Difference(
          "kết quả này khác, như đã nêu ở chỗ khác của bản này",
          "this result differs, as is said elsewhere in this certificate"))
    case .open(let why): leaveOpen(key, why)
    }
  }

  /// Whether a ballot file of an earlier result lies beside it, so that its election file should, too.
  private func ballotsLieBeside(_ file: EvidenceFile, _ document: ResultDocument) -> Bool {
    let folder = EvidenceFolder(path: directory(of: file.path))
    for contest in document.root["contests"].elements ?? [] {
      for ballots in contest["files"].elements ?? [] {
        // A result has the digests of one kind.
        let (kind, digest): (DigestKind, String?) =
          ballots["tree"].text.map { (.tree, $0) } ?? (.sha256, ballots["sha256"].text)
        guard let name = ballots["name"].text, let size = ballots["bytes"].integer, let digest,
          case .success(let found) = folder.read(name),
          found.bytes.count == size
        else { continue }
        var content = ContentDigest(kind)
        content.update(found.bytes)
        if content.finalize()?.hex == digest { return true }
      }
    }
    return false
  }
}

extension Check.Key {
  /// The name of the file that the check is about.
  fileprivate var fileName: String {
    if case .file(let name) = subject { name } else { "" }
  }
}

/// What was found on the way from one result to the results before it, and is not looked for again.
struct FoundOnTheWay {
  /// The results that were verified from their own evidence.
  var recounts: [EarlierRecount.Key: EarlierRecount] = [:]
  /// What lies in a folder, by its path.
  var corrections: [String: [Correction]] = [:]
}

/// How far the verification of an earlier result from its own evidence has come.
enum EarlierRecount {
  /// Which result: where it lies, and its bytes.
  struct Key: Hashable {
    var path: String
    var digest: Digest
  }

  case underway
  case agrees
  /// Where its differences are, the first time it was met, is said in the certificate.
  case differs
  case open(NotChecked)
}
