import Elections
import Outcomes
import Rulebooks
import Tallying
import TestSupport
import Testing

/// R-INVENTORY: `returned <= issued <= present`, and records = returned.
@Suite("The account of the papers")
struct InventoryTests {
  func outcome(present: Int, issued: Int, returned: Int, recorded: Int) -> Outcome {
    var contest = Contest.sample(names: 2, seats: 1, base: 10)
    contest.electorate.present = present
    contest.ballots = BallotAccount(issued: issued, returned: returned, files: [])
    return contest.decide(Tally(giving: [recorded, 0], seats: 1), by: .regulation244)
  }

  @Test("Every combination of present, issued, returned and recorded from 0 to 4")
  func everyCombination() {
    for present in 0...4 {
      for issued in 0...4 {
        for returned in 0...4 {
          for recorded in 0...4 {
            check(
              outcome(present: present, issued: issued, returned: returned, recorded: recorded),
              present, issued, returned, recorded)
          }
        }
      }
    }
  }

  private func check(_ outcome: Outcome, _ present: Int, _ issued: Int, _ returned: Int, _ recorded: Int) {
    var codes: [FindingCode] = []
    if returned > issued { codes.append(.void) }
    if recorded != returned { codes.append(.recordedDiffers) }
    if issued > present { codes.append(.issuedExceedsPresent) }
    let status: ContestStatus =
      if codes.contains(.void) {
        .void
      } else if !codes.isEmpty {
        .incomplete
      } else {
        .short
      }
    if returned < issued { codes.append(.returnedFewer) }
    let inventory = outcome.findings.filter { $0.rule == .inventory }
    #expect(outcome.status == status, "\(present) \(issued) \(returned) \(recorded)")
    #expect(inventory.map(\.code) == codes, "\(present) \(issued) \(returned) \(recorded)")
    if !status.isDecided {
      #expect(outcome.elected.isEmpty && outcome.tie == nil && outcome.vacant == 1)
      #expect(outcome.standings.allSatisfy { !$0.elected })
      #expect(outcome.standings[0].votes == recorded, "the counts are kept as read")
      #expect(outcome.statusBecause == (status == .void ? .voidVote : .inventory))
      #expect(outcome.standings.allSatisfy { $0.because == outcome.statusBecause })
    }
  }

  /// §12: 134 issued, 148 found: void.
  @Test("134 issued and 148 found: void, although everybody has the majority")
  func founding() throws {
    var contest = Contest.sample(names: 2, seats: 1, base: 136)
    contest.ballots = BallotAccount(issued: 134, returned: 148, files: [])
    let outcome = contest.decide(Tally(giving: [100, 48], seats: 1), by: .regulation244)
    #expect(outcome.status == .void)
    let finding = try #require(outcome.findings.first)
    #expect(finding.code == .void && finding.severity == .error)
    #expect(finding.rule == .inventory && finding.article == "Giải đáp năm 2020")
    #expect(finding.values == ["issued": .integer(134), "returned": .integer(148)])
  }

  /// §12: issued 30, returned 29, valid 27: allowed, base unchanged.
  @Test("Fewer returned than issued: allowed, and the base stays")
  func fewerReturned() {
    var contest = Contest.sample(names: 2, seats: 1, base: 31)
    contest.ballots = BallotAccount(issued: 30, returned: 29, files: [])
    var tally = Tally(giving: [16, 11], seats: 1)
    tally.add(Ballot(BallotStyle(names: 2, seats: 1)), times: 2)
    let outcome = contest.decide(tally, by: .regulation244)
    #expect(tally.valid == 27)
    #expect(outcome.status == .filled && outcome.elected == [1] && outcome.base == 31)
    #expect(outcome.findings.map(\.code) == [.returnedFewer])
    #expect(outcome.findings.map(\.severity) == [.info])
  }

  @Test("A void or incomplete contest in which all tie has no tie")
  func noTie() {
    for (returned, status) in [(5, ContestStatus.void), (3, .incomplete)] {
      var contest = Contest.sample(names: 2, seats: 1, base: 3)
      contest.electorate.present = 4
      contest.ballots = BallotAccount(issued: 4, returned: returned, files: [])
      let outcome = contest.decide(Tally(giving: [2, 2], seats: 1), by: .regulation244)
      #expect(outcome.status == status && outcome.tie == nil)
      #expect(!outcome.findings.contains { $0.code == .tied || $0.code == .short })
    }
  }
}
