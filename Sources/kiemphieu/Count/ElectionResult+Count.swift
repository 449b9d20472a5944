import BallotFiles
import Documents
import Elections
import Machine
import Outcomes
import Rulebooks
import Tallying

extension ElectionResult {
  /// The result of the contests that were counted.
  ///
  /// - Parameter counted: in the order of the election file; those that only a later round needed are left out.
  init(
    _ loaded: LoadedElection, _ selection: CountSelection, _ digest: DigestKind, _ counted: [CountedContest]
  ) {
    let election = loaded.election
    let evidence = loaded.evidence
    let shown = counted.filter { selection.contests.contains($0.contest.id) }
    let isWhole = !selection.isPart && selection.ballots == nil
    let findings = ElectionFindings(loaded, decided: counted.map(\.decided))
    self.init(
      engineVersion: Kiemphieu.version,
      regulation: loaded.rulebook.id,
      guidance: loaded.rulebook.guidance(on: election.date).map {
        GuidanceReference(number: $0.number, issued: $0.issued)
      },
      election: ElectionSummary(
        election, bytes: evidence.election?.size ?? 0,
        sha256: digest == .none ? nil : evidence.election?.digest.hex),
      digest: digest.rawValue,
      plan: evidence.plan.map { EvidenceFile($0, digest) },
      roster: evidence.roster.map {
        RosterEvidence(file: EvidenceFile($0, digest), quorum: election.roster?.quorum ?? [:])
      },
      after: evidence.after.map { EvidenceFile($0, digest) },
      part: isWhole
        ? nil : CountedPart(contests: shown.map(\.contest.id), ballotsReplaced: selection.ballots != nil),
      isRehearsal: loaded.prior.contains(where: \.isRehearsal)
        || counted.contains { $0.reading.files.contains(where: \.isRehearsal) },
      contests: shown.map { contest in
        ContestResult(
          contest, loaded.rulebook, digest,
          findings: contest.outcome.findings + findings.chain(contest.contest, after: contest.previous))
      },
      findings: findings.general())
  }
}

extension EvidenceFile {
  /// A file that was read whole. Its digest is the SHA-256 whatever the digest of the ballot files, unless none was asked for.
  init(_ file: LoadedFile, _ kind: DigestKind) {
    self.init(name: file.name, bytes: file.size, sha256: kind == .none ? nil : file.digest.hex)
  }
}

extension ContestResult {
  init(_ counted: CountedContest, _ rulebook: Rulebook, _ digest: DigestKind, findings: [Finding]) {
    let (contest, outcome) = (counted.contest, counted.outcome)
    self.init(
      id: contest.id, office: contest.office, title: contest.title, round: contest.round, form: contest.form,
      electorate: contest.electorate, seats: contest.seats, base: outcome.base, needed: outcome.needed,
      files: counted.reading.files.map { file in
        BallotEvidence(file, named: counted.named(file), digest)
      },
      ballots: BallotCounts(contest.ballots, counted.reading), papers: contest.ballots.papers,
      candidates: zip(contest.candidates, outcome.standings).map { candidate, standing in
        CandidateResult(
          candidate: candidate, votes: standing.votes,
          percent: Percent(standing.votes, of: outcome.base).withComma,
          elected: standing.elected, because: Ground(standing.because, of: rulebook))
      },
      elected: outcome.elected, status: outcome.status,
      statusBecause: Ground(outcome.statusBecause, of: rulebook), vacant: outcome.vacant, tie: outcome.tie,
      findings: findings)
  }
}

extension BallotEvidence {
  /// A file without faults, which was read to its end and has a size.
  init(_ file: BallotFileReading, named name: String, _ kind: DigestKind) {
    self.init(
      file: EvidenceFile(
        name: name, bytes: file.bytes ?? 0, sha256: kind == .sha256 ? file.digest?.hex : nil),
      tree: kind == .tree ? file.digest?.hex : nil, rows: file.rows, ballots: file.ballots)
  }
}

extension BallotCounts {
  init(_ account: BallotAccount, _ reading: BallotSetReading) {
    let tally = reading.tally
    self.init(
      issued: account.issued, returned: account.returned, recorded: tally.recorded, valid: tally.valid,
      invalidByReason: BallotCounts.byGround(tally.invalidByFirstGround),
      invalidBearing: BallotCounts.byGround(tally.invalidBearing), debatable: tally.debatable,
      ruledValid: tally.ruledValid, undervotes: tally.undervotes, validByVotes: tally.validByVotes,
      otherWords: BallotCounts.words(reading.otherWords), rulingWords: BallotCounts.words(reading.rulingWords)
    )
  }

  private static func byGround(_ counts: [Int]) -> [InvalidityGround: Int] {
    Dictionary(uniqueKeysWithValues: zip(InvalidityGround.allCases, counts).filter { $0.1 > 0 })
  }

  private static func words(_ words: BoardWords) -> [WordsCount] {
    words.all.map { WordsCount(words: $0.words, ballots: $0.ballots) }
      + (words.others > 0 ? [WordsCount(words: nil, ballots: words.others)] : [])
  }
}
