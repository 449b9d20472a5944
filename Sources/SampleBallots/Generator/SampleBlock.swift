import Elections
import Tallying

/// Up to 4,096 synthetic ballots as bit planes, laid out as those of ``PackedBallots``: a word of 64 ballots after the other, plane
/// after plane. A format that stores planes copies them; text is made of them 64 rows at a time.
struct SampleBlock: Sendable {
  static let capacity = PackedBallots.capacity
  static let wordsPerPlane = capacity / 64
  /// The grounds that a board declares, in the order of their planes.
  static let declaredGrounds = PackedBallots.declaredGrounds

  let style: BallotStyle
  /// Which block of the set it is.
  var index = 0
  /// Ballots in the block.
  var count = 0
  /// In favour of each name, then, on agree/disagree ballots, against each name. Bits beyond ``count`` are zero.
  var marks: [UInt64]
  /// One plane for each of ``declaredGrounds``.
  var declared: [UInt64]
  /// Rows that are no ballot; their marks mean nothing.
  var malformed: [UInt64]
  /// Ballots that were planted as overvotes.
  var over: [UInt64]
  /// Ballots that were planted as blank.
  var blank: [UInt64]

  init(_ style: BallotStyle) {
    self.style = style
    let planes = style.form == .strikeOut ? style.names : 2 * style.names
    marks = Array(repeating: 0, count: planes * Self.wordsPerPlane)
    declared = Array(repeating: 0, count: Self.declaredGrounds.count * Self.wordsPerPlane)
    malformed = Array(repeating: 0, count: Self.wordsPerPlane)
    over = malformed
    blank = malformed
  }

  /// Words of each plane that hold ballots.
  var usedWords: Int { (count + 63) / 64 }

  /// The number, in the set, of the first ballot of a word; the first of all has 1.
  func serial(_ word: Int) -> Int { index * Self.capacity + word * 64 + 1 }

  /// The ballots of a word that are in the block.
  func present(_ word: Int) -> UInt64 {
    let ballots = count - word * 64
    return ballots >= 64 ? ~0 : (1 << UInt64(ballots)) - 1
  }

  /// The index of the word of a name's plane in ``marks``.
  @inline(__always)
  func inFavour(_ name: Int, _ word: Int) -> Int { name &* Self.wordsPerPlane &+ word }

  /// The index of the word of a name's other plane, on agree/disagree ballots.
  @inline(__always)
  func against(_ name: Int, _ word: Int) -> Int { (style.names &+ name) &* Self.wordsPerPlane &+ word }

  /// The ballots of a word that the board declared invalid.
  func declaredInvalid(_ word: Int) -> UInt64 {
    var all: UInt64 = 0
    for plane in Self.declaredGrounds.indices { all |= declared[plane * Self.wordsPerPlane + word] }
    return all
  }
}
