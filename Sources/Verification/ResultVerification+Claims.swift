import CanonicalJSON
import Elections
import Faults
import Machine
import Rulebooks

extension ResultVerification {
  /// Works out everything that the result must say, and names every member that says something else.
  mutating func compareClaims() {
    guard let election, let rulebook else {
      return fail(
        Check.Key(.members),
        Difference(
          "thiếu thành phần, hoặc thành phần sai kiểu; không có tệp bầu cử để đối chiếu",
          "members are missing or of another type, and there is no election file to compare with"))
    }
    let sitting = sitting(election, rulebook)
    checkRounds(sitting)
    let expected = ExpectedResult(
      election: election, rulebook: rulebook,
      electionFile: electionFile.map(members) ?? Expectation.unseenBytes(document.digestKind.ofSmallFiles),
      plan: plan,
      roster: roster, after: after, digest: expectedDigest, part: expectedPart(election),
      contests: shown.map { sitting.expected($0, files: ballotEvidence[$0] ?? .unknown) },
      findings: sitting.generalFindings(), selfDigest: document.selfDigest?.hex,
      replaces: document.replacement?.expected, isRehearsal: isRehearsal())
    noteUnknown(sitting)
    var comparison = ClaimComparison()
    comparison.compare(root.node, expected.json)
    let words = ClaimWords(election, contests: shown)
    for difference in comparison.differences {
      fail(key(of: difference.path), words.difference(difference, places: places(difference.path)))
    }
    if let part = stated?.part, part.ballotsReplaced, let index = shown.first {
      leaveOpen(
        Check.Key(.ballots, .contest(election.contests[index].id)),
        NotChecked(
          .ballotsReplaced, "các tệp phiếu được nêu khi chạy lệnh, không phải của tệp bầu cử",
          "the ballot files were given on the command line, not by the election file"))
    }
  }

  /// Whether ballots of a rehearsal were counted, here or in a result that this one comes after; such a result is never verified to
  /// the end, whatever it says. `nil` where it says so and what it rests on could not be read.
  private mutating func isRehearsal() -> Bool? {
    let files = needed.flatMap { recounts[$0]?.files ?? [] }.filter(\.isRehearsal)
    for file in files { leaveOpen(Check.Key(.evidence, .file(file.name)), Self.rehearsal) }
    let found = !files.isEmpty || followsRehearsal
    guard !found, root["rehearsal"].bool == true else { return found }
    guard needed.allSatisfy({ recounts[$0] != nil }), earlier != nil else {
      leaveOpen(Check.Key(.form), Self.rehearsal)
      return nil
    }
    return false
  }

  static var rehearsal: NotChecked {
    NotChecked(
      .rehearsal, "phiếu kiểm thử: kết quả không có giá trị, không xác nhận được",
      "ballots of a rehearsal: the result decides nothing, and cannot be certified")
  }

  /// The sitting with the figures of the recount; where there is none, with those of the result.
  private func sitting(_ election: Election, _ rulebook: Rulebook) -> Sitting {
    var figures = recounts.mapValues { TallyFigures($0) }
    for (place, index) in shown.enumerated() where figures[index] == nil {
      guard let stated, stated.figures.indices.contains(place),
        stated.figures[place].votes.count == election.contests[index].candidates.count
      else { continue }
      figures[index] = stated.figures[place]
    }
    return Sitting(
      election, rulebook, figures: figures, earlier: earlier,
      hasAllContests: isElectionRead || stated?.part == nil, needed: needed)
  }

  private mutating func checkRounds(_ sitting: Sitting) {
    for index in shown where sitting.election.contests[index].round != .first {
      let key = Check.Key(.round, .contest(sitting.election.contests[index].id))
      guard let contradictions = sitting.contradictions(index) else {
        leaveOpen(key, missingEarlier)
        continue
      }
      for words in contradictions { fail(key, Difference(words)) }
      if !isElectionRead || !isRecounted(followedBy: index) { leaveOpen(key, statedFigures) }
    }
  }

  /// Whether the contest that a later round follows was counted again, if it is one of the same file.
  private func isRecounted(followedBy index: Int) -> Bool {
    guard let contests = election?.contests, let id = contests[index].round.follows else { return true }
    return contests[..<index].lastIndex { $0.id == id }.map { recounts[$0] != nil } ?? true
  }

