import BallotFiles
import Faults
import Machine
import Tallying
import Testing

@testable import Verification

/// Packed files that somebody changed and closed again by the right check values: what they say must fit together all the same.
@Suite("Forged packed files")
struct PackedFaultTests {
  /// A file in memory, cut off or not readable beyond a place.
  private struct Source: PositionedSource {
    var bytes: [UInt8]
    var unreadable = Int.max
    var size: Int { bytes.count }

    func read(at offset: Int, count: Int, into buffer: inout [UInt8]) throws(FileFailure) {
      if offset + count > unreadable { throw FileFailure(.read, path: "phieu.kpb", errno: 5) }
      buffer += bytes[offset..<offset + count]
    }
  }

  /// The parts of the sample: a header, one block, its status, the words of one declaration and one ruling, papers.
  private static let names = 3
  private static let block = 192
  private static let status = block + 6 * 512 + 64
  private static let words = status + 7 * 512 + 64

  private static func number(_ bytes: [UInt8], _ at: Int) -> Int {
    (0..<8).reduce(0) { $0 | Int(bytes[at + $1]) << (8 * $1) }
  }

  private static func put(_ value: UInt64, _ at: Int, _ bytes: inout [UInt8]) {
    for index in 0..<8 { bytes[at + index] = UInt8(truncatingIfNeeded: value >> UInt64(8 * index)) }
  }

  /// The check value, after its definition in the documentation of the format.
  private static func checkValue(_ bytes: ArraySlice<UInt8>) -> UInt64 {
    let multiplier: UInt64 = 0x9E37_79B9_7F4A_7C15
    var lanes: [UInt64] = [1, 2, 3, 4, 5, 6, 7, 8]
    for index in 0..<bytes.count / 8 {
      var word: UInt64 = 0
      if index < bytes.count / 8 - 1 {
        for at in 0..<8 { word |= UInt64(bytes[bytes.startIndex + 8 * index + at]) << UInt64(8 * at) }
      }
      lanes[index % 8] = (lanes[index % 8] ^ word) &* multiplier
    }
    return lanes.reduce(0) { value, lane in
      let product = (value ^ lane) &* multiplier
      return product ^ product >> 32
    }
  }

  /// The file with all check values right.
  private static func closed(_ bytes: [UInt8]) -> [UInt8] {
    var bytes = bytes
    var values: [UInt8] = []
    let papers = number(bytes, 72)
    for (start, end) in [(block, status), (status, words), (words, papers), (papers, bytes.count)] {
      if start < end { put(checkValue(bytes[start..<end]), end - 8, &bytes) }
      values += start < end ? bytes[(end - 8)..<end] : [0, 0, 0, 0, 0, 0, 0, 0]
    }
    bytes.replaceSubrange(96..<128, with: SHA256.digest(of: values).bytes)
    put(checkValue(bytes[..<192]), 184, &bytes)
    return bytes
  }

  private static func sample() throws -> [UInt8] { try PackedSample.folder().bytes("phieu.kpb") }

  private static func read(
    _ source: consuming Source, names: Int = names, seats: Int = names, pieceSize: Int = 1 << 20
  ) -> Result<ContestRecount, PackedFailure> {
    let ballots = Ballots(names: names, seats: seats)
    var recount = ContestRecount(ballots)
    recount.files.append(ContestRecount.File(name: "phieu.kpb"))
    var file = PackedBallotFile(source, ballots, digest: ContentDigest(.sha256), pieceSize: pieceSize)
    do throws(PackedFailure) {
      _ = try file.count(into: &recount)
      return .success(recount)
    } catch {
      return .failure(error)
    }
  }

  /// Where the fault of a file is; `nil` where it is read.
  private static func fault(
    _ bytes: [UInt8], names: Int = names, seats: Int = names, pieceSize: Int = 1 << 20
  ) -> Int? {
    let read = read(Source(bytes: bytes), names: names, seats: seats, pieceSize: pieceSize)
    guard case .failure(.fault(let fault)) = read else { return nil }
    return fault.offset
  }

