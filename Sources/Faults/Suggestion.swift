/// The known word nearest to a mistyped one, for "did you mean".
///
/// The distance is the number of single-character insertions, deletions, substitutions and swaps of
/// neighbours (optimal string alignment), without regard to case.
///
/// - Returns: the nearest of `known` (the first of several), or `nil` where even that one differs in more
///   than a third of the longer word's characters (at least one, so that short words get suggestions too).
public func nearest(to word: String, among known: some Sequence<String>) -> String? {
  let typed = Array(word.lowercased().prefix(64))
  var best: (word: String, distance: Int)?
  for candidate in known {
    let letters = Array(candidate.lowercased())
    let bound = max(1, max(typed.count, letters.count) / 3)
    guard abs(typed.count - letters.count) <= bound else { continue }
    let distance = editDistance(typed, letters)
    if distance <= bound, distance < (best?.distance ?? .max) {
      best = (candidate, distance)
    }
  }
  return best?.word
}

private func editDistance(_ a: [Character], _ b: [Character]) -> Int {
  var beforeLast: [Int] = []
  var last = Array(0...b.count)
  for i in a.indices {
    var row = [i + 1]
    for j in b.indices {
      var cost = min(last[j] + (a[i] == b[j] ? 0 : 1), last[j + 1] + 1, row[j] + 1)
      if i > 0, j > 0, a[i] == b[j - 1], a[i - 1] == b[j] {
        cost = min(cost, beforeLast[j - 1] + 1)
      }
      row.append(cost)
    }
    (beforeLast, last) = (last, row)
  }
  return last[b.count]
}
