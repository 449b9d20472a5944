public import BallotFiles
import Elections
public import Tallying

/// What an entry log comes to: the bundles with the ballots that stand in them. Replaying a log gives it, and nothing else does.
///
/// The bundle that is being entered is ``current``; there is none before the first ballot of the next. The serial of a ballot is its
/// place in the bundle; one that was withdrawn leaves a gap, so that a place never means two papers.
public struct EntryBook: Sendable {
  public let opening: EntryOpening
  /// In the order of their numbers, which follow each other from the first bundle's.
  public private(set) var bundles: [EntryBundle] = []
  /// Whether entering was ended, and not taken up again.
  public private(set) var isClosed = false
  /// The ballots that stand.
  public private(set) var ballots = 0

  /// The most papers that a bundle has, and the most ballots of a list: a log cannot make a reader put up more of them.
  public static let (mostPapers, mostBallots) = (10_000, 1_000_000)

  public init(_ opening: EntryOpening) {
    self.opening = opening
  }

  public var style: BallotStyle { opening.style }

  /// The bundle that is being entered.
  public var current: EntryBundle? { bundles.last.flatMap { $0.isClosed ? nil : $0 } }

  /// Where the next ballot lies.
  public var nextPlace: PaperPlace {
    if let current { return PaperPlace(bundle: current.number, serial: current.lastSerial + 1) }
    return PaperPlace(bundle: bundles.last.map { $0.number + 1 } ?? opening.firstBundle, serial: 1)
  }

  /// How many papers the bundle of the next ballot still wants.
  public var wanted: Int {
    let papers = current.map { $0.expected - $0.ballots.count } ?? opening.bundleSize
    return min(papers, Self.mostBallots - ballots)
  }

  /// The ballot at a place; `nil` where none stands.
  public func ballot(at place: PaperPlace) -> MarkRow? {
    guard let (bundle, index) = find(place) else { return nil }
    return bundles[bundle].ballots[index].row
  }

  /// The mark list (formats §2) that the book comes to.
  public var markList: String {
    var text = MarkListText.header(style.form, isRehearsal: opening.isRehearsal)
    for bundle in bundles {
      for ballot in bundle.ballots { text += rowText(bundle.number, ballot.serial, ballot.row) }
    }
    return text
  }

  /// The rows that a record of a ballot adds to the mark list; `nil` for a record after which the list is written anew, empty for one
  /// that does not touch it.
  public func addedRows(_ record: EntryRecord) -> String? {
    switch record {
    case .ballot(let place, let times, let row):
      (0..<times).map { rowText(place.bundle, place.serial + $0, row) }.joined()
    case .correction, .withdrawal: nil
    case .open, .check, .resume, .close: ""
    }
  }

  private func rowText(_ bundle: Int, _ serial: Int, _ row: MarkRow) -> String {
    MarkListText.row(bundle: bundle, serial: serial, row, isRehearsal: opening.isRehearsal)
  }

  // MARK: Records

  /// Takes in the next record.
  ///
  /// - Throws: why it cannot follow those before; the book is then as it was.
  public mutating func apply(_ record: EntryRecord) throws(Contradiction) {
    if isClosed {
      guard case .resume = record else { throw .afterClose }
    }
    switch record {
    case .open: throw .openedTwice
    case .ballot(let place, let times, let row): try append(place, times, row)
    case .correction(let place, let row):
      try check(row)
      try withBallot(at: place) { bundle, index in bundle.correct(index, row) }
    case .withdrawal(let place):
      guard current?.number == place.bundle else { throw .notCurrent }
      try withBallot(at: place) { bundle, index in bundle.withdraw(index) }
      ballots -= 1
    case .check(let number, let entered, let papers, _):
      guard let last = bundles.indices.last, !bundles[last].isClosed, bundles[last].number == number else {
        throw .notCurrent
      }
      guard bundles[last].ballots.count == entered, papers <= Self.mostPapers else { throw .otherTotal }
      bundles[last].check(papers: papers)
    case .resume: isClosed = false
    case .close(let total, _):
      guard total == ballots else { throw .otherTotal }
      isClosed = true
    }
  }

  private mutating func append(_ place: PaperPlace, _ times: Int, _ row: MarkRow) throws(Contradiction) {
    guard place == nextPlace else { throw .outOfOrder }
    guard times <= wanted else { throw .overfull }
    try check(row)
    if current == nil { bundles.append(EntryBundle(number: place.bundle, expected: opening.bundleSize)) }
    bundles[bundles.count - 1].append(row, times: times)
    ballots += times
  }

  /// The row must be read by counting, and be written in the one way.
  private func check(_ row: MarkRow) throws(Contradiction) {
    guard row.marks.count == (style.form == .strikeOut ? 1 : 2), row.read(style).row(style) == row else {
      throw .badCells
    }
  }

  private mutating func withBallot(
    at place: PaperPlace, _ change: (inout EntryBundle, Int) -> Void
  ) throws(Contradiction) {
    guard let (bundle, index) = find(place) else { throw .noSuchBallot }
    change(&bundles[bundle], index)
  }

  /// The indices of a bundle and of a ballot in it; `nil` where none stands at the place.
  private func find(_ place: PaperPlace) -> (bundle: Int, ballot: Int)? {
    let bundle = place.bundle - opening.firstBundle
    guard bundles.indices.contains(bundle), let index = bundles[bundle].index(of: place.serial) else {
      return nil
    }
    return (bundle, index)
  }
}

/// One bundle (xấp) of papers, as far as it was entered.
public struct EntryBundle: Sendable, Hashable {
  public let number: Int
  /// How many papers it is thought to have: the size of a full bundle, or as many as were counted in the hand.
  public private(set) var expected: Int
  /// The ballots that stand, in the order of their serials.
  public private(set) var ballots: [Entry] = []
  /// The serial that was given last, whether or not its ballot still stands.
  public private(set) var lastSerial = 0
  /// Whether the papers in the hand were as many as the ballots entered.
  public private(set) var isClosed = false

  public struct Entry: Sendable, Hashable {
    public let serial: Int
    public internal(set) var row: MarkRow
  }

  init(number: Int, expected: Int) {
    self.number = number
    self.expected = expected
  }

  mutating func append(_ row: MarkRow, times: Int) {
    for _ in 0..<times {
      lastSerial += 1
      ballots.append(Entry(serial: lastSerial, row: row))
    }
  }

  /// - Complexity: the logarithm of the ballots, whose serials rise.
  func index(of serial: Int) -> Int? {
    var range = ballots.indices
    while let first = range.first {
      let middle = first + range.count / 2
      if ballots[middle].serial == serial { return middle }
      range = ballots[middle].serial < serial ? middle + 1..<range.upperBound : first..<middle
    }
    return nil
  }

  mutating func correct(_ index: Int, _ row: MarkRow) {
    ballots[index].row = row
  }

  mutating func withdraw(_ index: Int) {
    ballots.remove(at: index)
  }

  mutating func check(papers: Int) {
    isClosed = papers == ballots.count
    expected = papers
  }
}
