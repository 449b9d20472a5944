import BallotFiles
import Elections
import Faults
import Tallying
import TestSupport
import Testing

/// Ballots are written and read again: what is counted is what they are.
@Suite("Round trip of random ballots")
struct RoundTripTests {
  static let styles = [
    (2, 1), (9, 5), (15, 14), (64, 20), (65, 64), (130, 7), (1, 1), (2, 2), (5, 5), (15, 15), (64, 64),
    (70, 70),
  ].map { BallotStyle(names: $0, seats: $1) }

  static func layouts(_ style: BallotStyle) -> [BallotWriter.Layout] {
    style.form == .strikeOut ? [.struck, .chosen, .matrix] : [.agree, .matrix]
  }

  @Test("Each layout", arguments: styles, [1, 2, 3, 4, 5, 6])
  func layouts(style: BallotStyle, seed: UInt64) {
    for layout in Self.layouts(style) {
      var writer = BallotWriter(style, layout, seed: seed)
      let ballots = Self.ballots(writer, seed: seed)
      expectTally(
        of: ballots, in: BallotInput(style, [.init(name: "a.csv", bytes: writer.file(ballots))]), "\(layout)")
    }
  }

  @Test("Several files of different layouts", arguments: styles, [7, 8])
  func severalFiles(style: BallotStyle, seed: UInt64) {
    var input = BallotInput(style, [])
    var all: [(ballot: Ballot, count: Int)] = []
    for (number, layout) in Self.layouts(style).enumerated() {
      var writer = BallotWriter(style, layout, seed: seed + UInt64(100 * number))
      writer.firstSerial = 100_000 * number + 1
      let ballots = Self.ballots(writer, seed: seed + UInt64(number))
      input.files.append(.init(name: "\(number)", bytes: writer.file(ballots)))
      all += ballots
    }
    expectTally(of: all, in: input, "seed \(seed)")
  }

  private func expectTally(
    of ballots: [(ballot: Ballot, count: Int)], in input: BallotInput, _ comment: Comment
  ) {
    var expected = Tally(input.style)
    for (ballot, count) in ballots { expected.add(ballot, times: count) }
    for manner in [BallotInput.Manner(), .init(pieceSize: 1000, jobs: 3, shortReads: 2)] {
      let reading = input.read(manner)
      #expect(reading.faultLines == [], comment)
      #expect(reading.tally == expected, comment)
      #expect(reading.files.map(\.faultyRows).allSatisfy { $0 == 0 }, comment)
      let others = ballots.filter { $0.ballot.declared.contains(.other) }.map(\.count).reduce(0, +)
      #expect(reading.otherWords.all.map(\.ballots).reduce(0, +) == others, comment)
      #expect(reading.rulingWords.all.map(\.ballots).reduce(0, +) == expected.ruledValid, comment)
    }
  }

  private static func ballots(_ writer: BallotWriter, seed: UInt64) -> [(ballot: Ballot, count: Int)] {
    var random = SeededGenerator(seed: seed)
    return (0..<80).map { _ in
      (random.ballot(writer.style), random.happens(1, outOf: 6) ? Int.random(in: 2...40, using: &random) : 1)
    }.filter { writer.canWrite($0.0) }
  }
}
