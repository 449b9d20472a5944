import Elections
import Machine
import Tallying

/// How likely each name is to be voted for. On strike-out ballots the chances add up to the seats exactly.
///
/// Which name has which rank is drawn from the seed, so that the order of the ballot tells nothing.
struct NameChances: Sendable {
  /// By the index of the name.
  let chances: [Chance]
  /// The two names that are to have equally many votes.
  let tied: (first: Int, second: Int)?
  /// The chances in parts of 65,536, rounded down, but for what is certain.
  let bits: [UInt16]

  init(_ shape: SampleShape) {
    let (names, seats) = (shape.style.names, shape.style.seats)
    // No block has this number: it would lie beyond 10^12 ballots.
    var random = SplitMix64(seed: shape.seed, block: 1 << 31)
    var order = Array(0..<names)
    for rank in (1..<names).reversed() { order.swapAt(rank, random.below(rank + 1)) }

    var chances = Array(repeating: Chance.never, count: names)
    for (rank, name) in order.enumerated() {
      chances[name] =
        switch (shape.popularity, shape.style.form) {
        case (.tied, _): Self.tied(rank, names, seats)
        case (.skewed(let skew), .strikeOut): Self.surplus(rank, names, seats, skew)
        case (.skewed(let skew), .agreeDisagree): Self.agreement(rank, names, skew)
        }
    }
    if shape.style.form == .strikeOut { Self.fill(&chances, seats) }
    self.chances = chances
    bits = chances.map { UInt16(clamping: $0.parts >> 16) }
    tied = shape.popularity == .tied ? (order[seats - 1], order[seats]) : nil
  }

  /// Gives what was lost by rounding down, less than a part of 2^32 for each name, to names that are not certain.
  private static func fill(_ chances: inout [Chance], _ seats: Int) {
    var missing = UInt64(seats) << 32 - chances.reduce(0) { $0 + $1.parts }
    for name in chances.indices where missing > 0 && chances[name] != .always {
      chances[name].parts += 1
      missing -= 1
    }
  }

  /// A line that falls from the first rank to the last around the mean `seats / names`, so that the chances add up to the seats.
  private static func surplus(_ rank: Int, _ names: Int, _ seats: Int, _ skew: Int) -> Chance {
    // In parts of names × 1,000 × (names - 1), all whole numbers.
    let fall = min(seats, names - seats) * skew * (names - 1 - 2 * rank)
    return Chance(seats * 1000 * (names - 1) + fall, of: names * 1000 * (names - 1))
  }

  /// From 95 % for the first rank down to 35 % for the last where the skew is full.
  private static func agreement(_ rank: Int, _ names: Int, _ skew: Int) -> Chance {
    let last = max(1, names - 1)
    return Chance(950 * 1000 * last - 600 * skew * rank, of: 1000 * 1000 * last)
  }

  /// Three levels that add up to the seats: those above the tie, the two that tie (58 %, more than half where there is more than
  /// one seat), and those below. Apart far enough that chance does not mix them in more than a few hundred ballots.
  private static func tied(_ rank: Int, _ names: Int, _ seats: Int) -> Chance {
    let (above, below) = (seats - 1, names - seats - 1)
    let whole = 1000
    if above == 0 {
      if below == 0 { return .even }
      return rank < 2 ? Chance(375, of: whole) : Chance(250, of: whole * below)
    }
    let all = below > 0 ? min(50 * above, 250 * below) : 0
    if rank < above { return Chance(whole * above - 160 - all, of: whole * above) }
    return rank < seats + 1 ? Chance(580, of: whole) : Chance(all, of: whole * below)
  }
}
