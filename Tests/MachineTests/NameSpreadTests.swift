import Testing

@testable import Machine

@Suite("Names spread over ballots")
struct NameSpreadTests {
  private static let kernels: [Instructions] = [[], .avx2, .avx512]
    .filter { Instructions.supported.isSuperset(of: $0) }

  private static let sizes: [(names: Int, seats: Int)] = [
    (1, 1), (2, 1), (3, 1), (3, 2), (15, 12), (16, 1), (17, 16), (64, 48), (65, 33), (200, 50), (1024, 1000),
    (1024, 2),
  ]

  /// A spread whose parts, order and ballots are drawn, with the planes of the numbers, and what each ballot is to have.
  private static func spread(
    _ names: Int, _ seats: Int, digits: Int, _ random: inout SplitMix, _ kernel: Instructions
  ) -> (spread: NameSpread, numbers: BitPlanes, wanted: [Int]) {
    var spread = NameSpread(names: names, seats: seats, kernel)
    var order = Array(0..<names)
    for last in (1..<names).reversed() { order.swapAt(last, random.below(last + 1)) }
    // Parts between 0 and 1 that add up to the seats: what a part gives, another takes.
    let whole = seats << digits
    var parts = (0..<names).map { ($0 + 1) * whole / names - $0 * whole / names }
    for place in 0..<names - 1 {
      let (most, least) = (1 << digits - parts[place], parts[place + 1])
      let moved = random.below(min(most, least) + 1)
      parts[place] += moved
      parts[place + 1] -= moved
    }
    var end = 0
    for place in 0..<names {
      end += parts[place]
      spread.order[place] = UInt32(order[place])
      spread.ends[place] = UInt32(end)
    }
    var numbers = BitPlanes(count: digits)
    var wanted = Array(repeating: 0, count: 4096)
    for word in 0..<64 {
      for plane in 0..<digits { numbers[plane, word: word] = random.next() }
      var (fewer, more, ordinary) = (UInt64(0), UInt64(0), UInt64(0))
      for bit in 0..<64 {
        switch random.below(4) {
        case 0 where seats > 1: fewer |= 1 << UInt64(bit)
        case 1 where names > seats: more |= 1 << UInt64(bit)
        case 2: break
        default: ordinary |= 1 << UInt64(bit)
        }
      }
      spread.kinds[NameSpread.Kind.ordinary.rawValue, word: word] = ordinary | more
      spread.kinds[NameSpread.Kind.fewer.rawValue, word: word] = fewer
      spread.kinds[NameSpread.Kind.more.rawValue, word: word] = more
      for bit in 0..<64 where ordinary >> UInt64(bit) & 1 == 1 { wanted[64 * word + bit] = seats }
      spread.stretches.fill(word, fewer | more) { ballot in
        let isFewer = fewer & ballot != 0
        let places = isFewer ? seats : names - seats
        let length = 1 + random.below(places)
        wanted[64 * word + ballot.trailingZeroBitCount] = isFewer ? length : seats + length
        return (random.below(places), length, places)
      }
    }
    spread.stretches.finish()
    return (spread, numbers, wanted)
  }

  private struct SplitMix {
    var state: UInt64

    mutating func next() -> UInt64 {
      state &+= 0x9E37_79B9_7F4A_7C15
      var z = state
      z = (z ^ z >> 30) &* 0xBF58_476D_1CE4_E5B9
      z = (z ^ z >> 27) &* 0x94D0_49BB_1331_11EB
      return z ^ z >> 31
    }

    mutating func below(_ limit: Int) -> Int { Int(next() >> 33) % limit }
  }

