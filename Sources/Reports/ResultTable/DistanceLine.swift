import Documents
import Elections
import Faults
import Outcomes

/// How many ballots would have to change to change who is elected.
enum DistanceLine {
  /// - Returns: `nil` for a contest that decides nothing, or whose outcome no ballots can change.
  static func text(_ contest: ContestResult) -> Phrase? {
    guard contest.status.isDecided else { return nil }
    let distance = contest.distance
    guard let least = distance.least else { return nil }
    let nearest = zip(contest.candidates, distance.ballots).filter { $0.1 == least }.map(\.0.candidate.number)
    let shown =
      nearest.prefix(10).map(String.init).joined(separator: ", ") + (nearest.count > 10 ? ", …" : "")
    let ballots = "ballot" + (least == 1 ? "" : "s")
    return Phrase(
      vi:
        "Khoảng cách: phải đổi ít nhất \(least) phiếu thì mới có người thay đổi kết quả (gần nhất: số \(shown))",
      en:
        "Distance: at least \(least) \(ballots) would have to change to change who is elected (nearest: number \(shown))"
    )
  }
}

extension ContestResult {
  /// How many ballots would have to change for each person.
  var distance: Distance {
    Distance(votes: candidates.map(\.votes), seats: seats, needed: needed, recorded: ballots.recorded)
  }
}
