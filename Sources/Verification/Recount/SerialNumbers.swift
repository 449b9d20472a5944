/// The serials, or bundles and serials, that were met in the text files of a contest: each occurs once.
///
/// Runs of consecutive numbers are kept in order. Where the runs are too many and the numbers only ever rose, those before
/// are forgotten up to the highest, which a rising file never goes back to.
struct SerialNumbers {
  private struct Run {
    /// The bundle, -1 for none.
    var bundle: Int
    var first: Int
    var last: Int
  }

  /// Ordered by bundle and number, apart from each other.
  private var runs: [Run] = []
  /// What was forgotten lies up to here.
  private var forgotten: Run?
  private var hasOnlyRisen = true
  private static let kept = 1 << 17

  /// Why numbers are not accepted.
  enum Refusal: Error {
    case repeated(Int)
    case tooDisordered
  }

  /// Takes in `count` consecutive serials from `first` on.
  mutating func add(bundle: Int?, first: Int, count: Int) throws(Refusal) {
    let run = Run(bundle: bundle ?? -1, first: first, last: first + count - 1)
    if let forgotten, !Self.isBefore(forgotten, run) { throw .tooDisordered }
    guard let end = runs.last else { return runs.append(run) }
    if Self.isBefore(end, run) {
      append(run)
    } else {
      hasOnlyRisen = false
      try insert(run)
    }
    if runs.count > Self.kept {
      guard hasOnlyRisen, let last = runs.last else { throw .tooDisordered }
      forgotten = last
      runs = []
    }
  }

  private mutating func append(_ run: Run) {
    let end = runs.count - 1
    if runs[end].bundle == run.bundle, runs[end].last + 1 == run.first {
      runs[end].last = run.last
    } else {
      runs.append(run)
    }
  }

  private mutating func insert(_ run: Run) throws(Refusal) {
    // The first run that does not lie before the new one: there is one, the last if no other.
    var (low, high) = (0, runs.count)
    while low < high {
      let middle = (low + high) / 2
      if Self.isBefore(runs[middle], run) { low = middle + 1 } else { high = middle }
    }
    if !Self.isBefore(run, runs[low]) { throw .repeated(max(run.first, runs[low].first)) }
    let joinsBefore = low > 0 && runs[low - 1].bundle == run.bundle && runs[low - 1].last + 1 == run.first
    let joinsAfter = runs[low].bundle == run.bundle && run.last + 1 == runs[low].first
    switch (joinsBefore, joinsAfter) {
    case (true, true):
      runs[low - 1].last = runs[low].last
      runs.remove(at: low)
    case (true, false): runs[low - 1].last = run.last
    case (false, true): runs[low].first = run.first
    case (false, false): runs.insert(run, at: low)
    }
  }

  /// Whether every number of `a` goes before every number of `b`.
  private static func isBefore(_ a: Run, _ b: Run) -> Bool {
    a.bundle < b.bundle || a.bundle == b.bundle && a.last < b.first
  }
}
