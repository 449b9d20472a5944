import Documents
import Elections

/// Everybody who was elected to an office over all rounds of the results of one congress.
struct ElectedOffice {
  struct Person {
    var result: CandidateResult
    /// The base of the contest in which the person was elected.
    var base: Int
    var round: Round
  }

  var office: Office
  /// In the order of the rounds, in each from the highest vote down.
  var people: [Person] = []

  /// The offices to which somebody was elected and which the committee above approves (R-OFFICE): all but
  /// delegates.
  static func approved(_ results: [ElectionResult]) -> [ElectedOffice] {
    all(results).filter { $0.office.order != nil }
  }

  /// Every office to which somebody was elected, in the order in which a congress and its committee elect; delegates last.
  static func all(_ results: [ElectionResult]) -> [ElectedOffice] {
    var offices: [ElectedOffice] = []
    for contest in results.flatMap(\.contests) where !contest.elected.isEmpty {
      let people = contest.ranked.map {
        Person(result: $0, base: contest.base, round: contest.round)
      }
      if let index = offices.firstIndex(where: { $0.office == contest.office }) {
        offices[index].people += people
      } else {
        offices.append(ElectedOffice(office: contest.office, people: people))
      }
    }
    // Delegates and alternate delegates stay as they came.
    return offices.enumerated().sorted {
      ($0.element.office.order ?? .max, $0.offset) < ($1.element.office.order ?? .max, $1.offset)
    }.map(\.element)
  }
}
