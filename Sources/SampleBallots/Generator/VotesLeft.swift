/// How many votes each of 64 ballots still has to give, bit-sliced: bit `b` of ballot `i`'s number is bit `i` of `digits[b]`.
///
/// A worked example: ballot 0 has 3 votes left, ballot 1 has 2: digit 0 is `0b01`, digit 1 is `0b11`. After both have voted, ballot 0
/// has 2 and ballot 1 has 1: digit 0 is `0b10`, digit 1 is `0b01`.
struct VotesLeft {
  /// Eleven digits count to 2,047, more than the most names on a ballot.
  private var digits = InlineArray<11, UInt64>(repeating: 0)
  private let used: Int

  /// - Parameter most: the largest number there can be.
  init(upTo most: Int) {
    used = Int.bitWidth - most.leadingZeroBitCount
  }

  /// Gives `ballots` the number `number`, whatever they had.
  mutating func set(_ number: Int, for ballots: UInt64) {
    for digit in 0..<used {
      digits[digit] &= ~ballots
      if number >> digit & 1 == 1 { digits[digit] |= ballots }
    }
  }

  /// The ballots with votes left.
  var open: UInt64 {
    @inline(__always)
    get {
      var any: UInt64 = 0
      for digit in 0..<used { any |= digits[digit] }
      return any
    }
  }

  /// Takes one from each of `ballots`, all of which must have votes left.
  @inline(__always)
  mutating func take(_ ballots: UInt64) {
    var borrow = ballots
    for digit in 0..<used {
      let had = digits[digit]
      digits[digit] = had ^ borrow
      borrow &= ~had
    }
  }
}
