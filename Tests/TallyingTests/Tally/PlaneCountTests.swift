import Elections
import Machine
import Tallying
import TestSupport
import Testing

@Suite("Counts of planes")
struct PlaneCountTests {
  private static let kernels: [Instructions] = [.avx2, .avx512, .neon]
    .filter { Instructions.supported.isSuperset(of: $0) }

  /// Words of which about a quarter, a half or three quarters of the bits are set, or nearly all.
  private static func words(_ count: Int, _ random: inout SeededGenerator) -> [UInt64] {
    (0..<count / 64).flatMap { plane -> [UInt64] in
      let kind = (plane + count / 64) % 4
      return (0..<64).map { _ in
        let (one, other) = (random.next(), random.next())
        return [one & other, one, one | other, one | other | random.next() | random.next()][kind]
      }
    }
  }

  /// Up to fifteen names are judged by steps of their own, more by sixteens and what is left of them, and votes are counted by sixteens up to the
  /// seats: every number of names about the first sixteens, with every number of seats.
  @Test("Every number of names, and of seats for it", arguments: 1...35)
  func everyShape(names: Int) throws {
    var random = SeededGenerator(seed: UInt64(names))
    for seats in 1...names {
      let style = BallotStyle(names: names, seats: seats)
      let planes = style.form == .strikeOut ? names : 2 * names
      // Kernels take whole blocks at any rate; a portable count of one takes long in a debug build.
      let ballots = seats == (names + 1) / 2 ? PackedBallots.capacity : 700
      var marks = Self.words(64 * planes, &random)
      for word in marks.indices where word % 64 >= ballots / 64 {
        marks[word] &= word % 64 == ballots / 64 ? (1 << UInt64(ballots % 64)) - 1 : 0
      }
      let block = try #require(PackedBallots(style, count: ballots, marks: marks, status: []))
      var portable = Tally(style)
      portable.add(block, [])
      for kernel in Self.kernels {
        var tally = Tally(style)
        tally.add(block, kernel)
        #expect(tally == portable, "\(seats) seats, \(kernel)")
      }
    }
  }

  @Test(
    "Blocks behind one another count as much as each alone, and have its check values",
    arguments: [0, 1, 2, 3, 8, 13], [0, 64, 128])
  func blocks(count: Int, gap: Int) {
    for (names, seats, offset) in [(1, 1, 0), (15, 12, 64), (16, 9, 8), (33, 17, 1), (130, 99, 0)] {
      var random = SeededGenerator(seed: UInt64(names + count))
      let size = 512 * names + gap
      var bytes = [UInt8](repeating: 0xFF, count: offset)
      var each: [[UInt64]] = []
      for _ in 0..<count {
        each.append(Self.words(64 * names, &random))
        Words.append(each[each.count - 1], to: &bytes)
        bytes.append(contentsOf: (0..<gap).map { _ in UInt8.random(in: 0...255, using: &random) })
      }
      for kernel in Self.kernels {
        var (together, alone) = (
          PlaneCounts(names: names, seats: seats, form: .strikeOut),
          PlaneCounts(names: names, seats: seats, form: .strikeOut)
        )
        var values: [UInt64] = [7]
        let hasKernel = together.addFull(bytes, offset..<bytes.count, of: size, checkedInto: &values, kernel)
        #expect(hasKernel)
        for planes in each { _ = alone.add(planes, present: .init(repeating: ~0), kernel) }
        let stretches = stride(from: offset, to: bytes.count, by: size).map { $0..<$0 + size }
        #expect(values == [7] + stretches.map { Words.checksum(bytes, $0) })
        #expect(together.votes == alone.votes && together.validByVotes == alone.validByVotes)
        #expect(together.tooMany == alone.tooMany && together.nobody == alone.nobody)
        #expect(together.valid + together.tooMany + together.nobody == 4096 * count)
      }
    }
  }

  @Test(
    "Blocks, ballots and blocks among bytes add up in any order, and the next tally begins anew",
    arguments: [(15, 12), (3, 3), (1, 1)])
  func blockTally(names: Int, seats: Int) throws {
    let style = BallotStyle(names: names, seats: seats)
    var random = SeededGenerator(seed: UInt64(names))
    var counts = BlockTally(style)
    for _ in 0..<2 {
      var expected = Tally(style)
      var block = PackedBallots(style)
      for _ in 0..<700 {
        let ballot = random.ballot(style)
        block.append(ballot)
        expected.add(ballot)
      }
      counts.add(block)
      let ballot = random.ballot(style)
      counts.add(ballot, times: 3)
      expected.add(ballot, times: 3)
      if PlaneCounts.hasKernel {
        let planes = style.form == .strikeOut ? names : 2 * names
        let marks = Self.words(64 * planes, &random)
        let full = try #require(
          PackedBallots(style, count: PackedBallots.capacity, marks: marks, status: []))
        var bytes: [UInt8] = [0xFF]
        Words.append(marks + marks, to: &bytes)
        var values: [UInt64] = []
        counts.addFull(bytes, 1..<bytes.count, of: 512 * planes, checkedInto: &values)
        counts.addFull(bytes, 1..<1, of: 512 * planes, checkedInto: &values)
        let value = Words.checksum(bytes, 1..<1 + 512 * planes)
        #expect(values == [value, value])
        for _ in 0..<2 { expected.add(full, []) }
      }
      #expect(counts.ruledValid == expected.ruledValid)
      #expect(counts.finish() == expected)
    }
  }
}
