/// Random numbers that are the same on every machine and in every run: SplitMix64 (Steele, Lea and Flood, 2014).
///
/// A test that fails names its seed, and the seed brings the failure back.
public struct SeededGenerator: RandomNumberGenerator {
  private var state: UInt64

  public init(seed: UInt64) {
    state = seed
  }

  public mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ z &>> 30) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ z &>> 27) &* 0x94D0_49BB_1331_11EB
    return z ^ z &>> 31
  }

  /// Whether something that happens `times` in `outOf` cases happens.
  public mutating func happens(_ times: Int, outOf all: Int) -> Bool {
    Int.random(in: 0..<all, using: &self) < times
  }
}
