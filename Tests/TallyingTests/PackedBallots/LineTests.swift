import Elections
import Machine
import Tallying
import TestSupport
import Testing

/// Lines of a matrix that a kernel reads straight into the planes are the ballots that stand there.
@Suite("Lines into planes")
struct LineTests {
  /// Reads all lines as ballot files do: straight where that is possible, else in rows.
  private static func block(_ text: String, _ style: BallotStyle, lines: Int) -> PackedBallots {
    let bytes = Array(text.utf8)
    var scanner = CellRowScanner(
      hasNumber: false, cells: style.names, separator: UInt8(ascii: ","), numberLimit: 1)
    var rows = CellRows(cells: style.names)
    var block = PackedBallots(style)
    var at = 0
    while block.count < lines {
      let end = block.append(linesOf: bytes, from: at, by: &scanner, noting: &rows)
      if end > at {
        at = end
        continue
      }
      let next = scanner.scan(
        bytes.span, from: at, limit: min(block.roomInWord, lines - block.count), into: &rows)
      if next == at {
        Issue.record("the line at \(at) is usual")
        break
      }
      block.append(rows, as: .votes)
      at = next
    }
    return block
  }

  /// On strike-out ballots 0 is a name struck out; on agree/disagree ballots what is no agreement is disagreement (formats §2).
  @Test(
    "Ballot for ballot, around the words of a plane",
    arguments: [(1, 1), (3, 3), (3, 2), (64, 64), (65, 65), (65, 9), (130, 130)],
    [1, 63, 64, 65, 127, 128, 129, 200, 1000])
  func lines(style: (names: Int, seats: Int), lines: Int) {
    let style = BallotStyle(names: style.names, seats: style.seats)
    var random = SeededGenerator(seed: UInt64(style.names * 1000 + lines))
    var text = ""
    var ballots: [Ballot] = []
    for _ in 0..<lines {
      var ballot = Ballot(style)
      let cells = (0..<style.names).map { name in
        let isVote = random.happens(1, outOf: 2)
        if isVote { ballot.inFavour.insert(name) }
        if !isVote, style.form == .agreeDisagree { ballot.against.insert(name) }
        return isVote ? "1" : "0"
      }
      ballots.append(ballot)
      text += cells.joined(separator: ",") + "\n"
    }
    // Kernels leave the last bytes of a text alone.
    let block = Self.block(text + String(repeating: "x", count: 2 * style.names + 200), style, lines: lines)
    #expect(block.count == lines)
    #expect(ballots.indices.allSatisfy { block[$0] == ballots[$0] })
    let loop = ballots.reduce(into: Tally(style)) { $0.add($1) }
    #expect(Tally(style, counting: [block]) == loop)
  }
}