  @Test("The sample is read, and closing it again changes nothing")
  func sampleIsRead() throws {
    let bytes = try Self.sample()
    #expect(Self.closed(bytes) == bytes)
    let recount = try Self.read(Source(bytes: bytes)).get()
    #expect(recount.votes == [1, 2, 1] && recount.valid == 3 && recount.invalid == 4)
    #expect(recount.ruledValid == 1 && recount.debatable == 3)
    for pieceSize in [64, 128, 192] {
      let again = try Self.read(Source(bytes: bytes), pieceSize: pieceSize).get()
      #expect(again.votes == recount.votes && again.ruledValid == recount.ruledValid)
      #expect(again.otherWords.sorted().words.map(\.text) == ["rách, mất góc"])
      #expect(again.rulings.sorted().words.map(\.text) == ["cả ban đồng ý"])
    }
  }

  @Test("Many words are no fault: a row may stand for a million ballots that bear some")
  func manyWords() throws {
    var bytes = Array(try Self.sample()[..<192])
    let (ballots, blocks, size) = (1_000_000, 245, 96_000_064)
    let status = 192 + blocks * (6 * 512 + 64)
    let words = status + blocks * (7 * 512 + 64)
    let fields = [ballots, blocks, blocks, status, words, size, words + size, 0, words + size]
    for (index, field) in fields.enumerated() { Self.put(UInt64(field), 24 + 8 * index, &bytes) }
    Self.put(Self.checkValue(bytes[...]), 184, &bytes)
    let papers = Ballots(names: Self.names, seats: Self.names)
    #expect(throws: Never.self) { try PackedHeader(bytes, fileSize: words + size, papers) }
  }

  /// What is changed, and where the fault is then.
  struct Change: Sendable, CustomTestStringConvertible {
    var testDescription: String
    var fault: Int
    var change: @Sendable (inout [UInt8]) -> Void

    init(_ what: String, at fault: Int, _ change: @escaping @Sendable (inout [UInt8]) -> Void) {
      (testDescription, self.fault, self.change) = (what, fault, change)
    }

    /// A word of eight bytes at a place.
    static func word(_ what: String, _ place: Int, _ value: UInt64, at fault: Int) -> Change {
      Change(what, at: fault) { put(value, place, &$0) }
    }
  }

  private static let trailer = status - 64
  private static let statusTrailer = words - 64

  static let changes: [Change] = [
    Change("another version", at: 8) { $0[8] = 2 },
    Change("another form", at: 16) { $0[16] = 0 },
    Change("more names", at: 16) { $0[20] = 4 },
    Change("a header of another size", at: 0) { $0[12] = 191 },
    Change("something where zeros belong", at: 0) { $0[130] = 1 },
    .word("more ballots than there can be", 24, 1_000_000_000_001, at: 24),
    .word("ballots beyond the block", 24, 4097, at: 24), .word("a negative number", 24, ~0, at: 24),
    .word("one block more", 32, 2, at: 24), .word("more status blocks than blocks", 40, 2, at: 24),
    .word("a status elsewhere", 48, UInt64(status + 64), at: 24),
    .word("words elsewhere", 56, UInt64(words + 64), at: 24), .word("no words", 64, 0, at: 24),
    .word("words of an odd size", 64, 65, at: 24), .word("papers elsewhere", 72, UInt64(words), at: 24),
    .word("papers of an odd size", 80, 65, at: 24), .word("another size of the file", 88, 64, at: 24),
    .word("fewer ballots than have marks", 24, 6, at: block),
    .word("the second block", trailer, 1, at: block), .word("of eight ballots", trailer + 8, 8, at: block),
    .word("a block without its status", trailer + 16, 0, at: status),
    .word("a block with the second status", trailer + 16, 2, at: block),
    .word("something behind a block", trailer + 24, 1, at: block),
    .word("something at the end of a block", trailer + 48, 1, at: block),
    Change("a mark of a ballot that there is not", at: block) { $0[block] |= 0x80 },
    .word("another status", statusTrailer, 1, at: status),
    .word("something behind a status", statusTrailer + 8, 1, at: status),
    .word("something at the end of a status", statusTrailer + 48, 1, at: status),
    Change("a status of a ballot that there is not", at: status) { $0[status] |= 0x80 },
    Change("a ruling on a ballot that is not debatable", at: status) { $0[status + 6 * 512] |= 1 },
    Change("marks left unread of a ballot that nothing is declared of", at: status) {
      $0[status + 5 * 512] |= 0x10
    },
    Change("marks on a ballot whose marks were left unread", at: status) { $0[status + 5 * 512] |= 0x08 },
    .word("words of another ballot", words, 0, at: words),
    Change("words for something else", at: words) { $0[words + 8] = 1 },
    Change("words that reach beyond their end", at: words) { $0[words + 15] = 0x7F },
    Change("words that leave no room for the next", at: words + 112) { bytes in
      bytes[words + 12] = 96
      for at in 0..<96 { bytes[words + 16 + at] = 0x61 }
    },
    Change("words that reach to the end", at: words + 120) { bytes in
      bytes[words + 12] = 104
      for at in 0..<104 { bytes[words + 16 + at] = 0x61 }
    },
    Change("words with a control character", at: words) { $0[words + 16] = 7 },
    Change("words that are not UTF-8", at: words) { $0[words + 16] = 0xFF },
    Change("another number of words", at: words + 16 + 24) { put(0, words + 16 + 24, &$0) },
    Change("something behind the words", at: words + 2 * 16 + 24 + 24) { bytes in
      bytes[PackedFaultTests.number(bytes, 72) - 16] = 1
    },
  ]

