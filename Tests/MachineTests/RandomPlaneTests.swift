import Testing

@testable import Machine

@Suite("Random planes")
struct RandomPlaneTests {
  private static let kernels: [Instructions] = [[], .avx2, .avx512]
    .filter { Instructions.supported.isSuperset(of: $0) }

  private static let chances: [UInt16] = [
    0, 1, 2, 255, 256, 257, 0x5A00, 0x7FFF, 0x8000, 0x8001, 0xC000, 0xFFFF,
  ]

  /// Planes of generators whose states are counted up, each seed giving others.
  private static func planes(_ chances: [UInt16], seed: UInt64, _ kernel: Instructions) -> BitPlanes {
    var next = seed
    var random = RandomPlanes(kernel)
    random.begin {
      next &+= 0x9E37_79B9_7F4A_7C15
      return next
    }
    var planes = BitPlanes(count: chances.count)
    random.fill(&planes, chances: chances[...])
    return planes
  }

  @Test("The generators are as published")
  func published() {
    // All lanes have the state 1, 2, 3, 4.
    var calls: UInt64 = 0
    var random = RandomPlanes([])
    random.begin {
      calls += 1
      return (calls + 7) / 8
    }
    var planes = BitPlanes(count: 1)
    random.fill(&planes, chances: [0x8000])
    let first: [UInt64] = [
      41_943_041, 58_720_359, 3_588_806_011_781_223, 3_591_011_842_654_386, 9_228_616_714_210_784_205,
      9_973_669_472_204_895_162, 14_011_001_112_246_962_877, 12_406_186_145_184_390_807,
    ]
    for vector in 0..<8 { #expect(planes[0, vector] == SIMD8(repeating: first[vector])) }
  }

  @Test("Kernels give the same bits, whatever the chances and however many", arguments: kernels)
  func sameBits(kernel: Instructions) {
    for seed in 0..<20 as Range<UInt64> {
      for count in [0, 1, 2, Self.chances.count] {
        let chances = Self.chances.prefix(count).map { $0 &+ UInt16(seed) &* 77 }
        let portable = Self.planes(chances, seed: seed, [])
        #expect(Self.words(portable) == Self.words(Self.planes(chances, seed: seed, kernel)))
      }
    }
  }

  @Test("A plane that is filled after another is as if both were filled at once", arguments: kernels)
  func portions(kernel: Instructions) {
    var next: UInt64 = 1
    var one = RandomPlanes(kernel)
    one.begin {
      next += 12_345
      return next
    }
    var two = one
    var (together, apart) = (BitPlanes(count: 2), BitPlanes(count: 1))
    one.fill(&together, chances: [0x1234, 0x4321])
    two.fill(&apart, chances: [0x1234])
    let first = Self.words(apart)
    two.fill(&apart, chances: [0x4321])
    #expect(Self.words(together) == first + Self.words(apart))
  }

  @Test("A chance is as likely as it says", arguments: kernels)
  func likelihood(kernel: Instructions) {
    for chance in Self.chances {
      let planes = Self.planes(Array(repeating: chance, count: 100), seed: 3, kernel)
      let set = (0..<100).reduce(0) { all, plane in all + BitPlanes.count { planes[plane, $0] } }
      // Five standard deviations of 409,600 draws are at most 1,600.
      #expect(abs(set - 409_600 * Int(chance) / 65_536) < 1600, "\(chance)")
      #expect(chance > 0 || set == 0)
    }
  }

  @Test("Words and vectors of planes are the same bits, and are counted")
  func planes() {
    var planes = BitPlanes(count: 3)
    #expect(BitPlanes.count { planes[1, $0] } == 0)
    for word in [0, 1, 7, 8, 63] { planes[1, word: word] = UInt64(word) + 1 }
    #expect(planes[1, 0] == [1, 2, 0, 0, 0, 0, 0, 8])
    #expect(planes[1, word: 63] == 64)
    #expect(BitPlanes.count { planes[1, $0] } == 6)
    #expect(BitPlanes.count { _ in ~SIMD8() } == 4096)
    #expect(!planes.isEmpty)
    planes[2, word: 8] = 5
    var words: [UInt64] = [7, 7, 7]
    planes.copy(word: 8, from: 1, into: &words, count: 2)
    #expect(words == [9, 5, 7])
    planes.removeAll()
    #expect(Self.words(planes).allSatisfy { $0 == 0 } && planes.isEmpty)
    for seed in 0..<9 as Range<UInt64> {
      let planes = Self.planes([0x8000, 0xF000], seed: seed, [])
      let words = Self.words(planes)
      let both = (0..<64).reduce(0) { $0 + (words[$1] & words[64 + $1]).nonzeroBitCount }
      #expect(BitPlanes.count { planes[0, $0] & planes[1, $0] } == both)
      for kernel in Self.kernels {
        var counts = [5, 7]
        planes.addCommon(with: planes, 1, to: &counts, kernel)
        #expect(counts == [5 + both, 7 + BitPlanes.count { planes[1, $0] }])
        var none: [Int] = []
        planes.addCommon(with: planes, 0, to: &none, kernel)
        #expect(none == [])
      }
    }
  }

  @Test("Numbers below a limit are found, with any kernel the same", arguments: kernels)
  func less(kernel: Instructions) {
    let planes = Self.planes(Array(repeating: 0x8000, count: 32), seed: 6, [])
    for digits in [0, 1, 5, 31, 32] {
      let whole: UInt64 = 1 << UInt64(digits)
      for limit in Set([0, 1, whole / 3, whole / 2, whole - 1, whole]) {
        var found = BitPlanes(count: 2)
        found[0, 0] = SIMD8(repeating: 9)
        planes.fill(&found, 1, withNumbersBelow: limit, digits: digits, kernel)
        for ballot in stride(from: 0, to: 4096, by: 3) {
          let number = (0..<digits).reduce(UInt64(0)) { number, digit in
            // A set bit is the digit 0.
            let bit = planes[digit, word: ballot / 64] >> UInt64(ballot % 64) & 1
            return number | (1 - bit) << UInt64(digit)
          }
          let isLess = found[1, word: ballot / 64] >> UInt64(ballot % 64) & 1 == 1
          #expect(isLess == (number < limit))
        }
        #expect(found[0, 0] == SIMD8(repeating: 9))
      }
    }
  }

  @Test("Planes change places by their parts, with any kernel the same", arguments: kernels)
  func exchange(kernel: Instructions) {
    let pairs: [SIMD2<UInt32>] = [[3, 0], [1, 4], [6, 5], [8, 7]]
    for seed in 0..<9 as Range<UInt64> {
      var planes = Self.planes(
        [0x8000, 0xF000, 0x1234, 0x2000, 0x100, 0, 0, 0x8000, 0xFFFF], seed: seed, [])
      // One has all that the other has.
      for vector in 0..<8 { planes[7, vector] = planes[8, vector] }
      let before = planes
      var others = planes
      var (random, portable) = (RandomPlanes(kernel), RandomPlanes([]))
      var next = seed
      random.begin {
        next &+= 0x9E37_79B9_7F4A_7C15
        return next
      }
      next = seed
      portable.begin {
        next &+= 0x9E37_79B9_7F4A_7C15
        return next
      }
      for _ in 0..<2 {
        random.exchange(&planes, pairs)
        portable.exchange(&others, pairs)
        #expect(Self.words(planes) == Self.words(others))
      }
      for pair in pairs {
        let (one, other) = (Int(pair[0]), Int(pair[1]))
        for vector in 0..<8 {
          let (first, second) = (planes[one, vector], planes[other, vector])
          #expect(first & second == before[one, vector] & before[other, vector])
          #expect(first | second == before[one, vector] | before[other, vector])
        }
        let more = BitPlanes.count { planes[one, $0] } - BitPlanes.count { before[one, $0] }
        // Five standard deviations of two times 4,096 draws, and the parts are rounded to 256ths.
        #expect(abs(more) < 270)
      }
      #expect((0..<8).allSatisfy { planes[2, $0] == before[2, $0] })
    }
  }

  private static func words(_ planes: BitPlanes) -> [UInt64] {
    (0..<planes.count).flatMap { plane in (0..<64).map { planes[plane, word: $0] } }
  }
}