  /// Leaves open what could not be worked out, or only from the result's own figures.
  private mutating func noteUnknown(_ sitting: Sitting) {
    for index in shown {
      let id = sitting.election.contests[index].id
      if sitting.standings[index] == nil { leaveOpen(Check.Key(.contest, .contest(id)), notCompared) }
      if recounts[index] == nil {
        for check in [CheckID.counts, .shares, .decision, .findings] {
          leaveOpen(Check.Key(check, .contest(id)), statedFigures)
        }
      }
      if !isElectionRead, let why = notChecked[Check.Key(.heading)] {
        for check in [CheckID.contest, .shares, .decision, .findings] {
          leaveOpen(Check.Key(check, .contest(id)), why)
        }
      }
      if earlier == nil || !sitting.isComplete {
        leaveOpen(Check.Key(.findings, .contest(id)), missingEarlier)
      }
      if sitting.standings[index]?.status == .incomplete {
        leaveOpen(
          Check.Key(.decision, .contest(id)),
          NotChecked(
            .incomplete, "số liệu phiếu chưa khớp: chưa có kết quả để xác nhận",
            "the papers do not add up: there is no outcome to confirm"))
      }
    }
    if earlier == nil { leaveOpen(Check.Key(.findings), missingEarlier) }
    if !isElectionRead, let why = notChecked[Check.Key(.heading)] { leaveOpen(Check.Key(.findings), why) }
  }

  /// What follows from figures that were not counted again is consistent, and no more is known.
  private var statedFigures: NotChecked {
    NotChecked(
      .statedFigures, "các tệp phiếu không đếm lại được: chỉ biết kết quả có tự khớp hay không",
      "the ballots could not be counted again: it is only known whether the result agrees with itself")
  }

  /// Without figures of either side nothing that the result says of the contest was compared.
  private var notCompared: NotChecked {
    NotChecked(
      .statedFigures, "các tệp phiếu không đếm lại được, và kết quả không nêu đủ số liệu để đối chiếu",
      "the ballots could not be counted again, and the result does not state the figures to compare")
  }

  private var missingEarlier: NotChecked {
    NotChecked(
      .missing, "thiếu cuộc bầu hay kết quả mà nó dựa vào",
      "a contest or a result that it builds on is missing")
  }

  private var expectedDigest: String {
    document.digestKind.rawValue
  }

  /// The member `part`: nothing where all contests were counted from their own files.
  private func expectedPart(_ election: Election) -> JSONValue {
    guard let part = stated?.part else { return .null }
    if !isElectionRead { return root["part"].node.map(ClaimComparison.shown) ?? .null }
    let ids = shown.map { election.contests[$0].id }
    // Replaced ballots are those of one contest.
    let isReplaced = part.ballotsReplaced && ids.count == 1
    if ids.isEmpty || ids.count == election.contests.count && !isReplaced { return .null }
    return ["contests": .array(ids.map { .string($0) }), "ballotsReplaced": .bool(isReplaced)]
  }

  // MARK: Which check a member belongs to

  private func key(of path: ClaimPath) -> Check.Key {
    switch path.key(at: 0) {
    case "self": return Check.Key(.selfDigest)
    case "engine", "format", "version": return Check.Key(.engine)
    case "findings": return Check.Key(.findings)
    case "election" where ["bytes", "sha256"].contains(path.key(at: 1)):
      return Check.Key(.evidence, .file(lastComponent(of: verifier.election)))
    case "election", "regulation", "guidance", "digest", "part": return Check.Key(.heading)
    case "plan": return fileKey(election?.planFile)
    case "roster": return fileKey(election?.roster?.file)
    case "after":
      return fileKey(
        path.index(at: 1).flatMap { place in
          election.flatMap { $0.after.indices.contains(place) ? $0.after[place].file : nil }
        })
    case "contests": return contestKey(path)
    default: return Check.Key(.members)
    }
  }

  private func fileKey(_ name: String?) -> Check.Key {
    name.map { Check.Key(.evidence, .file($0)) } ?? Check.Key(.heading)
  }

