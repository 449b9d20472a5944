import Elections
import Tallying

/// A ballot in the plainest form, for the oracle: one `Bool` for each box, nothing packed.
struct PlainBallot: Hashable {
  /// `strikeOut`: names left. `agreeDisagree`: an X at đồng ý.
  var inFavour: [Bool]
  /// An X at không đồng ý.
  var against: [Bool]
  var declared: Set<InvalidityGround> = []
  var marksRead = true
  var ruledValid = false

  init(names: Int) {
    inFavour = Array(repeating: false, count: names)
    against = inFavour
  }

  init(_ ballot: Ballot, names: Int) {
    inFavour = (0..<names).map { ballot.inFavour.contains($0) }
    against = (0..<names).map { ballot.against.contains($0) }
    declared = Set(InvalidityGround.allCases.filter { ballot.declared.contains($0) })
    marksRead = ballot.marksRead
    ruledValid = ballot.ruledValid
  }

  func ballot(_ style: BallotStyle) -> Ballot {
    var ballot = Ballot(style)
    for name in inFavour.indices where inFavour[name] { ballot.inFavour.insert(name) }
    for name in against.indices where against[name] { ballot.against.insert(name) }
    for ground in declared { ballot.declared.insert(InvalidityGrounds(ground)) }
    ballot.marksRead = marksRead
    ballot.ruledValid = ruledValid
    return ballot
  }
}

extension BallotStyle {
  /// Every way of marking the boxes of one ballot.
  var allMarks: [PlainBallot] {
    let boxes = form == .strikeOut ? names : 2 * names
    return (0..<1 << boxes).map { pattern in
      var ballot = PlainBallot(names: names)
      for name in 0..<names {
        ballot.inFavour[name] = pattern >> name & 1 == 1
        if form == .agreeDisagree { ballot.against[name] = pattern >> (names + name) & 1 == 1 }
      }
      return ballot
    }
  }

  /// Every ballot: all marks with all declarations, read or not, ruled valid or not.
  var allBallots: [PlainBallot] {
    let declarable = InvalidityGround.allCases.filter(\.isDeclared)
    return (0..<1 << declarable.count).flatMap { pattern -> [PlainBallot] in
      let declared = Set(declarable.indices.filter { pattern >> $0 & 1 == 1 }.map { declarable[$0] })
      var ballots = allMarks
      if !declared.isEmpty {
        var unread = PlainBallot(names: names)
        unread.marksRead = false
        ballots.append(unread)
      }
      return ballots.flatMap { ballot in
        [false, true].map { ruled in
          var ballot = ballot
          ballot.declared = declared
          ballot.ruledValid = ruled
          return ballot
        }
      }
    }
  }

  /// All styles of up to `names` names, with any seats.
  static func all(upTo names: Int) -> [BallotStyle] {
    (1...names).flatMap { names in (1...names).map { BallotStyle(names: names, seats: $0) } }
  }
}
