import BallotFiles
import Faults
import Tallying
import TestSupport
import Testing

/// However a file is cut into pieces and on however many cores it is read, it says the same.
@Suite("Manners of reading")
struct MannerTests {
  static let few: [BallotInput.Manner] =
    [1, 2, 3, 7, 64, 4096].map { .init(pieceSize: $0) }
    + [(1, 2), (7, 3), (64, 8), (4096, 2), (1 << 20, 8)].map { .init(pieceSize: $0.0, jobs: $0.1) }
    + [(4096, 1), (1 << 20, 3)].map { .init(pieceSize: $0.0, jobs: $0.1, shortReads: 5) }
    + [(3, 1), (64, 3), (1000, 1), (4096, 2), (1 << 20, 2)].map {
      .init(pieceSize: $0.0, jobs: $0.1, inChunks: true)
    }

  static let many: [BallotInput.Manner] = [1, 2, 3, 7, 64, 4096, 1 << 20].flatMap { size in
    [1, 2, 3, 8].flatMap { jobs in
      [nil, 1].map { BallotInput.Manner(pieceSize: size, jobs: jobs, shortReads: $0) }
        + [.init(pieceSize: size, jobs: jobs, inChunks: true)]
    }
  }

  @Test("Bad files", arguments: BadCase.all)
  func bad(_ bad: BadCase) {
    expectSame(bad.input, Self.many)
  }

  @Test("Good files", arguments: GoodCase.all)
  func good(_ good: GoodCase) {
    expectSame(good.input, Self.many)
  }

  @Test("Long files of good and bad rows", arguments: Mix.all)
  func mixed(_ mix: Mix) {
    expectSame(mix.input, Self.few)
  }

  @Test("Thousands of faults, and serials that were entered twice", arguments: [4096, 30_000, 100_000])
  func thousands(pieceSize: Int) {
    // More kinds of faults than are kept, ten of each in turn, then the same again.
    let faults = (0..<2600).map { "\($0),\(500 + $0 % 260)\n" }.joined()
    let serials = (0..<2600).map { "\($0),3\n" }.joined()
    let input = BallotInput(names: 9, seats: 5, "serial,struck\n" + faults + serials + faults)
    expectSame(
      input,
      [
        .init(pieceSize: pieceSize), .init(pieceSize: pieceSize, jobs: 3),
        .init(pieceSize: pieceSize, jobs: 2, inChunks: true),
      ])
  }

  @Test("The first faults are listed and all are counted", arguments: few)
  func firstFaults(manner: BallotInput.Manner) {
    guard manner.pieceSize >= 64 else { return }
    let count = 3000
    // Every line has a fault of its own, and one that all share.
    let lines = (0..<count).map { "\(1000 + $0) x\n" }.joined()
    let reading = BallotInput(names: 9, seats: 5, "struck\n" + lines).read(manner)
    let own = (2...1001).map { "B025 \($0):1 «\($0 + 998)»" }
    let shared = (2...11).map { "B024 \($0):6 «x»" }
    let expected = zip(own, shared).flatMap { [$0, $1] } + own.dropFirst(10)
    #expect(reading.faultLines == Array(expected.prefix(FaultLog.listedAtMost)))
    #expect(reading.faults.count == 2 * count)
    #expect(reading.files[0].faultyRows == count)
  }

  /// An empty line is passed over like a faulty one, and is none of the faulty ones that are known. A line of a single cell has no separator.
  @Test(
    "Empty lines among faults that are not listed",
    arguments: [
      ("agree,disagree,invalid", 3, 3, "1,2,", "1 1,=,", "x,=,"), ("struck", 9, 5, "1 2 3 4", "1 1", "x"),
      ("serial,struck", 9, 5, "#,1 2 3 4", "#,1 1", "#,x"), ("1,2,3,4", 4, 2, "1,0,1,0", "1,0,1", "1,0,x,1"),
      ("serial,1,2,3,4", 4, 2, "#,1,0,1,0", "#,1,0,1", "#,1,0,x,1"), ("1", 1, 1, "1", "1,1", "x"),
      ("serial,1", 1, 1, "#,1", "#,1,1", "#,x"), ("bundle,struck", 9, 5, "#,1 2 3 4", "#,1 1", "#,x"),
    ])
  func emptyLines(header: String, names: Int, seats: Int, usual: String, odd: String, bad: String) {
    var random = SeededGenerator(seed: UInt64(names))
    // So many different faults stand first that none of those behind is listed.
    let first = (0..<1100).flatMap { [usual, usual, bad.replacing("x", with: "x\($0)")] }
    let rest =
      (0..<6000).map { _ in
        random.happens(9, outOf: 10) ? usual : [odd, bad, "", "\r"].randomElement(using: &random) ?? ""
      } + [usual]
    func text(_ lines: [String]) -> String {
      ([header] + lines.enumerated().map { $1.replacing("#", with: "\($0 + 1)") }).map { $0 + "\n" }.joined()
    }
    var input = BallotInput(names: names, seats: seats, text(first + rest))
    // Of bundles that stand in two files it is said on which lines they begin.
    if header.hasPrefix("bundle") {
      input.files.append(.init(name: "again", bytes: Array(text(rest).utf8)))
      #expect(input.read().repeatedBundles.count == FaultLog.listedAtMost)
    }
    // No line of smaller pieces is passed over.
    expectSame(input, Self.few.filter { $0.pieceSize >= 64 })
  }

