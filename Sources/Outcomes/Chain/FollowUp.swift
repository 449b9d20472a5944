public import Elections
public import Rulebooks

/// Whether a later round fits the contest that it follows (R-TIE, R-SHORT).
public enum FollowUp {
  /// What makes a later round impossible: a fault of the election file.
  public enum Contradiction: Sendable, Equatable {
    /// Another office than that of the contest it follows.
    case otherOffice(Office)
    /// The contest that a re-vote follows ended in no tie.
    case noTie(ContestStatus)
    /// A re-vote's names are not exactly the tied ones.
    case otherNames(tied: [String])
    /// A re-vote's seats are not those left.
    case otherSeats(left: Int)
    /// Nothing is left to vote on.
    case nothingLeft
    /// The contest before decides nothing: it is counted to its end, or held again as a whole, before anything follows it.
    case undecided(ContestStatus)
    /// A further vote after a tie at the last seat, all of whose seats left are for the tied (R-TIE): the re-vote among them is to be
    /// held first.
    case tieUnresolved(tied: [String])
  }

  /// The contradictions between a later round and the contest that it follows.
  ///
  /// What may follow which status: nothing `filled`, `void` and `incomplete`; a continuation `short`; a re-vote `tied`. Of a re-vote
  /// that ended tied again the congress decides how to go on, so that either kind of round may follow it.
  public static func contradictions(_ contest: Contest, after previous: DecidedContest) -> [Contradiction] {
    var found: [Contradiction] = []
    if contest.office != previous.office { found.append(.otherOffice(previous.office)) }
    if contest.round.isTieBreak {
      guard let tie = previous.tie else { return found + [.noTie(previous.status)] }
      let tied = previous.people(tie.candidates)
      if !samePeople(contest.candidates, tied) { found.append(.otherNames(tied: tied.map(\.name))) }
      if contest.seats != tie.seats { found.append(.otherSeats(left: tie.seats)) }
    } else if !previous.status.isDecided {
      found.append(.undecided(previous.status))
    } else if previous.vacant == 0 {
      found.append(.nothingLeft)
    } else if let tie = previous.tie, !previous.round.isTieBreak {
      found.append(.tieUnresolved(tied: previous.people(tie.candidates).map(\.name)))
    }
    return found
  }

  /// What should be looked at in a later round.
  ///
  /// - Parameters:
  ///   - sitting: the organization and the term of the election that the round is in.
  ///   - previous: the contest that it follows.
  ///   - known: the contests before it that are known, `previous` among them.
  public static func findings(
    _ contest: Contest, in sitting: DecidedContest.Sitting, after previous: DecidedContest,
    known: [DecidedContest], _ rulebook: Rulebook
  ) -> [Finding] {
    var findings: [Finding] = []
    if contest.round.number <= previous.round.number {
      findings.append(
        Finding(
          .roundNumber, .fewerThanSeats, of: rulebook,
          ["round": .integer(contest.round.number), "previous": .integer(previous.round.number)]))
    }
    if let former = previous.sitting, former.organization != sitting.organization {
      findings.append(
        Finding(
          .otherOrganization, .fewerThanSeats, of: rulebook, ["organization": .text(former.organization)]))
    }
    if let former = previous.sitting, former.term != sitting.term {
      findings.append(Finding(.otherTerm, .fewerThanSeats, of: rulebook, ["term": .text(former.term)]))
    }
    guard contest.round.kind == .continuation else { return findings }
    if contest.seats > previous.vacant {
      findings.append(
        Finding(
          .continuationSeats, .fewerThanSeats, of: rulebook,
          ["seats": .integer(contest.seats), "vacant": .integer(previous.vacant)]))
    }
    // In whichever round: between the one in which somebody was elected and this one there may be others.
    let elected = known.filter { $0.office == contest.office }.flatMap(\.electedPeople)
    for candidate in contest.candidates
    where Membership(of: candidate, in: elected, among: contest.candidates) == .member {
      findings.append(
        Finding(
          .alreadyElected, .fewerThanSeats, of: rulebook,
          ["candidate": .integer(candidate.number), "name": .text(candidate.name)]))
    }
    return findings
  }

  /// Whether two lists hold the same people, in whatever order: each of one can be somebody of the other, two never one.
  ///
  /// Namesakes make this a question of pairing all at once (augmenting paths): whoever comes first must not take the one
  /// partner that another can have.
  private static func samePeople(_ a: [Candidate], _ b: [Candidate]) -> Bool {
    guard a.count == b.count else { return false }
    var partners: [Int?] = Array(repeating: nil, count: b.count)
    func pair(_ person: Int, _ tried: inout Set<Int>) -> Bool {
      for other in b.indices where a[person].match(b[other]) != .different && tried.insert(other).inserted {
        if partners[other].map({ pair($0, &tried) }) ?? true {
          partners[other] = person
          return true
        }
      }
      return false
    }
    return a.indices.allSatisfy { person in
      var tried: Set<Int> = []
      return pair(person, &tried)
    }
  }
}
