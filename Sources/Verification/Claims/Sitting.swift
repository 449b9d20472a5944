import CanonicalJSON
import Elections
import Faults
import Rulebooks

/// A sitting with the figures of its contests: everything that follows from them.
struct Sitting {
  let election: Election
  let rulebook: Rulebook
  /// By the index of the contest; of a part, those that it is of and those that they follow.
  let figures: [Int: TallyFigures]
  /// The results that the sitting comes after; `nil` where one of them is not known.
  let earlier: [EarlierResult]?
  /// Whether all contests of the sitting are known: of a part, what stands beside it is known from the election file alone.
  let hasAllContests: Bool
  /// Whether all contests that findings need are known with their figures.
  let isComplete: Bool
  /// By the index of the contest.
  let standings: [Int: Standing]

  init(
    _ election: Election, _ rulebook: Rulebook, figures: [Int: TallyFigures], earlier: [EarlierResult]?,
    hasAllContests: Bool, needed: [Int]
  ) {
    self.election = election
    self.rulebook = rulebook
    self.figures = figures
    self.earlier = earlier
    self.hasAllContests = hasAllContests
    isComplete = hasAllContests && needed.allSatisfy { figures[$0] != nil }
    var standings: [Int: Standing] = [:]
    for (index, figures) in figures {
      standings[index] = Standing(
        election.contests[index], votes: figures.votes, recorded: figures.recorded, rulebook)
    }
    self.standings = standings
  }

  var isBranch: Bool { OfficeRules.isBranch(election.organization) }

  /// A contest that was counted, as others build on it.
  func known(_ index: Int) -> KnownContest? {
    guard let standing = standings[index] else { return nil }
    let contest = election.contests[index]
    return KnownContest(
      id: contest.id, office: contest.office, seats: contest.seats, round: contest.round,
      candidates: contest.candidates, status: standing.status, elected: standing.elected, tie: standing.tie)
  }

  /// The contests of earlier results.
  private var earlierContests: [KnownContest] { (earlier ?? []).flatMap(\.contests) }

  // MARK: Rounds

  /// What is known of the contest that a later round follows.
  enum Followed {
    case found(KnownContest)
    /// There is none of that id, or more than one.
    case absent
    /// It cannot be told.
    case unknown
  }

  func followed(by index: Int) -> Followed? {
    guard let id = election.contests[index].round.follows else { return nil }
    // Composed or decomposed, an id is one.
    if let place = election.contests[..<index].lastIndex(where: { $0.id == id }) {
      return known(place).map { .found($0) } ?? .unknown
    }
    guard earlier != nil, hasAllContests else { return .unknown }
    let found = earlierContests.filter { $0.id == id }
    return found.count == 1 ? .found(found[0]) : .absent
  }

  /// What makes a later round impossible; `nil` where that cannot be told.
  func contradictions(_ index: Int) -> [Phrase]? {
    switch followed(by: index) {
    case nil: []
    case .unknown: nil
    case .found(let previous): RoundRules.contradictions(election.contests[index], after: previous)
    case .absent:
      [
        Phrase(
          vi: "không có cuộc bầu nào trước đó, hoặc có nhiều, để «follows» chỉ tới",
          en: "there is no contest before, or more than one, that 'follows' could name")
      ]
    }
  }

  // MARK: Findings

  /// What the result must say of a contest.
  func findings(_ index: Int) -> Expectation {
    guard let standing = standings[index], let figures = figures[index] else { return .unknown }
    let contest = election.contests[index]
    let own = ContestFindings(
      contest: contest, standing: standing, recorded: figures.recorded, debatable: figures.debatable,
      ruledValid: figures.ruledValid, rulebook: rulebook, isBranch: isBranch
    ).all()
    guard isComplete, earlier != nil else { return .beginning(own.map(json)) }
    var all = own + chain(index)
    if case .found(let previous)? = followed(by: index) {
      all += RoundRules.findings(
        contest, of: election, after: previous,
        known: earlierContests + election.contests.indices.prefix(index).compactMap(known))
    }
    return .list((all + ListFindings.all(contest.candidates)).map(json))
  }

  private func chain(_ index: Int) -> [ExpectedFinding] {
    let contest = election.contests[index]
    // A later contest on the same office repeats this one, not the other way round.
    let beside = election.contests.indices.filter { other in
      other < index || other > index && election.contests[other].office != contest.office
    }.compactMap(known)
    return ChainFindings(
      contest: contest, others: earlierContests + beside,
      before: election.contests[..<index].filter { $0.round == .first }.map(\.office), rulebook: rulebook,
      isBranch: isBranch
    ).all()
  }

  /// What the result must say of the election as a whole.
  func generalFindings() -> Expectation {
    guard let earlier else { return .unknown }
    var all: [ExpectedFinding] = []
    if let forced = election.regulation, !rulebook.covers(election.date) {
      all.append(
        ExpectedFinding(
          "regulationForced", .majority,
          ["regulation": .string(forced), "date": .string(election.date.description)]))
    }
    for result in earlier where election.date < result.date {
      all.append(
        ExpectedFinding(
          "priorResultLater", .oneBallotPerOffice,
          ["file": .string(result.name), "date": .string(result.date.description)]))
    }
    for result in earlier where result.isPart {
      all.append(ExpectedFinding("priorResultPart", .oneBallotPerOffice, ["file": .string(result.name)]))
    }
    return .list(all.map(json))
  }

  private func json(_ finding: ExpectedFinding) -> Expectation { .value(finding.json(rulebook)) }
}

extension Sitting {
  /// Everything that a result must say of the contest at an index.
  func expected(_ index: Int, files: Expectation) -> Expectation {
    guard let figures = figures[index], let standing = standings[index] else { return .unknown }
    return ExpectedContest(
      contest: election.contests[index], figures: figures, standing: standing, files: files,
      findings: findings(index), rulebook: rulebook
    ).json
  }
}

/// Whether two texts are the same bytes; `==`, which is quicker to say no, also holds for other spellings of the same letters.
func isSame(_ a: String, _ b: String) -> Bool { a == b && a.utf8.elementsEqual(b.utf8) }
