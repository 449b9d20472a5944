import Elections
import Faults
import Foundation
import Machine
import Testing

@testable import Verification

/// The verifier's own reader of ballot files.
@Suite("Ballot files")
struct ReadingTests {
  /// The count of files in memory, in pieces of a size; the fault of the first that has one.
  static func read(_ files: [[UInt8]], names: Int, seats: Int, piece: Int = 1 << 20) -> Result<
    ContestRecount, ReadingFault
  > {
    var recount = ContestRecount(Ballots(names: names, seats: seats))
    var serials = SerialNumbers()
    for (index, bytes) in files.enumerated() {
      recount.files.append(ContestRecount.File(name: "\(index + 1).csv"))
      var text = BallotText(recount.ballots)
      do throws(ReadingFault) {
        for start in stride(from: 0, to: bytes.count, by: piece) {
          try text.take(Array(bytes[start..<min(bytes.count, start + piece)]), into: &recount, &serials)
        }
        try text.end(into: &recount, &serials)
      } catch {
        return .failure(error)
      }
    }
    return .success(recount)
  }

  @Test("Every way of writing, in pieces of any size", arguments: ReadableFile.all)
  func readable(_ given: ReadableFile) throws {
    for piece in [1, 2, 3, 7, 64, 1 << 20] where piece > 1 || given.files[0].count < 10_000 {
      let recount = try Self.read(given.files, names: given.names, seats: given.seats, piece: piece).get()
      #expect(recount.votes == given.votes)
      #expect(recount.valid == given.valid)
      #expect(recount.undervotes == given.seats * recount.valid - recount.votes.reduce(0, +))
      #expect(recount.nonVotes == given.names * recount.valid - recount.votes.reduce(0, +))
    }
  }

  @Test("What the counting side refuses is refused", arguments: RefusedFile.all)
  func refused(_ given: RefusedFile) throws {
    let files = try given.files.map { try readWhole(RefusedFile.folder + "/" + $0, limit: 1 << 20) }
    for piece in [3, 1 << 20] {
      guard case .failure(let fault) = Self.read(files, names: given.names, seats: given.seats, piece: piece)
      else {
        Issue.record("it was read")
        continue
      }
      #expect(!fault.problem.vi.isEmpty && fault.problem.vi != fault.problem.en)
    }
  }

  @Test(
    "A packed file that is damaged at once has the digest of all its bytes none the less",
    arguments: [0, (2 << 20) - 7])
  func damagedAtOnce(bytesBehind count: Int) throws {
    let folder = try Folder()
    let bytes = PackedHeader.mark + (0..<count).map { UInt8(truncatingIfNeeded: $0 / 1000) }
    try folder.write(bytes, to: "phieu.kpb")
    var recount = ContestRecount(Ballots(names: 3, seats: 3))
    var (serials, identities) = (SerialNumbers(), Set<FileIdentity>())
    let file = try BallotFile.read(
      folder["phieu.kpb"], name: "phieu.kpb", digest: .sha256, into: &recount, &serials,
      identities: &identities
    ).get()
    #expect(file.fault?.offset != nil && file.bytes == bytes.count)
    #expect(file.digest == SHA256.digest(of: bytes))
  }

  @Test("A separator is named by the letters sep and the sign =, and by nothing like it")
  func separatorNamed() {
    for (line, separator) in [
      ("sep=;", UInt8(ascii: ";")), ("SEP=,", UInt8(ascii: ",")), ("sep<;", nil), ("sep-;", nil),
      ("sep=x", nil),
      ("sap=;", nil), ("3ep=;", nil), ("sep=;;", nil),
    ] as [(String, UInt8?)] {
      #expect(BallotHeader.separatorNamed(by: Array(line.utf8).span) == separator, "\(line)")
    }
  }

  @Test("A doubled quote at the end of a line closes nothing", arguments: ["\"\"\"", "\"a\"\""])
  func unclosed(cell: String) {
    guard
      case .failure(let fault) = Self.read([Array("struck,invalid\n1,\(cell)\n".utf8)], names: 2, seats: 1)
    else {
      Issue.record("it was read")
      return
    }
    #expect(fault.problem.en == "a quoted cell does not end on its line")
  }