  private func contestKey(_ path: ClaimPath) -> Check.Key {
    guard let place = path.index(at: 1), shown.indices.contains(place), let election else {
      return Check.Key(.heading)
    }
    let contest = CheckSubject.contest(election.contests[shown[place]].id)
    switch path.key(at: 2) {
    case "files":
      let names = ballotFiles(shown[place])
      if let file = path.index(at: 3), names.indices.contains(file) {
        return Check.Key(.evidence, .file(names[file]))
      }
      return Check.Key(.ballots, contest)
    case "ballots" where ["issued", "returned"].contains(path.key(at: 3)): return Check.Key(.contest, contest)
    case "ballots", "tally": return Check.Key(.counts, contest)
    case "candidates":
      switch path.key(at: 4) {
      case "votes": return Check.Key(.counts, contest)
      case "percent": return Check.Key(.shares, contest)
      case "elected", "because", "article": return Check.Key(.decision, contest)
      default: return Check.Key(.contest, contest)
      }
    case "base", "needed", "elected", "status", "statusRule", "statusArticle", "vacant", "tie":
      return Check.Key(.decision, contest)
    case "findings": return Check.Key(.findings, contest)
    default: return Check.Key(.contest, contest)
    }
  }

  /// Where the ballots stand that a differing count is of, as far as they were noted.
  private func places(_ path: ClaimPath) -> [ContestRecount.Place] {
    guard let place = path.index(at: 1), shown.indices.contains(place), let recount = recounts[shown[place]]
    else {
      return []
    }
    switch (path.key(at: 2), path.key(at: 3), path.key(at: 4)) {
    case ("ballots", "debatable", _), ("ballots", "ruledValid", _): return recount.debatablePlaces
    case ("ballots", "invalidByReason", let ground?):
      return Grounds.table.firstIndex { $0.rawValue == ground }.map { recount.invalidPlaces[$0] } ?? []
    case ("ballots", "invalid", _):
      return Array(recount.invalidPlaces.joined().prefix(ContestRecount.placesKept))
    default: return []
    }
  }

  // MARK: Totals and signatures

  /// Checks the identities between the figures that the result states.
  mutating func checkTotals() -> [ContestTotals] {
    guard let election else { return [] }
    let stated = stated?.figures ?? []
    return shown.enumerated().compactMap { place, index in
      let contest = election.contests[index]
      guard stated.count == shown.count, stated[place].votes.count == contest.candidates.count else {
        leaveOpen(
          Check.Key(.totals, .contest(contest.id)),
          NotChecked(
            .statedFigures, "kết quả không nêu đủ số liệu", "the result does not state the figures"))
        return nil
      }
      let figures = stated[place]
      let status = root["contests"].elements?[place]["status"].word(ContestStatus.self)
      var account = contest
      account.ballots.files = ballotFiles(index)
      // The result does not state names without a vote: they stand for its figures where these are those of the recount.
      let isSame = recounts[index].map { $0.votes == figures.votes && $0.valid == figures.valid } ?? false
      let totals = ContestTotals(
        account, figures, nonVotes: isSame ? recounts[index]?.nonVotes : nil,
        isDecided: status?.isDecided ?? true)
      let key = Check.Key(.totals, .contest(contest.id))
      for identity in totals.identities where !identity.holds { fail(key, Difference(identity.words)) }
      if !totals.isWithinBounds {
        fail(
          key,
          Difference(
            "có số lớn hơn số mà nó là một phần", "a figure is larger than the one that it is a part of"))
      }
      return totals
    }
  }

  /// - Returns: whether signatures are asked for.
  mutating func checkSignatures() -> Bool {
    let quorum = election?.roster?.quorum
    guard depth == 0, quorum != nil || verifier.hasSigners else { return false }
    let key = Check.Key(.signatures)
    enter(key)
    // Whoever looked at the signatures read the roster by himself: it must be the very file that is evidence here.
    if let used = verifier.signatures?.roster, let roster = election?.roster, used.hex != roster.sha256 {
      fail(key, Self.otherDigest)
    }
    switch verifier.signatures?.outcome(quorum: quorum) {
    case nil:
      leaveOpen(
        key, NotChecked(.notLookedAt, "chưa kiểm tra chữ ký", "the signatures were not looked at"))
    case .passed: break
    case .failed(let found): for difference in found { fail(key, difference) }
    case .notChecked(let why): leaveOpen(key, why)
    }
    return true
  }
}
