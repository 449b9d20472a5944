/// A probability in whole numbers, never below the exact value: `mantissa` × 2^`exponent`, whatever does not fit being rounded up.
///
/// A step makes it larger by less than one part in 2^63, so that a million of them are beyond anything that is shown.
public struct Risk: Sendable, Comparable {
  /// With its highest bit set; 0 for nothing.
  private let mantissa: UInt64
  private let exponent: Int

  public static let none = Risk(mantissa: 0, exponent: 0)
  public static let certain = Risk(UInt128(1), exponent: 0)

  private init(mantissa: UInt64, exponent: Int) {
    self.mantissa = mantissa
    self.exponent = exponent
  }

  /// The least that is not below `value` × 2^`exponent`.
  private init(_ value: UInt128, exponent: Int) {
    guard value > 0 else {
      self = .none
      return
    }
    let shift = 64 - value.leadingZeroBitCount
    guard shift > 0 else {
      self.init(mantissa: UInt64(value) << UInt64(-shift), exponent: exponent + shift)
      return
    }
    let high = UInt64(truncatingIfNeeded: value >> UInt128(shift))
    let isExact = value.trailingZeroBitCount >= shift
    if isExact || high < UInt64.max {
      self.init(mantissa: isExact ? high : high + 1, exponent: exponent + shift)
    } else {
      self.init(mantissa: 1 << 63, exponent: exponent + shift + 1)
    }
  }

  /// Times a fraction.
  func times(_ numerator: Int, over denominator: Int) -> Risk {
    precondition(numerator >= 0 && denominator > 0)
    let product = UInt128(mantissa) * UInt128(UInt64(numerator))
    guard product > 0 else { return .none }
    // All bits there are go into the division, so that none is missing behind it.
    let shift = product.leadingZeroBitCount
    let (quotient, rest) = (product << UInt128(shift)).quotientAndRemainder(dividingBy: UInt128(denominator))
    return Risk(quotient + (rest > 0 ? 1 : 0), exponent: exponent - shift)
  }

  static func * (a: Risk, b: Risk) -> Risk {
    Risk(UInt128(a.mantissa) * UInt128(b.mantissa), exponent: a.exponent + b.exponent)
  }

  /// To the power of a whole number from 0, by squares.
  func power(_ times: Int) -> Risk {
    var (result, square, rest) = (Risk.certain, self, times)
    while rest > 0 {
      if rest & 1 == 1 { result = result * square }
      square = square * square
      rest >>= 1
    }
    return result
  }

  public static func < (a: Risk, b: Risk) -> Bool {
    if a.mantissa == 0 || b.mantissa == 0 { return a.mantissa < b.mantissa }
    return (a.exponent, a.mantissa) < (b.exponent, b.mantissa)
  }

  /// Whether it is at most so many percent.
  public func isWithin(percent: Int) -> Bool {
    self <= Risk.certain.times(percent, over: 100)
  }

  /// In hundredths of a percent, rounded up; 10,000 at most.
  public var hundredths: Int {
    guard mantissa > 0 else { return 0 }
    guard self < .certain else { return 10_000 }
    let scaled = UInt128(mantissa) * 10_000
    // Below one, and a mantissa has 64 bits: the exponent is -64 or less.
    let down = UInt128(min(-exponent, 127))
    return Int((scaled + (1 << down) - 1) >> down)
  }
}
