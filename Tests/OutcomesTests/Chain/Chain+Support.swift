import Elections
import Outcomes

/// A person on a list.
func person(_ name: String, _ birthDate: String? = nil, key: String? = nil) -> Candidate {
  Candidate(number: 1, name: name, person: key, birthDate: birthDate.flatMap { BirthDate($0) })
}

extension [Candidate] {
  /// The same people with the numbers 1, 2, 3…
  var numbered: [Candidate] {
    enumerated().map { index, candidate in
      var candidate = candidate
      candidate.number = index + 1
      return candidate
    }
  }
}

extension DecidedContest {
  /// A contest in which the first `elected` of `people` were elected.
  static func sample(
    _ office: Office, _ people: [Candidate], elected: Int, id: String = "truoc", round: Round = .first,
    seats: Int? = nil, status: ContestStatus? = nil, tie: Tie? = nil
  ) -> DecidedContest {
    let seats = seats ?? max(1, elected)
    let derived: ContestStatus = tie != nil ? .tied : elected == seats ? .filled : .short
    return DecidedContest(
      id: id, office: office, round: round, seats: seats, status: status ?? derived,
      candidates: people.numbered,
      elected: Array(1..<(elected + 1)), vacant: seats - elected, tie: tie)
  }
}
