public import Elections

extension FollowUp {
  /// Why a contest has none that follows it.
  public enum Nothing: Error, Sendable, Equatable {
    /// Every seat is filled.
    case filled
    /// The contest decides nothing: it is to be counted or held again.
    case undecided(ContestStatus)
    /// Seats are left, and no name of the list.
    case nobodyLeft(seats: Int)
    /// The round has the largest number that a file may have.
    case lastRound
  }

  /// The contest that follows a decided one: a re-vote among the tied, where there is a tie at the last seat (R-TIE); otherwise a
  /// further vote on the seats left, among the names not elected (R-SHORT). What only the sitting will know, the ballots, is empty.
  ///
  /// - Parameters:
  ///   - previous: the contest before.
  ///   - title: its title, which is kept as it is where there is no room for what the new round is.
  ///   - electorate: who voted; the same people vote again until somebody says otherwise.
  public static func contest(
    after previous: DecidedContest, title: String, electorate: Electorate
  ) throws(Nothing) -> Contest {
    guard previous.status.isDecided else { throw .undecided(previous.status) }
    let numbers: [Int]
    let (kind, seats, words): (RoundKind, Int, String)
    if let tie = previous.tie {
      (kind, seats, words) = (.tieBreak, tie.seats, "Bầu lại trong số người bằng phiếu")
      numbers = tie.candidates
    } else {
      (kind, seats, words) = (.continuation, previous.vacant, "Bầu thêm")
      numbers = previous.candidates.map(\.number).filter { !previous.elected.contains($0) }
    }
    if seats == 0 { throw .filled }
    if numbers.count < seats { throw .nobodyLeft(seats: seats) }
    let round = previous.round.number + 1
    if round > ElectionLimits.rounds { throw .lastRound }
    var people = previous.candidates.filter { numbers.contains($0.number) }
    for index in people.indices { people[index].number = index + 1 }
    // An id without room for the number is cut.
    let number = "-\(round)"
    let id = previous.id.unicodeScalars.prefix(ElectionLimits.nameLength - number.count)
    let full = "\(words): \(title)"
    return Contest(
      id: String(String.UnicodeScalarView(id)) + number, office: previous.office,
      title: full.unicodeScalars.count <= ElectionLimits.nameLength ? full : title, electorate: electorate,
      seats: seats, round: .later(number: round, kind: kind, follows: previous.id), candidates: people,
      ballots: BallotAccount(issued: 0, returned: 0, files: []))
  }
}
