import Elections
import Faults

/// The words that a board wrote beside ballots, each with the number of ballots that bear it.
///
/// Bounded: of more than a thousand different words those first in byte order are kept, and the ballots of the others are counted
/// together. A value that merges exactly, whatever the pieces.
public struct BoardWords: Sendable, Equatable {
  /// By the bytes of the words: strings that only look alike are equal, and which of them would be kept would depend on the pieces.
  /// Up to twice as many as are kept in the end, so that sorting them pays.
  private var counts: [[UInt8]: Int] = [:]
  private var trimmedOff = 0

  private typealias Entry = (key: [UInt8], value: Int)

  private var sorted: [Entry] { counts.sorted { $0.key.lexicographicallyPrecedes($1.key) } }

  /// The kept words in byte order, with their ballots.
  public var all: [(words: String, ballots: Int)] {
    sorted.prefix(BallotFileLimits.distinctWords).map { (String(decoding: $0.key, as: UTF8.self), $0.value) }
  }

  /// Ballots with words that are not kept.
  public var others: Int {
    sorted.dropFirst(BallotFileLimits.distinctWords).reduce(trimmedOff) { $0 + $1.value }
  }

  /// Whether words can be kept and shown, and written into a file again: at most 1,000 characters, one of them to be seen, none hidden, no
  /// quotes.
  static func areFit(_ words: String) -> Bool {
    let scalars = words.unicodeScalars
    return scalars.count <= ElectionLimits.nameLength && isLegible(words) && !scalars.contains("\"")
  }

  /// The most bytes of words that are fit.
  static let mostBytes = 4 * ElectionLimits.nameLength

  mutating func add(_ words: String, times: Int) {
    counts[Array(words.utf8), default: 0] += times
    trim()
  }

  mutating func add(_ other: BoardWords) {
    counts.merge(other.counts, uniquingKeysWith: +)
    trimmedOff += other.trimmedOff
    trim()
  }

  /// Words that leave can never come back among the first thousand, since those only move down.
  private mutating func trim() {
    guard counts.count > 2 * BallotFileLimits.distinctWords else { return }
    for (words, ballots) in sorted.dropFirst(BallotFileLimits.distinctWords) {
      trimmedOff += ballots
      counts[words] = nil
    }
  }

  public static func == (a: BoardWords, b: BoardWords) -> Bool {
    a.others == b.others
      && a.all.elementsEqual(b.all) { $0.words.utf8.elementsEqual($1.words.utf8) && $0.ballots == $1.ballots }
  }
}
