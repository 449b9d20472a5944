import BallotFiles
import Elections
import Faults
import Foundation
import Tallying
import TestSupport
import Testing

/// Files that are as the format says, and what they count.
struct GoodCase: Sendable, CustomTestStringConvertible {
  let testDescription: String
  let input: BallotInput
  let votes: [Int]
  let valid: Int
  var invalid: [InvalidityGround: Int] = [:]
  var debatable = 0
  var ruledValid = 0
  var rows: [Int]

  init(
    _ what: String, _ input: BallotInput, votes: [Int], valid: Int, invalid: [InvalidityGround: Int] = [:],
    debatable: Int = 0, ruledValid: Int = 0, rows: Int...
  ) {
    testDescription = what
    self.input = input
    self.votes = votes
    self.valid = valid
    self.invalid = invalid
    self.debatable = debatable
    self.ruledValid = ruledValid
    self.rows = rows
  }
}

@Suite("Dialects of ballot files")
struct DialectTests {
  @Test("Each way of writing counts as it should", arguments: GoodCase.all)
  func counted(_ good: GoodCase) {
    let reading = good.input.read()
    let tally = reading.tally
    #expect(reading.faultLines == [])
    #expect(tally.votes == good.votes)
    #expect(tally.valid == good.valid)
    #expect(tally.recorded == good.valid + good.invalid.values.reduce(0, +))
    for ground in InvalidityGround.allCases {
      #expect(tally.invalidByFirstGround[ground.index] == good.invalid[ground, default: 0], "\(ground)")
    }
    #expect(tally.debatable == good.debatable)
    #expect(tally.ruledValid == good.ruledValid)
    #expect(reading.files.map(\.rows) == good.rows)
    #expect(reading.files.map(\.bytes) == good.input.files.map(\.bytes.count))
    #expect(reading.files.map(\.ballots).reduce(0, +) == tally.recorded)
  }

  @Test("The words of the board, with the ballots that bear them")
  func words() {
    let reading = BallotInput(
      names: 2, seats: 2,
      #"""
      agree,disagree,invalid,ruling,count
      ,,"other:""rách, nát""",,3
      =,=,"marked other:""bẩn""",,1
      ,,"other:""rách, nát"" signed",,1
      =,1 2,,"valid:""ý kiến rõ""",4
      =,=,,"valid:""a  b""",1
      """#
    ).read()
    #expect(reading.faultLines == [])
    #expect(reading.otherWords.all.map(\.words) == ["bẩn", "rách, nát"])
    #expect(reading.otherWords.all.map(\.ballots) == [1, 4])
    #expect(reading.rulingWords.all.map(\.words) == ["a  b", "ý kiến rõ"])
    #expect(reading.rulingWords.all.map(\.ballots) == [1, 4])
    #expect(reading.tally.ruledValid == 5)
    // The ballots whose marks were read bear the ground that their marks show.
    #expect(reading.tally.invalidBearing[InvalidityGround.nobody.index] == 1)
    #expect(reading.tally.invalidBearing[InvalidityGround.other.index] == 5)
  }

  @Test("Words that only look alike are kept apart, in byte order")
  func wordsAlike() {
    let composed = "rách".precomposedStringWithCanonicalMapping
    let decomposed = "rách".decomposedStringWithCanonicalMapping
    let rows = [composed, decomposed, composed].map { "=,\"other:\"\"\($0)\"\"\"\n" }.joined()
    let words = BallotInput(names: 9, seats: 5, "struck,invalid\n" + rows).read().otherWords.all
    #expect(words.map { Array($0.words.utf8) } == [decomposed, composed].map { Array($0.utf8) })
    #expect(words.map(\.ballots) == [1, 2])
  }

  @Test("Of more than a thousand different words the first are kept")
  func manyWords() {
    var random = SeededGenerator(seed: 3)
    let rows = (0..<1200).shuffled(using: &random).map { "=,\"other:\"\"\(10_000 + $0)\"\"\"\n" }.joined()
    let words = BallotInput(names: 9, seats: 5, "struck,invalid\n" + rows + rows).read().otherWords
    #expect(words.all.map(\.words) == (0..<1000).map { String(10_000 + $0) })
    #expect(words.all.allSatisfy { $0.ballots == 2 })
    #expect(words.others == 400)
  }

  @Test("A name of a column is known in any case, composed or not", arguments: [false, true])
  func columnNames(decomposed: Bool) {
    let names = [
      ("xấp", "bundle"), ("số phiếu", "serial"), ("gạch", "struck"), ("không hợp lệ", "invalid"),
      ("số lượng", "count"),
      ("phán quyết", "ruling"),
    ]
    for language in 0..<2 {
      let header = names.map { language == 0 ? $0.0 : $0.1 }.joined(separator: ";")
      for text in [header, header.uppercased(), header.capitalized] {
        let written = decomposed ? text.decomposedStringWithCanonicalMapping : text
        let reading = BallotInput(names: 3, seats: 1, written + "\n1;1;2 3;;2;\n").read()
        #expect(reading.faultLines == [])
        #expect(reading.tally.votes == [2, 0, 0])
      }
    }
  }
}
