/// A share as somebody printed it, such as `38,06 %`: a number of percent with its decimals.
struct PublishedShare: Sendable, Equatable {
  /// In units of the last decimal: 3806 for `38,06`.
  let units: Int
  /// 0 to 4.
  let decimals: Int

  /// Reads digits, perhaps a comma or a point and up to four decimals, perhaps `%`.
  ///
  /// - Returns: `nil` for anything else.
  init?(_ text: String) {
    var rest = text.utf8[...]
    if rest.last == UInt8(ascii: "%") { rest = rest.dropLast() }
    while let last = rest.last, last == UInt8(ascii: " ") { rest = rest.dropLast() }
    let parts = rest.split(omittingEmptySubsequences: false) {
      $0 == UInt8(ascii: ",") || $0 == UInt8(ascii: ".")
    }
    guard parts.count <= 2, let whole = parts.first, let number = Self.number(whole, digits: 1...5) else {
      return nil
    }
    guard parts.count == 2 else {
      (units, decimals) = (number, 0)
      return
    }
    guard let fraction = Self.number(parts[1], digits: 1...4) else { return nil }
    decimals = parts[1].count
    units = number * Self.scale(decimals) + fraction
  }

  /// The share of `votes` in `base` with as many decimals.
  ///
  /// - Parameters:
  ///   - votes: at most 10^12.
  ///   - base: at least 1.
  ///   - isTruncated: whether what is behind the last decimal is cut off; otherwise half goes up (R-PERCENT).
  init(_ votes: Int, of base: Int, decimals: Int, isTruncated: Bool = false) {
    self.decimals = decimals
    let hundredfold = votes * 100 * Self.scale(decimals)
    units = isTruncated ? hundredfold / base : (2 * hundredfold + base) / (2 * base)
  }

  /// With a decimal comma, as in Vietnamese.
  var withComma: String { text(",") }

  var withPoint: String { text(".") }

  private func text(_ separator: String) -> String {
    guard decimals > 0 else { return String(units) }
    let fraction = String(units % Self.scale(decimals))
    let zeros = String(repeating: "0", count: decimals - fraction.utf8.count)
    return String(units / Self.scale(decimals)) + separator + zeros + fraction
  }

  private static func scale(_ decimals: Int) -> Int { (0..<decimals).reduce(1) { scale, _ in scale * 10 } }

  private static func number(_ text: some Collection<UInt8>, digits: ClosedRange<Int>) -> Int? {
    guard digits.contains(text.count), text.allSatisfy({ UInt8(ascii: "0")...UInt8(ascii: "9") ~= $0 }) else {
      return nil
    }
    return text.reduce(0) { $0 * 10 + Int($1) - 0x30 }
  }
}
