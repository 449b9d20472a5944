import Elections
import Faults
import TestSupport
import Testing

@testable import Verification

/// What must hold between the figures of a contest.
@Suite("Control totals")
struct ContestTotalsTests {
  /// Eight ballots for two of three names: six valid, one for nobody, one that has too many and is marked as well.
  private static var figures: TallyFigures {
    var figures = TallyFigures(ContestRecount(Ballots(names: 3, seats: 2)))
    figures.votes = [5, 4, 0]
    (figures.valid, figures.invalid, figures.recorded) = (6, 2, 8)
    figures.invalidByReason = ["nobody": 1, "tooMany": 1]
    figures.invalidBearing = ["nobody": 1, "tooMany": 1, "marked": 1]
    figures.validByVotes = [0, 3, 3]
    figures.undervotes = 3
    figures.files = [ContestRecount.File(name: "a.csv", rows: 7, ballots: 8)]
    return figures
  }

  private func totals(_ figures: TallyFigures, isDecided: Bool = true) -> ContestTotals {
    var contest = Contest.sample(.committee, names: 3, seats: 2, base: 9, recorded: 8)
    contest.ballots.files = ["a.csv"]
    return ContestTotals(contest, figures, nonVotes: 9, isDecided: isDecided)
  }

  @Test("They hold for figures of a count, and no figure can be a little more or less alone")
  func figures() {
    #expect(totals(Self.figures).holds)
    let changes: [(String, (inout TallyFigures, Int) -> Void)] = [
      ("a vote", { $0.votes[1] += $1 }), ("valid", { $0.valid += $1 }), ("invalid", { $0.invalid += $1 }),
      ("recorded", { $0.recorded += $1 }), ("undervotes", { $0.undervotes += $1 }),
      ("by reason", { $0.invalidByReason["nobody"]? += $1 }), ("by votes", { $0.validByVotes[1] += $1 }),
      ("of a file", { $0.files[0].ballots += $1 }), ("ruled", { $0.ruledValid += $1 }),
    ]
    for (name, change) in changes {
      for difference in [-1, 1] {
        var figures = Self.figures
        change(&figures, difference)
        #expect(!totals(figures).holds, "\(name) \(difference)")
      }
    }
    var fewer = Self.figures
    fewer.recorded = 8
    #expect(totals(fewer, isDecided: false).identities.count == totals(fewer).identities.count - 1)
  }

  @Test("A part is never more than the whole, and what is nothing is not stated")
  func bounds() {
    let changes: [(String, Bool, (inout TallyFigures) -> Void)] = [
      ("as many bear a ground as are invalid", true, { $0.invalidBearing["marked"] = 2 }),
      ("more bear a ground than are invalid", false, { $0.invalidBearing["marked"] = 3 }),
      ("nobody bears a ground", false, { $0.invalidBearing["marked"] = 0 }),
      ("a ground that there is not", false, { $0.invalidBearing["torn"] = 1 }),
      ("fewer bear a ground than it is the reason of", false, { $0.invalidBearing["tooMany"] = nil }),
      ("more bear a ground than it is the reason of", true, { $0.invalidBearing["tooMany"] = 2 }),
      ("a reason of no ballot", false, { $0.invalidByReason["marked"] = 0 }),
      (
        "a reason that there is not", false,
        {
          $0.invalidByReason = ["nobody": 1, "torn": 1]
          $0.invalidBearing["torn"] = 1
        }
      ),
      (
        "one reason of all, borne by fewer", false,
        { $0.invalidByReason = ["nobody": 2] }
      ),
      ("rows of no ballot", false, { $0.files[0].rows = 9 }),
      ("as many rows as ballots", true, { $0.files[0].rows = 8 }),
      ("another file", false, { $0.files[0].name = "b.csv" }), ("no file", false, { $0.files = [] }),
      (
        "a file of more ballots than all", false,
        {
          $0.files[0].ballots = 9
          $0.recorded = 8
        }
      ),
      ("a debatable ballot, for nobody", true, { $0.debatable = 1 }),
      ("more debatable ballots than are for nobody", false, { $0.debatable = 2 }),
      (
        "no ballot for nobody", true,
        { ($0.invalidByReason, $0.invalidBearing) = (["tooMany": 2], ["tooMany": 2]) }
      ),
      (
        "a debatable ballot, and none for nobody", false,
        {
          ($0.invalidByReason, $0.invalidBearing) = (["tooMany": 2], ["tooMany": 2])
          $0.debatable = 1
        }
      ),
      (
        "ruled valid, and not debatable", false,
        {
          $0.ruledValid = 1
          $0.rulings = [("ban thống nhất", 1)]
        }
      ),
      (
        "ruled valid", true,
        {
          $0.debatable = 1
          $0.ruledValid = 1
          $0.rulings = [("ban thống nhất", 1)]
        }
      ),
      (
        "more votes for a name than valid ballots", false,
        {
          $0.votes = [7, 2, 0]
        }
      ),
      ("as many votes for a name as valid ballots", true, { $0.votes = [6, 3, 0] }),
      ("a number of votes more than seats", false, { $0.validByVotes = [0, 3, 3, 0] }),
      ("other words of nobody", false, { $0.otherWords = [("x", 1)] }),
      (
        "other words of one", true,
        {
          $0.otherWords = [("x", 1)]
          $0.invalidBearing["other"] = 1
        }
      ),
    ]
    for (name, holds, change) in changes {
      var figures = Self.figures
      change(&figures)
      #expect(totals(figures).holds == holds, "\(name)")
    }
  }

  @Test("Up to eight terms are shown one by one, more by their sum, none as 0")
  func words() {
    for (terms, shown) in [([], "0"), ([2], "2"), (Array(1...8), "1 + 2 + 3 + 4 + 5 + 6 + 7 + 8")] {
      let identity = ContestTotals.Identity(kind: .reasons, left: terms, right: [terms.reduce(0, +)])
      #expect(identity.words.en.hasSuffix(" invalid: \(shown) = \(terms.reduce(0, +))"))
    }
    let many = ContestTotals.Identity(kind: .reasons, left: Array(1...9), right: [44])
    #expect(many.words.en.hasSuffix(" invalid: 45 ≠ 44"))
  }
}