  /// Lines that are not as predicted are passed over, where those behind them are, and read by themselves. With quotes around the serial no line
  /// is as usual, so that all are read by themselves.
  @Test(
    "Odd rows among thousands of usual ones",
    arguments: ["matrix", "struck", "agree", "matrix of agreement", "bundles"], [5, 40, 200])
  func odd(layout: String, oneIn: Int) {
    var random = SeededGenerator(seed: UInt64(oneIn))
    let seats = layout.hasPrefix("agree") || layout.hasSuffix("agreement") ? 4 : 2
    let header: (String) =
      switch layout {
      case "matrix", "matrix of agreement": "serial,invalid,1,2,3,4"
      case "agree": "serial,agree,disagree,invalid"
      case "bundles": "bundle,serial,struck"
      default: "serial,struck"
      }
    func any(_ choices: [String]) -> String { choices.randomElement(using: &random) ?? "" }
    var serial = 0
    // In one of the cases so many different faults stand first that those behind them are counted and not listed.
    let rows = (0..<11_000).map { index -> (serial: String, rest: String, before: String) in
      serial += random.happens(1, outOf: 8 * oneIn) ? Int.random(in: 0...2, using: &random) : 1
      let isOdd = random.happens(1, outOf: oneIn)
      let before = layout == "bundles" ? "\(index / 3000)," : ""
      if oneIn == 40, index < 2050 {
        let odd =
          layout.hasPrefix("matrix") ? ",1,0,x\(index),1" : layout == "agree" ? "1,x\(index)," : "x\(index)"
        return ("\(serial)", odd, before)
      }
      switch layout {
      case "matrix", "matrix of agreement":
        let usual = any([",1,0,1,0", ",0,0,1,1", ",1,1,0,0"])
        return (
          "\(serial)",
          isOdd
            ? any([",1,0,x,0", ",1,0,1", ",1,0,1,0,1", ",,0,1,1", "signed,1,1,0,0", ",1,0,b,n", ",1,01,1,1"])
            : usual, ""
        )
      case "agree":
        return (
          "\(serial)",
          isOdd
            ? any(["1 2,x,", "1 1,,", ",,marked", "1.3,2,", "1-2,3 4", "=,=,"])
            : any(["1 2,3 4,", "1-3,4,"]), ""
        )
      default:
        return (
          "\(serial)",
          isOdd ? any(["5", "x", "1.3", "=", "4 1", "1-2-3", "0", "", "2,"]) : any(["1 2", "3 4", "1-2"]),
          before
        )
      }
    }
    func input(quoted: Bool) -> BallotInput {
      let quote = quoted ? "\"" : ""
      let lines = rows.map { "\($0.before)\(quote)\($0.serial)\(quote),\($0.rest)\n" }.joined()
      return BallotInput(names: 4, seats: seats, header + "\n" + lines)
    }
    let manners: [BallotInput.Manner] = [
      .init(), .init(pieceSize: 10_000, jobs: 2), .init(pieceSize: 30_000, jobs: 2, inChunks: true),
    ]
    expectSame(input(quoted: false), manners)
    let (usual, exact) = (input(quoted: false).read(), input(quoted: true).read())
    #expect(usual.tally == exact.tally)
    #expect(usual.faults.totals == exact.faults.totals)
    #expect(usual.files.map(\.faultyRows) == exact.files.map(\.faultyRows))
    #expect(usual.repeatedBundles == exact.repeatedBundles)
    // The texts of some have the quotes, and others are identical then.
    let listed = [usual, exact].map { $0.faults.listed.filter { $0.code != .wrongNumberOfCells }.prefix(150) }
    #expect(listed[0].map(\.code) == listed[1].map(\.code))
    #expect(listed[0].map(\.place.line) == listed[1].map(\.place.line))
  }

