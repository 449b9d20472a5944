import Documents
import Elections
import Machine
import Outcomes
import Rulebooks
import TestSupport

extension ElectionResult {
  /// The least that a result may say of one contest.
  static let least = ElectionResult(
    engineVersion: "0.1.0", regulation: "244-QD/TW", guidance: nil,
    election: ElectionSummary(
      Election(
        organization: "Chi bộ", congress: "Đại hội", term: "2020", date: day("2020-06-18"), contests: []),
      bytes: 9,
      sha256: nil), digest: "none", contests: [.least])

  /// A result with everything that a result can say.
  static let everything: ElectionResult = {
    var election = Election(
      organization: "Đảng bộ \"Văn phòng\"", superior: "Đảng bộ Khối", congress: "Đại hội \\ 1",
      term: "2020-2025",
      date: day("2020-06-18"), place: "Gia Nghĩa", contests: [])
    election.countingBoard = [
      BoardMember(name: "Lê Huê\u{323}", role: .head), BoardMember(name: "Vũ 😀", role: .member),
    ]
    let file = EvidenceFile(name: "tep/một.json", bytes: 12, sha256: digestA)
    return ElectionResult(
      engineVersion: "0.1.0", regulation: "190-QD/TW",
      guidance: GuidanceReference(number: "03-HD/TW", issued: day("2020-03-20")),
      election: ElectionSummary(election, bytes: 9_007_199_254_740_991, sha256: digestB), digest: "sha256",
      plan: file,
      roster: RosterEvidence(file: file, quorum: [.head: 1, .member: 0]), after: [file, file],
      part: CountedPart(contests: ["a", "b"], ballotsReplaced: true), contests: [.least, .everything],
      findings: [
        Finding(
          .structure, rule: .plan, article: "Kế hoạch", attestation: .practice,
          values: ["a": .integer(-3), "ă": .text(""), "list": .integers([]), "z": .integers([1, 2])])
      ])
  }()
}

extension ContestResult {
  static let least = ContestResult(
    id: "a", office: .secretary, title: "Bầu", round: .first, form: .agreeDisagree,
    electorate: Electorate(body: .committee, convened: 1, present: 1), seats: 1, base: 1, needed: 1,
    files: [],
    ballots: BallotCounts(
      issued: 1, returned: 1, recorded: 1, valid: 1, invalidByReason: [:], invalidBearing: [:], debatable: 0,
      ruledValid: 0, undervotes: 0, validByVotes: [0, 1], otherWords: [], rulingWords: []),
    candidates: [
      CandidateResult(
        candidate: Candidate(number: 1, name: "An"), votes: 1, percent: "100,00", elected: true,
        because: Ground(.ranking, of: .regulation244))
    ], elected: [1], status: .filled, statusBecause: Ground(.ranking, of: .regulation244), vacant: 0,
    tie: nil,
    findings: [])

  static let everything: ContestResult = {
    var contest = ContestResult.least
    contest.id = "b"
    contest.round = .later(number: 3, kind: .tieBreak, follows: "a")
    contest.form = .strikeOut
    contest.electorate = Electorate(
      body: .memberCongress, convened: 20, present: 9,
      deductions: [Deduction(.exemptAbsent, 2, note: "có “đơn”"), Deduction(.suspended, 0)])
    contest.files = [
      BallotEvidence(
        file: EvidenceFile(name: "a.csv", bytes: 0, sha256: digestA), tree: nil, rows: 1, ballots: 2),
      BallotEvidence(
        file: EvidenceFile(name: "b.csv", bytes: 1, sha256: nil), tree: digestB, rows: 3, ballots: 4),
    ]
    contest.ballots.recorded = 7
    contest.ballots.invalidByReason = [.notIssued: 1, .other: 5]
    contest.ballots.invalidBearing = [.notIssued: 1, .signed: 2, .other: 6]
    contest.ballots.otherWords = [
      WordsCount(words: "rách \"góc\"", ballots: 4), WordsCount(words: nil, ballots: 1),
    ]
    contest.ballots.rulingWords = [WordsCount(words: "hợp lệ", ballots: 1)]
    contest.candidates[0].candidate = Candidate(
      number: 1, name: "O\"Brien \\ 👩‍👩‍👧 Hue\u{323}\u{302}", person: "p", birthDate: BirthDate("1970-05-17"),
      gender: .female,
      ethnicity: "M'Nông", incumbent: true, unit: "Chi bộ I", leadership: false, note: "ghi")
    contest.status = .tied
    contest.tie = Tie(votes: 5, candidates: [1, 2], seats: 1)
    contest.elected = []
    contest.findings = [
      Finding(
        .tied, .tieAtLastSeat, of: .regulation190, ["votes": .integer(5), "candidates": .integers([1, 2])])
    ]
    return contest
  }()
}
