import Elections
import Machine
import Tallying

/// Up to 4,096 synthetic ballots as bit planes, laid out as those of ``PackedBallots``: a word of 64 ballots after the other, plane
/// after plane. A format that stores planes copies them; text is made of them 64 rows at a time.
struct SampleBlock: Sendable {
  static let capacity = PackedBallots.capacity
  /// The grounds that a board declares, in the order of their planes.
  static let declaredGrounds = PackedBallots.declaredGrounds

  /// What ballots were planted as, a plane each.
  enum Kind: Int, CaseIterable {
    /// All that are in the block. No other plane has a bit beyond.
    case present
    /// Rows that are no ballot; their marks mean nothing.
    case malformed
    case under
    case over
    case blank
  }

  let style: BallotStyle
  /// Which block of the set it is.
  private(set) var index = 0
  /// Ballots in the block.
  private(set) var count = 0
  /// In favour of each name, then, on agree/disagree ballots, against each name.
  var marks: BitPlanes
  /// One plane for each of ``declaredGrounds``.
  var declared = BitPlanes(count: declaredGrounds.count)
  /// Whether any ballot may be declared invalid.
  var hasDeclared = false
  /// A plane for each ``Kind``.
  var kinds = BitPlanes(count: Kind.allCases.count)
  /// Ballots by the first ground that each bears, by the index of the ground, and behind them those that bear none: filled when they are
  /// counted.
  var byGround = BitPlanes(count: InvalidityGround.allCases.count + 1)
  /// Room for pairs of names.
  var pairs: [SIMD2<UInt32>] = []
  /// What the ballots are drawn with, and how names are left on them: kept for the next block.
  var random: BlockRandom
  var spread: NameSpread
  let instructions: Instructions

  /// - Parameter instructions: which kernels may be used; the ballots do not depend on it.
  init(_ style: BallotStyle, _ instructions: Instructions = .selected) {
    self.style = style
    self.instructions = instructions
    random = BlockRandom(instructions)
    spread = NameSpread(names: style.names, seats: style.seats, instructions)
    marks = BitPlanes(count: style.form == .strikeOut ? style.names : 2 * style.names)
  }

  /// Begins a block anew. What marks there were is to be written over.
  mutating func begin(_ index: Int, count: Int) {
    self.index = index
    self.count = count
    kinds.removeAll()
    if hasDeclared { declared.removeAll() }
    hasDeclared = false
    for word in 0..<usedWords {
      let ballots = count - word * 64
      self[.present, word: word] = ballots >= 64 ? ~0 : (1 << UInt64(ballots)) - 1
    }
  }

  /// The ballots of a kind.
  @inline(__always)
  subscript(kind: Kind, vector: Int) -> SIMD8<UInt64> {
    get { kinds[kind.rawValue, vector] }
    set { kinds[kind.rawValue, vector] = newValue }
  }

  subscript(kind: Kind, word word: Int) -> UInt64 {
    get { kinds[kind.rawValue, word: word] }
    set { kinds[kind.rawValue, word: word] = newValue }
  }

  /// Words of each plane that hold ballots.
  var usedWords: Int { (count + 63) / 64 }

  /// The number, in the set, of the first ballot of a word; the first of all has 1.
  func serial(_ word: Int) -> Int { index * Self.capacity + word * 64 + 1 }

  /// The ballots of a vector that have marks.
  @inline(__always)
  func marked(_ vector: Int) -> SIMD8<UInt64> { self[.present, vector] & ~self[.blank, vector] }

  /// The ballots of a vector that the board declared invalid.
  @inline(__always)
  func declaredInvalid(_ vector: Int) -> SIMD8<UInt64> {
    hasDeclared ? (0..<declared.count).reduce(SIMD8()) { $0 | declared[$1, vector] } : SIMD8()
  }
}
