/// The words that a board wrote beside ballots, each with the number of ballots that bear it.
///
/// Bounded: of more than a thousand different words those first in byte order are kept, and the ballots of the others are counted
/// together. A value that merges exactly, whatever the pieces.
public struct BoardWords: Sendable, Equatable {
  /// By the bytes of the words: strings that only look alike are equal, and which of them would be kept would depend on the pieces.
  private var counts: [[UInt8]: Int] = [:]
  /// Ballots with words that are not kept.
  public private(set) var others = 0

  /// The kept words in byte order, with their ballots.
  public var all: [(words: String, ballots: Int)] {
    counts.sorted { $0.key.lexicographicallyPrecedes($1.key) }
      .map { (String(decoding: $0.key, as: UTF8.self), $0.value) }
  }

  mutating func add(_ words: String, times: Int) {
    counts[Array(words.utf8), default: 0] += times
    trim()
  }

  mutating func add(_ other: BoardWords) {
    counts.merge(other.counts, uniquingKeysWith: +)
    others += other.others
    trim()
  }

  /// Words that leave can never come back among the first thousand, since those only move down.
  private mutating func trim() {
    while counts.count > BallotFileLimits.distinctWords,
      let last = counts.keys.max(by: { $0.lexicographicallyPrecedes($1) })
    {
      others += counts.removeValue(forKey: last) ?? 0
    }
  }
}
