/// For each ballot of a block a stretch of places around a circle, bit-sliced: the ballots with a place are found for 512 of them at once.
///
/// A stretch is kept as where it begins and where it has ended; that it goes on from the last place to the first is a bit of its own. A
/// worked example, a circle of five places: ballot 0 has three from place 1 on (1, 2, 3; it has ended at 4), ballot 1 has two from
/// place 4 on (4, 0; it has ended at 1, and goes on). Digits of the beginnings: `0b01`, `0b00`, `0b10`; of the ends: `0b10`, `0b00`, `0b01`.
public struct BallotStretches: Sendable {
  /// The binary digits of a place.
  @usableFromInline
  let digits: Int
  /// The digits of where stretches begin, those of where they have ended, and who goes on.
  var planes: BitPlanes
  /// The same word by word of the planes, four planes to a group, until ``finish()``.
  @usableFromInline
  var words: [SIMD4<UInt64>]
  @usableFromInline
  let groups: Int
  /// For each number of four binary digits, which of them are 1.
  @usableFromInline
  let ones: [SIMD4<UInt64>]

  /// - Parameter most: the most places of a circle.
  init(places most: Int) {
    digits = Int.bitWidth - (most - 1).leadingZeroBitCount
    planes = BitPlanes(count: 2 * digits + 1)
    groups = (2 * digits + 4) / 4
    words = Array(repeating: SIMD4(), count: BitPlanes.words * groups)
    ones = (0..<16 as Range<UInt64>).map { 0 &- (SIMD4(repeating: $0) &>> [0, 1, 2, 3] & 1) }
  }

  /// Gives ballots of a word their stretches, in place of those that its ballots had.
  ///
  /// - Parameters:
  ///   - ballots: a bit each.
  ///   - stretch: the first place of a ballot's stretch, how many places it has, and of how many.
  @inlinable
  public mutating func fill(
    _ word: Int, _ ballots: UInt64, _ stretch: (UInt64) -> (first: Int, length: Int, places: Int)
  ) {
    let (digits, groups, ones) = (digits, groups, ones)
    let start = word &* groups
    var words = words.mutableSpan
    for group in start..<start &+ groups { words[group] = SIMD4() }
    var rest = ballots
    while rest != 0 {
      let ballot = rest & (0 &- rest)
      rest ^= ballot
      let (first, length, places) = stretch(ballot)
      // All ones where it goes on: nobody could foretell a branch.
      let goesOn = (places &- 1 &- first &- length) &>> (Int.bitWidth - 1)
      let end = first &+ length &- (places & goesOn)
      var bits = first | end &<< digits | (goesOn & 1) &<< (2 &* digits)
      for group in start..<start &+ groups {
        words[group] |= ones[bits & 15] & SIMD4(repeating: ballot)
        bits &>>= 4
      }
    }
  }

  /// Makes the planes of what was set.
  public mutating func finish() {
    for plane in 0..<planes.count {
      for vector in 0..<BitPlanes.vectors {
        var ballots = SIMD8<UInt64>()
        for lane in 0..<8 { ballots[lane] = words[(8 * vector + lane) * groups + plane / 4][plane % 4] }
        planes[plane, vector] = ballots
      }
    }
  }

  /// The ballots of a vector that have `place`, which must be one of their circle.
  @inline(__always)
  func have(_ place: Int, _ vector: Int) -> SIMD8<UInt64> {
    var (hasBegun, hasEnded) = (~SIMD8<UInt64>(), ~SIMD8<UInt64>())
    for digit in 0..<digits {
      let (first, end) = (planes[digit, vector], planes[digits + digit, vector])
      if place >> digit & 1 == 1 {
        hasBegun |= ~first
        hasEnded |= ~end
      } else {
        hasBegun &= ~first
        hasEnded &= ~end
      }
    }
    return hasBegun ^ hasEnded ^ planes[2 * digits, vector]
  }
}
