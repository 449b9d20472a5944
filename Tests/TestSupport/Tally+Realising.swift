import Elections
public import Tallying

extension Tally {
  /// The tally of ballots, all valid, that give each name the votes of `votes`.
  ///
  /// There are as few ballots as that takes: each name's votes go to the next ballots in turn, so that a ballot has
  /// at most `seats` of them. For example `[2, 1]` for one seat takes three ballots, `[2, 1]` for two seats takes two.
  public init(giving votes: [Int], seats: Int) {
    let style = BallotStyle(names: votes.count, seats: seats)
    let sum = votes.reduce(0, +)
    let ballots = max(votes.max() ?? 0, (sum + seats - 1) / seats)
    var papers = Array(repeating: Ballot(style), count: ballots)
    var next = 0
    for (name, count) in votes.enumerated() {
      for _ in 0..<count {
        papers[next % ballots].inFavour.insert(name)
        next += 1
      }
    }
    self.init(style)
    for var paper in papers {
      if style.form == .agreeDisagree {
        paper.against = paper.inFavour
        paper.against.invert(names: votes.count)
      }
      add(paper)
    }
  }
}
