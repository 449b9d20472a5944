import Elections
import Machine
import Tallying
import TestSupport
import Testing

/// Lines of a matrix that a kernel reads straight into the planes are the ballots that stand there.
@Suite("Lines into planes")
struct LineTests {
  private static func scanner(cells: Int) -> CellRowScanner {
    CellRowScanner(hasNumber: false, cells: cells, separator: UInt8(ascii: ","), numberLimit: 1)
  }

  /// Reads all lines as ballot files do: straight where that is possible, else in rows.
  private static func block(_ text: String, _ style: BallotStyle, lines: Int) -> PackedBallots {
    let bytes = Array(text.utf8)
    var scanner = Self.scanner(cells: style.names)
    var rows = CellRows(cells: style.names)
    var block = PackedBallots(style)
    var at = 0
    while block.count < lines {
      let end = block.append(linesOf: bytes, from: at, passing: false, by: &scanner, noting: &rows)
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

  /// What is no agreement is disagreement, which is worked out for whole words.
  @Test("Lines go straight into the planes of agree/disagree ballots only where a word of a plane begins")
  func straight() {
    let style = BallotStyle(names: 3, seats: 3)
    let bytes = Array((String(repeating: "1,0,1\n", count: 300) + String(repeating: "x", count: 300)).utf8)
    var scanner = Self.scanner(cells: 3)
    var rows = CellRows(cells: 3)
    var block = PackedBallots(style)
    for (limit, isBeginning) in [(2, false), (61, false), (1, true), (40, false)] {
      let at = scanner.scan(bytes.span, from: 6 * block.count, limit: limit, into: &rows)
      block.append(rows, as: .votes)
      #expect(at == 6 * block.count)
      var other = block
      let end = other.append(linesOf: bytes, from: at, passing: false, by: &scanner, noting: &rows)
      #expect((end > at) == (isBeginning && scanner.readsColumns))
      #expect(other.count == end / 6)
    }
  }

  @Test("Where no line is predicted, nothing is taken, and the ballots that wait are those that waited")
  func unpredicted() {
    let style = BallotStyle(names: 3, seats: 2)
    let bytes = Array((String(repeating: "1,0,1\n", count: 64) + String(repeating: "x", count: 300)).utf8)
    var scanner = Self.scanner(cells: 3)
    var rows = CellRows(cells: 3)
    var block = PackedBallots(style)
    block.finishRows()
    for limit in [3, 61] {
      let at = scanner.scan(bytes.span, from: 6 * block.count, limit: limit, into: &rows)
      block.append(rows, as: .votes)
      var other = Self.scanner(cells: 3)
      #expect(block.append(linesOf: bytes, from: at, passing: false, by: &other, noting: &rows) == at)
    }
    #expect(block.count == 64)
    let ballot = block[0]
    #expect(ballot.inFavour.contains(0) && !ballot.inFavour.contains(1) && ballot.inFavour.contains(2))
    #expect((0..<64).allSatisfy { block[$0] == ballot })
  }

  /// Rows come as many as fit the word of a plane where a file is read, and may come otherwise.
  @Test(
    "Rows in any portions are the ballots that they say, whatever the bits mean",
    arguments: [(3, 2), (3, 3), (64, 9), (65, 9), (65, 65)],
    [RowMeaning.votes, .struckOut, .agreeDisagree])
  func portions(style: (names: Int, seats: Int), meaning: RowMeaning) {
    let style = BallotStyle(names: style.names, seats: style.seats)
    guard (meaning == .struckOut) == (style.form == .strikeOut) || meaning == .votes else { return }
    var random = SeededGenerator(seed: UInt64(style.names))
    var block = PackedBallots(style)
    var ballots: [Ballot] = []
    for portion in [64, 64, 1, 64, 63, 2, 64, 62, 30, 64, 40, 58, 64, 1, 64] {
      let lines = (0..<portion).map { _ in Line(style, meaning, &random) }
      ballots += lines.map(\.ballot)
      block.append(Self.rows(lines, style, meaning), as: meaning)
      // Also where others will follow in the same word.
      if portion < 32 { block.finishRows() }
    }
    block.finishRows()
    #expect(block.count == ballots.count)
    #expect(ballots.indices.allSatisfy { block[$0] == ballots[$0] })
  }

  /// A line of a list of two columns, or of a matrix, and the ballot that it is.
  private struct Line {
    var text: String
    var ballot: Ballot

    init(_ style: BallotStyle, _ meaning: RowMeaning, _ random: inout SeededGenerator) {
      ballot = Ballot(style)
      let bits = (0..<style.names).map { _ in random.happens(1, outOf: 2) }
      let others = (0..<style.names).map { _ in random.happens(1, outOf: 2) }
      for name in 0..<style.names {
        let isVote = bits[name] != (meaning == .struckOut)
        if isVote { ballot.inFavour.insert(name) }
        guard style.form == .agreeDisagree else { continue }
        if meaning == .agreeDisagree ? others[name] : !isVote { ballot.against.insert(name) }
      }
      func listed(_ bits: [Bool]) -> String {
        let numbers = bits.indices.filter { bits[$0] }.map { "\($0 + 1)" }
        return numbers.isEmpty ? "=" : numbers.joined(separator: " ")
      }
      text =
        meaning == .agreeDisagree
        ? listed(bits) + "," + listed(others) : bits.map { $0 ? "1" : "0" }.joined(separator: ",")
    }
  }

  private static func rows(_ lines: [Line], _ style: BallotStyle, _ meaning: RowMeaning) -> CellRows {
    // Kernels leave the last bytes of a text alone.
    let text = Array((lines.map { $0.text + "\n" }.joined() + String(repeating: "x", count: 1000)).utf8)
    var rows: CellRows
    if meaning == .agreeDisagree {
      var scanner = NumberListScanner(
        columns: [.list, .list], cells: style.names, separator: UInt8(ascii: ","), numberLimit: 1)
      rows = scanner.makeRows()
      _ = scanner.scan(text.span, from: 0, limit: lines.count, into: &rows)
    } else {
      var scanner = Self.scanner(cells: style.names)
      rows = CellRows(cells: style.names)
      _ = scanner.scan(text.span, from: 0, limit: lines.count, into: &rows)
    }
    if rows.count != lines.count { Issue.record("all lines are usual") }
    return rows
  }
}
