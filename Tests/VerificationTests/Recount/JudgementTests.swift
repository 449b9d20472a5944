import Elections
import Testing

@testable import Verification

/// The decision table of rules §4, cell by cell, and the vectors of §12.
@Suite("Judgement")
struct JudgementTests {
  /// A ballot as a line of a matrix writes it: `1`, `0`, `b`, `n`, one for each name.
  struct Case: Sendable, CustomTestStringConvertible {
    var marks: String
    var seats: Int
    var grounds: Grounds
    var votes: Int
    var isDebatable = false

    var testDescription: String { "\(marks) for \(seats)" }
  }

  static let table: [Case] = [
    // Strike-out: votes = seats, fewer, more, none.
    Case(marks: "1110", seats: 3, grounds: [], votes: 3),
    Case(marks: "1100", seats: 3, grounds: [], votes: 2),
    Case(marks: "1000", seats: 3, grounds: [], votes: 1),
    Case(marks: "1111", seats: 3, grounds: .tooMany, votes: 4),
    Case(marks: "0000", seats: 3, grounds: .nobody, votes: 0),
    // Agree/disagree, several names.
    Case(marks: "1b", seats: 2, grounds: [], votes: 1),
    Case(marks: "1n", seats: 2, grounds: [], votes: 1),
    Case(marks: "11", seats: 2, grounds: [], votes: 2),
    Case(marks: "00", seats: 2, grounds: .nobody, votes: 0, isDebatable: true),
    Case(marks: "b0", seats: 2, grounds: .nobody, votes: 0, isDebatable: true),
    Case(marks: "nn", seats: 2, grounds: .nobody, votes: 0, isDebatable: true),
    Case(marks: "bb", seats: 2, grounds: .nobody, votes: 0, isDebatable: true),
    // One name.
    Case(marks: "1", seats: 1, grounds: [], votes: 1),
    Case(marks: "0", seats: 1, grounds: [], votes: 0),
    Case(marks: "b", seats: 1, grounds: .bothMarked, votes: 0),
    Case(marks: "n", seats: 1, grounds: .blank, votes: 0),
  ]

  private func row(_ marks: String) -> BallotRow {
    var row = BallotRow(names: marks.count)
    for (name, mark) in marks.enumerated() {
      row.inFavour[name] = mark == "1" || mark == "b"
      row.against[name] = mark == "0" || mark == "b"
    }
    return row
  }

  @Test("The table", arguments: table)
  func decisionTable(_ given: Case) {
    let ballots = Ballots(names: given.marks.count, seats: given.seats)
    var row = row(given.marks)
    if ballots.form == .strikeOut { row.against = row.against.map { _ in false } }
    let judged = Judgement(of: row, on: ballots)
    #expect(judged.grounds == given.grounds)
    #expect(judged.votes == given.votes)
    #expect(judged.isDebatable == given.isDebatable)
    #expect(judged.isValid == given.grounds.isEmpty)
    #expect(!judged.isRuledValid)
  }

  @Test("A declared ground makes it invalid whatever its marks, which are judged as well", arguments: table)
  func declared(_ given: Case) {
    let ballots = Ballots(names: given.marks.count, seats: given.seats)
    var row = row(given.marks)
    if ballots.form == .strikeOut { row.against = row.against.map { _ in false } }
    row.declared = .signed
    let judged = Judgement(of: row, on: ballots)
    #expect(judged.grounds == given.grounds.union(.signed))
    #expect(!judged.isDebatable)
    row.clear()
    row.declared = .signed
    row.marksRead = false
    #expect(Judgement(of: row, on: ballots).grounds == .signed)
  }

  @Test(
    "A ruling makes a debatable ballot valid, with no vote for anyone, and changes no other", arguments: table
  )
  func ruled(_ given: Case) {
    let ballots = Ballots(names: given.marks.count, seats: given.seats)
    var row = row(given.marks)
    if ballots.form == .strikeOut { row.against = row.against.map { _ in false } }
    row.ruling = []
    let judged = Judgement(of: row, on: ballots)
    #expect(judged.isRuledValid == given.isDebatable)
    #expect(judged.isValid == (given.isDebatable || given.grounds.isEmpty))
    #expect(!judged.isRuledValid || judged.votes == 0)
  }

  @Test("The first ground in the order of the table counts, all are borne")
  func firstGround() {
    var recount = ContestRecount(Ballots(names: 3, seats: 1))
    recount.files = [ContestRecount.File(name: "a.csv")]
    var row = row("111")
    row.against = [false, false, false]
    row.declared = [.signed, .notIssued]
    row.count = 5
    recount.count(row, Judgement(of: row, on: recount.ballots), line: 7)
    let figures = TallyFigures(recount)
    #expect(figures.invalidByReason == ["notIssued": 5])
    #expect(figures.invalidBearing == ["notIssued": 5, "tooMany": 5, "signed": 5])
    #expect(recount.invalidPlaces[0] == [ContestRecount.Place(file: "a.csv", line: 7, isLine: true)])
    #expect((figures.valid, figures.invalid, figures.recorded) == (0, 5, 5))
  }
}