  @Test("The separator that is named holds, whatever the header looks like", arguments: [";", ","])
  func namedSeparator(separator: String) {
    let read = Self.read([Array("sep=\(separator)\nstruck,invalid\n1,\n".utf8)], names: 2, seats: 1)
    #expect(((try? read.get()) != nil) == (separator == ","))
  }

  @Test("No ballot of a row has a serial beyond the largest")
  func largestSerial() {
    let largest = ElectionLimits.count
    for (serial, count, isRead) in [
      (largest, 1, true), (largest + 1, 1, false), (largest - 1, 2, true), (largest, 2, false),
    ] {
      let read = Self.read([Array("serial,count,struck\n\(serial),\(count),1\n".utf8)], names: 2, seats: 1)
      #expect(((try? read.get()) != nil) == isRead, "\(serial), \(count)")
    }
  }

  @Test(
    "What is no number is shown: without a second column nothing separates cells, and a range has one dash",
    arguments: [("1,2", "1,2"), ("1-2-2", "2-2"), ("1-", ""), ("0", "0"), ("3", "3")])
  func noNumber(cell: String, shown: String) {
    guard case .failure(let fault) = Self.read([Array("struck\n\(cell)\n".utf8)], names: 2, seats: 1) else {
      Issue.record("it was read")
      return
    }
    #expect(fault.problem.en == "«\(shown)» is no number of the list (1 to 2)")
  }

  @Test(
    "A line has no more than 65,536 bytes, whether a line end follows or not", arguments: ["", "\n", "\r\n"])
  func longestLine(end: String) {
    for length in [65_536, 65_537] {
      var (lines, handed) = (TextLines(), 0)
      do throws(ReadingFault) {
        let take = { (line: Span<UInt8>, _: Int) throws(ReadingFault) in handed = line.count }
        try lines.take([UInt8](repeating: 0x20, count: length) + Array(end.utf8), take)
        try lines.end(take)
        #expect(length == 65_536 && handed == length)
      } catch {
        #expect(length == 65_537 && error.line == 1)
      }
    }
  }

  @Test(
    "There is no name with the number 0, and none without one",
    arguments: [("0,1,2", "0"), ("1,2,\"\"", ""), ("1,2,\"", "\""), ("1,2;3", "2;3")])
  func unknownColumn(header: String, column: String) {
    guard case .failure(let fault) = Self.read([Array("\(header)\n1,1,1\n".utf8)], names: 2, seats: 1) else {
      Issue.record("it was read")
      return
    }
    #expect(fault.problem.en == "the header has an unknown column: «\(column)»")
  }

  @Test("A text of two pieces and one byte is counted once, and its digest is that of all bytes")
  func severalPieces() throws {
    let (names, rows) = (1024, 1020)
    let header = (1...names).map(String.init).joined(separator: ",")
    let row = [String](repeating: "1", count: names - 2) + ["0", "0"]
    // Blanks around a name count for nothing.
    let text =
      header + String(repeating: " ", count: 8192 - header.utf8.count) + "\n"
      + String(repeating: row.joined(separator: ",") + "\n", count: rows)
    #expect(text.utf8.count == (2 << 20) + 1)
    let folder = try Folder()
    try folder.write(text, to: "phieu.csv")
    var recount = ContestRecount(Ballots(names: names, seats: names - 1))
    var (serials, identities) = (SerialNumbers(), Set<FileIdentity>())
    let file = try BallotFile.read(
      folder["phieu.csv"], name: "phieu.csv", digest: .sha256, into: &recount, &serials,
      identities: &identities
    ).get()
    #expect(file.fault == nil && file.bytes == text.utf8.count)
    #expect(file.digest == SHA256.digest(of: Array(text.utf8)))
    #expect(recount.valid == rows && recount.invalid == 0)
    #expect(recount.votes == [Int](repeating: rows, count: names - 2) + [0, 0])
  }

  @Test("There are many of them")
  func refusedCases() {
    #expect(RefusedFile.all.count > 80)
  }

