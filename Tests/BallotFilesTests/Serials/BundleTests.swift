import BallotFiles
import Faults
import Tallying
import TestSupport
import Testing

/// Bundles that stand in two files, and what each file holds, compared with a plain look at every row.
@Suite("Bundles of several files")
struct BundleTests {
  /// Headers with a bundle; `B`, `S` and `C` stand for its number, a serial of the row's own and how many ballots it stands for.
  private static let layouts = [
    ("bundle,struck", "B,M"), ("bundle,serial,struck", "B,S,M"), ("serial,bundle,struck,invalid", "S,B,M,"),
    ("struck,bundle", "M,B"), ("bundle,count,struck", "B,C,M"), ("bundle,struck,serial", "B,M,S"),
  ]

  private struct Row {
    var bundle: Int
    var isValid: Bool
    var count: Int
  }

  /// Rows in bundles as they come from a stack, now and then in disorder.
  private static func rows(_ random: inout SeededGenerator, first: Int) -> [Row] {
    var bundle = first
    let oddness = Int.random(in: 1...80, using: &random)
    return (0..<Int.random(in: 0...300, using: &random)).map { _ in
      if random.happens(1, outOf: oddness) { bundle += random.happens(1, outOf: 6) ? -1 : 1 }
      return Row(
        bundle: max(0, bundle), isValid: random.happens(5, outOf: 6),
        count: random.happens(1, outOf: 9) ? Int.random(in: 2...7, using: &random) : 1)
    }
  }

  @Test("Whatever the columns and the pieces", arguments: 0..<120)
  func oracle(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    var serial = 0
    var (texts, files): ([String], [[Row]]) = ([], [])
    for _ in 0..<Int.random(in: 1...4, using: &random) {
      let (header, row) = Self.layouts.randomElement(using: &random) ?? Self.layouts[0]
      let hasCount = row.contains("C")
      var rows = Self.rows(&random, first: Int.random(in: 0...12, using: &random))
      if !hasCount { for i in rows.indices { rows[i].count = 1 } }
      let lines = rows.map { value in
        serial += 1
        return row.map { letter in
          switch letter {
          case "B": String(value.bundle)
          case "S": String(serial)
          case "C": String(value.count)
          case "M": value.isValid ? "1" : "="
          default: String(letter)
          }
        }.joined()
      }
      texts.append(([header] + lines).joined(separator: "\n") + "\n")
      files.append(rows)
    }
    var first: [Int: FaultPlace] = [:]
    var expected: [RepeatedBundle] = []
    for (file, rows) in files.enumerated() {
      for (index, row) in rows.enumerated() {
        let place = FaultPlace(file: "\(file + 1).csv", line: index + 2)
        guard let known = first[row.bundle] else {
          first[row.bundle] = place
          continue
        }
        let isKnown = expected.contains { $0.bundle == row.bundle && $0.again.file == place.file }
        if known.file != place.file, !isKnown {
          expected.append(RepeatedBundle(bundle: row.bundle, first: known, again: place))
        }
      }
    }
    let input = BallotInput(names: 4, seats: 3, bytes: texts.map { Array($0.utf8) })
    for manner in [
      BallotInput.Manner(), .init(pieceSize: 1), .init(pieceSize: 97, jobs: 2),
      .init(pieceSize: 512, inChunks: true),
    ] {
      let reading = input.read(manner)
      #expect(reading.faults.isEmpty)
      #expect(reading.repeatedBundles == expected, "\(manner)")
      #expect(reading.files.map(\.ballots) == files.map { $0.reduce(0) { $0 + $1.count } })
      #expect(reading.files.map(\.valid) == files.map { $0.reduce(0) { $0 + ($1.isValid ? $1.count : 0) } })
      #expect(reading.files.reduce(0) { $0 + $1.valid } == reading.tally.valid)
    }
  }
}
