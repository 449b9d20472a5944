import Elections
import Tallying
import TestSupport
import Testing

@Suite("Sets of names")
struct CandidateSetTests {
  @Test("Against a plain set", arguments: [1, 2, 63, 64, 65, 127, 128, 129, 1023, 1024])
  func plainSet(names: Int) {
    let style = BallotStyle(names: names, seats: 1)
    var random = SeededGenerator(seed: UInt64(names))
    var set = CandidateSet(style)
    var plain: Set<Int> = []
    for _ in 0..<2 * names {
      let name = Int.random(in: 0..<names, using: &random)
      #expect(set.insert(name) == plain.insert(name).inserted)
    }
    var listed: [Int] = []
    set.forEach { listed.append($0) }
    #expect(listed == plain.sorted())
    #expect(set.count == plain.count)
    #expect((0..<names).allSatisfy { set.contains($0) == plain.contains($0) })

    set.invert(names: names)
    #expect(set.count == names - plain.count)
    #expect((0..<names).allSatisfy { set.contains($0) != plain.contains($0) })
    set.invert(names: names)
    #expect(set.count == plain.count)

    var other = CandidateSet(style)
    for name in 0..<names where name % 3 == 0 { other.insert(name) }
    var both = set
    both.formIntersection(other)
    #expect((0..<names).allSatisfy { both.contains($0) == (plain.contains($0) && $0 % 3 == 0) })
    set.subtract(other)
    #expect((0..<names).allSatisfy { set.contains($0) == (plain.contains($0) && $0 % 3 != 0) })

    set.removeAll()
    #expect(set.isEmpty)
    #expect(set == CandidateSet(style))
  }

  /// The next line is read into the ballot of the line before.
  @Test("A ballot that is cleared keeps nothing")
  func clearedBallot() {
    let style = BallotStyle(names: 3, seats: 3)
    var ballot = Ballot(style)
    ballot.inFavour.insert(0)
    ballot.against.insert(1)
    ballot.declared = InvalidityGrounds(.signed)
    ballot.marksRead = false
    ballot.ruledValid = true
    ballot.clear()
    #expect(ballot == Ballot(style))
    #expect(ballot.inFavour.isEmpty && ballot.against.isEmpty && ballot.declared.isEmpty)
    #expect(ballot.marksRead && !ballot.ruledValid)
  }
}
