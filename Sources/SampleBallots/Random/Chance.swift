/// How likely something is, in parts of 2^32: exact, and the same on every machine.
struct Chance: Sendable, Equatable {
  /// 0 to 2^32.
  let parts: UInt64

  static let never = Chance(0, of: 1)
  static let even = Chance(1, of: 2)
  static let always = Chance(1, of: 1)

  /// `part` of `whole`, rounded down; what is below 0 is 0, what is above `whole` is `whole`.
  init(_ part: Int, of whole: Int) {
    let part = UInt64(min(max(part, 0), whole))
    parts = (part << 32) / UInt64(whole)
  }
}

extension SplitMix64 {
  /// Decides for each ballot among `ballots`, a bit each, whether something happens that has a chance of `chance`.
  ///
  /// For each ballot a number between 0 and 1 is drawn bit by bit, from the highest on, until it differs from the chance: if it is
  /// less, it happens. One random word holds a bit for each of 64 ballots, so that about eight words decide for all of them.
  @inline(__always)
  mutating func happens(_ chance: Chance, among ballots: UInt64) -> UInt64 {
    if chance == .always { return ballots }
    var open = ballots
    var rest = chance.parts &<< 32
    var chosen: UInt64 = 0
    while open != 0, rest != 0 {
      let drawn = next()
      // All ones where the bit of the chance is 1.
      let bit = 0 &- (rest &>> 63)
      chosen |= open & ~drawn & bit
      open &= ~(drawn ^ bit)
      rest &<<= 1
    }
    return chosen
  }
}
