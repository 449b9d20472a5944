public import BallotFiles
public import Tallying

/// Independent entries of the same ballots (nhập độc lập), paper by paper.
///
/// Two people who type the same stack hardly make the same mistake on the same paper: where their entries agree the typing is right, and where
/// they do not, one look at that paper decides. Nothing is decided here.
public struct Reconciliation: Sendable {
  /// A paper on which all entries agree, or the difference that begins there.
  enum Part: Sendable {
    case agreed(bundle: Int?, ListedBallot)
    case difference(Int)
  }

  /// In the order of the papers.
  public private(set) var differences: [PaperDifference] = []
  /// How many papers all entries have alike.
  public private(set) var agreed = 0
  private(set) var parts: [Part] = []
  /// Whether papers are told apart by bundles, as they are where all entries name them.
  public let hasBundles: Bool
  public let style: BallotStyle

  /// Compares entries.
  ///
  /// - Parameters:
  ///   - entries: the ballots of two or more, each in its order.
  ///   - style: the ballots of the contest.
  /// - Returns: `nil` where they have too little in common to be entries of the same papers.
  public init?(_ entries: [[ListedBallot]], _ style: BallotStyle) {
    precondition(entries.count > 1)
    self.style = style
    let hasBundles = entries.allSatisfy { $0.allSatisfy { $0.bundle != nil } }
    self.hasBundles = hasBundles
    let bundles = entries.map { Dictionary(grouping: $0) { hasBundles ? $0.bundle : nil } }
    let numbers = Set(bundles.flatMap(\.keys)).sorted { ($0 ?? -1) < ($1 ?? -1) }
    for bundle in numbers {
      let stacks = bundles.map { $0[bundle] ?? [] }
      guard let papers = Self.align(stacks) else { return nil }
      add(papers, bundle, isWhole: hasBundles && stacks.contains(where: \.isEmpty))
    }
  }

  private static func align(_ stacks: [[ListedBallot]]) -> [PaperReadings]? {
    var papers: [PaperReadings] = stacks[0].map { [$0] }
    for (index, stack) in stacks.enumerated().dropFirst() {
      guard let aligned = PaperAlignment.add(stack, to: papers, entries: index) else { return nil }
      papers = aligned
    }
    return papers
  }

  /// - Parameter isWhole: whether an entry lacks the whole bundle.
  private mutating func add(_ papers: [PaperReadings], _ bundle: Int?, isWhole: Bool) {
    if isWhole { return differ(.bundle, bundle, 0, papers[...], papers) }
    var index = 0
    while index < papers.count {
      if let ballot = Self.agreed(papers[index]) {
        parts.append(.agreed(bundle: bundle, ballot))
        agreed += 1
        index += 1
      } else if Self.isSwapped(papers, index) {
        differ(.swapped, bundle, index, papers[index...index + 1], papers)
        index += 2
      } else {
        let lacks = papers[index].contains { $0 == nil }
        differ(lacks ? .lacking : .reading, bundle, index, papers[index...index], papers)
        index += 1
      }
    }
  }

  private mutating func differ(
    _ kind: PaperDifference.Kind, _ bundle: Int?, _ index: Int, _ papers: ArraySlice<PaperReadings>,
    _ all: [PaperReadings]
  ) {
    parts.append(.difference(differences.count))
    differences.append(
      PaperDifference(
        kind: kind, bundle: bundle, place: index + 1, papers: Array(papers),
        mayBeDoubled: kind == .lacking && Self.mayBeDoubled(all, index)))
  }

  /// The ballot that all entries have alike.
  private static func agreed(_ readings: PaperReadings) -> ListedBallot? {
    guard let first = readings[0] else { return nil }
    return readings.allSatisfy { $0.map { ReadingDistance.isSame($0, first) } ?? false } ? first : nil
  }

  /// Whether two papers differ in nothing but their order: each entry has the two ballots of the first, in one order or the other.
  private static func isSwapped(_ papers: [PaperReadings], _ index: Int) -> Bool {
    guard index + 1 < papers.count, let one = papers[index][0], let two = papers[index + 1][0],
      agreed(papers[index + 1]) == nil
    else { return false }
    return zip(papers[index], papers[index + 1]).allSatisfy { first, second in
      guard let first, let second else { return false }
      return ReadingDistance.isSame(first, one) && ReadingDistance.isSame(second, two)
        || ReadingDistance.isSame(first, two) && ReadingDistance.isSame(second, one)
    }
  }

  private static func mayBeDoubled(_ papers: [PaperReadings], _ index: Int) -> Bool {
    papers[index].indices.contains { entry in
      guard let reading = papers[index][entry] else { return false }
      return [index - 1, index + 1].contains { next in
        guard papers.indices.contains(next), let other = papers[next][entry] else { return false }
        return ReadingDistance.isSame(reading, other)
      }
    }
  }
}

extension Reconciliation {
  /// What the papers say after the board has ruled on every difference.
  ///
  /// - Parameter rulings: one for each of ``differences``.
  /// - Returns: the ballots in the order of the papers, with the bundle of each.
  public func ballots(_ rulings: [PaperRuling]) -> [AgreedBallot] {
    precondition(rulings.count == differences.count)
    return parts.flatMap { part -> [AgreedBallot] in
      switch part {
      case .agreed(let bundle, let ballot): return [AgreedBallot(bundle, ballot, style)]
      case .difference(let index):
        let difference = differences[index]
        switch rulings[index] {
        case .noPaper: return []
        case .marks(let row): return [AgreedBallot(bundle: difference.bundle, row: row, ruling: nil)]
        case .entry(let entry):
          return difference.papers.compactMap { readings in
            readings[entry].map { AgreedBallot(difference.bundle, $0, style) }
          }
        }
      }
    }
  }
}

/// A ballot that entries agree on, or that the board decided.
public struct AgreedBallot: Sendable, Hashable {
  public let bundle: Int?
  public let row: MarkRow
  /// The board's words, where it ruled a debatable ballot valid (phán quyết); a ruling has words.
  public let ruling: String?

  init(bundle: Int?, row: MarkRow, ruling: String?) {
    self.bundle = bundle
    self.row = row
    self.ruling = ruling
  }

  init(_ bundle: Int?, _ ballot: ListedBallot, _ style: BallotStyle) {
    self.init(
      bundle: bundle, row: MarkRow(ballot.ballot, style, otherWords: ballot.otherWords),
      ruling: ballot.ballot.ruledValid ? ballot.rulingWords ?? "" : nil)
  }
}

extension [AgreedBallot] {
  /// The mark list (formats §2) of these ballots, with serials from 1 on in each bundle.
  public func markList(_ style: BallotStyle, isRehearsal: Bool) -> String {
    let hasBundles = contains { $0.bundle != nil }
    let hasRulings = contains { $0.ruling != nil }
    var text = MarkListText.header(
      style.form, hasBundles: hasBundles, hasRulings: hasRulings, isRehearsal: isRehearsal)
    var serials: [Int?: Int] = [:]
    for ballot in self {
      serials[ballot.bundle, default: 0] += 1
      text += MarkListText.row(
        bundle: ballot.bundle, serial: serials[ballot.bundle] ?? 1, ballot.row,
        ruling: hasRulings ? ballot.ruling ?? "" : nil, isRehearsal: isRehearsal)
    }
    return text
  }
}
