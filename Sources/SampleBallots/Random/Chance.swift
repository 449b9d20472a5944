/// How likely something is, in parts of 2^32: exact, and the same on every machine.
struct Chance: Sendable, Equatable {
  /// 0 to 2^32.
  var parts: UInt64

  static let never = Chance(parts: 0)
  static let even = Chance(parts: 1 << 31)
  static let always = Chance(parts: 1 << 32)

  init(parts: UInt64) {
    self.parts = parts
  }

  /// `part` of `whole`, rounded down; what is below 0 is 0, what is above `whole` is `whole`.
  init(_ part: Int, of whole: Int) {
    let part = UInt64(min(max(part, 0), whole))
    parts = (part << 32) / UInt64(whole)
  }
}
