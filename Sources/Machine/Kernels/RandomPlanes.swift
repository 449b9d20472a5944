import CKernels

/// Fills planes with random bits, each of which is set with a chance, the same on every machine.
///
/// Eight generators, xoshiro256++ of Blackman and Vigna ("Scrambled Linear Pseudorandom Number Generators", 2021), give the words of a plane in
/// turn: generator `g` those whose number leaves `g` when it is divided by eight.
///
/// Whether a bit is set is decided by the binary digits of its chance, from the lowest that is 1 on: each takes a random bit, which is or-ed
/// with what there is for a 1 and and-ed for a 0. For example 5/8 is 0.101: of the bits, half are set by the last 1, half of
/// those are left by the 0, and the first 1 sets half and leaves what was: 1/2 + 1/2 · 1/4. So an even chance takes one random
/// bit, and no chance more than sixteen.
public struct RandomPlanes: Sendable {
  /// The first words of the states of all generators, then the second ones, the third ones and the fourth ones.
  private var state: [4 of SIMD8<UInt64>]
  private let instructions: Instructions

  /// - Parameter instructions: which kernels may be used; the bits do not depend on it.
  public init(_ instructions: Instructions = .selected) {
    state = .init(repeating: SIMD8())
    self.instructions = instructions
  }

  /// Begins with other states of the generators.
  ///
  /// - Parameter number: gives the words of the states one after another. Not all of a generator's may be zero.
  public mutating func begin(_ number: () -> UInt64) {
    for word in 0..<4 {
      for generator in 0..<8 { state[word][generator] = number() }
    }
  }

  /// Fills the first planes anew.
  ///
  /// - Parameter chances: the chance of each bit, plane by plane, in parts of 65,536.
  public mutating func fill(_ planes: inout BitPlanes, chances: ArraySlice<UInt16>) {
    precondition(chances.count <= planes.count)
    guard let kernel = unsafe Self.kernel(instructions) else { return fillPortably(&planes, chances) }
    unsafe withState { state in
      unsafe planes.withMutableWords { planes in
        unsafe chances.withUnsafeBufferPointer { unsafe kernel(state, $0.baseAddress, $0.count, planes) }
      }
    }
  }

  /// Has pairs of planes change places: where one of the two has a bit and the other has none, it is drawn anew which, the first as likely as it was
  /// the one, in parts of 256, but never never or always.
  ///
  /// - Parameter pairs: the numbers of two planes each; no plane is in two pairs.
  public mutating func exchange(_ planes: inout BitPlanes, _ pairs: [SIMD2<UInt32>]) {
    precondition(pairs.allSatisfy { max($0[0], $0[1]) < planes.count && $0[0] != $0[1] })
    guard let kernel = unsafe Self.exchangeKernel(instructions) else {
      return exchangePortably(&planes, pairs)
    }
    unsafe withState { state in
      unsafe planes.withMutableWords { planes in
        // A pair is two numbers and nothing else.
        unsafe pairs.withUnsafeBytes {
          unsafe kernel(state, $0.baseAddress?.assumingMemoryBound(to: UInt32.self), pairs.count, planes)
        }
      }
    }
  }

  private mutating func withState(_ body: (UnsafeMutablePointer<UInt64>?) -> Void) {
    // The state is 32 words and nothing else, aligned as words at least.
    unsafe withUnsafeMutableBytes(of: &state) {
      unsafe body($0.baseAddress?.assumingMemoryBound(to: UInt64.self))
    }
  }

  private typealias Kernel =
    @convention(c) (UnsafeMutablePointer<UInt64>?, UnsafePointer<UInt16>?, Int, UnsafeMutablePointer<UInt64>?)
    -> Void

  private static func kernel(_ instructions: Instructions) -> Kernel? {
    if instructions.contains(.avx512) { return unsafe km_random_planes_avx512 }
    return unsafe instructions.contains(.avx2) ? km_random_planes_avx2 : nil
  }

  private typealias ExchangeKernel =
    @convention(c) (UnsafeMutablePointer<UInt64>?, UnsafePointer<UInt32>?, Int, UnsafeMutablePointer<UInt64>?)
    -> Void

  private static func exchangeKernel(_ instructions: Instructions) -> ExchangeKernel? {
    if instructions.contains(.avx512) { return unsafe km_exchange_avx512 }
    return unsafe instructions.contains(.avx2) ? km_exchange_avx2 : nil
  }

  /// The portable twin of the kernels that exchange.
  private mutating func exchangePortably(_ planes: inout BitPlanes, _ pairs: [SIMD2<UInt32>]) {
    var drawn = BitPlanes(count: 1)
    for pair in pairs {
      let (one, other) = (Int(pair[0]), Int(pair[1]))
      let part = BitPlanes.count { planes[one, $0] & ~planes[other, $0] }
      let all = BitPlanes.count { planes[one, $0] ^ planes[other, $0] }
      fillPortably(&drawn, [Self.share(part, of: all)])
      for vector in 0..<BitPlanes.vectors {
        let (first, second) = (planes[one, vector], planes[other, vector])
        let changed = (first ^ second) & (first ^ drawn[0, vector])
        planes[one, vector] = first ^ changed
        planes[other, vector] = second ^ changed
      }
    }
  }

  /// A part of all in parts of 65,536, to eight binary digits, and never none or all.
  private static func share(_ part: Int, of all: Int) -> UInt16 {
    UInt16(min(max((256 * part + all / 2) / max(all, 1), 1), 255)) << 8
  }

  /// The portable twin of the kernels.
  private mutating func fillPortably(_ planes: inout BitPlanes, _ chances: ArraySlice<UInt16>) {
    for (plane, chance) in chances.enumerated() {
      for vector in 0..<BitPlanes.vectors { planes[plane, vector] = SIMD8() }
      for place in chance.trailingZeroBitCount..<16 {
        let isOne = chance >> UInt16(place) & 1 == 1
        for vector in 0..<BitPlanes.vectors {
          let number = draw()
          if isOne { planes[plane, vector] |= number } else { planes[plane, vector] &= number }
        }
      }
    }
  }

  /// The next number of each generator.
  @inline(__always)
  private mutating func draw() -> SIMD8<UInt64> {
    let (first, second, third, fourth) = (state[0], state[1], state[2], state[3])
    let sum = first &+ fourth
    let number = Self.turned(sum, by: 23) &+ first
    let (newThird, newFourth) = (third ^ first, fourth ^ second)
    state[0] = first ^ newFourth
    state[1] = second ^ newThird
    state[2] = newThird ^ second &<< 17
    state[3] = Self.turned(newFourth, by: 45)
    return number
  }

  @inline(__always)
  private static func turned(_ words: SIMD8<UInt64>, by places: UInt64) -> SIMD8<UInt64> {
    words &<< places | words &>> (64 - places)
  }
}
