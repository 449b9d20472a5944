import Elections
public import Tallying

extension SeededGenerator {
  /// A ballot as a voter could mark it and a board record it: most are ordinary, some declared invalid with or without their
  /// marks being read, some ruled valid where that is possible.
  public mutating func ballot(_ style: BallotStyle) -> Ballot {
    var ballot = Ballot(style)
    mark(&ballot, style)
    if happens(1, outOf: 8) {
      let declared = InvalidityGround.allCases.filter(\.isDeclared)
      for ground in declared.shuffled(using: &self).prefix(Int.random(in: 1...3, using: &self)) {
        ballot.declared.insert(InvalidityGrounds(ground))
      }
      if happens(1, outOf: 2) {
        ballot.inFavour.removeAll()
        ballot.against.removeAll()
        ballot.marksRead = false
      }
    } else if style.judge(ballot).debatable {
      ballot.ruledValid = happens(1, outOf: 2)
    }
    return ballot
  }

  private mutating func mark(_ ballot: inout Ballot, _ style: BallotStyle) {
    switch style.form {
    case .strikeOut:
      // Around the seats, so that ballots are valid and too many are left on some; now and then nobody or all.
      let left =
        [0, style.names, style.seats, style.seats - 1, style.seats + 1].randomElement(using: &self) ?? 0
      for name in (0..<style.names).shuffled(using: &self).prefix(left) { ballot.inFavour.insert(name) }
    case .agreeDisagree:
      let kind = Int.random(in: 0..<4, using: &self)
      for name in 0..<style.names {
        let agrees = kind == 0 ? false : happens(3, outOf: 4)
        let disagrees = kind == 1 ? !agrees : happens(1, outOf: 3)
        if agrees { ballot.inFavour.insert(name) }
        if disagrees { ballot.against.insert(name) }
      }
    }
  }
}
