import Documents
import Elections
import Faults
import Outcomes

/// What a contest is about, in one line: seats, names, form of the ballot, round.
enum ContestFacts {
  /// - Parameter results: those in which the contest that a later round goes on with may be.
  static func text(_ contest: ContestResult, _ results: [ElectionResult]) -> Phrase {
    var (vi, en) = (
      "Bầu \(contest.seats) trong danh sách \(contest.candidates.count) người; \(contest.form.words.vi)",
      "\(contest.seats) of \(several(contest.candidates.count, "name")); \(contest.form.words.en)"
    )
    if let kind = contest.round.kind, let before = results.nameOfContest(before: contest) {
      vi += "; vòng \(contest.round.number), \(kind.words.vi) sau «\(before)»"
      en += "; round \(contest.round.number), \(kind.words.en) after '\(before)'"
    }
    return Phrase(vi: vi, en: en)
  }
}

extension [ElectionResult] {
  /// The contest that a later round goes on with: its title, or its id where no result of it is at hand; `nil` for a first round.
  func nameOfContest(before contest: ContestResult) -> String? {
    contest.round.follows.map { follows in
      visible(flatMap(\.contests).last { $0.id == follows }?.title ?? follows, limit: 1000)
    }
  }
}

extension ContestResult {
  /// Those elected, from high to low, equal votes in ballot order.
  var ranked: [CandidateResult] {
    let byNumber = Dictionary(uniqueKeysWithValues: candidates.map { ($0.candidate.number, $0) })
    return elected.compactMap { byNumber[$0] }
  }

  /// Those not elected, in the same order.
  var notElected: [CandidateResult] {
    candidates.filter { !$0.elected }
      .sorted { ($1.votes, $0.candidate.number) < ($0.votes, $1.candidate.number) }
  }
}
