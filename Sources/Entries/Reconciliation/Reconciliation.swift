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
  public let style: BallotStyle

  /// Compares entries.
  ///
  /// Each bundle is compared for itself where all entries name bundles. Where a paper that one left out went unnoticed at the end of its bundle,
  /// all bundles behind it begin with another paper; then there is less to look at when all are compared as one stack.
  ///
  /// - Parameters:
  ///   - entries: the ballots of two or more, each in its order.
  ///   - style: the ballots of the contest.
  /// - Returns: `nil` where they have too little in common to be entries of the same papers.
  public init?(_ entries: [[ListedBallot]], _ style: BallotStyle) {
    precondition(entries.count > 1)
    let hasBundles = entries.allSatisfy { $0.allSatisfy { $0.bundle != nil } }
    let bundles = hasBundles ? Self(bundles: entries, style) : nil
    if let bundles, bundles.differences.count(where: { $0.papers.joined().contains { $0 == nil } }) < 2 {
      self = bundles
      return
    }
    let stack = Self(stack: entries, style)
    let found = [bundles, stack].compactMap { $0 }.min { $0.differences.count < $1.differences.count }
    guard let found else { return nil }
    self = found
  }

  /// Compares bundle by bundle.
  private init?(bundles entries: [[ListedBallot]], _ style: BallotStyle) {
    self.style = style
    let bundles = entries.map { Dictionary(grouping: $0) { $0.bundle } }
    for bundle in Set(bundles.flatMap(\.keys)).sorted(by: { ($0 ?? -1) < ($1 ?? -1) }) {
      let stacks = bundles.map { $0[bundle] ?? [] }
      guard let papers = Self.align(stacks) else { return nil }
      add(papers.map { (bundle, $0) }, isWhole: stacks.contains(where: \.isEmpty))
    }
  }

  /// Compares whole entries. A paper has the bundle that the first entry has it in; one that it lacks, the bundle of the paper before.
  private init?(stack entries: [[ListedBallot]], _ style: BallotStyle) {
    self.style = style
    guard let papers = Self.align(entries) else { return nil }
    var bundle = papers.first?.lazy.compactMap { $0 }.first?.bundle
    add(
      papers.map { readings in
        if let first = readings[0] { bundle = first.bundle }
        return (bundle, readings)
      }, isWhole: false)
  }

  private static func align(_ stacks: [[ListedBallot]]) -> [PaperReadings]? {
    var papers: [PaperReadings] = stacks[0].map { [$0] }
    for (index, stack) in stacks.enumerated().dropFirst() {
      guard let aligned = PaperAlignment.add(stack, to: papers, entries: index) else { return nil }
      papers = aligned
    }
    return papers
  }

  /// - Parameters:
  ///   - papers: with the bundle of each.
  ///   - isWhole: whether they are a bundle that an entry lacks.
  private mutating func add(_ papers: [(bundle: Int?, readings: PaperReadings)], isWhole: Bool) {
    let readings = papers.map(\.readings)
    var places: [Int?: Int] = [:]
    func place(_ index: Int) -> Int {
      places[papers[index].bundle, default: 0] += 1
      return places[papers[index].bundle] ?? 1
    }
    func differ(_ kind: PaperDifference.Kind, _ range: Range<Int>) {
      let places = range.map(place)
      parts.append(.difference(differences.count))
      differences.append(
        PaperDifference(
          kind: kind, bundle: papers[range.lowerBound].bundle, place: places[0],
          papers: Array(readings[range]),
          mayBeDoubled: kind == .lacking && Self.mayBeDoubled(readings, range.lowerBound)))
    }
    if isWhole { return differ(.bundle, papers.indices) }
    var index = 0
    while index < papers.count {
      if let ballot = Self.agreed(readings[index]) {
        parts.append(.agreed(bundle: papers[index].bundle, ballot))
        agreed += 1
        _ = place(index)
        index += 1
      } else if Self.isSwapped(readings, index) {
        differ(.swapped, index..<index + 2)
        index += 2
      } else {
        differ(readings[index].contains { $0 == nil } ? .lacking : .reading, index..<index + 1)
        index += 1
      }
    }
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
