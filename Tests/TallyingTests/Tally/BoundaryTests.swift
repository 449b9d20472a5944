import Elections
import Machine
import Tallying
import TestSupport
import Testing

/// Sizes at and beside the words, blocks and limits.
struct BlockSize: Sendable, CustomTestStringConvertible {
  let style: BallotStyle
  let ballots: Int

  var testDescription: String { "\(style.names) names, \(style.seats) seats, \(ballots) ballots" }

  static let all: [BlockSize] = {
    var sizes: [BlockSize] = []
    for names in [1, 2, 63, 64, 65, 127, 128, 129, 1023, 1024] {
      for seats in Set([1, names / 2, names - 1, names]).sorted() where seats > 0 {
        let style = BallotStyle(names: names, seats: seats)
        for ballots in [0, 1, 2, 63, 64, 65, 127, 128, 129, 4095, 4096] {
          // Full blocks of the longest lists take seconds in a debug build: one of each form is enough.
          let isSlow = ballots > 4000 && names > 65
          let isChosen = names <= 129 ? seats >= names - 1 : names == 1024 && seats >= 1023 && ballots == 4096
          if !isSlow || isChosen { sizes.append(BlockSize(style: style, ballots: ballots)) }
        }
      }
    }
    return sizes
  }()
}

@Suite("Boundaries of blocks and lists")
struct BoundaryTests {
  @Test("The planes count like the loop, and give the ballots back", arguments: BlockSize.all)
  func planes(size: BlockSize) {
    let style = size.style
    var random = SeededGenerator(seed: UInt64(style.names * 10_000 + size.ballots))
    var block = PackedBallots(style)
    var loop = Tally(style)
    var ballots: [Ballot] = []
    // Shuffling a thousand names for each of thousands of ballots is slow; ballots recur instead.
    let kinds = (0..<min(size.ballots, 200)).map { _ in random.ballot(style) }
    for _ in 0..<size.ballots {
      guard let ballot = kinds.randomElement(using: &random) else { break }
      ballots.append(ballot)
      block.append(ballot)
      loop.add(ballot)
    }
    #expect(block.count == size.ballots)
    #expect(block.isEmpty == (size.ballots == 0))
    #expect(block.isFull == (size.ballots == PackedBallots.capacity))

    var planes = Tally(style)
    planes.add(block)
    #expect(planes == loop)
    planes.checkInvariants()
    expectAllKernelsAlike(block)
    #expect(planes.recorded == size.ballots)
    #expect(planes.undervotes == style.seats * planes.valid - planes.votesCast)

    let stride = max(1, size.ballots * style.names / 200_000)
    #expect(Swift.stride(from: 0, to: size.ballots, by: stride).allSatisfy { block[$0] == ballots[$0] })
    if let last = ballots.last { #expect(block[size.ballots - 1] == last) }
  }

  @Test("Ballots of which nothing was declared, by every kernel", arguments: BlockSize.all)
  func plain(size: BlockSize) {
    let style = size.style
    var random = SeededGenerator(seed: UInt64(style.names * 20_000 + size.ballots))
    var block = PackedBallots(style)
    let kinds = (0..<min(size.ballots, 100)).map { _ in
      var ballot = random.ballot(style)
      (ballot.declared, ballot.marksRead, ballot.ruledValid) = ([], true, false)
      return ballot
    }
    for _ in 0..<size.ballots {
      if let ballot = kinds.randomElement(using: &random) { block.append(ballot) }
    }
    expectAllKernelsAlike(block)
  }

  /// Few enough declared or ruled ballots that kernels count the rest, and one more than that.
  @Test("Few ballots of which something was declared", arguments: [(6, 3), (3, 3), (1, 1), (65, 64)], 0...5)
  func fewDeclared(style: (names: Int, seats: Int), each: Int) {
    let style = BallotStyle(names: style.names, seats: style.seats)
    for special in [1, 2, 31, 32, 33] {
      var random = SeededGenerator(seed: UInt64(style.names * 100 + special * 10 + each))
      var block = PackedBallots(style)
      var loop = Tally(style)
      let size = 1024 + each
      let chosen = Set((0..<size).shuffled(using: &random).prefix(special))
      for index in 0..<size {
        var ballot = random.ballot(style)
        (ballot.declared, ballot.marksRead, ballot.ruledValid) = ([], true, false)
        if chosen.contains(index) {
          ballot.declared = InvalidityGrounds(.marked)
          if index % 2 == 0 { ballot.declared.insert(InvalidityGrounds(.other)) }
        }
        block.append(ballot)
        loop.add(ballot)
      }
      var planes = Tally(style)
      planes.add(block)
      #expect(planes == loop)
      expectAllKernelsAlike(block)
    }
  }

  private func expectAllKernelsAlike(_ block: PackedBallots) {
    var portable = Tally(block.style)
    portable.add(block, [])
    for kernel in [Instructions.avx2, .avx512, .neon] where Instructions.supported.isSuperset(of: kernel) {
      var tally = Tally(block.style)
      tally.add(block, kernel)
      #expect(tally == portable, "\(kernel)")
    }
  }

  @Test("A block that was emptied is as good as new", arguments: [2, 64, 65, 130], [1, 64, 65, 4096])
  func reuse(names: Int, ballots: Int) {
    for style in [BallotStyle(names: names, seats: 1), BallotStyle(names: names, seats: names)] {
      var random = SeededGenerator(seed: 7)
      var block = PackedBallots(style)
      for _ in 0..<ballots { block.append(random.ballot(style)) }
      block.removeAll()
      #expect(block.isEmpty && block.statusPlanes.isEmpty)
      var none = Tally(style)
      none.add(block)
      #expect(none == Tally(style))

      // Ballots without a mark would show any bit that was left behind.
      var loop = Tally(style)
      for _ in 0..<min(ballots, 70) {
        block.append(Ballot(style))
        loop.add(Ballot(style))
      }
      var planes = Tally(style)
      planes.add(block)
      #expect(planes == loop)
      #expect(block[0] == Ballot(style))
    }
  }

  @Test("A name on the ballot never takes another's votes", arguments: [1, 63, 64, 65, 128, 1024])
  func eachName(names: Int) {
    let style = BallotStyle(names: names, seats: names)
    var block = PackedBallots(style)
    for name in 0..<names {
      var ballot = Ballot(style)
      ballot.inFavour.insert(name)
      if name > 0 { ballot.against.insert(name - 1) }
      block.append(ballot)
    }
    let tally = Tally(style, counting: [block])
    #expect(tally.votes == Array(repeating: 1, count: names))
    #expect(tally.validByVotes[1] == names)
  }
}
