import CanonicalJSON
import Elections

/// The figures of a contest's count, whether the verifier counted them or a result states them.
struct TallyFigures {
  /// What a list of the board's words says: the words, `nil` for those not kept, and their ballots.
  typealias Words = [(words: String?, ballots: Int)]

  var votes: [Int]
  var valid: Int
  var invalid: Int
  /// By ground, without those of which there is no ballot.
  var invalidByReason: [String: Int]
  var invalidBearing: [String: Int]
  var debatable: Int
  var ruledValid: Int
  var validByVotes: [Int]
  /// Seats × valid ballots − votes: what voters left unused.
  var undervotes: Int
  /// Names on valid ballots that got no vote; `nil` where nobody counted them.
  var nonVotes: Int?
  var otherWords: Words
  var rulings: Words
  var files: [ContestRecount.File]
  /// Ballots in the files.
  var recorded: Int

  init(_ recount: ContestRecount) {
    votes = recount.votes
    valid = recount.valid
    invalid = recount.invalid
    invalidByReason = Self.byGround(recount.invalidByReason)
    invalidBearing = Self.byGround(recount.invalidBearing)
    debatable = recount.debatable
    ruledValid = recount.ruledValid
    validByVotes = recount.validByVotes
    undervotes = recount.undervotes
    nonVotes = recount.nonVotes
    otherWords = Self.words(recount.otherWords)
    rulings = Self.words(recount.rulings)
    files = recount.files
    recorded = recount.recorded
  }

  private static func byGround(_ counts: [Int]) -> [String: Int] {
    var named: [String: Int] = [:]
    for (ground, count) in zip(Grounds.table, counts) where count > 0 { named[ground.rawValue] = count }
    return named
  }

  private static func words(_ count: WordCount) -> Words {
    let (words, rest) = count.sorted()
    return words.map { ($0.text, $0.ballots) } + (rest > 0 ? [(nil, rest)] : [])
  }

  /// The member `ballots` of a contest.
  func ballotsJSON(_ account: BallotAccount) -> Expectation {
    .object([
      "issued": .integer(account.issued), "returned": .integer(account.returned),
      "recorded": .integer(recorded),
      "valid": .integer(valid), "invalid": .integer(invalid),
      "invalidByReason": .value(.object(invalidByReason.mapValues { .integer($0) })),
      "debatable": .integer(debatable), "ruledValid": .integer(ruledValid),
    ])
  }

  /// The member `tally` of a contest.
  var tallyJSON: Expectation {
    .object([
      "undervotes": .integer(undervotes), "validByVotes": .integers(validByVotes),
      "invalidBearing": .value(.object(invalidBearing.mapValues { .integer($0) })),
      "otherWords": Self.json(otherWords), "rulings": Self.json(rulings),
      "files": .list(
        files.map {
          .object(["name": .text($0.name), "rows": .integer($0.rows), "ballots": .integer($0.ballots)])
        }),
    ])
  }

  private static func json(_ words: Words) -> Expectation {
    .list(words.map { .object(["words": .text($0.words), "ballots": .integer($0.ballots)]) })
  }
}

extension TallyFigures {
  /// The figures that a result states; `nil` where a member is missing or of another type.
  init?(stated contest: StatedValue) {
    let (ballots, tally) = (contest["ballots"], contest["tally"])
    guard let candidates = contest["candidates"].elements, let valid = ballots["valid"].integer,
      let invalid = ballots["invalid"].integer, let recorded = ballots["recorded"].integer,
      let reasons = ballots["invalidByReason"].integersByKey,
      let bearing = tally["invalidBearing"].integersByKey,
      let debatable = ballots["debatable"].integer, let ruledValid = ballots["ruledValid"].integer,
      let byVotes = tally["validByVotes"].integers, let unused = tally["undervotes"].product,
      let files = tally["files"].elements,
      let other = Self.words(tally["otherWords"]), let rulings = Self.words(tally["rulings"])
    else { return nil }
    votes = candidates.compactMap { $0["votes"].integer }
    self.files = files.compactMap { file in
      guard let name = file["name"].text, let rows = file["rows"].integer, let count = file["ballots"].integer
      else { return nil }
      return ContestRecount.File(name: name, rows: rows, ballots: count)
    }
    guard votes.count == candidates.count, self.files.count == files.count else { return nil }
    self.valid = valid
    self.invalid = invalid
    self.recorded = recorded
    invalidByReason = reasons
    invalidBearing = bearing
    self.debatable = debatable
    self.ruledValid = ruledValid
    validByVotes = byVotes
    undervotes = unused
    otherWords = other
    self.rulings = rulings
  }

  private static func words(_ list: StatedValue) -> Words? {
    guard let entries = list.elements else { return nil }
    var words: Words = []
    for entry in entries {
      guard let ballots = entry["ballots"].integer else { return nil }
      words.append((entry["words"].text, ballots))
    }
    return words
  }
}
