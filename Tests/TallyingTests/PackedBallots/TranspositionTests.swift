import Machine
import TestSupport
import Testing

@testable import Tallying

/// Rows of ballots become columns of names: no mark may change its ballot or its name.
@Suite("Transposition")
struct TranspositionTests {
  private static let levels = [[], Instructions.avx2, [.avx2, .avx512]].filter {
    Instructions.supported.isSuperset(of: $0)
  }
  private static let widths = [1, 7, 8, 9, 15, 16, 17, 31, 32, 33, 63, 64]

  @Test("Every mark keeps its ballot and its name, by every kernel", arguments: widths, [(0, 1), (1, 3)])
  func columns(names: Int, place: (first: Int, stride: Int)) {
    var random = SeededGenerator(seed: UInt64(names))
    let mask: UInt64 = ~0 >> UInt64(64 - names)
    // What stands between the rows is other rows' and must not be seen.
    var rows: [UInt64] = (0..<64 * place.stride).map { _ in random.next() }
    for ballot in 0..<64 { rows[place.first + ballot * place.stride] &= mask }
    for level in Self.levels {
      var transposition = Transposition(names: names, level)
      transposition.transpose(rows, from: place.first, stride: place.stride)
      for name in 0..<names {
        for ballot in 0..<64 {
          let mark = rows[place.first + ballot * place.stride] >> UInt64(name) & 1
          guard transposition[name] >> UInt64(ballot) & 1 == mark else {
            Issue.record("\(level): name \(name) of ballot \(ballot)")
            return
          }
        }
      }
    }
  }

  @Test("Columns become the rows that they came from", arguments: widths)
  func back(names: Int) {
    var random = SeededGenerator(seed: UInt64(100 + names))
    let mask: UInt64 = ~0 >> UInt64(64 - names)
    let rows = (0..<64).map { _ in random.next() & mask }
    for instructions in [[], .supported] as [Instructions] {
      var transposition = Transposition(names: names, instructions)
      transposition.transpose(rows, from: 0, stride: 1)
      // What stands behind the columns counts for nothing, and the rows go behind two others, three apart.
      for used in [names, (names + 1) / 2] {
        var columns = (0..<64).map { $0 < names ? transposition[$0] : random.next() }
        var found = [UInt64](repeating: 7, count: 2 + 3 * 64)
        transposition.transposeBack(&columns, names: used, into: &found, at: 2, rowStride: 3)
        let kept: UInt64 = ~0 >> UInt64(64 - used)
        for (index, word) in found.enumerated() {
          let isRow = index >= 2 && (index - 2) % 3 == 0
          #expect(word == (isRow ? rows[(index - 2) / 3] & kept : 7))
        }
        transposition.transpose(rows, from: 0, stride: 1)
      }
    }
  }

  @Test("A word of every plane becomes the rows of its ballots", arguments: widths + [65, 127, 128, 129])
  func planes(names: Int) {
    var random = SeededGenerator(seed: UInt64(200 + names))
    var planes = BitPlanes(count: names + 2)
    for plane in 0..<names + 2 {
      for word in 0..<64 { planes[plane, word: word] = random.next() }
    }
    var rows = PlaneRows(names: names)
    rows.take(9, of: planes, from: 1)
    for ballot in 0..<64 {
      for name in 0..<64 * rows.wordsPerRow {
        let mark = rows.words[ballot * rows.wordsPerRow + name / 64] >> UInt64(name % 64) & 1
        #expect(mark == (name < names ? planes[1 + name, word: 9] >> UInt64(ballot) & 1 : 0))
      }
    }
  }
}
