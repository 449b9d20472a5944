import Documents
import Elections
import Outcomes

/// Which contests of one congress are left open, over all its results, which name by digests those that they come after.
struct UnsettledContests {
  /// Where a contest stands: the index of its sitting, and its own there.
  private struct Place: Hashable {
    var sitting: Int
    var contest: Int
  }

  private let sittings: [(result: ElectionResult, sha256: String)]

  /// - Parameter sittings: the results with the SHA-256 of their files, 64 lower-case hexadecimal digits, each behind those that it comes
  ///   after.
  init(_ sittings: [(result: ElectionResult, sha256: String)]) {
    self.sittings = sittings
  }

  /// The contests that did not fill their seats, that no later round goes on with, and that were not held again as a whole.
  var all: [ContestResult] {
    let followed = Set(places.compactMap { before($0) })
    return places.filter { place in
      let contest = self[place]
      return contest.status != .filled && !followed.contains(place)
        && (contest.status.isDecided || !places.contains { isHeldAgain(place, by: $0) })
    }.map { self[$0] }
  }

  private var places: [Place] {
    sittings.indices.flatMap { sitting in
      sittings[sitting].result.contests.indices.map { Place(sitting: sitting, contest: $0) }
    }
  }

  private subscript(place: Place) -> ContestResult { sittings[place.sitting].result.contests[place.contest] }

  /// The contest that a later round goes on with: one of its own sitting, which goes first, or of a result that this comes after.
  private func before(_ place: Place) -> Place? {
    guard let follows = self[place].round.follows else { return nil }
    let own = sittings[place.sitting].result.contests[..<place.contest].lastIndex { $0.id == follows }
    if let own { return Place(sitting: place.sitting, contest: own) }
    let named = Set(sittings[place.sitting].result.after.compactMap(\.sha256))
    return places.first { named.contains(sittings[$0.sitting].sha256) && self[$0].id == follows }
  }

  /// Whether a vote that decided nothing was held again: first rounds on one office, for as many seats, from the same list, the later one in
  /// the same sitting or in one behind it (R-INVENTORY).
  private func isHeldAgain(_ place: Place, by other: Place) -> Bool {
    let (first, second) = (self[place], self[other])
    return (place.sitting, place.contest) < (other.sitting, other.contest)
      && second.office == first.office && second.seats == first.seats && second.round.kind == first.round.kind
      && second.candidates.count == first.candidates.count
      && zip(first.candidates, second.candidates).allSatisfy {
        $0.candidate.match($1.candidate) != .different
      }
  }
}

extension ContestResult {
  /// Whether the law itself demands another vote before the outcome can be approved: after a void vote, papers that do not add up, or a first
  /// tie at the last seat. Whether a short contest goes on, and one that is tied again, is for those who vote (R-TIE, R-SHORT).
  var demandsAnotherVote: Bool {
    switch status {
    case .filled, .short: false
    case .tied: !round.isTieBreak
    case .void, .incomplete: true
    }
  }
}
