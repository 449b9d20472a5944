import Testing

@testable import Machine

@Suite("Random planes")
struct RandomPlaneTests {
  private static let kernels: [Instructions] = [[], .avx2, .avx512]
    .filter { Instructions.supported.isSuperset(of: $0) }

  private static let chances: [UInt16] = [0, 1, 2, 255, 256, 257, 0x5A00, 0x7FFF, 0x8000, 0x8001, 0xC000, 0xFFFF]

  /// Planes of generators whose states are counted up, each seed giving others.
  private static func planes(_ chances: [UInt16], seed: UInt64, _ kernel: Instructions) -> [BitPlane] {
    var next = seed
    var random = RandomPlanes(kernel) {
      next &+= 0x9E37_79B9_7F4A_7C15
      return next
    }
    var planes = Array(repeating: BitPlane(), count: chances.count)
    random.fill(&planes, chances: chances)
    return planes
  }

  @Test("The generators are as published")
  func published() {
    // All lanes have the state 1, 2, 3, 4.
    var calls: UInt64 = 0
    var random = RandomPlanes([]) {
      calls += 1
      return (calls + 7) / 8
    }
    var planes = [BitPlane()]
    random.fill(&planes, chances: [0x8000])
    let first: [UInt64] = [
      41_943_041, 58_720_359, 3_588_806_011_781_223, 3_591_011_842_654_386, 9_228_616_714_210_784_205,
      9_973_669_472_204_895_162, 14_011_001_112_246_962_877, 12_406_186_145_184_390_807,
    ]
    for vector in 0..<8 { #expect(planes[0][vector] == SIMD8(repeating: first[vector])) }
  }

  @Test("Kernels give the same bits, whatever the chances and however many", arguments: kernels)
  func sameBits(kernel: Instructions) {
    for seed in 0..<20 as Range<UInt64> {
      for count in [0, 1, 2, Self.chances.count] {
        let chances = Array(Self.chances.prefix(count)).map { $0 &+ UInt16(seed) &* 77 }
        let portable = Self.planes(chances, seed: seed, [])
        let kernel = Self.planes(chances, seed: seed, kernel)
        #expect(portable.elementsEqual(kernel) { Self.words($0) == Self.words($1) })
      }
    }
  }

  @Test("A plane that is filled after another is as if both were filled at once", arguments: kernels)
  func portions(kernel: Instructions) {
    var next: UInt64 = 1
    let start = RandomPlanes(kernel) {
      next += 12_345
      return next
    }
    var (one, two) = (start, start)
    var (together, apart) = ([BitPlane(), BitPlane()], [BitPlane()])
    one.fill(&together, chances: [0x1234, 0x4321])
    two.fill(&apart, chances: [0x1234])
    #expect(Self.words(together[0]) == Self.words(apart[0]))
    two.fill(&apart, chances: [0x4321])
    #expect(Self.words(together[1]) == Self.words(apart[0]))
  }

  @Test("A chance is as likely as it says", arguments: kernels)
  func likelihood(kernel: Instructions) {
    for chance in Self.chances {
      let planes = Self.planes(Array(repeating: chance, count: 100), seed: 3, kernel)
      let set = planes.reduce(0) { $0 + $1.count }
      // Five standard deviations of 409,600 draws are at most 1,600.
      #expect(abs(set - 409_600 * Int(chance) / 65_536) < 1600, "\(chance)")
      #expect(chance > 0 || set == 0)
    }
  }

  @Test("Words and vectors of a plane are the same bits, and are counted")
  func plane() {
    var plane = BitPlane()
    #expect(plane.count == 0)
    for word in [0, 1, 7, 8, 63] { plane[word: word] = UInt64(word) + 1 }
    #expect(plane[0] == [1, 2, 0, 0, 0, 0, 0, 8])
    #expect(plane[word: 63] == 64)
    #expect(plane.count == 5 + 1)
    var other = BitPlane()
    for vector in 0..<8 { other[vector] = SIMD8(repeating: ~0) }
    #expect(other.count == 4096)
    #expect(plane.count(among: other) == plane.count)
    other[0] = SIMD8()
    #expect(plane.count(among: other) == 2 + 1)
    for (seed, planes) in (0..<9 as Range<UInt64>).map({ ($0, Self.planes([0x8000, 0xF000], seed: $0, [])) }) {
      let both = zip(Self.words(planes[0]), Self.words(planes[1])).reduce(0) { $0 + ($1.0 & $1.1).nonzeroBitCount }
      #expect(planes[0].count(among: planes[1]) == both, "\(seed)")
    }
  }

  private static func words(_ plane: BitPlane) -> [UInt64] { (0..<64).map { plane[word: $0] } }
}
