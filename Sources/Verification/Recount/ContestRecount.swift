/// What the ballots of one contest add up to: plain counters that grow ballot by ballot.
struct ContestRecount {
  /// Of one ballot file.
  struct File: Equatable {
    var name: String
    var rows = 0
    var ballots = 0
    /// Whether the file says of itself that it comes from a rehearsal.
    var isRehearsal = false
  }

  /// Where a ballot stands that a board may want to look up.
  struct Place: Equatable {
    var file: String
    /// The line of a text, or the number of the ballot in a packed file, from 1.
    var line: Int
    var isLine: Bool
  }

  let ballots: Ballots
  /// By the index of the name, on valid ballots.
  var votes: [Int]
  var valid = 0
  var invalid = 0
  /// By the place of the ground in the table: invalid ballots whose first ground it is.
  var invalidByReason = Array(repeating: 0, count: Grounds.table.count)
  /// Likewise: invalid ballots that bear the ground, first or not.
  var invalidBearing = Array(repeating: 0, count: Grounds.table.count)
  var debatable = 0
  var ruledValid = 0
  /// By how many names they vote for, from 0 to the seats.
  var validByVotes: [Int]
  /// Votes that valid ballots could have given and did not, ballot by ballot.
  var undervotes = 0
  /// Names on valid ballots that got no vote, ballot by ballot.
  var nonVotes = 0
  var otherWords = WordCount()
  var rulings = WordCount()
  var files: [File] = []
  /// The first invalid ballots of each ground, by its place in the table.
  var invalidPlaces: [[Place]] = Array(repeating: [], count: Grounds.table.count)
  /// The first debatable ballots.
  var debatablePlaces: [Place] = []

  /// How many places of a kind are kept.
  static let placesKept = 5

  init(_ ballots: Ballots) {
    self.ballots = ballots
    votes = Array(repeating: 0, count: ballots.names)
    validByVotes = Array(repeating: 0, count: ballots.seats + 1)
  }

  /// All ballots in the files.
  var recorded: Int { valid + invalid }

  /// Counts a row of the file that is being read, the last of ``files``.
  ///
  /// - Parameters:
  ///   - judged: what the row was judged to be.
  ///   - line: where it stands.
  ///   - isLine: whether that is a line of a text, rather than a number in a packed file.
  ///   - withWords: whether the row holds the board's words, which a packed file has elsewhere.
  mutating func count(
    _ row: BallotRow, _ judged: Judgement, line: Int, isLine: Bool = true, withWords: Bool = true
  ) {
    files[files.count - 1].rows += 1
    files[files.count - 1].ballots += row.count
    if judged.isDebatable {
      debatable += row.count
      if judged.isRuledValid { ruledValid += row.count }
      if debatablePlaces.count < Self.placesKept { debatablePlaces.append(place(line, isLine)) }
    }
    if withWords {
      if row.declared.contains(.other) { otherWords.add(row.otherWords, row.count) }
      if let words = row.ruling { rulings.add(words, row.count) }
    }
    guard judged.isValid else { return countInvalid(row, judged, line, isLine) }
    valid += row.count
    validByVotes[judged.votes] += row.count
    undervotes += (ballots.seats - judged.votes) * row.count
    nonVotes += (ballots.names - judged.votes) * row.count
    for name in 0..<ballots.names where row.inFavour[name] && !row.against[name] {
      votes[name] += row.count
    }
  }

  private mutating func countInvalid(_ row: BallotRow, _ judged: Judgement, _ line: Int, _ isLine: Bool) {
    invalid += row.count
    var isFirst = true
    for ground in Grounds.table.indices where judged.grounds.contains(Grounds(rawValue: 1 << ground)) {
      invalidBearing[ground] += row.count
      if isFirst {
        invalidByReason[ground] += row.count
        if invalidPlaces[ground].count < Self.placesKept { invalidPlaces[ground].append(place(line, isLine)) }
      }
      isFirst = false
    }
  }

  /// The place of a row of the file that is being read.
  private func place(_ line: Int, _ isLine: Bool) -> Place {
    Place(file: files[files.count - 1].name, line: line, isLine: isLine)
  }
}

/// How many ballots bear each of the board's words, in the order of their bytes.
///
/// Of more than a thousand different words the first are kept, and the ballots of the others are one number. A word
/// that falls out never comes back, since a thousand that go before it stay.
struct WordCount {
  static let kept = 1000

  private var counts: [[UInt8]: Int] = [:]
  /// The ballots of the words that were not kept.
  private var rest = 0

  mutating func add(_ words: [UInt8], _ ballots: Int) {
    counts[words, default: 0] += ballots
    if counts.count > 2 * Self.kept { dropLast() }
  }

  /// The words with their ballots, and the ballots of those not kept, 0 where all are.
  func sorted() -> (words: [(text: String, ballots: Int)], rest: Int) {
    var all = self
    all.dropLast()
    let words = all.counts.sorted { $0.key.lexicographicallyPrecedes($1.key) }
    return (words.map { (String(decoding: $0.key, as: UTF8.self), $0.value) }, all.rest)
  }

  private mutating func dropLast() {
    guard counts.count > Self.kept else { return }
    let sorted = counts.sorted { $0.key.lexicographicallyPrecedes($1.key) }
    rest += sorted[Self.kept...].reduce(0) { $0 + $1.value }
    counts = Dictionary(uniqueKeysWithValues: sorted[..<Self.kept].map { ($0.key, $0.value) })
  }
}
