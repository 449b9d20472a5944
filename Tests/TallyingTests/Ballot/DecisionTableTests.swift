import Elections
import Tallying
import Testing

/// One line of a table: how a ballot is marked, and what it counts for.
struct MarkedBallot: Sendable, CustomTestStringConvertible {
  let testDescription: String
  let style: BallotStyle
  let ballot: Ballot
  /// All grounds, the first of which counts.
  let grounds: InvalidityGrounds
  let votes: Int
  let isDebatable: Bool

  /// - Parameters:
  ///   - marks: one character a name. Strike-out: `-` struck, `+` left. Agree/disagree: `+` agree, `-` disagree, `b` both,
  ///     `n` neither. `?` means that the marks were not read.
  init(
    _ what: String, seats: Int, _ marks: String, declared: InvalidityGrounds = [], ruled: Bool = false,
    is grounds: InvalidityGrounds = [], votes: Int, debatable: Bool = false
  ) {
    testDescription = what
    style = BallotStyle(names: marks.count, seats: seats)
    var ballot = Ballot(style)
    for (name, mark) in marks.enumerated() {
      if mark == "+" || mark == "b" { ballot.inFavour.insert(name) }
      if style.form == .agreeDisagree, mark == "-" || mark == "b" { ballot.against.insert(name) }
    }
    ballot.marksRead = !marks.contains("?")
    ballot.declared = declared
    ballot.ruledValid = ruled
    self.ballot = ballot
    self.grounds = grounds
    self.votes = votes
    isDebatable = debatable
  }
}

extension InvalidityGrounds {
  static let tooMany = Self(InvalidityGround.tooMany)
  static let nobody = Self(InvalidityGround.nobody)
  static let bothMarked = Self(InvalidityGround.bothMarked)
  static let blank = Self(InvalidityGround.blank)
  static let marked = Self(InvalidityGround.marked)
  static let notIssued = Self(InvalidityGround.notIssued)
}

@Suite("Decision table of validity (R-VALID)")
struct DecisionTableTests {
  static let table: [MarkedBallot] = [
    // strikeOut
    .init("votes = seats", seats: 2, "++--", votes: 2),
    .init("fewer votes than seats", seats: 3, "+---", votes: 1),
    .init("more votes than seats", seats: 2, "+++-", is: .tooMany, votes: 3),
    .init("all struck", seats: 2, "----", is: .nobody, votes: 0),
    .init("nothing struck", seats: 2, "++++", is: .tooMany, votes: 4),
    .init("one name left of two for one seat", seats: 1, "-+", votes: 1),
    // agreeDisagree, several names
    .init("all agree", seats: 3, "+++", votes: 3),
    .init("some agree", seats: 3, "+--", votes: 1),
    .init("all disagree", seats: 3, "---", is: .nobody, votes: 0, debatable: true),
    .init("no mark at all", seats: 3, "nnn", is: .nobody, votes: 0, debatable: true),
    .init("both boxes on a line beside a vote", seats: 3, "b+-", votes: 1),
    .init("neither box on a line beside a vote", seats: 3, "n+-", votes: 1),
    .init("both boxes without a vote", seats: 3, "b--", is: .nobody, votes: 0, debatable: true),
    .init("neither box without a vote", seats: 2, "n-", is: .nobody, votes: 0, debatable: true),
    .init("ruled valid", seats: 2, "--", ruled: true, votes: 0, debatable: true),
    .init("a ruling on a valid ballot says nothing", seats: 2, "+-", ruled: true, votes: 1),
    // agreeDisagree, one name
    .init("agree", seats: 1, "+", votes: 1),
    .init("disagree is valid, with no vote", seats: 1, "-", votes: 0),
    .init("both boxes", seats: 1, "b", is: .bothMarked, votes: 0),
    .init("no X", seats: 1, "n", is: .blank, votes: 0),
    .init("a ruling does not reach a one-name ballot", seats: 1, "n", ruled: true, is: .blank, votes: 0),
    // Declared
    .init("declared whatever the marks", seats: 2, "++--", declared: .marked, is: .marked, votes: 2),
    .init("declared beside too many", seats: 1, "++", declared: .marked, is: [.tooMany, .marked], votes: 2),
    .init("declared first", seats: 1, "++", declared: .notIssued, is: [.notIssued, .tooMany], votes: 2),
    .init("declared is not debatable", seats: 2, "--", declared: .marked, is: [.nobody, .marked], votes: 0),
    .init(
      "nor to be ruled on", seats: 2, "--", declared: .marked, ruled: true, is: [.nobody, .marked], votes: 0),
    .init(
      "declared, one name, both boxes", seats: 1, "b", declared: .marked, is: [.bothMarked, .marked], votes: 0
    ),
    .init("marks not read", seats: 2, "????", declared: .marked, is: .marked, votes: 0),
    .init("marks not read, one name", seats: 1, "?", declared: .notIssued, is: .notIssued, votes: 0),
  ]

  /// The vectors of rules §12 that concern single ballots.
  static let vectors: [MarkedBallot] = [
    .init("3 seats, 4 names, nothing struck: I2", seats: 3, "++++", is: .tooMany, votes: 4),
    .init("3 seats, 4 names, all struck: I3", seats: 3, "----", is: .nobody, votes: 0),
    .init("3 seats, 4 names, two left: valid", seats: 3, "++--", votes: 2),
    .init("two names, A agree, B both: valid", seats: 2, "+b", votes: 1),
    .init("two names, A both, B disagree: I3", seats: 2, "b-", is: .nobody, votes: 0, debatable: true),
    .init("one name, disagree: valid, 0", seats: 1, "-", votes: 0),
    .init("one name, both: invalid", seats: 1, "b", is: .bothMarked, votes: 0),
    .init("one name, none: invalid", seats: 1, "n", is: .blank, votes: 0),
  ]

  @Test("Each line of the table", arguments: table + vectors)
  func judged(_ line: MarkedBallot) {
    let judgement = line.style.judge(line.ballot)
    #expect(judgement.grounds == line.grounds)
    #expect(judgement.isValid == line.grounds.isEmpty)
    #expect(judgement.votes == line.votes)
    #expect(judgement.debatable == line.isDebatable)
  }

  @Test("The vector of two names: A 1, B 0")
  func lineWithoutVote() {
    let line = MarkedBallot("", seats: 2, "+b", votes: 1)
    var tally = Tally(line.style)
    tally.add(line.ballot)
    #expect(tally.votes == [1, 0])
    #expect(tally.undervotes == 1)
  }

  @Test("The first ground counts, in the order of the table")
  func order() {
    var grounds: InvalidityGrounds = []
    for ground in InvalidityGround.allCases.reversed() {
      grounds.insert(InvalidityGrounds(ground))
      #expect(grounds.first == ground)
      #expect(InvalidityGround.allCases[ground.index] == ground)
    }
    #expect(InvalidityGrounds().first == nil)
  }
}