  /// A row with a wrong number of cells has no serial, so that another may have it.
  @Test(
    "A serial of a faulty row counts as the exact reader says, also where it does not read the row",
    arguments: [true, false])
  func serialsOfFaultyRows(isMatrix: Bool) {
    // More than are listed.
    let faults = (0..<2100).map { isMatrix ? "\($0),1,0,x\($0),1" : "\($0),x\($0)" }
    let rows = (3000..<3400).map { serial in
      switch serial % 20 {
      case 7: isMatrix ? "\(serial),1,0,1" : "\(serial),2,"
      case 14: isMatrix ? "\(serial),1,0,,0" : "\(serial),1 1"
      default: isMatrix ? "\(serial),1,0,1,0" : "\(serial),2 3"
      }
    }
    let again = (3000..<3400).filter { $0 % 20 == 7 || $0 % 20 == 14 }.map {
      isMatrix ? "\($0),1,0,1,0" : "\($0),2 3"
    }
    let header = isMatrix ? "serial,1,2,3,4" : "serial,struck"
    let text = ([header] + faults + rows + again).map { $0 + "\n" }.joined()
    for manner in [.init(), .init(pieceSize: 4096, jobs: 2, inChunks: true)] as [BallotInput.Manner] {
      let reading = BallotInput(names: 4, seats: 2, text).read(manner)
      #expect(reading.faults.totals[.wrongNumberOfCells] == 20)
      #expect(reading.faults.totals[.serialRepeated] == 20)
      #expect(reading.files[0].faultyRows == 2100 + 60)
    }
  }

  private func expectSame(_ input: BallotInput, _ manners: [BallotInput.Manner]) {
    let expected = Snapshot(input.read())
    for manner in manners {
      let found = Snapshot(input.read(manner))
      guard found == expected else {
        Issue.record("with \(manner): \(found) and not \(expected)")
        return
      }
    }
  }
}

@Suite("Rows and files")
struct RowTests {
  @Test("Every line between the header and the end is a row", arguments: Mix.all)
  func rows(_ mix: Mix) {
    guard mix.kind != .tooLong && mix.kind != .utf16 && mix.kind != .damaged16 else { return }
    let reading = mix.input.read()
    for (file, read) in zip(mix.input.files, reading.files) {
      var lines = file.bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
      while let last = lines.last, last.isEmpty || last == [13] { lines.removeLast() }
      #expect(read.rows == lines.count - 1)
      let faulty = Set(reading.faults.listed.filter { $0.place.file == file.name }.map(\.place.line))
      #expect(read.faultyRows >= faulty.count)
      #expect((0...read.rows).contains(read.ballotRows))
    }
    #expect(reading.files.map(\.ballots).reduce(0, +) == reading.tally.recorded)
  }

  @Test(
    "One file or its rows in several files say the same",
    arguments: [Mix.Kind.struck, .chosen, .agree, .matrix, .bundles], [2, 3, 10])
  func split(kind: Mix.Kind, count: Int) {
    let whole = Mix(kind, seed: 9, rows: 200, emptyLines: false).input
    let lines = whole.files[0].bytes.split(separator: UInt8(ascii: "\n")).map {
      Array($0) + [UInt8(ascii: "\n")]
    }
    var parts = whole
    parts.files = (0..<count).map { part in
      let rows = lines.dropFirst()[(1 + part * 200 / count)..<(1 + (part + 1) * 200 / count)]
      return .init(name: "part \(part)", bytes: lines[0] + rows.joined())
    }
    let (one, several) = (whole.read(), parts.read())
    #expect(one.tally == several.tally)
    #expect(one.otherWords == several.otherWords)
    #expect(one.rulingWords == several.rulingWords)
    #expect(one.faults.totals == several.faults.totals)
    #expect(one.faults.listed.map(\.code) == several.faults.listed.map(\.code))
    #expect(one.faults.listed.map(\.text) == several.faults.listed.map(\.text))
    #expect(one.files.map(\.rows).reduce(0, +) == several.files.map(\.rows).reduce(0, +))
    #expect(one.files.map(\.faultyRows).reduce(0, +) == several.files.map(\.faultyRows).reduce(0, +))
  }
}