  @Test(
    "Every ballot has as many names as it is to have, with any kernel the same", arguments: sizes, kernels)
  func counts(size: (names: Int, seats: Int), kernel: Instructions) {
    for (seed, digits) in [(1, 8), (2, 11), (3, 16)] as [(UInt64, Int)] {
      var (random, again) = (SplitMix(state: seed), SplitMix(state: seed))
      let made = Self.spread(size.names, size.seats, digits: digits, &random, kernel)
      let portable = Self.spread(size.names, size.seats, digits: digits, &again, [])
      var (marks, others) = (BitPlanes(count: size.names), BitPlanes(count: size.names))
      made.spread.fill(&marks, made.numbers, digits: digits)
      portable.spread.fill(&others, portable.numbers, digits: digits)
      var found = Array(repeating: 0, count: 4096)
      for name in 0..<size.names {
        for word in 0..<64 {
          #expect(marks[name, word: word] == others[name, word: word])
          var rest = marks[name, word: word]
          while rest != 0 {
            found[64 * word + rest.trailingZeroBitCount] += 1
            rest &= rest - 1
          }
        }
      }
      #expect(found == made.wanted)
    }
  }

  @Test("A name is left where the number lies in its part", arguments: kernels)
  func example(kernel: Instructions) {
    var spread = NameSpread(names: 3, seats: 2, kernel)
    (spread.order, spread.ends) = ([0, 1, 2], [6, 10, 16])
    for vector in 0..<8 { spread.kinds[NameSpread.Kind.ordinary.rawValue, vector] = ~SIMD8() }
    // Ballots with the numbers 0.5, 0.875 and 0.125 in eighths; a set bit is the digit 0.
    var numbers = BitPlanes(count: 3)
    numbers[0, word: 0] = 0b001
    numbers[1, word: 0] = 0b101
    numbers[2, word: 0] = 0b100
    var marks = BitPlanes(count: 3)
    spread.fill(&marks, numbers, digits: 3)
    #expect(marks[0, word: 0] & 7 == 0b101)
    #expect(marks[1, word: 0] & 7 == 0b110)
    #expect(marks[2, word: 0] & 7 == 0b011)
  }

  @Test("Stretches are drawn with any kernel the same", arguments: sizes, kernels)
  func drawn(size: (names: Int, seats: Int), kernel: Instructions) {
    for density in [0, 1, 4, 20] {
      var random = SplitMix(state: UInt64(density))
      var spread = NameSpread(names: size.names, seats: size.seats, kernel)
      var portable = NameSpread(names: size.names, seats: size.seats, [])
      // What was there before has to go.
      spread.stretches.planes[0, 3] = SIMD8(repeating: 1)
      for word in 0..<64 {
        var (fewer, more) = (UInt64(0), UInt64(0))
        for bit in 0..<64 where random.below(20) < density {
          if size.seats > 1, random.below(2) == 0 {
            fewer |= 1 << UInt64(bit)
          } else if size.names > size.seats {
            more |= 1 << UInt64(bit)
          }
        }
        for (kind, ballots) in [(NameSpread.Kind.fewer, fewer), (.more, more)] {
          spread.kinds[kind.rawValue, word: word] = ballots
          portable.kinds[kind.rawValue, word: word] = ballots
        }
      }
      var (numbers, same) = (SplitMix64(seed: 4, block: 5), SplitMix64(seed: 4, block: 5))
      spread.drawStretches(&numbers)
      portable.drawStretches(&same)
      #expect(numbers.next() == same.next())
      for plane in 0..<portable.stretches.planes.count {
        for vector in 0..<8 {
          #expect(spread.stretches.planes[plane, vector] == portable.stretches.planes[plane, vector])
        }
      }
    }
  }

  @Test("A stretch has its places around the circle", arguments: [1, 2, 3, 5, 8, 9, 16, 17, 1000])
  func stretches(places: Int) {
    var random = SplitMix(state: UInt64(places))
    var stretches = BallotStretches(places: places)
    var expected: [Set<Int>] = []
    for _ in 0..<2 {
      expected = []
      for word in 0..<64 {
        stretches.fill(word, ~0) { _ in
          let (first, length) = (random.below(places), 1 + random.below(places))
          expected.append(Set((first..<first + length).map { $0 % places }))
          return (first, length, places)
        }
      }
    }
    stretches.finish()
    for place in [0, 1, places / 2, places - 1] where place < places {
      for vector in 0..<8 {
        let found = stretches.have(place, vector)
        for ballot in 0..<512 {
          let has = found[ballot / 64] >> UInt64(ballot % 64) & 1 == 1
          #expect(has == expected[512 * vector + ballot].contains(place))
        }
      }
    }
  }
}
