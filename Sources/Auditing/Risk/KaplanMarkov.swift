/// How often the record of a ballot favoured an assertion more, or less, than its paper, by one vote and by two.
public struct ErrorCounts: Sendable, Hashable {
  /// Overstatements by one vote, o₁, and by two, o₂.
  public var over1 = 0
  public var over2 = 0
  /// Understatements by one vote, u₁, and by two, u₂.
  public var under1 = 0
  public var under2 = 0

  public init(over1: Int = 0, over2: Int = 0, under1: Int = 0, under2: Int = 0) {
    self.over1 = over1
    self.over2 = over2
    self.under1 = under1
    self.under2 = under2
  }

  public var isEmpty: Bool { self == ErrorCounts() }

  /// - Parameter overstatement: -2 to 2.
  mutating func add(_ overstatement: Int) {
    switch overstatement {
    case 1: over1 += 1
    case 2: over2 += 1
    case -1: under1 += 1
    case -2: under2 += 1
    default: precondition(overstatement == 0)
    }
  }

  /// The net overstatement in votes.
  var sum: Int { over1 + 2 * over2 - under1 - 2 * under2 }

  /// What the same rate gives on `ballots`, of which these are on `seen`: overstatements rounded up, understatements down.
  func scaled(from seen: Int, to ballots: Int) -> ErrorCounts {
    func up(_ count: Int) -> Int { (count * ballots + seen - 1) / seen }
    func down(_ count: Int) -> Int { count * ballots / seen }
    return ErrorCounts(over1: up(over1), over2: up(over2), under1: down(under1), under2: down(under2))
  }
}

/// The measured risk of a comparison of single ballots: the Kaplan-Markov P-value of P. Stark, "Super-simple simultaneous single-ballot
/// risk-limiting audits" (EVT/WOTE 2010), in the form of M. Lindeman and P. Stark, "A gentle introduction to risk-limiting audits" (IEEE
/// Security & Privacy 10(5), 2012):
///
///     P = (1 - μ/2γ)ⁿ (1 - 1/2γ)^-o₁ (1 - 1/γ)^-o₂ (1 + 1/2γ)^-u₁ (1 + 1/γ)^-u₂
///
/// n being the ballots looked at, μ the diluted margin, which is the margin in votes by the ballots there are, and γ = 1.03905 as there. If the
/// assertion is false, P is at most α with a chance of at most α.
public enum KaplanMarkov {
  /// 2γ is 2.0781, which is 20781 / 10000.
  static let twoGamma = (numerator: 20_781, denominator: 10_000)

  /// The risk after `seen` ballots, never below the exact value.
  ///
  /// - Parameters:
  ///   - margin: in votes on the scale of pairs, 1 to twice `ballots`.
  ///   - ballots: how many there are.
  public static func risk(seen: Int, errors: ErrorCounts, margin: Int, of ballots: Int) -> Risk {
    precondition(margin > 0 && margin <= 2 * ballots && seen >= 0)
    let (two, ten) = (twoGamma.numerator, twoGamma.denominator)
    var risk = Risk.certain.times(two * ballots - ten * margin, over: two * ballots).power(seen)
    risk = risk * Risk.certain.times(two, over: two - ten).power(errors.over1)
    risk = risk * Risk.certain.times(two, over: two - 2 * ten).power(errors.over2)
    risk = risk * Risk.certain.times(two, over: two + ten).power(errors.under1)
    return risk * Risk.certain.times(two, over: two + 2 * ten).power(errors.under2)
  }

  /// The fewest ballots that come to a risk of at most so many percent, if the errors come at a known rate.
  ///
  /// - Parameters:
  ///   - percent: the risk limit.
  ///   - errors: those on `seen` ballots, which is at least 1; none on the first.
  /// - Returns: at most all ballots: whoever has looked at all of them runs no risk.
  public static func sampleSize(
    percent: Int, margin: Int, of ballots: Int, errors: ErrorCounts = ErrorCounts(), on seen: Int = 1
  ) -> Int {
    func isEnough(_ size: Int) -> Bool {
      risk(seen: size, errors: errors.scaled(from: seen, to: size), margin: margin, of: ballots)
        .isWithin(percent: percent)
    }
    // Rounding of the errors makes small steps up and down; what is found is enough in any case.
    var (low, high) = (errors.isEmpty ? 1 : min(seen, ballots), ballots)
    while low < high {
      let middle = low + (high - low) / 2
      if isEnough(middle) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}
