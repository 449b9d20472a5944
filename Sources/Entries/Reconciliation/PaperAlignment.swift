import BallotFiles
import Tallying

/// A paper as all entries have it: a reading of each, `nil` where one lacks it.
typealias PaperReadings = [ListedBallot?]

/// Finds which readings of several entries are of the same paper, so that one paper that somebody left out does not make all that follow it
/// different.
///
/// The cheapest alignment of two sequences (Levenshtein 1966, with neighbours in the other order as in Damerau 1964), by dynamic programming
/// in a band around the diagonal that is made wider until it cannot matter (Ukkonen 1985).
struct PaperAlignment {
  /// Entries of which more papers than this have no partner, besides those that one has more than the other, are not of the same stack.
  static let widestBand = 128

  private enum Step: UInt8 {
    case both, onlyPapers, onlyEntry, swapped
  }

  private let papers: [PaperReadings]
  private let entry: [ListedBallot]
  /// How many entries the papers have readings of.
  private let entries: Int
  /// Each different ballot has a number: those of the readings of each paper, and those of the entry.
  private let paperKinds: [[Int]]
  private let entryKinds: [Int]
  /// One reading of each kind.
  private let kinds: [ListedBallot]

  /// Aligns the papers of the entries so far with one entry more.
  ///
  /// - Parameters:
  ///   - papers: each with a reading of each of `entries`.
  ///   - entry: what the next entry has, in its order.
  /// - Returns: the papers with one reading more each, in the order of the stack; `nil` where they have too little in common.
  static func add(_ entry: [ListedBallot], to papers: [PaperReadings], entries: Int) -> [PaperReadings]? {
    let alignment = PaperAlignment(papers: papers, entry: entry, entries: entries)
    let most = min(papers.count, entry.count)
    var front = 0
    while front < most, alignment.isSettled(front, front) { front += 1 }
    var back = 0
    while back < most - front, alignment.isSettled(papers.count - 1 - back, entry.count - 1 - back) {
      back += 1
    }
    let middle = PaperAlignment(
      papers: Array(papers[front..<papers.count - back]), entry: Array(entry[front..<entry.count - back]),
      entries: entries)
    guard let aligned = middle.aligned() else { return nil }
    func both(_ paper: Int, _ reading: Int) -> PaperReadings { papers[paper] + [entry[reading]] }
    return (0..<front).map { both($0, $0) } + aligned
      + (0..<back).reversed().map { both(papers.count - 1 - $0, entry.count - 1 - $0) }
  }

  private init(papers: [PaperReadings], entry: [ListedBallot], entries: Int) {
    self.papers = papers
    self.entry = entry
    self.entries = entries
    var numbers: [Ballot: Int] = [:]
    var kinds: [ListedBallot] = []
    func number(_ listed: ListedBallot) -> Int {
      if let known = numbers[listed.ballot] { return known }
      numbers[listed.ballot] = kinds.count
      kinds.append(listed)
      return kinds.count - 1
    }
    paperKinds = papers.map { $0.compactMap { $0.map(number) } }
    entryKinds = entry.map(number)
    self.kinds = kinds
  }

  /// Whether the paper is the same in all entries: none does better than to take these two together.
  private func isSettled(_ paper: Int, _ reading: Int) -> Bool {
    paperKinds[paper].count == entries && paperKinds[paper].allSatisfy { $0 == entryKinds[reading] }
  }

  private func isSame(_ paper: Int, _ reading: Int) -> Bool {
    paperKinds[paper].contains(entryKinds[reading])
  }

  /// - Parameter known: the costs that were worked out before, by the kinds of both.
  private func cost(_ paper: Int, _ reading: Int, _ known: inout [[Int]: Int]) -> Int {
    if isSame(paper, reading) { return 0 }
    let kind = entryKinds[reading]
    let key = paperKinds[paper] + [kind]
    if let cost = known[key] { return cost }
    let cost = paperKinds[paper].map { ReadingDistance.between(kinds[$0], kinds[kind]) }.min() ?? 0
    known[key] = cost
    return cost
  }

  /// The cost of a paper that this entry lacks: less where others lack it too.
  private func gap(_ paper: Int) -> Int {
    max(1, ReadingDistance.gap * papers[paper].count { $0 != nil } / entries)
  }

  private func aligned() -> [PaperReadings]? {
    let (rows, columns) = (papers.count, entry.count)
    if rows == 0 { return entry.map { Array(repeating: nil, count: entries) + [$0] } }
    if columns == 0 { return papers.map { $0 + [nil] } }
    var band = abs(rows - columns) + 8
    while true {
      let isWhole = band >= max(rows, columns)
      guard isWhole || band <= abs(rows - columns) + Self.widestBand else { return nil }
      let (cost, steps) = fill(band: min(band, max(rows, columns)))
      // Whatever leaves the band takes more gaps than this; a gap costs 1 at the least.
      if isWhole || cost <= band - abs(rows - columns) {
        return trace(steps, band: min(band, max(rows, columns)))
      }
      band *= 2
    }
  }

  /// - Returns: the cost of the cheapest alignment within the band, and the step that leads to each place, row after row.
  private func fill(band: Int) -> (cost: Int, steps: [Step]) {
    let (rows, columns, width) = (papers.count, entry.count, 2 * band + 1)
    var steps = Array(repeating: Step.both, count: (rows + 1) * width)
    let never = Int.max / 2
    var known: [[Int]: Int] = [:]
    var (before, last) = (Array(repeating: never, count: width), Array(repeating: never, count: width))
    for row in 0...rows {
      var here = Array(repeating: never, count: width)
      for column in max(0, row - band)...max(0, min(columns, row + band)) where column <= columns {
        // The place in the band: the row above has the same column one further.
        let at = column - row + band
        var (best, step) = (row == 0 && column == 0 ? 0 : never, Step.both)
        func offer(_ cost: Int, _ by: Step) {
          if cost < best { (best, step) = (cost, by) }
        }
        if row > 0, column > 0 { offer(last[at] + cost(row - 1, column - 1, &known), .both) }
        if row > 0, at + 1 < width { offer(last[at + 1] + gap(row - 1), .onlyPapers) }
        if column > 0, at > 0 { offer(here[at - 1] + ReadingDistance.gap, .onlyEntry) }
        if row > 1, column > 1, isSwapped(row, column) { offer(before[at] + ReadingDistance.swap, .swapped) }
        here[at] = best
        steps[row * width + at] = step
      }
      (before, last) = (last, here)
    }
    return (last[columns - rows + band], steps)
  }

  /// Whether the two papers before `row` are the two readings before `column`, in the other order.
  private func isSwapped(_ row: Int, _ column: Int) -> Bool {
    isSame(row - 1, column - 2) && isSame(row - 2, column - 1) && !isSame(row - 1, column - 1)
  }

  private func trace(_ steps: [Step], band: Int) -> [PaperReadings] {
    let width = 2 * band + 1
    let missing = PaperReadings(repeating: nil, count: entries)
    var (row, column) = (papers.count, entry.count)
    var found: [PaperReadings] = []
    while row > 0 || column > 0 {
      switch steps[row * width + column - row + band] {
      case .both:
        (row, column) = (row - 1, column - 1)
        found.append(papers[row] + [entry[column]])
      case .onlyPapers:
        row -= 1
        found.append(papers[row] + [nil])
      case .onlyEntry:
        column -= 1
        found.append(missing + [entry[column]])
      case .swapped:
        found.append(papers[row - 1] + [entry[column - 1]])
        found.append(papers[row - 2] + [entry[column - 2]])
        (row, column) = (row - 2, column - 2)
      }
    }
    return found.reversed()
  }
}