  @Test(
    "Whatever does not fit is a fault with its place, though every check value is right", arguments: changes)
  func forged(_ change: Change) throws {
    let bytes = try Self.sample()
    var forged = bytes
    change.change(&forged)
    #expect(forged != bytes)
    for pieceSize in [1 << 20, 64, 128] {
      #expect(Self.fault(Self.closed(forged), pieceSize: pieceSize) == change.fault)
    }
  }

  /// What counting finds in a file must be what verifying finds, or a right result would not be certified.
  @Test("Counting refuses the same files", arguments: changes)
  func counted(_ change: Change) throws {
    var bytes = try Self.sample()
    #expect(try Self.faultsOfCounting(bytes) == 0)
    change.change(&bytes)
    #expect(try Self.faultsOfCounting(Self.closed(bytes)) == 1)
  }

  private static func faultsOfCounting(_ bytes: [UInt8]) throws -> Int {
    var reader = BallotSetReader(BallotStyle(names: names, seats: names))
    #expect(try reader.readPacked(Source(bytes: bytes), name: "phieu.kpb"))
    return reader.finish().faults.count
  }

  @Test(
    "Of several blocks each is counted once, with its own status, and a fault is told where its block begins")
  func severalBlocks() throws {
    let (full, last) = (4096, 77)
    // The board declared something in the first block and in the last.
    let declared = [5: #""other:""rách""""#, 3 * full + 70: #""other:""tẩy xóa""""#]
    var text = "serial,agree,disagree,invalid\n"
    for ballot in 0..<3 * full + last {
      text += "\(ballot + 1),\(ballot % 3 + 1),\((ballot + 1) % 3 + 1),\(declared[ballot] ?? "")\n"
    }
    let folder = try Folder()
    try folder.write(text, to: "phieu.csv")
    try PackedSample.pack("phieu.csv", names: Self.names, seats: Self.names, in: folder)
    let bytes = try folder.bytes("phieu.kpb")
    let blockSize = Self.status - Self.block
    let statuses = Self.block + 4 * blockSize
    #expect(Self.number(bytes, 48) == statuses && Self.number(bytes, 40) == 2)

    let recount = try Self.read(Source(bytes: bytes)).get()
    #expect(recount.recorded == 3 * full + last && recount.invalid == 2)
    let ballots = (0..<3 * full + last).filter { declared[$0] == nil }
    #expect(recount.votes == (0..<3).map { name in ballots.count { $0 % 3 == name } })
    #expect(recount.otherWords.sorted().words.map(\.text) == ["rách", "tẩy xóa"])
    let places = recount.invalidPlaces.flatMap { $0 }
    #expect(places.map(\.line) == [6, 3 * full + 71] && places.allSatisfy { !$0.isLine })

    let statusSize = 7 * 512 + 64
    for (start, size) in (0..<4).map({ (Self.block + $0 * blockSize, blockSize) })
      + (0..<2).map({ (statuses + $0 * statusSize, statusSize) })
    {
      for place in [start, start + size - 9] {
        var damaged = bytes
        damaged[place] ^= 1
        #expect(Self.fault(damaged) == start, "byte \(place)")
      }
    }
  }

  @Test(
    "The longest words that a board may use, and such as leave no room behind",
    arguments: [String(repeating: "𠮷", count: 1000), String(repeating: "a", count: 88)])
  func longWords(words: String) throws {
    let folder = try Folder()
    try folder.write("struck,invalid\n1,\"other:\"\"\(words)\"\"\"\n", to: "phieu.csv")
    try PackedSample.pack("phieu.csv", names: 3, seats: 2, in: folder)
    let recount = try Self.read(Source(bytes: try folder.bytes("phieu.kpb")), names: 3, seats: 2).get()
    #expect(recount.otherWords.sorted().words.map(\.text) == [words])
  }

  @Test("Many papers are passed in pieces", arguments: [64, 192, 1 << 20])
  func manyPapers(pieceSize: Int) throws {
    let folder = try Folder()
    let rows = (0..<40).map { "\(2 * $0 + 1),1\n" }.joined()
    try folder.write("serial,struck\n" + rows, to: "phieu.csv")
    try PackedSample.pack("phieu.csv", names: 3, seats: 2, in: folder)
    let bytes = try folder.bytes("phieu.kpb")
    #expect(Self.number(bytes, 80) > 3 * 192 && Self.number(bytes, 80) % 192 != 0)
    #expect(try Self.read(Source(bytes: bytes), names: 3, seats: 2, pieceSize: pieceSize).get().valid == 40)
  }

  @Test("Another digest of the content")
  func otherContent() throws {
    var bytes = try Self.sample()
    bytes[100] ^= 1
    Self.put(Self.checkValue(bytes[..<192]), 184, &bytes)
    #expect(Self.fault(bytes) == 96)
    #expect(try Self.faultsOfCounting(bytes) == 1)
  }

  @Test("No more ballots than there can be, together with those of other files", arguments: [0, 1])
  func tooManyTogether(excess: Int) throws {
    let source = Source(bytes: try Self.sample())
    let ballots = Ballots(names: Self.names, seats: Self.names)
    var recount = ContestRecount(ballots)
    recount.files.append(ContestRecount.File(name: "phieu.kpb"))
    recount.valid = mostBallots - 7 + excess
    var file = PackedBallotFile(source, ballots, digest: ContentDigest(.sha256))
    do throws(PackedFailure) {
      _ = try file.count(into: &recount)
      #expect(excess == 0)
    } catch {
      guard case .fault(let fault) = error else { throw error }
      #expect(excess == 1 && fault.offset == 24)
    }
  }

  @Test("Any byte changed is a fault, and any end cut off")
  func damaged() throws {
    let bytes = try Self.sample()
    for place in stride(from: 8, to: bytes.count, by: 7) {
      var damaged = bytes
      damaged[place] ^= 0x20
      #expect(Self.fault(damaged) != nil, "byte \(place)")
    }
    for count in [0, 8, 191, 192, 193, Self.status, Self.words, bytes.count - 64, bytes.count - 1] {
      let fault = Self.fault(Array(bytes[..<count]))
      #expect(count < 192 ? fault == 0 : fault != nil, "\(count) bytes")
    }
  }

  @Test("Ballots of another contest")
  func otherBallots() throws {
    let bytes = try Self.sample()
    #expect(Self.fault(bytes, seats: 2) == 16)
    #expect(Self.fault(bytes, names: 4, seats: 4) == 16)
  }

  @Test("A file that cannot be read is no file with a fault", arguments: [0, 192, status, words])
  func unreadable(from place: Int) throws {
    let source = Source(bytes: try Self.sample(), unreadable: place)
    guard case .failure(.file(let failure)) = Self.read(source) else {
      Issue.record("it was read")
      return
    }
    #expect(failure.path == "phieu.kpb")
  }
}
