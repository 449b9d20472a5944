/// A whole number of any size, as slow and as plain as can be: what the risk in limited bits is compared with.
struct BigNatural: Comparable {
  /// 32 bits each, the lowest first, no zero at the end.
  private var limbs: [UInt64]

  init(_ value: Int) {
    limbs = [UInt64(value) & 0xFFFF_FFFF, UInt64(value) >> 32]
    trim()
  }

  private mutating func trim() {
    while limbs.last == 0 { limbs.removeLast() }
  }

  /// - Parameter factor: less than 2^31.
  static func * (number: BigNatural, factor: Int) -> BigNatural {
    precondition(factor < 1 << 31)
    var (result, carry) = (number, UInt64(0))
    for i in result.limbs.indices {
      let product = result.limbs[i] * UInt64(factor) + carry
      result.limbs[i] = product & 0xFFFF_FFFF
      carry = product >> 32
    }
    result.limbs.append(carry)
    result.trim()
    return result
  }

  /// Times a factor again and again.
  func times(_ factor: Int, _ count: Int) -> BigNatural {
    (0..<count).reduce(self) { number, _ in number * factor }
  }

  static func < (a: BigNatural, b: BigNatural) -> Bool {
    if a.limbs.count != b.limbs.count { return a.limbs.count < b.limbs.count }
    return a.limbs.reversed().lexicographicallyPrecedes(b.limbs.reversed())
  }
}
