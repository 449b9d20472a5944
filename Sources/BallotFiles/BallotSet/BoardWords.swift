/// The words that a board wrote beside ballots, each with the number of ballots that bear it.
///
/// Bounded: of more than a thousand different words those first in byte order are kept, and the ballots of the others are counted
/// together. A value that merges exactly, whatever the pieces.
public struct BoardWords: Sendable, Equatable {
  private var counts: [String: Int] = [:]
  /// Ballots with words that are not kept.
  public private(set) var others = 0

  /// The kept words in byte order, with their ballots.
  public var all: [(words: String, ballots: Int)] {
    counts.sorted { precedes($0.key, $1.key) }.map { ($0.key, $0.value) }
  }

  mutating func add(_ words: String, times: Int) {
    counts[words, default: 0] += times
    trim()
  }

  mutating func add(_ other: BoardWords) {
    counts.merge(other.counts, uniquingKeysWith: +)
    others += other.others
    trim()
  }

  /// Words that leave can never come back among the first thousand, since those only move down.
  private mutating func trim() {
    while counts.count > BallotFileLimits.distinctWords, let last = counts.keys.max(by: precedes) {
      others += counts.removeValue(forKey: last) ?? 0
    }
  }

  private func precedes(_ a: String, _ b: String) -> Bool {
    a.utf8.lexicographicallyPrecedes(b.utf8)
  }
}