  @Test(
    "Faults name the line",
    arguments: [
      ("struck\n3\n134\n", 3), ("struck\n\n3\n", 2), ("serial,struck\n1,3\n2,4\n1,5\n", 4), ("struk\n1\n", 1),
      ("struck\n3 2-4\n", 2), ("struck\n9-7\n", 2), ("struck\n=\n7-Sep\n", 3),
      ("struck,invalid\n3,markd\n", 2),
      ("struck,count\n3,0\n", 2), ("sep=;\nstruck\n3;\n", 3), ("struck\n1\r", 2),
      ("struck,ruling\n3,\"valid:\"\"ok\"\"\"\n", 2),
      ("struck\n" + String(repeating: " ", count: 65_537), 2),
      ("struck\n" + String(repeating: " ", count: 65_538), 2),
      ("struck\n1 2 3 4\n" + String(repeating: " ", count: 70_000), 3),
      ("struck\n" + String(repeating: " ", count: 65_537) + "\n3\n", 2),
      // Right but for its length: the last byte of 65,537 is the number's.
      ("struck\n" + String(repeating: " ", count: 65_536) + "3", 2),
      ("struck\n" + String(repeating: " ", count: 65_536) + "3\n", 2),
      ("struck\n" + String(repeating: " ", count: 90_000) + "3\n", 2),
      ("struck,ruling\n3,ok\n", 2), ("struck,ruling\n3,\"valid:\"\"ok\"\" x\"\n", 2),
    ])
  func lines(text: String, line: Int) {
    guard case .failure(let fault) = Self.read([Array(text.utf8)], names: 9, seats: 5) else {
      Issue.record("it was read")
      return
    }
    #expect(fault.line == line)
  }

  @Test("Words of any script, in UTF-16 too, up to a thousand characters", arguments: [false, true])
  func words(isWide: Bool) throws {
    func other(_ words: String) -> [String]? {
      let text = "struck,invalid\n1,\"other:\"\"\(words)\"\"\"\n"
      guard
        case .success(let recount) = Self.read([isWide ? utf16(text) : Array(text.utf8)], names: 3, seats: 1)
      else { return nil }
      return recount.otherWords.sorted().words.map(\.text)
    }
    for words in ["rách 😀", "\u{2A6D6}\u{10000}", String(repeating: "ả", count: 1000)] {
      #expect(other(words) == [words])
    }
    #expect(other(String(repeating: "ả", count: 1001)) == nil)
  }

  @Test("The first five places of each kind are kept")
  func places() throws {
    let rows = String(repeating: "=,1 2,\n", count: 8) + String(repeating: ",,signed\n", count: 7)
    let text = "agree,disagree,invalid\n" + rows
    let recount = try Self.read([Array(text.utf8)], names: 2, seats: 2).get()
    #expect(recount.debatable == 8 && recount.debatablePlaces.map(\.line) == Array(2...6))
    #expect(
      recount.invalidPlaces.map { $0.map(\.line) }.filter { !$0.isEmpty } == [Array(2...6), Array(10...14)])
  }

  @Test("Serials in more disorder than can be kept, and more ballots than there can be, are refused")
  func limits() throws {
    let ballots = Ballots(names: 3, seats: 1)
    func fault(
      _ text: String, _ recount: ContestRecount, _ serials: SerialNumbers = SerialNumbers()
    ) -> ReadingFault? {
      var (recount, serials, file) = (recount, serials, BallotText(ballots))
      recount.files.append(ContestRecount.File(name: "1.csv"))
      do throws(ReadingFault) {
        try file.take(Array(text.utf8), into: &recount, &serials)
        try file.end(into: &recount, &serials)
        return nil
      } catch {
        return error
      }
    }
    var serials = SerialNumbers()
    for number in 1...200_000 { try serials.add(bundle: nil, first: 2 * number, count: 1) }
    var recount = ContestRecount(ballots)
    #expect(fault("serial,struck\n1,1 2\n", recount, serials)?.line == 2)
    #expect(fault("serial,struck\n400001,1 2\n", recount, serials) == nil)
    recount.valid = ElectionLimits.count - 1
    #expect(fault("struck\n1 2\n", recount) == nil)
    #expect(fault("struck\n1 2\n1 2\n", recount)?.line == 3)
  }

  @Test(
    "Damaged UTF-16 is refused",
    arguments: [[0xFF, 0xFE, 0x31], [0xFF, 0xFE, 0x00, 0xD8, 0x31, 0x00], [0xFF, 0xFE, 0x00, 0xDC]]
      as [[UInt8]])
  func damagedUTF16(bytes: [UInt8]) {
    if case .success = Self.read([utf16("struck\n") + bytes.dropFirst(2)], names: 3, seats: 1) {
      Issue.record("it was read")
    }
  }
}
