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
    let (people, isExact) = distance.nearest
    let numbers = people.map { contest.candidates[$0].candidate.number }
    let shown =
      numbers.prefix(10).map(String.init).joined(separator: ", ") + (numbers.count > 10 ? ", …" : "")
    let (vi, en) = isExact ? ("đúng", "exactly") : ("ít nhất", "at least")
    return Phrase(
      vi:
        "Khoảng cách: phải đổi \(vi) \(least) phiếu thì mới có người thay đổi kết quả (gần nhất: số \(shown))",
      en:
        "Distance: \(en) \(several(least, "ballot")) would have to change to change who is elected (nearest: number \(shown))"
    )
  }
}

extension ContestResult {
  /// How many ballots would have to change for each person.
  var distance: Distance {
    Distance(votes: candidates.map(\.votes), seats: seats, needed: needed, recorded: ballots.recorded)
  }
}
