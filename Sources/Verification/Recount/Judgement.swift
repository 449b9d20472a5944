import Elections

/// Whether a ballot is valid, and how many names it votes for (R-VALID).
struct Judgement: Equatable {
  /// Every ground that the ballot bears, declared or shown by its marks; empty for a valid one.
  var grounds: Grounds
  /// How many names it votes for, valid or not.
  var votes: Int
  /// Whether the board may rule on it.
  var isDebatable: Bool
  /// Whether the board ruled it valid.
  var isRuledValid: Bool

  var isValid: Bool { grounds.isEmpty }

  /// Reads the decision table of rules §4 from the top.
  init(of row: BallotRow, on ballots: Ballots) {
    votes = 0
    var lines = (both: 0, neither: 0)
    for name in 0..<ballots.names {
      switch (row.inFavour[name], row.against[name]) {
      case (true, false): votes += 1
      case (true, true): lines.both += 1
      case (false, false): lines.neither += 1
      case (false, true): break
      }
    }
    isDebatable = false
    isRuledValid = false
    grounds = row.declared
    guard row.marksRead else { return }
    switch ballots.form {
    case .strikeOut:
      if votes > ballots.seats { grounds.insert(.tooMany) }
      if votes == 0 { grounds.insert(.nobody) }
    case .agreeDisagree where ballots.names == 1:
      // Disagreement with the only name is a valid ballot without a vote (text).
      if lines.both == 1 { grounds.insert(.bothMarked) }
      if lines.neither == 1 { grounds.insert(.blank) }
    case .agreeDisagree:
      // Lines with both boxes or neither give no vote; a ballot without any vote is I3, and the board may rule on it
      // unless it declared something.
      guard votes == 0 else { return }
      isDebatable = row.declared.isEmpty
      isRuledValid = isDebatable && row.ruling != nil
      if !isRuledValid { grounds.insert(.nobody) }
    }
  }
}
