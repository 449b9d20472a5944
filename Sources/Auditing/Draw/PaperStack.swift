public import BallotFiles

/// One paper with what the count has of it.
public struct Paper: Sendable, Hashable {
  public let name: PaperName
  /// The index of its file among those of the contest.
  public let file: Int
  /// What was recorded.
  public let recorded: ListedBallot
}

/// All ballots of a contest, one by one, in the order of its files.
public struct PaperStack: Sendable {
  public let papers: [Paper]
  /// Whether papers lie in bundles.
  public let hasBundles: Bool
  /// Whether papers are called by their serials; if not, by their numbers from 1 on in the order of the files.
  public let hasSerials: Bool

  /// - Parameter files: the ballots of each file.
  public init(_ files: [[ListedBallot]]) {
    let named = files.map(Self.names)
    let names = named.flatMap { $0 }
    let whole = names.compactMap { $0 }
    // Some in bundles and some not, or one name twice: nobody could say which paper is meant.
    let bundles = Set(whole.map { $0.bundle != nil })
    hasSerials = whole.count == names.count && bundles.count < 2 && Set(whole).count == whole.count
    hasBundles = hasSerials && bundles.contains(true)
    var papers: [Paper] = []
    for (file, ballots) in files.enumerated() {
      for (ballot, name) in zip(ballots, named[file]) {
        let number = PaperName(bundle: nil, serial: papers.count + 1)
        papers.append(Paper(name: hasSerials ? name ?? number : number, file: file, recorded: ballot))
      }
    }
    self.papers = papers
  }

  /// A row of several ballots states the serial of the first.
  static func names(_ ballots: [ListedBallot]) -> [PaperName?] {
    var first = 0
    return ballots.indices.map { index in
      if ballots[index].line != ballots[first].line { first = index }
      return ballots[index].serial.map {
        PaperName(bundle: ballots[index].bundle, serial: $0 + index - first)
      }
    }
  }

  /// Draws papers.
  ///
  /// - Parameter wanted: how many, at most as many as there are.
  /// - Returns: in the order in which they lie in the stack: by file, bundle, serial.
  public func draw(_ wanted: Int, seed: String) -> [Paper] {
    Self.ordered(PaperDraw.places(seed: seed, wanted: wanted, of: papers.count).map { papers[$0] })
  }

  /// Draws one bundle, the bundles being counted from 0 in the order of their numbers.
  ///
  /// - Returns: its papers, or `nil` where papers do not lie in bundles.
  public func drawBundle(seed: String) -> [Paper]? {
    let bundles = Set(papers.compactMap(\.name.bundle)).sorted()
    guard hasBundles, !bundles.isEmpty else { return nil }
    let bundle = bundles[PaperDraw.places(seed: seed, wanted: 1, of: bundles.count)[0]]
    return Self.ordered(papers.filter { $0.name.bundle == bundle })
  }

  private static func ordered(_ papers: [Paper]) -> [Paper] {
    papers.sorted { a, b in a.file == b.file ? a.name < b.name : a.file < b.file }
  }
}
