/// Whole numbers below 10^16 as ASCII digits, eight at a time.
struct DecimalText: Sendable {
  /// How many digits the numbers have that come next.
  private var digits = 1
  /// The least number with more.
  private var limit = 10

  /// Writes `number` without leading zeros and returns the offset behind it. Up to 7 bytes more are written.
  ///
  /// Numbers must not fall: ``digits`` only grows.
  @inline(__always)
  mutating func write(_ number: Int, to bytes: inout MutableRawSpan, at offset: Int) -> Int {
    while number >= limit { (digits, limit) = (digits + 1, limit * 10) }
    if digits <= 8 {
      let text = Self.eight(UInt64(truncatingIfNeeded: number)) &>> UInt64(64 &- 8 &* digits)
      bytes.storeBytes(of: text.littleEndian, toByteOffset: offset, as: UInt64.self)
      return offset &+ digits
    }
    let (high, low) = number.quotientAndRemainder(dividingBy: 100_000_000)
    let text = Self.eight(UInt64(truncatingIfNeeded: high)) &>> UInt64(128 &- 8 &* digits)
    bytes.storeBytes(of: text.littleEndian, toByteOffset: offset, as: UInt64.self)
    let rest = Self.eight(UInt64(truncatingIfNeeded: low))
    bytes.storeBytes(of: rest.littleEndian, toByteOffset: offset &+ digits &- 8, as: UInt64.self)
    return offset &+ digits
  }

  /// The eight digits of a number below 10^8, the first in the lowest byte.
  ///
  /// A number is split into halves, the halves into pairs and the pairs into digits, all halves at once; the divisions by 100 and 10
  /// are multiplications, exact for what is divided. For 12,345,678: `0x0000_162E_0000_04D2` (1234 and 5678), then
  /// `0x004E_0038_0022_000C` (12, 34, 56, 78), then `0x0807_0605_0403_0201`.
  @inline(__always)
  static func eight(_ number: UInt64) -> UInt64 {
    let halves = number / 10_000 | (number % 10_000) &<< 32
    let hundreds = ((halves &* 10_486) &>> 20) & 0x0000_007F_0000_007F
    let pairs = hundreds | (halves &- 100 &* hundreds) &<< 16
    let tens = ((pairs &* 103) &>> 10) & 0x000F_000F_000F_000F
    return (tens | (pairs &- 10 &* tens) &<< 8) | 0x3030_3030_3030_3030
  }
}
