import Elections
import Rulebooks
import Testing

@Suite("Parameters of the regulations that ship")
struct ParameterTests {
  static let shipped = RulebookShelf.standard.rulebooks

  /// R-SURPLUS: `max(1, floor(0.30 * seats))`.
  @Test(
    "Surplus cap",
    arguments: [
      (1, 1), (2, 1), (3, 1), (4, 1), (5, 1), (6, 1), (7, 2), (9, 2), (10, 3), (13, 3), (14, 4), (15, 4),
      (20, 6),
      (21, 6), (27, 8), (55, 16), (163, 48), (1024, 307),
    ])
  func surplusCap(seats: Int, cap: Int) {
    for rulebook in Self.shipped { #expect(rulebook.parameters.surplusCap(seats: seats) == cap) }
  }

  /// R-MAJORITY: `2 * votes > base`.
  @Test("More than half, for every base to 2,000")
  func majority() {
    for rulebook in Self.shipped {
      for base in 1...2000 {
        let needed = rulebook.parameters.moreThan.countExceeding(base)
        #expect(2 * needed > base && 2 * (needed - 1) <= base)
      }
    }
  }

  @Test(
    "More than two thirds", arguments: [(1, 1), (2, 2), (3, 3), (4, 3), (6, 5), (9, 7), (10, 7), (100, 67)])
  func twoThirds(base: Int, needed: Int) {
    #expect(Share(2, of: 3).countExceeding(base) == needed)
  }

  @Test("Grounds of deduction by body (formats §1)")
  func grounds() {
    for rulebook in Self.shipped {
      let grounds = rulebook.parameters.deductionGrounds
      #expect(
        grounds[.memberCongress]
          == [.transferredAbsent, .exemptAbsent, .suspended, .prosecuted, .excusedAbsent])
      #expect(grounds[.delegateCongress] == [.committeeMemberAbsent, .delegateAbsentNoAlternate])
      #expect(grounds[.committee] == [.suspended, .prosecuted])
      #expect(grounds[.inspectionCommittee] == [.suspended, .prosecuted])
    }
  }

  @Test("Numbers (rules §2, §7, §8)")
  func numbers() {
    for rulebook in Self.shipped {
      let parameters = rulebook.parameters
      #expect(parameters.standingCommitteeFrom == 9)
      #expect(parameters.branchCommitteeFrom == 9)
      #expect(parameters.branchCommitteeAtMost == 7)
      #expect(parameters.branchDeputiesAtMost == 1)
      #expect(parameters.branchSecretaryRoundsAtMost == 3)
      #expect(parameters.ballotsKept?.months == (rulebook.id == "190-QD/TW" ? 6 : nil))
      #expect(!parameters.tieBreakNeedsMajority)
    }
    #expect(Rulebook.regulation244.parameters.surplusRequiredFor == [])
    #expect(Rulebook.regulation190.parameters.surplusRequiredFor == [.committee, .standingCommittee])
  }
}
