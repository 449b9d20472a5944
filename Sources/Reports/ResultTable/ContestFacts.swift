import Documents
import Elections
import Faults
import Outcomes

/// What a contest is about, in one line: seats, names, form of the ballot, round.
enum ContestFacts {
  static func text(_ contest: ContestResult) -> Phrase {
    var (vi, en) = (
      "Bầu \(contest.seats) trong danh sách \(contest.candidates.count) người; \(contest.form.words.vi)",
      "\(contest.seats) of \(several(contest.candidates.count, "name")); \(contest.form.words.en)"
    )
    if let kind = contest.round.kind, let follows = contest.round.follows {
      vi += "; vòng \(contest.round.number), \(kind.words.vi) sau «\(visible(follows))»"
      en += "; round \(contest.round.number), \(kind.words.en) after '\(visible(follows))'"
    }
    return Phrase(vi: vi, en: en)
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
